import type { Desk } from "../desk/desk";
import { letterOf, type LetterChoice } from "../desk/letters";
import { letterDocx } from "../render/letter-docx";

export interface LetterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface LetterRequest {
  readonly choice: LetterChoice;
  /** Who reviewed; "" where that is to be filled in by hand. */
  readonly by: string;
}

/** Systems refuse these in the names of files. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** One letter an office that is to be told something, each under a name of its own. */
export async function letterFiles({ offices }: Pick<Desk, "offices">, request: LetterRequest): Promise<readonly LetterFile[]> {
  const used = new Map<string, number>();
  const files: LetterFile[] = [];
  for (const office of offices) {
    const letter = letterOf(office, request);
    if (!letter) continue;
    const stem = `${office.name.replace(REFUSED, "_").slice(0, 80)}${office.year === null ? "" : `${String(office.year)}年`}审核意见`;
    const times = (used.get(stem) ?? 0) + 1;
    used.set(stem, times);
    files.push({ name: `${stem}${times === 1 ? "" : `（${String(times)}）`}.docx`, bytes: await letterDocx(letter) });
  }
  return files;
}
