import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { picturesOf } from "../../../pictures/drawn";
import type { PictureFigures } from "../../../pictures/figures/all";
import { useCommands, usePaneState } from "../../pane-context";
import { PictureView } from "../../parts/picture/picture-view";

/** 图: what the narrative says in figures, drawn; made when asked for. */
export function Pictures(): JSX.Element {
  const { openPictures } = useCommands();
  const pictures = usePaneState((state) => state.pictures);
  const busy = usePaneState((state) => state.work !== null);
  return (
    <section className="card pictures" aria-labelledby="pictures-title">
      <h2 id="pictures-title">图</h2>
      {!pictures && <p className="hint">收入到支出的流向、各科目与上年的增减、“三公”经费两年对比，可以复制到说明里。</p>}
      {pictures?.stale === true && <p className="stale">工作簿已改动，图可能过时</p>}
      {(!pictures || pictures.stale) && (
        <div className="buttons">
          <Button size="small" appearance={pictures ? "primary" : "secondary"} disabled={busy} onClick={() => void openPictures()}>
            {pictures ? "重新画" : "画图"}
          </Button>
        </div>
      )}
      {pictures && <DrawnPictures figures={pictures.figures} />}
    </section>
  );
}

function DrawnPictures({ figures }: { figures: PictureFigures }): JSX.Element {
  const { goTo } = useCommands();
  const press = (key: string): void => {
    const subject = figures.changes.subjects[Number(key)];
    if (subject) void goTo([subject.cell]);
  };
  return (
    <>
      {picturesOf(figures).map((drawn) =>
        "lay" in drawn ? (
          <PictureView key={drawn.kind} lay={drawn.lay} {...(drawn.kind === "changes" && { onPress: press })} />
        ) : (
          <Missing key={drawn.kind} title={drawn.title} why={drawn.lacks} />
        ),
      )}
    </>
  );
}

function Missing({ title, why }: { title: string; why: string }): JSX.Element {
  return (
    <div className="picture">
      <h3 className="picture-title">{title}</h3>
      <p className="hint">{why}</p>
    </div>
  );
}
