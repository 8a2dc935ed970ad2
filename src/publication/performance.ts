import { GROUPED } from "../amount/format";
import type { Desk } from "../narrative/desk";
import { figureSegment, minus, plus, type Figure } from "../narrative/figure";
import { incomeOf } from "../narrative/quantities/income";
import { projectsOf, type Project } from "../narrative/quantities/projects";
import { segmentsText, type Paragraph, type Segment } from "../narrative/segments";
import { normalise } from "../text/wording";
import { givenPerformance } from "./given-performance";
import { gridCell, type Grid, type GridCell } from "./grid";

/**
 * The performance tables that follow the narrative's words on them, as they stand in the workbook. Of what it has none, the
 * money is filled in from the disclosure tables; goals and indicators are left to be filled in.
 */
export function performanceGrids(desk: Desk, wanted: NonNullable<Paragraph["performance"]>): readonly Grid[] {
  const given = givenPerformance(desk.recognised.workbook);
  const whole = given.filter(({ title }) => title.includes("整体"));
  const ofProjects = given.filter((grid) => !whole.includes(grid));
  const named = new Set(ofProjects.flatMap(({ rows }) => rows.flatMap((cells) => cells.map(({ text }) => normalise(text)))));
  const missing = (projectsOf(desk) ?? []).filter(({ name }) => !named.has(normalise(name.text)));
  const projects = [...ofProjects, ...missing.map((project) => projectGrid(desk, project))];
  if (wanted === "projects") return projects;
  return [...(whole.length > 0 ? whole : [wholeGrid(desk)]), ...projects];
}

const INDICATORS = ["一级指标", "二级指标", "三级指标", "指标值"];
const WHOLE = [...INDICATORS, "指标设定依据", "分值权重"];
const PROJECT = [...INDICATORS, "指标值设置依据", "上年完成值", "指标分值权重", "指标赋分规则", "佐证资料"];

/** 上级安排 and 本级安排 are the fiscal appropriation, 其他 all that is not. */
function wholeGrid(desk: Desk): Grid {
  const { total, sources } = incomeOf(desk);
  const of = (words: RegExp): Figure => plus(sources.filter(({ said }) => words.test(said)).map(({ current }) => current));
  const [above, other] = [of(/^上级/), of(/财政专户|单位资金|非财政/)];
  const own = minus(total, [above, other]);
  const kind = segmentsText([desk.kind].flatMap(said));
  const row = (label: string, figure: Figure, before: readonly GridCell[]): readonly GridCell[] => [
    ...before,
    head(label),
    amount(figure, 3),
  ];
  return {
    ...titled(desk, `${kind}整体绩效目标表`),
    width: WHOLE.length,
    rows: [
      [head(`${kind}名称`), value(said(desk.organisation), 5)],
      [head("年度绩效目标"), open("年度绩效目标", 5)],
      [head("年度预算（万元）", { rows: 5 }), head("资金来源", { columns: 2 }), head("资金总额（万元）", { columns: 3 })],
      row("上级安排", above, [head("财政资金", { rows: 2 })]),
      row("本级安排", own, []),
      row("其他", other, [head("其他资金")]),
      [head("合计：", { columns: 2 }), amount(total, 3)],
      ...indicators(WHOLE),
    ],
  };
}

function projectGrid(desk: Desk, { name, amount: fiscal, unit }: Project): Grid {
  const none = minus(fiscal, [fiscal]);
  return {
    ...titled(desk, "项目支出绩效目标表"),
    width: PROJECT.length,
    rows: [
      [head("预算单位", { columns: 2 }), value(unit.flat(), 7)],
      [head("项目名称", { columns: 2 }), value([name], 7)],
      [
        head("项目资金（万元）", { columns: 2 }),
        head("年度预算总额"),
        amount(fiscal, 1),
        head("其中：财政拨款"),
        amount(fiscal, 1),
        head("其他资金", { columns: 2 }),
        amount(none, 1),
      ],
      [head("项目总体目标", { columns: 2 }), open("项目总体目标", 7)],
      ...indicators(PROJECT),
    ],
  };
}

function titled({ years }: Desk, title: string): Omit<Grid, "width" | "rows"> {
  return { label: "", title, subtitle: `（${segmentsText(years.current)}年）`, organisation: "", unit: "", note: "", headingRows: 0 };
}

/** Their headings, and a row to be filled in. */
function indicators(heads: readonly string[]): readonly (readonly GridCell[])[] {
  return [heads.map((text) => head(text)), heads.map((_, index) => (index === 2 ? open("绩效指标", 1) : gridCell("")))];
}

const said = (node: Desk["kind"]): readonly Segment[] =>
  node.kind === "words" ? [{ kind: "words", text: node.text }] : "segments" in node ? node.segments : [];
const head = (text: string, spans: Partial<GridCell> = {}): GridCell => gridCell(text, { align: "center", ...spans });
const value = (segments: readonly Segment[], columns: number): GridCell =>
  gridCell(segmentsText(segments), { columns, open: segments.some(({ kind }) => kind === "todo") });
const open = (what: string, columns: number): GridCell => gridCell(`〔待填：${what}〕`, { columns, open: true });
const amount = (figure: Figure, columns: number): GridCell => ({
  ...value([figureSegment(figure, GROUPED)], columns),
  align: figure.known ? "right" : "left",
});
