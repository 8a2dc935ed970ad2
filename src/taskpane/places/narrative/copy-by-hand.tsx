import { Button } from "@fluentui/react-components";
import { useEffect, useRef, type JSX } from "react";
import { usePane, usePaneState } from "../../pane-context";

/** Where the browser refuses to copy: the text, selected, to be copied by hand. */
export function CopyByHand(): JSX.Element | null {
  const { store } = usePane();
  const text = usePaneState((state) => state.copyByHand);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, [text]);
  if (text === null) return null;
  return (
    <section className="card" aria-labelledby="copy-by-hand">
      <h2 id="copy-by-hand">请按 Ctrl+C 复制</h2>
      <textarea ref={box} className="copy-box" readOnly rows={8} value={text} aria-label="要复制的文字，已全选" />
      <div className="buttons">
        <Button size="small" onClick={() => store.dispatch({ type: "copyByHand", text: null })}>
          关闭
        </Button>
      </div>
    </section>
  );
}
