import { lineWord } from "../templates/family";
import type { Recognised } from "../workbook/recognised";

export type ThreePublicLine = "因公出国" | "公务用车购置" | "公务用车运行" | "公务接待费";

/** In the order of the sentence, which is not that of the table (docs/rules.md D3). */
export const threePublicLines: readonly ThreePublicLine[] = ["因公出国", "公务用车购置", "公务用车运行", "公务接待费"];

/** As this workbook's “三公”表 words it, without "其中："; the template's usual words where the line is absent. */
export function threePublicName(recognised: Recognised, line: ThreePublicLine): string {
  const row = recognised.tables.get("threePublic")?.line(line);
  if (row)
    return fullWidth(row.name)
      .replace(/^其中[:：]/, "")
      .replace(/^(?:[（(]?[\d一二三四五]+[）)]?[.、．]?)\s*/u, "");
  return fullWidth(lineWord(recognised.template, "threePublic", line));
}

function fullWidth(name: string): string {
  return name.replace(/\s+/g, "").replace(/\(/g, "（").replace(/\)/g, "）");
}
