import { address } from "../amount/cell-ref";
import type { Standing } from "../desk/decisions";
import { countsOf, wasChecked, levelOf, type Desk, type JudgedFinding, type Level, type OfficeRow } from "../desk/desk";
import { baseName } from "../desk/base-name";
import type { DraftCell, DraftRow, DraftStyle, FileLink, SheetDraft } from "../workbook/draft";
import {
  causeWords,
  commonWords,
  filesOf,
  findingWords,
  inputsWords,
  judgedWords,
  JUDGEMENT_WORDS,
  levelWords,
  placeOf,
  problemWords,
  proseWords,
  roundWords,
  stillWords,
  STANDING_WORDS,
  standingReasons,
  STATE_WORDS,
  summaryWords,
  tablesWords,
  withoutRound,
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
const DECISIONS = "审核意见";
const ROUNDS = "与上一稿";

const STANDING_STYLES: Readonly<Record<Standing["state"], DraftStyle>> = {
  open: "label",
  accepted: "label",
  rejected: "done",
  disputed: "error",
  lapsed: "warning",
};
const LEVEL_STYLES: Readonly<Record<Level, DraftStyle>> = { error: "error", notRun: "warning", warning: "warning", info: "info" };
const STATE_STYLES = { unreadable: "error", broken: "error", open: "warning", settled: "label", clean: "label" } as const;

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

/** In points: one line of text, and what Excel allows a row. */
const LINE = 15;
const TALLEST = 409;

/** Of a text, in the width of a digit: a Chinese character takes two. */
const widthOf = (value: DraftCell["value"]): number => String(value ?? "").replace(/[^\x00-\xff]/gu, "--").length;

/** As high as its longest text takes in its column: not every program fits rows when it opens a file. */
function fitted(row: DraftRow, widths: readonly number[]): DraftRow {
  const lines = row.cells.map(({ value }, at) => Math.ceil(widthOf(value) / Math.max(1, (widths[at] ?? 0) - 2)));
  const most = Math.max(1, ...lines);
  return most === 1 ? row : { ...row, height: Math.min(TALLEST, most * LINE + 2) };
}

function sheetOf({ name, notes, headings, widths, rows }: Body): SheetDraft {
  const wide = (value: string, style: DraftStyle): DraftRow => ({
    cells: [{ value, style }, ...headings.slice(1).map((): DraftCell => ({ value: null, style: "blank" }))],
  });
  const head = [
    { ...wide(name, "title"), height: 30 },
    ...notes.map((note) => wide(note, "note")),
    fitted(rowOf(headings.map((value) => [value, "heading"])), widths),
  ];
  return {
    name,
    columnWidths: widths,
    rows: [...head, ...rows.map((row) => fitted(row, widths))],
    frozenRows: head.length,
    lists: [],
    landscape: true,
    merges: head.slice(0, -1).map((_, at) => ({ top: at, left: 0, bottom: at, right: headings.length - 1 })),
  };
}

/**
 * The desk as a workbook: the offices, offices × rules, the findings, the cells most likely at fault, what was decided, and
 * where there was a round before, what became of it.
 */
export function deskSheets(desk: Desk, { title, link }: DeskSheetNames): readonly SheetDraft[] {
  const findings = findingSheet(desk, link);
  const isRound = desk.gone.length > 0 || desk.offices.some(({ rounds }) => rounds.length > 0);
  return [
    listSheet(desk, title, link, findings.firstOf),
    mapSheet(desk, findings.firstOf),
    findings.sheet,
    suspectSheet(desk, link),
    decisionSheet(desk),
    ...(isRound ? [roundSheet(desk)] : []),
  ];
}

/** The first row of an office on the sheet of the findings, by its place on the desk. */
type FirstOf = ReadonlyMap<number, number>;

const toFinding = (firstOf: FirstOf, office: number): Link | undefined => {
  const row = firstOf.get(office);
  return row === undefined ? undefined : { sheet: FINDINGS, address: address({ row, column: 0 }) };
};

function listSheet(desk: Desk, title: string, link: DeskSheetNames["link"], firstOf: FirstOf): SheetDraft {
  const rows = desk.offices.map((office, index) => {
    const { name, year, workbook, report, state, judged } = office;
    const counts = wasChecked(office) ? countsOf(office) : null;
    const counted = (value: number | undefined, style: "error" | "warning"): Said => [value ?? "", (value ?? 0) > 0 ? style : "label"];
    const file = (one: typeof workbook): Said => (one ? [baseName(one.file), "label", { file: link(one.file) }] : ["", "label"]);
    return rowOf([
      [index + 1, "label"],
      [name, "label", toFinding(firstOf, index)],
      [year ?? "未认出", "label"],
      [STATE_WORDS[state], STATE_STYLES[state]],
      counted(counts?.error, "error"),
      counted(counts?.warning, "warning"),
      counted(counts?.notRun, "warning"),
      [counts ? judged.rejected : "", "label"],
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
    notes: [title, summaryWords(desk), ...(desk.passedOver === "" ? [] : [desk.passedOver]), ...desk.common.map(commonWords)],
    headings: [
      "序号",
      "单位",
      "年度",
      "结论",
      "不符",
      "请核实",
      "未执行",
      "不采纳",
      "版式",
      "公开表",
      "填报表",
      "说明",
      "工作簿",
      "报告",
      "备注",
    ],
    widths: [6, 34, 8, 10, 7, 8, 8, 8, 22, 22, 12, 40, 26, 26, 50],
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
    headings: ["单位", "年度", ...checks.map(({ id, name }) => `${name}（${id}）`)],
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
    for (const finding of office.findings) {
      const inReport = finding.of === "report";
      const file = office[finding.of];
      rows.push(
        rowOf([
          [office.name, "label"],
          [office.year ?? "", "label"],
          [levelWords(finding), LEVEL_STYLES[levelOf(finding)]],
          [placeOf(finding), "label", file ? { file: link(file.file), ...(inReport ? {} : (finding.cell ?? {})) } : undefined],
          [findingWords(finding), "body"],
          ...standingCells(finding),
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
      headings: ["单位", "年度", "结论", "位置", "问题", "审核意见", "理由", "审核人", "文件", "规则"],
      widths: [30, 8, 9, 24, 90, 14, 40, 12, 28, 9],
      rows,
    }),
  };
}

const each = ({ standing: { decisions } }: JudgedFinding, words: (one: Standing["decisions"][number]) => string): string =>
  decisions
    .map(words)
    .filter((said) => said !== "")
    .join("；");

/** What was decided on a finding, why and by whom. */
function standingCells(finding: JudgedFinding): readonly Said[] {
  const { state } = finding.standing;
  const isSplit = state === "disputed";
  return [
    [STANDING_WORDS[state], STANDING_STYLES[state]],
    [isSplit ? standingReasons(finding) : each(finding, ({ reason }) => reason), "body"],
    [each(finding, ({ by }) => by), "label"],
  ];
}

/** Every decision that touches this desk, those that need a person first. */
function decisionSheet({ offices, totals }: Desk): SheetDraft {
  const order: readonly Standing["state"][] = ["disputed", "lapsed", "rejected", "accepted"];
  const all = offices.flatMap((office) => office.findings.map((finding) => ({ office, finding })));
  const rows = order.flatMap((state) => all.filter(({ finding }) => finding.standing.state === state).flatMap(decisionRows));
  return sheetOf({
    name: DECISIONS,
    notes: [judgedWords(totals.judged) || "还没有审核意见。"],
    headings: ["单位", "年度", "审核意见", "由谁", "怎么定的", "理由", "范围", "时间", "问题"],
    widths: [30, 8, 14, 12, 10, 40, 12, 18, 90],
    rows,
  });
}

const decisionRows = ({ office, finding }: { readonly office: OfficeRow; readonly finding: JudgedFinding }): readonly DraftRow[] =>
  finding.standing.decisions.map(({ by, judgement, reason, office: one, at }) =>
    rowOf([
      [office.name, "label"],
      [office.year ?? "", "label"],
      [STANDING_WORDS[finding.standing.state], STANDING_STYLES[finding.standing.state]],
      [by === "" ? "未署名" : by, "label"],
      [JUDGEMENT_WORDS[judgement], "label"],
      [reason, "body"],
      [one === null ? "所有单位" : "本单位", "label"],
      [at.slice(0, 16).replace("T", " "), "label"],
      [findingWords(finding), "body"],
    ]),
  );

/** What became of the round before, and every figure that changed though no finding asked for it. */
function roundSheet(desk: Desk): SheetDraft {
  const line = (
    { name, year }: Pick<OfficeRow, "name" | "year">,
    what: string,
    style: DraftStyle,
    where: string,
    words: string,
  ): DraftRow =>
    rowOf([
      [name, "label"],
      [year ?? "", "label"],
      [what, style],
      [where, "label"],
      [words, "body"],
    ]);
  const gone = desk.gone.map(({ organisation, year, file }) =>
    line({ name: organisation ?? "未认出", year }, "这一稿没有", "error", baseName(file), "上一稿里有这个文件，这一稿没有对照上。"),
  );
  const rows = desk.offices.flatMap((office) => [
    ...withoutRound(desk, office).map(({ file }) =>
      line(office, "上一稿没有", "warning", baseName(file), "上一稿里没有找到与它对照的文件。"),
    ),
    ...office.rounds.flatMap((round) => {
      const [isNew, isAltered] = [new Set(round.added), new Set(round.altered)];
      const change = (asked: boolean): readonly DraftRow[] =>
        round.changes
          .filter((one) => one.asked === asked)
          .map(({ words, cell }) =>
            line(
              office,
              asked ? "按意见改了" : "没有意见而改了",
              asked ? "label" : "warning",
              cell ? `${cell.sheet}!${cell.address}` : "",
              words,
            ),
          );
      return [
        line(office, "合计", "section", baseName(round.before), roundWords(round)),
        ...change(false),
        ...office.findings
          .filter(({ key }) => isAltered.has(key))
          .map((finding) => line(office, stillWords(finding), LEVEL_STYLES[levelOf(finding)], placeOf(finding), findingWords(finding))),
        ...office.findings
          .filter(({ key }) => isNew.has(key))
          .map((finding) => line(office, "新出现", LEVEL_STYLES[levelOf(finding)], placeOf(finding), findingWords(finding))),
        ...round.repaired.map((finding) => line(office, "已改好", "label", placeOf(finding), findingWords(finding))),
        ...change(true),
      ];
    }),
  ]);
  return sheetOf({
    name: ROUNDS,
    notes: ["没有意见而改了的数、改了仍不对的和新出现的问题先看；没有动、还在的问题在“发现的问题”里。"],
    headings: ["单位", "年度", "变化", "位置", "内容"],
    widths: [30, 8, 20, 24, 100],
    rows: [...gone, ...rows],
  });
}

function suspectSheet({ offices }: Desk, link: DeskSheetNames["link"]): SheetDraft {
  const rows = offices.flatMap((office) =>
    filesOf(office)
      .filter((file) => file === (office.workbook ?? office.report))
      .flatMap((file) => [
        ...file.causes.map((cause) =>
          rowOf([
            [office.name, "label"],
            [office.year ?? "", "label"],
            ["", "label"],
            ["", "label"],
            ["", "label"],
            [causeWords(cause), "body"],
          ]),
        ),
        ...file.suspects.map(({ sheet, address: cell, value, expected, message }) =>
          rowOf([
            [office.name, "label"],
            [office.year ?? "", "label"],
            [`${sheet}!${cell}`, "label", { file: link(file.file), ...(file.kind === "workbook" ? { sheet, address: cell } : {}) }],
            [value, "label"],
            [expected ?? "", "label"],
            [message, "body"],
          ]),
        ),
      ]),
  );
  return sheetOf({
    name: SUSPECTS,
    notes: ["改了这些格，表里的不符就消失。"],
    headings: ["单位", "年度", "格", "现在", "应为", "说明"],
    widths: [30, 8, 22, 18, 18, 90],
    rows,
  });
}
