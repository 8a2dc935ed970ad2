import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { manyCommand } from "../../src/cli/arguments";
import { check } from "../../src/cli/check";
import type { Checkers } from "../../src/cli/check-threads";
import type { Terminal } from "../../src/cli/terminal";
import { units } from "../../src/cli/units";
import type { DeskRound } from "../../src/desk/held";
import type { CheckLine, FileLine } from "../../src/results/line";
import { pdf } from "../report/pdf-writer";
import { officeWorkbook } from "./desk-files";

/** Its sums hold to the last digit, so that twelve of it are exactly twelve times as much. */
const SAMPLE = "2025-11-unit";
const UNITS = 12;

/** A figure typed over, and what the sample has there. */
interface Fault {
  readonly cell: string;
  readonly typed: number;
  readonly right: string;
}

const FAULTS: readonly Fault[] = [
  { cell: "表1!D12", typed: 30.8, right: "30.08" },
  { cell: "表3!E22", typed: 7.48, right: "7.84" },
  { cell: "表5!F18", typed: 17.29, right: "17.92" },
  { cell: "表5!E7", typed: 230, right: "203.00" },
  { cell: "表2!E7", typed: 186.54, right: "168.54" },
];

/** right: never wrong · stays: wrong in both rounds · mended: wrong in the first · breaks: wrong in the second. */
type Fate = "right" | "stays" | "mended" | "breaks";

export interface Planted {
  readonly file: string;
  readonly fate: Fate;
  readonly fault: Fault | null;
}

/** A desk in a folder, and what was planted in it. */
export interface PlantedDesk {
  readonly now: string;
  readonly before: string;
  readonly department: string;
  readonly units: string;
  readonly offices: readonly Planted[];
  /** Files that no one can read. */
  readonly unreadable: readonly string[];
  readonly wrongUnit: Planted;
}

/** The same numbers for the same seed (Park and Miller). */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** The sample as a department's whose every amount is so many times as much. */
function times(bytes: Uint8Array, factor: number): Uint8Array {
  const amount = /(<c r="[A-Z]+\d+"(?! t=)[^>]*>)<v>([\d.]+)<\/v>/g;
  const product = (all: string, cell: string, value: string): string =>
    cell.includes('t="') ? all : `${cell}<v>${String(Math.round(Number(value) * factor * 100) / 100)}</v>`;
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [
    name,
    /worksheets\/sheet(?:[1-9]|1[01])\.xml$/.test(name) ? strToU8(strFromU8(part).replace(amount, product)) : part,
  ]);
  return zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>);
}

/** Writes a desk of so many offices beside a department with its units, two rounds, and five files that cannot be read. */
export async function plantDesk(
  root: string,
  { offices, seed }: { readonly offices: number; readonly seed: number },
): Promise<PlantedDesk> {
  const next = random(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T;
  const [now, before] = [path.join(root, "now"), path.join(root, "before")];
  const unitFolder = path.join(now, "主管", "所属单位");
  for (const folder of [unitFolder, before]) mkdirSync(folder, { recursive: true });
  const right = await officeWorkbook(SAMPLE);
  const bytesOf = (name: string, fault: Fault | null): Promise<Uint8Array> =>
    officeWorkbook(SAMPLE, name, fault ? { [fault.cell]: fault.typed } : {});
  const written = (folder: string, name: string, bytes: Uint8Array): string => {
    const at = path.join(folder, `${name}.xlsx`);
    writeFileSync(at, bytes);
    return at;
  };
  const file = async (folder: string, name: string, fault: Fault | null): Promise<string> =>
    written(folder, name, await bytesOf(name, fault));
  const packed: Record<string, Uint8Array> = {};
  const planted: Planted[] = [];
  for (let i = 0; i < offices; i++) {
    const name = `丙市第${String(i + 1)}中心`;
    const fate = next() < 0.6 ? "right" : pick(["stays", "mended", "breaks"] as const);
    const fault = fate === "right" ? null : pick(FAULTS);
    const bytes = await bytesOf(name, fate === "mended" ? null : fault);
    // The last two come packed together.
    const own = i < offices - 2 ? written(now, name, bytes) : path.join(now, "收.zip", "两家", `${name}.xlsx`);
    if (i >= offices - 2) packed[`两家/${name}.xlsx`] = bytes;
    planted.push({ file: own, fate, fault });
    await file(before, name, fate === "breaks" ? null : fault);
  }
  writeFileSync(path.join(now, "收.zip"), zipSync(packed, { level: 0 }));
  const unitFault = FAULTS[1] as Fault;
  const wrong = Math.floor(next() * UNITS);
  const unitFiles: string[] = [];
  for (let i = 0; i < UNITS; i++) unitFiles.push(await file(unitFolder, `乙市第${String(i + 1)}所`, i === wrong ? unitFault : null));
  const wrongUnit: Planted = { file: unitFiles[wrong] ?? "", fate: "stays", fault: unitFault };
  const department = path.join(now, "主管", "乙市主管局.xlsx");
  writeFileSync(department, times(await officeWorkbook(SAMPLE, "乙市主管局"), UNITS));
  const broken: readonly (readonly [string, Uint8Array])[] = [
    ["断了.xlsx", right.subarray(0, right.length - 3000)],
    ["空的.xlsx", new Uint8Array()],
    ["乱的.xlsx", right.map((byte, at) => (at > 200 && at % 7 === 0 ? 255 - byte : byte))],
    ["扫描.pdf", pdf([{ operations: ["q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q"] }, { operations: [] }])],
    ["旧格式.docx", Buffer.from("d0cf11e0a1b11ae1".padEnd(1024, "0"), "hex")],
  ];
  for (const [name, bytes] of broken) writeFileSync(path.join(now, name), bytes);
  const unreadable = broken.map(([name]) => path.join(now, name));
  return { now, before, department, units: unitFolder, offices: planted, unreadable, wrongUnit };
}

async function linesOf<T>(run: (terminal: Terminal) => Promise<unknown>): Promise<readonly T[]> {
  let written = "";
  await run({ colour: false, out: (text) => (written += text), err: () => undefined });
  return written
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

const errorsIn = ({ findings }: CheckLine): number =>
  findings.filter(({ verdict, severity }) => verdict === "broken" && severity === "error").length;

/** What of a file differs from what was planted in it; null where it is as it should be. */
function fileAmiss(line: FileLine | undefined, wrong: Fault | null): string | null {
  if (!line || "error" in line) return "was not read";
  const suspects = line.suspects.map(({ sheet, address, expected }) => `${sheet}!${address} ${expected ?? "?"}`);
  const wanted = wrong ? [`${wrong.cell} ${wrong.right}`] : [];
  const found = `${String(errorsIn(line))} errors, ${suspects.join(", ")}`;
  return errorsIn(line) > 0 === (wrong !== null) && suspects.join() === wanted.join() ? null : `${found}; planted ${wanted.join()}`;
}

function roundAmiss(round: DeskRound | undefined, { fate, fault }: Planted): string | null {
  if (!round) return "found no round before";
  const { asked, unasked, repaired, added } = round.counts;
  const wanted = { right: [0, 0, false, false], stays: [0, 0, false, false], mended: [1, 0, true, false], breaks: [0, 1, false, true] }[
    fate
  ];
  const found = [asked, unasked, repaired > 0, added > 0];
  const cell = round.changes[0]?.cell;
  const at = cell ? `${cell.sheet}!${cell.address}` : "";
  const isThere = fate === "mended" || fate === "breaks" ? at === fault?.cell : at === "";
  return found.join() === wanted.join() && isThere
    ? null
    : `${fate}: ${found.join()} at ${at}, planted ${wanted.join()} at ${fault?.cell ?? ""}`;
}

/** Everything that the command line says of the desk and was not planted, or does not say and was. */
export async function amissIn(desk: PlantedDesk, checkers: Checkers): Promise<readonly string[]> {
  const lines = await linesOf<FileLine>((terminal) => check(terminal, manyCommand([desk.now], { json: true }), checkers));
  const rounds = await linesOf<DeskRound>((terminal) =>
    check(terminal, manyCommand([desk.now], { json: true, lastRound: desk.before }), checkers),
  );
  const [sum] = await linesOf<{ causes: object[]; leftOut: object[]; findings: { blame: { file: string; address: string } | null }[] }>(
    (terminal) => units(terminal, { name: "units", file: desk.department, folder: desk.units, json: true }, checkers),
  );
  const line = (file: string): FileLine | undefined => lines.find((one) => one.file === file);
  const known = new Map([...desk.offices, desk.wrongUnit].map((one) => [one.file, one]));
  const files = lines.flatMap(({ file }) => {
    if (desk.unreadable.includes(file)) return [];
    const planted = known.get(file);
    const amiss = fileAmiss(line(file), planted && planted.fate !== "mended" ? planted.fault : null);
    return amiss === null ? [] : [`${file}: ${amiss}`];
  });
  const unread = desk.unreadable.filter((file) => {
    const one = line(file);
    return !one || !("error" in one);
  });
  const held = desk.offices.flatMap((office) => {
    const amiss = roundAmiss(
      rounds.find(({ file }) => file === office.file),
      office,
    );
    return amiss === null ? [] : [`${office.file}: ${amiss}`];
  });
  const blamed = sum?.findings.map(({ blame }) => `${blame?.file ?? ""} ${blame?.address ?? ""}`).join() ?? "";
  const isSum = sum && sum.causes.length + sum.leftOut.length === 0 && blamed === `${desk.wrongUnit.file} E22`;
  return [
    ...(lines.length === desk.offices.length + UNITS + 1 + desk.unreadable.length ? [] : [`${String(lines.length)} files`]),
    ...files,
    ...unread.map((file) => `${file}: was read`),
    ...held,
    ...(isSum ? [] : [`department: ${JSON.stringify(sum).slice(0, 600)}`]),
  ];
}
