import { Button } from "@fluentui/react-components";
import { useEffect, useState, type JSX } from "react";
import { afterPainting } from "../after-painting";
import { changesOf, timeOf, type Copy } from "../effects/copies";
import { useCommands } from "../pane-context";

/** Unsaved work of earlier times that this machine has kept. */
export function KeptCopies(): JSX.Element | null {
  const { keptCopies, restoreCopy, dropCopy } = useCommands();
  const [copies, setCopies] = useState<readonly Copy[]>([]);
  useEffect(() => void afterPainting().then(keptCopies).then(setCopies), [keptCopies]);
  if (copies.length === 0) return null;
  return (
    <section className="kept-copies" aria-labelledby="kept-title">
      <h2 id="kept-title">上次没有保存的修改</h2>
      <ul className="plain-list">
        {copies.map((copy) => (
          <li key={copy.id}>
            <span>
              “{copy.name}”，{timeOf(copy)}，{changesOf(copy)}
            </span>
            <Button size="small" appearance="primary" onClick={() => void restoreCopy(copy)}>
              恢复
            </Button>
            <Button size="small" onClick={() => void dropCopy(copy).then(keptCopies).then(setCopies)}>
              删除
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
