import { address } from "../amount/cell-ref";
import { levelOf, type Desk, type Level } from "../desk/desk";
import { baseName } from "../desk/offices";
import type { DraftCell, DraftRow, DraftStyle, FileLink, SheetDraft } from "../workbook/draft";
import {
  filesOf,
  findingWords,
  inputsWords,
  levelWords,
  placeOf,
  problemWords,
  proseWords,
  STATE_WORDS,
  summaryWords,
  tablesWords,
} from "./desk-words";

export interface DeskSheetNames {
  readonly title: string;
  /** Where a file lies, as a relative address, its parts escaped for a URL. */
  readonly link: (file: string) => string;
}

const LIST = "单位";
const MAP = "单位与规则";
const FINDINGS = "发现的问题";
const SUSPECTS = "可能填错的格";

const LEVEL_STYLES: Readonly<Record<Level, DraftStyle>> = { error: "error", notRun: "warning", warning: "warning", info: "info" };
const STATE_STYLES = { unreadable: "error", broken: "error", open: "warning", clean: "label" } as const;

/** What a cell shows, how, and where a click leads. */
type Said = readonly [value: string | number, style: DraftStyle, link?: Link | undefined];
type Link = NonNullable<DraftCell["link"]> | FileLink;

const linked = (link: Link): Partial<DraftCell> => ("file" in link ? { opens: link } : { link });

const rowOf = (cells: readonly Said[]): DraftRow => ({
  cells: cells.map(([value, style, link]): DraftCell => ({ value: value === "" ? null : value, style, ...(link && linked(link)) })),
});

interface Body {
  readonly name: string;
  readonly notes: readonly string[];
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly DraftRow[];
}

function sheetOf({ name, notes, headings, widths, rows }: Body): SheetDraft {
  const wide = (value: string, style: DraftStyle): DraftRow => ({
    cells: [{ value, style }, ...headings.slice(1).map((): DraftCell => ({ value: null, style: "blank" }))],
  });
  const head = [
    { ...wide(name, "title"), height: 30 },
    ...notes.map((note) => wide(note, "note")),
    rowOf(headings.map((value) => [value, "heading"])),
  ];
  return {
    name,
    columnWidths: widths,
    rows: [...head, ...rows],
    frozenRows: head.length,
    lists: [],
    landscape: true,
    merges: head.slice(0, -1).map((_, at) => ({ top: at, left: 0, bottom: at, right: headings.length - 1 })),
  };
}

/** The desk as a workbook: the offices, offices × rules, the findings, the cells most likely at fault. */
export function deskSheets(desk: Desk, { title, link }: DeskSheetNames): readonly SheetDraft[] {
  const findings = findingSheet(desk, link);
  return [listSheet(desk, title, link, findings.firstOf), mapSheet(desk, findings.firstOf), findings.sheet, suspectSheet(desk, link)];
}

/** The first row of an office on the sheet of the findings, by its place on the desk. */
type FirstOf = ReadonlyMap<number, number>;

const toFinding = (firstOf: FirstOf, office: number): Link | undefined => {
  const row = firstOf.get(office);
  return row === undefined ? undefined : { sheet: FINDINGS, address: address({ row, column: 0 }) };
};

function listSheet(desk: Desk, title: string, link: DeskSheetNames["link"], firstOf: FirstOf): SheetDraft {
  const rows = desk.offices.map((office, index) => {
    const { name, year, workbook, report, tally, state } = office;
    const file = (one: typeof workbook): Said => (one ? [baseName(one.file), "label", { file: link(one.file) }] : ["", "label"]);
    return rowOf([
      [index + 1, "label"],
      [name, "label", toFinding(firstOf, index)],
      [year ?? "未认出", "label"],
      [STATE_WORDS[state], STATE_STYLES[state]],
      [tally.error, tally.error > 0 ? "error" : "label"],
      [tally.warning, tally.warning > 0 ? "warning" : "label"],
      [tally.notRun, tally.notRun > 0 ? "warning" : "label"],
      [(workbook ?? report)?.form ?? "", "label"],
      [tablesWords(office), "label"],
      [inputsWords(office), "label"],
      [proseWords(office), office.prose && office.prose.error > 0 ? "error" : "body"],
      file(workbook),
      file(report),
      [problemWords(office), "body"],
    ]);
  });
  return sheetOf({
    name: LIST,
    notes: [title, summaryWords(desk), ...desk.common.map(({ message }) => message)],
    headings: ["序号", "单位", "年度", "结论", "不符", "请核实", "未执行", "版式", "公开表", "填报表", "说明", "工作簿", "报告", "备注"],
    widths: [6, 34, 8, 10, 7, 8, 8, 22, 22, 12, 40, 26, 26, 50],
    rows,
  });
}

function mapSheet({ offices, checks }: Desk, firstOf: FirstOf): SheetDraft {
  const rows = offices.map(({ name, year, marks }, index) =>
    rowOf([
      [name, "label", toFinding(firstOf, index)],
      [year ?? "", "label"],
      ...checks.map(({ id }): Said => {
        const mark = marks.get(id);
        return mark ? [mark.count, LEVEL_STYLES[mark.level], toFinding(firstOf, index)] : ["", "label"];
      }),
    ]),
  );
  const total = rowOf([["有问题的单位数", "section"], ["", "section"], ...checks.map((check): Said => [check.offices, "section"])]);
  return sheetOf({
    name: MAP,
    notes: ["一列一条规则，最多单位有问题的在最左；格里是处数，红色不符，黄色请核实或未执行，蓝色提示。"],
    headings: ["单位", "年度", ...checks.map(({ id, why }) => (why === "" ? id : `${why}（${id}）`))],
    widths: [34, 8, ...checks.map(() => 14)],
    rows: [total, ...rows],
  });
}

function findingSheet({ offices }: Desk, link: DeskSheetNames["link"]): { readonly sheet: SheetDraft; readonly firstOf: FirstOf } {
  const notes = ["点“位置”打开这个文件的那一格（文件要还在原处）。"];
  const headRows = notes.length + 2;
  const firstOf = new Map<number, number>();
  const rows: DraftRow[] = [];
  for (const [index, office] of offices.entries()) {
    if (office.findings.length > 0) firstOf.set(index, headRows + rows.length);
    const tables = office.workbook ?? office.report;
    for (const finding of office.findings) {
      const inReport = finding.quote !== "" || !tables?.findings.includes(finding);
      const file = inReport ? (office.report ?? tables) : tables;
      rows.push(
        rowOf([
          [office.name, "label"],
          [office.year ?? "", "label"],
          [levelWords(finding), LEVEL_STYLES[levelOf(finding)]],
          [placeOf(finding), "label", file ? { file: link(file.file), ...(inReport ? {} : (finding.cell ?? {})) } : undefined],
          [findingWords(finding), "body"],
          [file ? baseName(file.file) : "", "label"],
          [finding.id, "note"],
        ]),
      );
    }
  }
  return {
    firstOf,
    sheet: sheetOf({
      name: FINDINGS,
      notes,
      headings: ["单位", "年度", "结论", "位置", "问题", "文件", "规则"],
      widths: [30, 8, 9, 24, 90, 28, 9],
      rows,
    }),
  };
}

function suspectSheet({ offices }: Desk, link: DeskSheetNames["link"]): SheetDraft {
  const rows = offices.flatMap((office) =>
    filesOf(office)
      .filter((file) => file === (office.workbook ?? office.report))
      .flatMap((file) =>
        file.suspects.map(({ sheet, address: cell, value, expected, message }) =>
          rowOf([
            [office.name, "label"],
            [office.year ?? "", "label"],
            [`${sheet}!${cell}`, "label", { file: link(file.file), ...(file.kind === "workbook" ? { sheet, address: cell } : {}) }],
            [value, "label"],
            [expected ?? "", "label"],
            [message, "body"],
          ]),
        ),
      ),
  );
  return sheetOf({
    name: SUSPECTS,
    notes: ["改了这些格，表里的不符就消失。"],
    headings: ["单位", "年度", "格", "现在", "应为", "说明"],
    widths: [30, 8, 22, 18, 18, 90],
    rows,
  });
}
