import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState, type JSX, type RefObject } from "react";
import { PRINTED_WIDTH } from "../../../pictures/drawn";
import type { Picture } from "../../../pictures/shape";
import { useCommands, usePaneState } from "../../pane-context";
import { Fold } from "../fold";
import { Drawing } from "./drawing";

interface Given {
  /** Lays the picture out for a width in pixels. */
  readonly lay: (width: number) => Picture;
  readonly onPress?: (key: string) => void;
  /** Said already above it. */
  readonly isTitled?: boolean;
}

/** Wider, lines of text stand too far from what they name. */
const WIDEST = 720;

/** A picture with its title, its notes, its figures as a table, and what can be done with it. */
export function PictureView({ lay, onPress, isTitled = false }: Given): JSX.Element {
  const { copyPicture, savePicture } = useCommands();
  const busy = usePaneState((state) => state.work !== null);
  const [place, width] = useWidth();
  const picture = width > 0 ? lay(width) : null;
  const { title, notes, figures } = picture ?? lay(PRINTED_WIDTH);
  return (
    <figure className="picture">
      <figcaption className={isTitled ? "unseen" : "picture-title"}>{title}</figcaption>
      <div ref={place} className="picture-ground">
        {picture && <Drawing picture={picture} onPress={onPress} />}
      </div>
      {notes.map((note) => (
        <p key={note} className="about-line">
          {note}
        </p>
      ))}
      <div className="buttons">
        <Button size="small" onClick={() => void copyPicture(lay(PRINTED_WIDTH))} aria-label={`复制图片：${title}`}>
          复制图片
        </Button>
        <Button size="small" disabled={busy} onClick={() => void savePicture(lay(PRINTED_WIDTH))} aria-label={`保存图片：${title}`}>
          保存图片
        </Button>
      </div>
      <Fold title="图上的数">
        <Figures title={title} {...figures} />
      </Fold>
    </figure>
  );
}

function Figures({ title, heads, rows }: Picture["figures"] & { readonly title: string }): JSX.Element {
  return (
    <div className="picture-figures" tabIndex={0} role="region" aria-label={`${title}：图上的数`}>
      <table>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={index} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column} className={/^[+−-]?[\d,.]+%?$/.test(cell) ? "amount" : ""}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How wide the ground is, to whole pixels; 0 while it is not seen. */
function useWidth(): readonly [RefObject<HTMLDivElement>, number] {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const ground = place.current;
    if (!ground) return undefined;
    const measure = (): void => setWidth(Math.min(WIDEST, Math.floor(ground.clientWidth)));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(ground);
    return () => watch.disconnect();
  }, []);
  return [place, width];
}
