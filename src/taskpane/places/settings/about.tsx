import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { useCommands, usePaneState } from "../../pane-context";
import { Diagnosis } from "./diagnosis";
import { VERSION } from "../../version";

/** What this is, and the way to the manual. */
export function About(): JSX.Element {
  const { openHelp } = useCommands();
  const caution = usePaneState((state) => state.around.caution);
  return (
    <section className="card" aria-labelledby="settings-about">
      <h2 id="settings-about">关于</h2>
      <p>预算公开助手 {VERSION}</p>
      <p className="hint">全部计算在本机完成，不连接外部网络，不收集任何数据。</p>
      {caution !== null && <p className="hint">{caution}</p>}
      <div className="buttons">
        <Button size="small" onClick={openHelp}>
          使用说明
        </Button>
      </div>
      <Diagnosis />
    </section>
  );
}
