/** Reads and checks whole files away from the page, one at a time. */
import { baseName } from "../../desk/base-name";
import { deskLastYear } from "../../desk/desk-held";
import { deskRound, type NamedCheck, type NamedTables } from "../../desk/desk-round";
import { deskFile, deskProof, type DeskFile, type DeskProof } from "../../desk/file";
import { fileIdentity, type FileIdentity } from "../../desk/file-identity";
import { filedOf } from "../../desk/units/filed";
import { writeDesk } from "../../handout/desk-file";
import { letterFiles } from "../../handout/letter-files";
import { DoorProblem } from "../../hosts/door";
import type { DeskHeld, DeskRound } from "../../desk/held";
import { onDisk } from "../../hosts/file/among-files";
import { archived, inArchive, isArchive, whyNotRead, type Archived } from "../../hosts/file/archive";
import { lastRead } from "../../hosts/file/apart/last-read";
import type { ReadMessage } from "../../hosts/file/apart/readers";
import { packed } from "../../hosts/file/pack";
import { readReport } from "../../hosts/file/read-report";
import { isReportFile } from "../../hosts/file/report-file";
import { readWorkbook } from "../../hosts/file/read-workbook";
import { accountOf } from "../../hosts/file/saved-at";
import { webPdfAssets } from "../../hosts/file/web-assets";
import { besideLine, checked, FINAL_ACCOUNTS, lineOf, tablesOf, type FileTables, type ReadFile } from "../../results/checked";
import { openReport } from "../../review/open-report";
import type { DeskAnswers, DeskTask, NamedFile } from "./task";

type Progress = (done: number) => void;

/** Of reports: they take ten times as long as workbooks to read, and are read again beside theirs. */
const reports = lastRead<ReadFile>();

/** An archive whose files are read one after the other is not read anew for each. */
let archive: { readonly file: File; readonly bytes: Promise<Uint8Array> } | null = null;
const isSame = (one: File, other: File): boolean =>
  one.name === other.name &&
  one.webkitRelativePath === other.webkitRelativePath &&
  one.size === other.size &&
  one.lastModified === other.lastModified;

const wholeOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

async function bytesOf({ name, file, inside }: NamedFile): Promise<Uint8Array> {
  if (inside === undefined) return wholeOf(file);
  if (!archive || !isSame(archive.file, file)) archive = { file, bytes: wholeOf(file) };
  return inArchive(await archive.bytes, inside, baseName(name));
}

/** null: it is no archive, or cannot be looked into, which is said when it is read. */
async function lookedInto(of: NamedFile): Promise<Archived | null> {
  try {
    const [bytes, name] = [await bytesOf(of), baseName(of.name)];
    return isArchive(bytes, name) ? archived(bytes, name) : null;
  } catch (cause) {
    if (cause instanceof DoorProblem) return null;
    throw cause;
  }
}

async function read(of: NamedFile, onProgress: Progress): Promise<ReadFile> {
  const { file } = of;
  const name = baseName(of.name);
  // Another desk may hold another file of this name.
  const key = JSON.stringify([of.name, file.size, file.lastModified]);
  const known = reports.of(key);
  if (known) return known;
  const bytes = await bytesOf(of);
  if (isArchive(bytes, name)) throw whyNotRead(bytes, name);
  const account = accountOf(bytes);
  if (!isReportFile(bytes, name)) return { workbook: await readWorkbook(bytes, name), printed: null, ...account };
  const printed = openReport(await readReport(bytes, name, { assets: webPdfAssets, onProgress }));
  const opened = { workbook: printed.workbook, printed, ...account };
  reports.keep(key, opened);
  return opened;
}

async function check(of: NamedFile, onProgress: Progress): Promise<DeskFile> {
  const { name } = of;
  try {
    const opened = await read(of, onProgress);
    onProgress(1);
    const found = await checked(opened);
    if (!found) return deskFile({ file: name, error: FINAL_ACCOUNTS });
    return deskFile(await lineOf(name, found));
  } catch (cause) {
    if (cause instanceof DoorProblem) return deskFile({ file: name, error: cause.message });
    throw cause;
  }
}

async function beside(workbook: NamedFile, report: NamedFile, onProgress: Progress): Promise<DeskProof | null> {
  const [book, printed] = [await read(workbook, onProgress), await read(report, onProgress)];
  onProgress(1);
  const line = await besideLine({ file: workbook.name, text: report.name }, book, printed);
  return line && deskProof(line);
}

async function identity(of: NamedFile, onProgress: Progress): Promise<FileIdentity | null> {
  const opened = await read(of, onProgress);
  onProgress(1);
  return fileIdentity(of.name, opened);
}

/** A file with tables to be held against others; null where there are none. `wordsToo`: of a report its words are enough. */
async function named<Found extends FileTables>(
  of: NamedFile,
  find: (opened: ReadFile) => Found | null | Promise<Found | null>,
  onProgress: Progress,
  wordsToo = false,
): Promise<(Found & { readonly file: string }) | null> {
  const found = await find(await read(of, onProgress));
  onProgress(1);
  return found && (found.book.recognised.tables.size > 0 || (wordsToo && found.printed)) ? { ...found, file: of.name } : null;
}

async function round({ before, of }: Extract<DeskTask, { kind: "round" }>, onProgress: Progress): Promise<DeskRound | null> {
  const [was, is]: (NamedCheck | null)[] = [await named(before, checked, onProgress, true), await named(of, checked, onProgress, true)];
  return was && is ? deskRound(was, is) : null;
}

/** Of last year's file the tables are enough. */
async function lastYear({ of, last }: Extract<DeskTask, { kind: "lastYear" }>, onProgress: Progress): Promise<DeskHeld | null> {
  const current: NamedCheck | null = await named(of, checked, onProgress);
  const published: NamedTables | null = await named(last, tablesOf, onProgress);
  return current && published && deskLastYear(current, published);
}

async function letters({ offices, request }: Extract<DeskTask, { kind: "letters" }>): Promise<DeskAnswers["letters"]> {
  const files = await letterFiles({ offices }, request);
  const [first, another] = files;
  if (!first) return null;
  return another ? { name: "审核意见.zip", bytes: await packed(files), count: files.length } : { ...first, count: 1 };
}

/** Files that lie beside the list are opened from it. */
const link = (file: string): string => `./${onDisk(file).split("/").map(encodeURIComponent).join("/")}`;

function answer(task: DeskTask, onProgress: Progress): Promise<unknown> {
  switch (task.kind) {
    case "check":
      return check(task.of, onProgress);
    case "archived":
      return lookedInto(task.of);
    case "identity":
      return identity(task.of, onProgress);
    case "beside":
      return beside(task.workbook, task.report, onProgress);
    case "round":
      return round(task, onProgress);
    case "lastYear":
      return lastYear(task, onProgress);
    case "filed":
      return named(task.of, checked, onProgress).then((found) => found && filedOf(task.of.name, found));
    case "letters":
      return letters(task);
    case "write":
      return writeDesk(task.format, task.desk, { title: "部门预算公开审核", link });
  }
}

self.onmessage = ({ data }: MessageEvent<DeskTask>) => {
  const say = (message: ReadMessage): void => self.postMessage(message);
  void answer(data, (progress) => say({ progress })).then(
    (result) => say({ result }),
    (cause: unknown) => say({ problem: String(cause), kind: null }),
  );
};
