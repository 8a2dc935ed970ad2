import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { isChecked, type Desk } from "../desk/desk";
import { decisionsIn } from "../desk/decision-file";
import { mergedDecisions, type Decision } from "../desk/decisions";
import { roundOfResults } from "../desk/desk-round";
import type { DeskFile } from "../desk/file";
import { unknownIdentity, type FileIdentity } from "../desk/file-identity";
import type { DeskHeld, DeskRound } from "../desk/held";
import { partnersOf, withoutPartner, type Partners } from "../desk/offices";
import { partnerHolder, type PartnerHolder } from "../desk/pair-holder";
import { letterFiles } from "../handout/letter-files";
import { DoorProblem } from "../hosts/door";
import { refused } from "../hosts/file/node";
import type { DeskOptions } from "./arguments";
import { inOrder, type Checkers } from "./check-threads";
import { readResults } from "./merge-lines";
import { passedOver } from "./passed-over";
import { save } from "./save";
import { oneLine, progress, type Terminal } from "./terminal";
import { isResults, workbookFiles } from "./workbook-files";

/** Files of decisions as one. Throws `DoorProblem`. */
export async function readDecisions(files: readonly string[]): Promise<readonly Decision[]> {
  const read = files.map(async (file) => {
    const text = await readFile(file, "utf8").catch((cause: unknown) => {
      throw refused(file, cause);
    });
    const decisions = decisionsIn(text);
    if (!decisions)
      throw new DoorProblem(
        "unsupported",
        `“${oneLine(file)}”不是审核意见文件，或没有写完整。请给出审核台“保存意见”存下的 审核意见.json。`,
      );
    return decisions;
  });
  return mergedDecisions(...(await Promise.all(read)));
}

/** Whose the files of an earlier round or year are; those that ours go with are held against them at once. */
async function identitiesIn(
  terminal: Terminal,
  given: string,
  checkers: Checkers,
  held: Pick<PartnerHolder<unknown>, "known">,
): Promise<readonly FileIdentity[]> {
  const { files, others } = await workbookFiles([given]);
  const say = progress(terminal, files.length, "读取");
  const known: FileIdentity[] = [];
  let done = 0;
  const read = async (file: string): Promise<FileIdentity> => {
    const identity = (await checkers.hold({ kind: "identity", file }).catch(() => null)) ?? unknownIdentity(file);
    void held.known(identity);
    return identity;
  };
  for await (const identity of inOrder(files, checkers.width, read)) {
    known.push(identity);
    say(done, files[done] ?? "");
    done += 1;
  }
  passedOver(terminal, others, "对照");
  return known;
}

/** What became of files that were held two by two; what can no longer be read is left out. */
async function heldPairs<Result>(
  terminal: Terminal,
  pairs: readonly Partners<FileIdentity>[],
  { width }: Checkers,
  { hold }: PartnerHolder<Result | null>,
): Promise<readonly Result[]> {
  const say = progress(terminal, pairs.length, "对照");
  const results: Result[] = [];
  let done = 0;
  for await (const result of inOrder(pairs, width, hold)) {
    if (result) results.push(result);
    say(done, pairs[done]?.file.file ?? "");
    done += 1;
  }
  return results;
}

/** What of a desk's files found no partner among others. */
export interface Unmatched {
  readonly lastRound: readonly DeskFile[];
  readonly lastYear: readonly DeskFile[];
  /** Of last year's files those that cannot be read, or hold no tables. */
  readonly unread: readonly FileIdentity[];
}

/** Of the files that could be held against others those that were not. */
const without = (files: readonly DeskFile[], held: readonly { readonly file: string }[]): readonly DeskFile[] => {
  const known = new Set(held.map(({ file }) => file));
  return files.filter(({ file }) => !known.has(file));
};

const withTables = (files: readonly DeskFile[]): readonly DeskFile[] => files.filter(({ state }) => state === "checked");

/** The files beside those of the round before: its folder, or what it came to. */
export async function roundsOf(
  terminal: Terminal,
  files: readonly DeskFile[],
  lastRound: string,
  checkers: Checkers,
): Promise<{ readonly rounds: readonly DeskRound[]; readonly unmatched: readonly DeskFile[]; readonly gone: readonly FileIdentity[] }> {
  if (isResults(lastRound)) {
    const before = (await readResults([lastRound])).files;
    const pairs = partnersOf(files, before, 0);
    const rounds = pairs.map(({ file, other }) => roundOfResults(other, file));
    return { rounds, unmatched: without(files.filter(isChecked), rounds), gone: withoutPartner(before, pairs) };
  }
  const holder = partnerHolder(files, 0, ({ file, other }) =>
    checkers.hold({ kind: "round", file: file.file, before: other.file }).catch(() => null),
  );
  const before = await identitiesIn(terminal, lastRound, checkers, holder);
  const pairs = partnersOf(files, before, 0);
  const rounds = await heldPairs(terminal, pairs, checkers, holder);
  return { rounds, unmatched: without(files.filter(isChecked), rounds), gone: withoutPartner(before, pairs) };
}

/** The files against the same offices' of the year before. */
export async function lastYearsOf(
  terminal: Terminal,
  files: readonly DeskFile[],
  folder: string,
  checkers: Checkers,
): Promise<{ readonly held: readonly DeskHeld[]; readonly unmatched: readonly DeskFile[]; readonly unread: readonly FileIdentity[] }> {
  const holder = partnerHolder(files, 1, ({ file, other }) =>
    checkers.hold({ kind: "lastYear", file: file.file, last: other.file }).catch(() => null),
  );
  const before = await identitiesIn(terminal, folder, checkers, holder);
  const pairs = partnersOf(files, before, 1);
  const held = await heldPairs(terminal, pairs, checkers, holder);
  return { held, unmatched: without(withTables(files), held), unread: before.filter(({ state }) => state !== "checked") };
}

/** Writes the letters to the offices into a folder, which is made where it is not there. */
export async function saveLetters(terminal: Terminal, folder: string, desk: Desk, choice: DeskOptions["choice"]): Promise<void> {
  const files = await letterFiles(desk, { choice, by: "" });
  if (files.length > 0)
    await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
      throw new DoorProblem("readOnly", `无法建立文件夹“${folder}”。请换一个地方。`, { cause });
    });
  for (const { name, bytes } of files) await save(path.join(folder, name), bytes);
  const rest = desk.offices.length - files.length;
  terminal.err(
    `已写 ${String(files.length)} 份审核意见${files.length > 0 ? `，在“${oneLine(folder)}”` : ""}${rest > 0 ? `；${String(rest)} 个单位没有要反馈的，没有写` : ""}。\n`,
  );
}
