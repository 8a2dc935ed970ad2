import { Button } from "@fluentui/react-components";
import { Copy20Regular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { useCommands, usePaneState } from "../../pane-context";

/** Ways to take the whole text along; the one that works everywhere comes first. */
export function NarrativeTools(): JSX.Element {
  const { copy, saveDocx, saveWhole, writeNarrativeSheet } = useCommands();
  const around = usePaneState((state) => state.around);
  return (
    <div className="narrative-tools">
      <div className="buttons">
        <Button size="small" appearance="primary" icon={<Copy20Regular />} onClick={() => void copy()}>
          复制全文
        </Button>
        <Button size="small" onClick={() => void saveDocx()}>
          保存为 Word
        </Button>
        <Button size="small" onClick={() => void saveWhole()}>
          保存整份报告
        </Button>
        <Button size="small" onClick={() => void writeNarrativeSheet()}>
          写入工作表
        </Button>
      </div>
      <p className="hint">整份报告有封面、目录、部门（单位）概况、公开表、说明、绩效目标表和名词解释。</p>
      {!around.keepsFiles && <p className="hint">有的 {around.name} 不许窗格保存文件；“复制全文”和“写入工作表”总是可用。</p>}
    </div>
  );
}
