import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { useDesk, useDeskState } from "../desk/context";
import { useCommands, usePane, usePaneState } from "../pane-context";
import { FileButton, WORKBOOKS } from "../parts/file-button";

export const ACCEPTED = `${WORKBOOKS},.docx,.pdf`;

/** The workbook's name, and opening and saving. */
export function BookBar(): JSX.Element {
  const name = usePaneState((state) => state.bookName);
  const isReport = usePaneState((state) => state.report !== null);
  const { saveAs } = useCommands();
  return (
    <header className="book-bar">
      <img src="assets/icon-32.png" width={22} height={22} alt="" />
      <span className="product">预算公开助手</span>
      <span className="book-name" title={name ?? ""}>
        {name ?? ""}
      </span>
      {name !== null && !isReport && <SheetButtons />}
      <BackButton />
      <OpenButton />
      <Button size="small" disabled={name === null || isReport} onClick={() => void saveAs()}>
        另存为
      </Button>
    </header>
  );
}

/** Back to the desk that the file was opened from. */
function BackButton(): JSX.Element | null {
  const { commands } = useDesk();
  const hasDesk = useDeskState((state) => state.given !== null);
  if (!hasDesk) return null;
  return (
    <Button size="small" onClick={commands.back}>
      回到审核台
    </Button>
  );
}

/** Undo, redo and search, for those who do not know the keys. */
function SheetButtons(): JSX.Element {
  const { store } = usePane();
  const { view } = useCommands();
  return (
    <>
      <Button size="small" appearance="subtle" title="撤销（Ctrl+Z）" onClick={() => view()?.undo()}>
        撤销
      </Button>
      <Button size="small" appearance="subtle" title="重做（Ctrl+Y）" onClick={() => view()?.redo()}>
        重做
      </Button>
      <Button
        size="small"
        appearance="subtle"
        title="在各张工作表里查找（Ctrl+F）"
        onClick={() => store.dispatch({ type: "finding", finding: true })}
      >
        查找
      </Button>
    </>
  );
}

/** A button that opens a workbook or a finished report from this machine. */
export function OpenButton({ primary = false }: { primary?: boolean }): JSX.Element {
  const { openFile } = useCommands();
  return (
    <FileButton
      size={primary ? "large" : "small"}
      appearance={primary ? "primary" : "secondary"}
      words="打开工作簿或报告"
      label="选择工作簿或报告"
      accept={ACCEPTED}
      onChoose={(file) => void openFile(file)}
    />
  );
}
