import { Switch } from "@fluentui/react-components";
import type { JSX } from "react";
import { usePaneState } from "../../pane-context";
import { TemplateChoice } from "../check/template-choice";
import { useSettings } from "./use-settings";

/** When results are made anew, and what the workbook is taken for. */
export function CheckSettings(): JSX.Element {
  const [settings, change] = useSettings();
  const holdsWorkbook = usePaneState((state) => state.around.holdsWorkbook);
  const overview = usePaneState((state) => state.analysis?.overview ?? null);
  return (
    <section className="card" aria-labelledby="settings-check">
      <h2 id="settings-check">校验</h2>
      <Switch checked={settings.live} label="改动单元格后自动重新校验" onChange={(_, data) => change({ live: data.checked })} />
      <p className="hint">关闭时，改动后只提示结果可能过时，由您决定何时重新校验。</p>
      <Switch
        checked={settings.keepCopy}
        label={holdsWorkbook ? "在本机留一份正在写的文字" : "在本机留一份没有保存的修改和正在写的文字"}
        onChange={(_, data) => change({ keepCopy: data.checked })}
      />
      <p className="hint">关掉再打开，还能接着写；只留在这台电脑上。关闭此项，已留的也一并删去。</p>
      {overview ? <TemplateChoice overview={overview} /> : <p className="hint">校验一次以后，可以在这里改版式和称谓。</p>}
    </section>
  );
}
