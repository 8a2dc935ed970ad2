import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { useCommands, usePaneState } from "../../pane-context";

/** Creates the five sheets, or adds what they lack. */
export function CreateCard(): JSX.Element {
  const { createInputs } = useCommands();
  const busy = usePaneState((state) => state.work !== null);
  const progress = usePaneState((state) => state.narrative?.narrative.progress ?? null);
  return (
    <section className="welcome">
      <h1>填报表</h1>
      <p>
        公开表上没有的内容（上年预算数、增减原因、项目文字、采购、资产、绩效）写在本工作簿的五张“填报”表里。新建时按公开表预填，已写的内容不会被覆盖。
      </p>
      <Button appearance="primary" disabled={busy} onClick={() => void createInputs()}>
        新建或补齐填报表
      </Button>
      {progress && (
        <p className="about-line">
          已填 {progress.filled}/{progress.asked}
        </p>
      )}
    </section>
  );
}
