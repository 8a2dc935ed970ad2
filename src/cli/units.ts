import path from "node:path";
import { address } from "../amount/cell-ref";
import { unitsWords, whyNotAdded } from "../desk/desk-held";
import { filedOf, type Filed } from "../desk/units/filed";
import { holdUnits, type UnitFinding, type UnitsHeld } from "../desk/units/hold";
import { DoorProblem } from "../hosts/door";
import { identityLine } from "../results/identity-line";
import type { Command } from "./arguments";
import type { ExitCode } from "./exit-code";
import { inOrder, type Checkers } from "./check-threads";
import { openChecked, type NamedFile } from "./checked-file";
import { passedOver } from "./passed-over";
import { faultMessage, oneLine, paint, progress, type Terminal } from "./terminal";
import { workbookFiles } from "./workbook-files";

type FiledCell = NonNullable<UnitFinding["cell"]>;

/** Files that could not be added up, and why. */
interface LeftOut {
  readonly file: string;
  readonly error: string;
}

/** Reads the units' workbooks: of the department's year, whatever becomes of the others. */
async function openUnits(
  terminal: Terminal,
  department: Filed,
  folder: string,
  checkers: Checkers,
): Promise<{ readonly units: readonly Filed[]; readonly leftOut: readonly LeftOut[]; readonly others: readonly string[] }> {
  const found = await workbookFiles([folder]);
  const files = found.files.filter((file) => path.resolve(file) !== path.resolve(department.file));
  const say = progress(terminal, files.length, "读取");
  const units: Filed[] = [];
  const leftOut: LeftOut[] = [];
  let done = 0;
  const read = (file: string): Promise<Filed | LeftOut> =>
    checkers
      .hold({ kind: "filed", file })
      .catch((error: unknown) => ({ file, error: error instanceof DoorProblem ? error.message : faultMessage("读取", file, error) }));
  for await (const unit of inOrder(files, checkers.width, read)) {
    say(done, unit.file);
    done += 1;
    const error = "error" in unit ? unit.error : whyNotAdded(department, unit);
    if (error !== null) leftOut.push({ file: unit.file, error });
    else if (!("error" in unit)) units.push(unit);
  }
  passedOver(terminal, found.others, "加总");
  return { units, leftOut, others: found.others };
}

/** So many figures are off by the same amount: said once, with the deepest rows first. */
const FEWEST_ALIKE = 3;
const SHOWN = 3;

/** Findings that are off by the same amount follow from one cause more often than not. */
function findingLines(terminal: Terminal, findings: readonly UnitFinding[]): readonly string[] {
  const groups = new Map<string, UnitFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.difference);
    if (group) group.push(finding);
    else groups.set(finding.difference, [finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const shown = group.length < FEWEST_ALIKE ? group : [group.find(({ blame }) => blame !== null) ?? group[0]].flatMap((one) => one ?? []);
    const rest = group.filter((one) => !shown.includes(one));
    const also = rest.slice(0, SHOWN).map(({ table, row, column }) => `${table}“${row}”的“${column}”`);
    return [
      ...shown.map(({ severity, verdict, message }) =>
        paint(
          terminal,
          verdict === "broken" && severity === "error" ? "red" : "yellow",
          `  ${verdict === "broken" && severity === "error" ? "不符　" : "请核实"}  ${oneLine(message)}`,
        ),
      ),
      ...(rest.length === 0
        ? []
        : [`          差同样的数的还有 ${String(rest.length)} 处：${oneLine(also.join("、"))}${rest.length > SHOWN ? " 等" : ""}`]),
    ];
  });
}

function heldText(terminal: Terminal, department: NamedFile, held: UnitsHeld, leftOut: readonly LeftOut[]): string {
  const { units, counts, causes, findings, notAdded, doubts } = held;
  const errors = counts.broken;
  const lines = [
    paint(terminal, "bold", `${oneLine(department.file)}（${String(units.length)} 个单位之和）`),
    ...leftOut.map(({ file, error }) => paint(terminal, "red", `  没有加总：${oneLine(file)}：${oneLine(error)}`)),
    ...causes.map(({ message, advice }) => paint(terminal, "red", `  ${oneLine(message + advice)}`)),
    ...doubts.map((words) => paint(terminal, "yellow", `  ${oneLine(words)}`)),
    ...findingLines(terminal, findings),
    ...notAdded.map(({ table, reason }) => paint(terminal, "yellow", `  未执行  ${table}：${oneLine(reason)}。`)),
    paint(terminal, errors > 0 ? "red" : "green", unitsWords(held)),
  ];
  return `${lines.join("\n")}\n`;
}

/** `others`: files that are neither workbooks nor reports. */
function heldJson(
  department: NamedFile,
  { units, counts, causes, findings, notAdded, doubts }: UnitsHeld,
  { leftOut, others }: { readonly leftOut: readonly LeftOut[]; readonly others: readonly string[] },
): object {
  const place = ({ row, column, ...cell }: FiledCell): object => ({ ...cell, address: address({ row, column }) });
  return {
    file: department.file,
    ...identityLine(department.book.recognised),
    units: units.map(({ file, organisation }) => ({ file, organisation })),
    leftOut,
    others,
    counts: { ...counts, notRun: notAdded.length },
    causes,
    doubts,
    findings: findings.map(({ cell, parts, blame, ...finding }) => ({
      id: "M04",
      ...finding,
      cells: [...(cell ? [place(cell)] : []), ...parts.map(place)],
      blame: blame && place(blame),
    })),
    notRun: notAdded,
  };
}

/** A department's tables against the sum of its units'; exit codes as `check`. */
export async function units(
  terminal: Terminal,
  { file, folder, json }: Extract<Command, { name: "units" }>,
  checkers: Checkers,
): Promise<ExitCode> {
  const department = await openChecked(file);
  const filed = filedOf(file, department);
  const { units: opened, ...left } = await openUnits(terminal, filed, folder, checkers);
  if (opened.length === 0)
    throw new DoorProblem(
      "empty",
      `“${folder}”里没有可以加总的单位工作簿。${left.leftOut.map(({ file: one, error }) => `${one}：${error}`).join("")}`,
    );
  const held = holdUnits(filed, opened);
  terminal.out(json ? `${JSON.stringify(heldJson(department, held, left))}\n` : heldText(terminal, department, held, left.leftOut));
  if (left.leftOut.length > 0) return 2;
  return held.counts.broken > 0 || held.causes.length > 0 ? 1 : 0;
}
