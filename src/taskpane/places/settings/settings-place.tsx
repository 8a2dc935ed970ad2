import type { JSX } from "react";
import { About } from "./about";
import { CheckSettings } from "./check-settings";
import { LookSettings } from "./look-settings";
import { PaperSettings } from "./paper-settings";
import { WordSettings } from "./word-settings";

/** 设置: preferences of this machine; nothing here changes a figure. */
export function SettingsPlace(): JSX.Element {
  return (
    <div className="place">
      <h1 className="unseen">设置</h1>
      <CheckSettings />
      <PaperSettings />
      <WordSettings />
      <LookSettings />
      <About />
    </div>
  );
}
