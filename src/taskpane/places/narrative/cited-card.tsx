import { Button } from "@fluentui/react-components";
import { useMemo, type JSX } from "react";
import { fullAddress } from "../../../amount/cell-ref";
import { sentencesAbout } from "../../../narrative/cited";
import type { Narrative } from "../../../narrative/segments";
import { CitedList } from "../../parts/cited-list";
import { useCommands, usePaneState } from "../../pane-context";

/** The other way round: the sentences that say the selected cell. */
export function CitedCard({ narrative }: { narrative: Narrative }): JSX.Element {
  const { lookAtSelected } = useCommands();
  const cells = usePaneState((state) => state.selection);
  const busy = usePaneState((state) => state.work !== null);
  const sentences = useMemo(() => sentencesAbout(narrative, cells), [narrative, cells]);
  const [first] = cells;
  return (
    <section className="card" aria-labelledby="cited-title">
      <h2 id="cited-title">选中的格写在哪句话</h2>
      {first && (
        <p role="status">
          {sentences.length === 0
            ? `${fullAddress(first)} 没有写进说明。`
            : `${fullAddress(first)}${cells.length > 1 ? " 等" : ""} 写在 ${String(sentences.length)} 句话里：`}
        </p>
      )}
      <CitedList
        sentences={sentences}
        cells={cells}
        onGo={({ section }) => document.getElementById(`section-${String(section)}`)?.scrollIntoView({ block: "start" })}
      />
      <div className="buttons">
        <Button size="small" disabled={busy} onClick={() => void lookAtSelected()}>
          看选中的格
        </Button>
      </div>
    </section>
  );
}
