import type { CellRef } from "../amount/cell-ref";
import type { AboutText, InputSheetKey, OtherCategory, OtherItem, PriorCategory, TextCategory } from "../inputs/conventions";
import { findOther, findPrior, findProject, findWords, lastName } from "../inputs/find";
import type { Inputs, TextInput } from "../inputs/read";
import { isUnconfirmed, withoutMark } from "../inputs/unconfirmed";
import { quoted } from "../text/wording";
import { Exact } from "../amount/exact";
import { GROUPED } from "../amount/format";
import { changeOf, figureText, known, lacking, type Change, type Figure, type KnownFigure } from "./figure";
import type { Comparison } from "./comparison";
import type { Segment, Todo } from "./segments";
import { clause, reasonClause, tidy, tidyLines } from "./wording";

/** Last year's figure and this year's reason, as the user gave them or as they are still asked for. */
export interface PriorAnswer {
  readonly prior: Figure;
  /** The reason for a change; null where there is none and none is needed. */
  readonly reason: (change: Change) => readonly Segment[] | null;
  /** True where the user wrote a reason. */
  readonly explained: boolean;
}

/** Asks the 填报 sheets. What is blank becomes a gap to fill, with the cell where it belongs. */
export class Asks {
  private readonly expected = new Map<string, number>();
  private readonly free = new Map<InputSheetKey, number>();

  constructor(readonly inputs: Inputs) {}

  prior(category: PriorCategory, names: readonly string[], code = ""): PriorAnswer {
    const row = findPrior(this.inputs, category, names, code);
    const label = `${category}·${lastName(names[0] ?? "")}`;
    const key = `${category}|${code}|${names[0] ?? ""}`;
    const exists = row !== null;
    const prior: Figure =
      this.givenPrior(category, names, code) ??
      unanswered("上年预算数", {
        cell: row?.prior.cell ?? this.cell("priors", key, "上年预算数"),
        exists,
        message: `请填写${quoted(label)}的上年预算数（万元；上年没有的填0）`,
      });
    const reason = (change: Change): readonly Segment[] | null => {
      const given = row ? reasonSegments(row.reason, `${quoted(label)}的主要原因`) : null;
      if (given) return given;
      if (change.unchanged || (!change.amount.known && prior.known)) return null;
      const by = change.amount.known ? `（比上年${change.down ? "减少" : "增加"}${figureText(change.amount, GROUPED)}万元）` : "";
      return [
        todo("主要原因", {
          cell: row?.reason.cell ?? this.cell("priors", key, "主要原因"),
          exists,
          message: `请填写${quoted(label)}的主要原因${by}`,
        }),
      ];
    };
    return { prior, reason, explained: row !== null && row.reason.text !== "" };
  }

  /** A comparison of which nothing is known and nothing asked: what a text says beyond what is written. */
  unasked(current: Figure): Comparison {
    const unknown: Figure = lacking("上年预算数", "上年预算数没有填，这一句不写");
    return { current, prior: unknown, change: changeOf(current, unknown), reason: null, explained: false };
  }

  /** Last year's figure where the user gave one; asks for nothing. */
  givenPrior(category: PriorCategory, names: readonly string[], code = ""): KnownFigure | null {
    const row = findPrior(this.inputs, category, names, code);
    return row?.prior.value ? known(row.prior.value, [row.prior.cell], "上年预算数，见填报-上年对比") : null;
  }

  /** Words of 填报-文字说明, a clause without its full stop. `what` names them in the list of gaps. */
  words(category: TextCategory, names: readonly string[], what: string): readonly Segment[] {
    const rows = names.map((name) => findWords(this.inputs, category, name)).filter((row) => row !== null);
    const row = rows.find(({ content }) => content.text !== "") ?? rows[0] ?? null;
    const given = row ? reasonSegments(row.content, what) : null;
    const cell = row?.content.cell ?? this.cell("texts", `${category}|${names.at(-1) ?? ""}`, "内容");
    return given ?? [todo(what, { cell, exists: row !== null, message: `请填写${what}` })];
  }

  /** The paragraphs of 填报-文字说明 about the organisation, as the user wrote them. */
  about(name: AboutText): readonly (readonly Segment[])[] {
    const row = findWords(this.inputs, "部门概况", name);
    const cell = row?.content.cell ?? this.cell("texts", `部门概况|${name}`, "内容");
    const lines = row ? tidyLines(withoutMark(row.content.text)) : [];
    if (row && lines.length > 0 && isUnconfirmed(row.content.text))
      return lines.map((text) => [{ kind: "todo", text: `〔待核实：${text}〕`, todo: unconfirmed(name, cell) }]);
    if (lines.length > 0) return lines.map((text) => [{ kind: "input", text, cells: [cell] }]);
    return [[todo(name, { cell, exists: row !== null, message: `请填写${name}（填报-文字说明的“部门概况”）` })]];
  }

  /** The paragraphs of one field of 填报-项目说明, as the user wrote them; `fallback` where the tables can tell. */
  project(
    name: string,
    unit: string | null,
    field: "basis" | "unit" | "allocation" | "period",
    fallback: readonly Segment[] | null,
  ): readonly (readonly Segment[])[] {
    const column = { basis: "设立的政策依据", unit: "项目承担单位", allocation: "资金分配情况", period: "资金执行时间" }[field];
    const row = findProject(this.inputs, name, unit);
    const input = row?.[field];
    const lines = input ? tidyLines(input.text) : [];
    if (input && isUnconfirmed(input.text)) return [reasonSegments(input, `项目${quoted(name)}的${column}`) ?? []];
    if (input && lines.length > 0) return lines.map((text) => [{ kind: "input", text, cells: [input.cell] }]);
    if (fallback) return [fallback];
    const cell = input?.cell ?? this.cell("projects", `${name}|${unit ?? ""}`, column);
    return [[todo(column, { cell, exists: row !== null, message: `请填写项目${quoted(name)}的${column}` })]];
  }

  /** A figure of 填报-其他事项; `fallback` where the tables can tell. */
  other(category: OtherCategory, name: string, unit: OtherItem["unit"], fallback: Figure | null = null): Figure {
    const row = findOther(this.inputs, category, name);
    const form = unit === "万元" || unit === "平方米" ? "amount" : "count";
    if (row?.value.value) return known(row.value.value, [row.value.cell], "见填报-其他事项", form);
    if (fallback?.known) return fallback;
    const cell = row?.value.cell ?? this.cell("others", `${category}|${name}`, "数值");
    return unanswered(name, { cell, exists: row !== null, message: `请填写${quoted(`${category}·${name}`)}（${unit}，没有的填0）` });
  }

  /** A number of 填报-基本信息. */
  basicCount(item: "下属预算单位数" | "下属行政单位数" | "下属事业单位数"): Figure {
    const input = this.inputs.basics.get(item);
    const digits = /^\d+/.exec(input?.text ?? "")?.[0];
    if (input && digits !== undefined)
      return { known: true, value: Exact.ofUnits(Number(digits)), form: "count", cells: [input.cell], working: "见填报-基本信息" };
    const cell = input?.cell ?? this.cell("basics", item, "内容");
    return unanswered(item, { cell, exists: input !== undefined, message: `请填写${quoted(item)}（家，没有的填0）` });
  }

  basicText(item: "单位名称" | "预算年度"): readonly Segment[] {
    const input = this.inputs.basics.get(item);
    if (input && input.text !== "") return [{ kind: "input", text: tidy(input.text), cells: [input.cell] }];
    const cell = input?.cell ?? this.cell("basics", item, "内容");
    return [todo(item, { cell, exists: input !== undefined, message: `请填写${quoted(item)}` })];
  }

  /** Where an answer belongs: rows that do not exist yet are thought of below the last one, one after the other. */
  private cell(sheet: InputSheetKey, key: string, column: string): CellRef {
    const found = this.inputs.sheets[sheet];
    const place = `${sheet}|${key}`;
    let row = this.expected.get(place);
    if (row === undefined) {
      row = this.free.get(sheet) ?? found.freeRow;
      this.free.set(sheet, row + 1);
      this.expected.set(place, row);
    }
    return { sheet: found.name, row, column: found.columns.get(column) ?? 0 };
  }
}

function todo(what: string, todo: { cell: CellRef; exists: boolean; message: string }): Segment {
  return { kind: "todo", text: `〔待填：${what}〕`, todo };
}

function unanswered(what: string, details: { cell: CellRef; exists: boolean; message: string }): Figure {
  return { known: false, instead: todo(what, details) };
}

/** null where nothing is written. A text taken over from last year stays marked until somebody confirms it. */
function reasonSegments(input: TextInput, what: string): readonly Segment[] | null {
  const text = reasonClause(withoutMark(input.text));
  if (text === "") return null;
  if (!isUnconfirmed(input.text)) return [{ kind: "input", text, cells: [input.cell] }];
  return [{ kind: "todo", text: `〔待核实：${clause(text)}〕`, todo: unconfirmed(what, input.cell) }];
}

function unconfirmed(what: string, cell: CellRef): Todo {
  return { cell, exists: true, message: `请核实${what}：现为上年的文字，改好后删去前面的“〔待核实〕”` };
}
