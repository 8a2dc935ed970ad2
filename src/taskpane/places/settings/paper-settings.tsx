import { Switch } from "@fluentui/react-components";
import type { JSX } from "react";
import { bodyFonts, headingFonts, pitches, subheadingFonts } from "../../store/settings";
import { Choice } from "../../parts/choice";
import { useSettings } from "./use-settings";

const asOptions = <T extends string | number>(values: readonly T[], word: (value: T) => string = String): { value: T; word: string }[] =>
  values.map((value) => ({ value, word: word(value) }));

/** How copied and saved text is set: 公文 conventions, where offices differ. */
export function PaperSettings(): JSX.Element {
  const [settings, change] = useSettings();
  return (
    <section className="card" aria-labelledby="settings-paper">
      <h2 id="settings-paper">公文格式</h2>
      <Choice
        label="行距"
        value={settings.pitch}
        options={asOptions(pitches, (pitch) => `固定值 ${pitch} 磅`)}
        onChoose={(pitch) => change({ pitch })}
      />
      <Choice label="正文" value={settings.bodyFont} options={asOptions(bodyFonts)} onChoose={(bodyFont) => change({ bodyFont })} />
      <Choice
        label="一级标题"
        value={settings.headingFont}
        options={asOptions(headingFonts)}
        onChoose={(headingFont) => change({ headingFont })}
      />
      <Choice
        label="二级标题"
        value={settings.subheadingFont}
        options={asOptions(subheadingFonts)}
        onChoose={(subheadingFont) => change({ subheadingFont })}
      />
      <Switch
        checked={settings.westernFont}
        label="数字和西文用 Times New Roman"
        onChange={(_, data) => change({ westernFont: data.checked })}
      />
      <Switch
        checked={settings.withPictures}
        label="整份报告里放入三张图（收入到支出、增减、“三公”经费）"
        onChange={(_, data) => change({ withPictures: data.checked })}
      />
      <p className="hint">复制到 Word、保存 .docx 时按此排版；正文三号字，首行缩进 2 字符。</p>
    </section>
  );
}
