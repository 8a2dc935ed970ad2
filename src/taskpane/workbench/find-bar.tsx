import { useEffect, useMemo, useRef, useState, type JSX, type KeyboardEvent } from "react";
import { fullAddress, isSameCell } from "../../amount/cell-ref";
import type { PlainWorkbook } from "../../workbook/plain";
import { useCommands, usePane, usePaneState } from "../pane-context";
import { cellsSaying, followingFound } from "../store/find";

/** Searches all sheets that are shown, from the active cell on; Enter goes on, Shift+Enter back, Esc gives the keyboard to the sheet. */
export function FindBar({ workbook }: { workbook: PlainWorkbook }): JSX.Element {
  const { store } = usePane();
  const { view } = useCommands();
  const [active] = usePaneState((state) => state.selection);
  const [words, setWords] = useState("");
  const box = useRef<HTMLInputElement>(null);
  const sheets = useMemo(() => workbook.sheets.filter((sheet) => sheet.visibility === "visible"), [workbook]);
  const found = useMemo(() => cellsSaying(sheets, words), [sheets, words]);
  const on = active ? found.findIndex((cell) => isSameCell(cell, active)) : -1;
  useEffect(() => box.current?.focus(), []);
  const go = (all: typeof found, step: 1 | -1 | 0): void => {
    const next = all[followingFound(all, sheets, active, step)];
    if (next) void view()?.reveal(next);
  };
  const type = (text: string): void => {
    setWords(text);
    go(cellsSaying(sheets, text), 0);
  };
  const close = (): void => {
    store.dispatch({ type: "finding", finding: false });
    view()?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === box.current) go(found, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const outcome =
    words.trim() === ""
      ? ""
      : found.length === 0
        ? "没有找到"
        : on < 0
          ? `共 ${found.length} 处`
          : `第 ${on + 1} 处，共 ${found.length} 处`;
  return (
    <search className="find-bar" aria-label="查找" onKeyDown={press}>
      <input
        ref={box}
        type="search"
        aria-label="在各张工作表里查找"
        placeholder="查找文字或金额"
        value={words}
        onChange={(event) => type(event.target.value)}
      />
      <button type="button" className="bar-button" disabled={found.length === 0} title="回车" onClick={() => go(found, 1)}>
        下一处
      </button>
      <button type="button" className="bar-button" disabled={found.length === 0} title="Shift+回车" onClick={() => go(found, -1)}>
        上一处
      </button>
      <span role="status" aria-label="查找结果">
        {outcome}
        {on >= 0 && active ? `：${fullAddress(active)}` : ""}
      </span>
      <button type="button" className="bar-button" title="Esc" onClick={close}>
        关闭
      </button>
    </search>
  );
}
