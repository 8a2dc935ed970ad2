import { deskFile, deskProof, type DeskFile, type DeskProof } from "../desk/file";
import type { FileIdentity } from "../desk/file-identity";
import type { DeskHeld, DeskRound } from "../desk/held";
import type { Filed } from "../desk/units/filed";
import { DoorProblem } from "../hosts/door";
import { besideLine, checked, FINAL_ACCOUNTS, lineOf } from "../results/checked";
import type { FileLine } from "../results/line";
import { openChecked, openRound, openTables } from "./checked-file";
import type { ExitCode } from "./exit-code";
import { openFile, type OpenedFile } from "./opened-file";
import { checkText } from "./report-text";
import { faultMessage, oneLine, paint, type Terminal } from "./terminal";

/** What is to be printed of one file: its line of JSON, all that a person reads of it, or nothing. */
export type Printed = "json" | "text" | "none";

/** What is asked of a file. Plain data: it crosses to a thread. */
export type CheckTask =
  | {
      readonly kind: "check";
      readonly file: string;
      readonly printed: Printed;
      readonly colour: boolean;
      /** Whether the file is kept for a desk: else nothing of it but its line crosses back. */
      readonly keeps: boolean;
    }
  | { readonly kind: "identity"; readonly file: string }
  | { readonly kind: "beside"; readonly file: string; readonly text: string }
  | { readonly kind: "round"; readonly file: string; readonly before: string }
  | { readonly kind: "lastYear"; readonly file: string; readonly last: string }
  | { readonly kind: "filed"; readonly file: string };

/** What is answered to each. */
export interface CheckAnswers {
  readonly check: Checked;
  /** null: it holds no budget's tables. */
  readonly identity: FileIdentity | null;
  /** null: they could not be held against each other. */
  readonly beside: DeskProof | null;
  readonly round: DeskRound;
  readonly lastYear: DeskHeld;
  readonly filed: Filed;
}

export type TaskOf<Kind extends CheckTask["kind"]> = Extract<CheckTask, { kind: Kind }>;

/** What became of it. Plain data as well. */
export interface Checked {
  readonly code: ExitCode;
  readonly kept: DeskFile | null;
  /** With its line end; "" where nothing is to be printed. */
  readonly printed: string;
}

type Progress = (done: number) => void;

/** How a file is opened: from disk, where a thread does not know it still. */
type Open = typeof openFile;

/** Checks one file, whatever it holds. Never throws; what cannot be read is said. */
export async function checkFile(task: TaskOf<"check">, onProgress?: Progress, open: Open = openFile): Promise<Checked> {
  const { file } = task;
  try {
    return await checkOpened(task, await open(file, onProgress));
  } catch (error) {
    return failed(task, error instanceof DoorProblem ? error.message : faultMessage("校验", file, error));
  }
}

/** What is said of a file that could not be checked to its end. */
export function failed(task: TaskOf<"check">, error: string): Checked {
  const { file, printed, colour } = task;
  const line = { file, error };
  const text = `${paint({ colour }, "bold", oneLine(file))}\n${paint({ colour }, "red", error)}\n`;
  return { ...kept(task, line), printed: printed === "json" ? `${JSON.stringify(line)}\n` : printed === "text" ? text : "" };
}

/** What the desk keeps of a file's line, and how the file ends the command. */
function kept({ keeps }: TaskOf<"check">, line: FileLine): Pick<Checked, "code" | "kept"> {
  const file = deskFile(line);
  return { code: codeOf(file), kept: keeps ? file : null };
}

/** 2 where nothing is known of it, 1 where something does not agree. */
const codeOf = ({ state, tally, prose }: DeskFile): ExitCode => (state === "checked" ? (tally.error + (prose?.error ?? 0) > 0 ? 1 : 0) : 2);

async function checkOpened(task: TaskOf<"check">, opened: OpenedFile): Promise<Checked> {
  const { file, printed: wanted, colour } = task;
  const found = await checked(opened);
  if (!found) throw new DoorProblem("unsupported", FINAL_ACCOUNTS);
  const { book, report, review, printed } = found;
  const line = await lineOf(file, found);
  const terminal: Pick<Terminal, "colour"> = { colour };
  const text = async (): Promise<string> =>
    checkText(terminal, file, book.recognised, report, printed) +
    (review && printed && book.recognised.tables.size > 0
      ? (await import("./checked-report")).checkedText(terminal, file, printed, review)
      : "");
  return { ...kept(task, line), printed: wanted === "json" ? `${JSON.stringify(line)}\n` : wanted === "text" ? await text() : "" };
}

/** Does what is asked, by a part of the program that is loaded when first asked for. All but `check` throw `DoorProblem` where a file cannot be read or has no tables. */
export async function answer(task: CheckTask, onProgress?: Progress, open: Open = openFile): Promise<CheckAnswers[CheckTask["kind"]]> {
  switch (task.kind) {
    case "check":
      return checkFile(task, onProgress, open);
    case "identity": {
      const { fileIdentity } = await import("../desk/file-identity");
      return fileIdentity(task.file, await open(task.file, onProgress));
    }
    case "beside":
      return checkBeside(task, open, onProgress);
    case "round": {
      const { deskRound } = await import("../desk/desk-round");
      return deskRound(...(await both(openRound(task.before, open), () => openRound(task.file, open), onProgress)));
    }
    case "lastYear": {
      const { deskLastYear } = await import("../desk/desk-held");
      return deskLastYear(...(await both(openChecked(task.file, open), () => openTables(task.last, open), onProgress)));
    }
    case "filed": {
      const { filedOf } = await import("../desk/units/filed");
      return filedOf(task.file, await openChecked(task.file));
    }
  }
}

/** Two files, one after the other: they do not fit into a small machine's memory while both are read. */
async function both<One, Other>(
  one: Promise<One>,
  other: () => Promise<Other>,
  onProgress: Progress | undefined,
): Promise<readonly [One, Other]> {
  const first = await one;
  onProgress?.(0.5);
  return [first, await other()];
}

/** Holds an office's report against its workbook; null where either can no longer be read. */
async function checkBeside({ file, text }: TaskOf<"beside">, open: Open, onProgress?: Progress): Promise<DeskProof | null> {
  const line = await besideLine({ file, text }, await open(file), await open(text, onProgress));
  return line && deskProof(line);
}
