import { Button, Checkbox } from "@fluentui/react-components";
import { Copy20Regular } from "@fluentui/react-icons";
import { useState, type JSX } from "react";
import { useCommands, usePaneState } from "../../pane-context";

/** Ways to take the whole text along; in Excel the one that always works comes first. */
export function NarrativeTools(): JSX.Element {
  const { copy, saveDocx, writeNarrativeSheet } = useCommands();
  const host = usePaneState((state) => state.host);
  const [withTables, setWithTables] = useState(false);
  return (
    <div className="narrative-tools">
      <div className="buttons">
        <Button size="small" appearance="primary" icon={<Copy20Regular />} onClick={() => void copy()}>
          复制全文
        </Button>
        <Button size="small" onClick={() => void saveDocx(withTables)}>
          保存为 Word
        </Button>
        <Button size="small" onClick={() => void writeNarrativeSheet()}>
          写入工作表
        </Button>
      </div>
      <Checkbox
        className="small-check"
        checked={withTables}
        label="Word 中同时放入公开表（第二部分）"
        onChange={(_, data) => setWithTables(data.checked === true)}
      />
      {host === "excel" && <p className="hint">有的 Excel 不许窗格保存文件；“复制全文”和“写入工作表”总是可用。</p>}
    </div>
  );
}
