import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { changesPicture } from "../../../pictures/changes";
import type { PictureFigures } from "../../../pictures/figures/all";
import { flowPicture } from "../../../pictures/flow";
import { threePublicPicture } from "../../../pictures/three-public";
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
      {pictures && <Drawn figures={pictures.figures} />}
    </section>
  );
}

function Drawn({ figures: { whose, flow, changes, threePublic } }: { figures: PictureFigures }): JSX.Element {
  const { goTo } = useCommands();
  return (
    <>
      {"problem" in flow ? (
        <Missing title="收入到支出" why={flow.problem} />
      ) : (
        <PictureView lay={(width) => flowPicture(flow, `${whose}收入到支出`, width)} />
      )}
      {changes.subjects.length === 0 ? (
        <Missing title="各科目支出与上年预算相比" why="还没有填上年数。请先到“填报”里填，或从上年的公开表取数。" />
      ) : (
        <PictureView
          lay={(width) => changesPicture(changes, `${whose}各科目支出与上年预算相比`, width)}
          onPress={(key) => {
            const subject = changes.subjects[Number(key)];
            if (subject) void goTo([subject.cell]);
          }}
        />
      )}
      {threePublic ? (
        <PictureView lay={(width) => threePublicPicture(threePublic, `${whose}“三公”经费两年对比`, width)} />
      ) : (
        <Missing title="“三公”经费两年对比" why="公开表里没有“三公”经费表，或其中没有读出数。" />
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
