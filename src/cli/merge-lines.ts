import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { deskFile, deskProof, type DeskFile, type DeskProof } from "../desk/file";
import { DoorProblem } from "../hosts/door";
import { refused } from "../hosts/file/node";
import { resultLine } from "../results/parse-line";

interface Kept {
  readonly files: DeskFile[];
  readonly proofs: DeskProof[];
}

/** Keeps what a line says; false where it is no result. */
function keep(text: string, { files, proofs }: Kept): boolean {
  const result = resultLine(text);
  if (!result) return false;
  try {
    if (result.kind === "file") files.push(deskFile(result.line));
    else {
      const proof = deskProof(result.line);
      if (proof) proofs.push(proof);
    }
    return true;
  } catch {
    return false;
  }
}

/** Reads a file of result lines. Throws `DoorProblem`, with the number of the line that is none. */
async function readLines(file: string, kept: Kept): Promise<void> {
  let number = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
      number += 1;
      if (text.trim() !== "" && !keep(text, kept))
        throw new DoorProblem(
          "unsupported",
          `“${file}”第 ${String(number)} 行不是校验结果。请给出 check --json 或 proofread --json 写出的文件；写到一半停下的，请把那一份重新校验。`,
        );
    }
  } catch (cause) {
    if (cause instanceof DoorProblem) throw cause;
    throw refused(file, cause);
  }
}

/** What result lines of earlier runs say. Throws `DoorProblem` where a file holds none. */
export async function readResults(
  files: readonly string[],
): Promise<{ readonly files: readonly DeskFile[]; readonly proofs: readonly DeskProof[] }> {
  const kept: Kept = { files: [], proofs: [] };
  for (const file of files) await readLines(file, kept);
  return kept;
}
