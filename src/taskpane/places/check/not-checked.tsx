import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { useCommands, usePaneState } from "../../pane-context";
import { StartOffers } from "../../parts/start-offers";

/** Before the first check. */
export function NotChecked(): JSX.Element {
  const { check } = useCommands();
  const name = usePaneState((state) => state.bookName);
  const { holdsWorkbook, caution } = usePaneState((state) => state.around);
  const busy = usePaneState((state) => state.work !== null);
  if (name === null)
    return (
      <div className="place">
        <section className="welcome">
          <h1>还没有打开工作簿</h1>
          <p>打开或拖入一份部门预算公开表，再点“校验工作簿”；也可以打开写好的报告（.docx、.pdf），再点“核对报告”。</p>
        </section>
      </div>
    );
  return (
    <div className="place">
      <section className="welcome">
        <h1>尚未校验</h1>
        <p>检查各张公开表的合计与表间勾稽，列出不符的地方，点一下就到那一格。</p>
        <Button appearance="primary" size="large" disabled={busy} onClick={() => void check()}>
          校验工作簿
        </Button>
        {holdsWorkbook && <StartOffers />}
        {caution !== null && <p className="hint">{caution}</p>}
        <p className="hint">只读取，不改动您的数据；全部在本机完成，不向外发送。</p>
      </section>
    </div>
  );
}
