import { fontsOf, type OfficialStyle } from "../../render/official-style";

const SAMPLE = "mmmmWWWWiiiillll0123";

/**
 * The fonts that this machine does not have. A font that is there sets Western letters as wide whatever stands behind it
 * for want of it; where nothing can be measured none is said to be missing.
 */
function missingFonts(names: readonly string[]): readonly string[] {
  const paper = typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  if (!paper) return [];
  const width = (families: string): number => {
    paper.font = `40px ${families}`;
    return paper.measureText(SAMPLE).width;
  };
  if (width("serif") === width("monospace")) return [];
  return names.filter((name) => width(`"${name}", serif`) !== width(`"${name}", monospace`));
}

/** What to do about the fonts of a style that are not there; "" where all are there. */
export function missingFontsText(style: Partial<OfficialStyle>): string {
  const missing = missingFonts(fontsOf(style));
  return missing.length === 0
    ? ""
    : `这台电脑上没有找到字体${missing.map((name) => `“${name}”`).join("、")}，Word 会用别的代替：请装上，或在“设置”里换一种。`;
}
