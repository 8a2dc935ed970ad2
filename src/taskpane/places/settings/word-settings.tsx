import type { JSX } from "react";
import { wordOptions, withWord } from "../../store/word-choices";
import { Choice } from "../../parts/choice";
import { useSettings } from "./use-settings";

/** The words in which localities differ; the template's own unless chosen otherwise. */
export function WordSettings(): JSX.Element {
  const [settings, change] = useSettings();
  return (
    <section className="card" aria-labelledby="settings-words">
      <h2 id="settings-words">说明用语</h2>
      {wordOptions.map(({ key, label, values }) => (
        <Choice
          key={key}
          label={label}
          value={settings.words[key] ?? ""}
          options={[{ value: "", word: "随版式" }, ...values]}
          onChoose={(value) => change({ words: withWord(settings.words, key, value) })}
        />
      ))}
      <p className="hint">改后到“说明”中重新生成。</p>
    </section>
  );
}
