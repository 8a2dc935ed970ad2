import type { JSX } from "react";
import { Choice } from "../../parts/choice";
import { useSettings } from "./use-settings";

const looks = [
  { value: "auto", word: "跟随系统" },
  { value: "light", word: "浅色" },
  { value: "dark", word: "深色" },
] as const;

/** Light or dark. High contrast always follows the system. */
export function LookSettings(): JSX.Element {
  const [settings, change] = useSettings();
  return (
    <section className="card" aria-labelledby="settings-look">
      <h2 id="settings-look">外观</h2>
      <Choice label="颜色" value={settings.theme} options={looks} onChoose={(theme) => change({ theme })} />
    </section>
  );
}
