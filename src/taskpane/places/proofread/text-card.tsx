import { Button, Textarea } from "@fluentui/react-components";
import type { ClipboardEvent, JSX } from "react";
import { useCommands, usePaneState } from "../../pane-context";
import { FileButton, TEXTS } from "../../parts/file-button";

/** Where the text comes in. */
export function TextCard(): JSX.Element {
  const { typeText, openText, pasteText, proofread } = useCommands();
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const html = event.clipboardData.getData("text/html");
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    // Into a text that stays only words can be put.
    const stays = value.slice(0, selectionStart) + value.slice(selectionEnd);
    if (stays.trim() !== "" || !/<table\b/i.test(html)) return;
    event.preventDefault();
    void pasteText(html);
  };
  const text = usePaneState((state) => state.proofText);
  const done = usePaneState((state) => state.proof !== null);
  const keeps = usePaneState((state) => state.settings.keepCopy);
  const busy = usePaneState((state) => state.work !== null);
  const withWorkbook = usePaneState((state) => state.bookName !== null);
  return (
    <section className="card" aria-labelledby="proof-text">
      <h2 id="proof-text">校对说明</h2>
      <p className="hint">
        {withWorkbook
          ? "把写好的说明（或整份公开文稿）粘贴到这里，逐个数与本工作簿核对。"
          : "没有打开工作簿，只核对文稿自身的计算和用语；打开公开表后再校对更全。"}
      </p>
      <Textarea
        aria-label="要校对的文稿"
        className="proof-box"
        rows={done ? 3 : 10}
        resize="vertical"
        value={text}
        placeholder="在此粘贴文稿，连同表格"
        onPaste={paste}
        onChange={(_, data) => typeText(data.value)}
      />
      {keeps && text !== "" && <p className="hint">文稿留在这台电脑上，关掉再打开还在；在“设置”里可以不留。</p>}
      <div className="buttons">
        <Button appearance="primary" size="small" disabled={busy || text.trim() === ""} onClick={() => void proofread()}>
          {done ? "重新校对" : "开始校对"}
        </Button>
        {text !== "" && (
          <Button size="small" disabled={busy} onClick={() => typeText("")}>
            清空
          </Button>
        )}
        <FileButton words="打开 Word、PDF 或文本文件" label="选择文稿文件" accept={TEXTS} onChoose={(file) => void openText(file)} />
      </div>
    </section>
  );
}
