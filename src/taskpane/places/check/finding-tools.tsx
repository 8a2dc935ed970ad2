import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { useCommands, usePane } from "../../pane-context";

/** What can be done with the results: on the sheets, as a sheet, on paper. */
export function FindingTools(): JSX.Element {
  const { mark, clearMarks, writeFindingsSheet, saveFindingsPage } = useCommands();
  const { store } = usePane();
  return (
    <section className="tools" aria-label="处理校验结果">
      <Button size="small" onClick={() => void mark()}>
        标记到表上
      </Button>
      <Button size="small" onClick={() => void clearMarks()}>
        清除标记
      </Button>
      <Button size="small" onClick={() => void writeFindingsSheet()}>
        写入“审核结果”表
      </Button>
      <Button size="small" onClick={() => store.dispatch({ type: "printing", printing: true })}>
        打印结果
      </Button>
      <Button size="small" onClick={() => void saveFindingsPage()}>
        保存为网页
      </Button>
    </section>
  );
}
