import type { Figure } from "../../narrative/figure";
import { isNonZero } from "../../narrative/figure";
import { vehiclePurchase } from "../../narrative/quantities/three-public";
import { judgeFigure } from "../judge/figures";
import { seeCells, type Ledger } from "../ledger";
import { figuresOf, type Stated } from "../read/figures";
import { statementsOf } from "../read/statements";
import { spanText, type Line } from "../text/lines";
import { resolveName, noteName } from "../words/names";
import { judgeStatement, type Reading } from "./target";

/** 机关运行经费. */
export function readOperating({ ledger, line }: Reading): void {
  const { operating } = ledger.book;
  for (const statement of statementsOf(line))
    if (/(?:财政拨款预算|预算|经费)(?:为)?$/.test(spanText(statement.label)))
      judgeStatement(ledger, statement, { id: "operating", what: "机关运行经费", figure: operating.current, comparison: operating, of: "operating" });
  for (const stated of figuresOf(line)) {
    const match = stated.written === "家" ? /^(行政单位|事业单位)/.exec(line.text.slice(stated.span.end)) : null;
    if (match) judgeFigure(ledger, `units.${match[1] ?? ""}`, `${match[1] ?? ""}数`, stated, ledger.book.desk.asks.basicCount(match[1] === "行政单位" ? "下属行政单位数" : "下属事业单位数"));
  }
}

interface Slot {
  readonly words: RegExp;
  readonly id: string;
  readonly what: string;
  readonly figure: Figure;
}

/** How far back the words that tell a figure are looked for. */
const REACH = 40;

/** Figures told by the words right before them; the first slot that fits. */
function readSlots(ledger: Ledger, line: Line, slots: readonly Slot[], units: readonly Stated["unit"][] = ["amount"]): void {
  for (const stated of figuresOf(line)) {
    const before = line.text.slice(Math.max(0, stated.span.start - REACH), stated.span.start);
    if (!units.includes(stated.unit)) continue;
    const slot = slots.find(({ words }) => words.test(before));
    if (slot) judgeFigure(ledger, slot.id, slot.what, stated, slot.figure);
  }
}

/** 政府采购. */
export function readProcurement({ ledger, line }: Reading): void {
  const { procurement: p } = ledger.book;
  readSlots(ledger, line, [
    { words: /货物(?:类)?(?:采购)?(?:预算)?$/, id: "procurement.goods", what: "政府采购货物预算", figure: p.goods },
    { words: /工程(?:类)?(?:采购)?(?:预算)?$/, id: "procurement.works", what: "政府采购工程预算", figure: p.works },
    { words: /服务(?:类)?(?:采购)?(?:预算)?$/, id: "procurement.services", what: "政府采购服务预算", figure: p.services },
    { words: /小微企业[^，。；]*$/, id: "procurement.micro", what: "小微企业预留采购预算", figure: p.micro },
    { words: /中小企业[^，。；]*$/, id: "procurement.small", what: "面向中小企业预留采购预算", figure: p.small },
    { words: /采购预算(?:总额|合计|为)?$/, id: "procurement", what: "政府采购预算", figure: p.total },
    // A word with a slip: told by its place in the sentence.
    { words: /其中：\p{sc=Han}{4,10}$/u, id: "procurement.goods", what: "政府采购货物预算", figure: p.goods },
  ]);
}

/** 国有资产占用使用. */
export function readAssets({ ledger, line }: Reading): void {
  const { assets: a, desk } = ledger.book;
  if (/大型设备/.test(line.text)) equipment(ledger, line);
  else {
    let at: { id: string; what: string; number: Figure; value: Figure } | null = null;
    const kinds = [
      { names: ["房屋"], id: "building", number: a.area, value: a.buildings },
      { names: ["车辆"], id: "vehicles", number: a.vehicleNumber, value: a.vehicleValue },
      ...a.vehicles.map(({ name, number, value }) => ({ names: [name], id: name, number, value })),
      { names: ["办公家具", "办公家具价值"], id: "furniture", number: a.furniture, value: a.furniture },
      { names: ["其他资产", "其他资产价值"], id: "others", number: a.others, value: a.others },
    ];
    let from = 0;
    for (const stated of figuresOf(line)) {
      const match = /(?:^|[，；：。.、])(\p{sc=Han}{2,8}?)(?:价值)?$/u.exec(line.text.slice(from, stated.span.start));
      const name = match?.[1];
      if (match && name !== undefined && name !== "价值") {
        const start = from + match.index + match[0].indexOf(name);
        const found = resolveName({ line, start, end: start + name.length }, kinds.map((kind) => ({ names: kind.names, value: kind })), 4);
        if (found && !found.exact) noteName(ledger, found.at, found.name, "资产名称");
        at = found ? { ...found.value, what: found.value.names[0] ?? "" } : null;
      }
      if (at && stated.unit === "amount") judgeFigure(ledger, `assets.${at.id}.value`, `${at.what}价值`, stated, at.value);
      else if (at && stated.unit !== "percent") judgeFigure(ledger, `assets.${at.id}.number`, `${at.what}${stated.unit === "area" ? "面积" : "数量"}`, stated, at.number);
      from = stated.span.end;
    }
  }
  const bought = vehiclePurchase(desk);
  const none = /未安排购置车辆经费/.exec(line.text);
  if (none && isNonZero(bought) && bought.known)
    ledger.fault({ id: "B-资", category: "figure", severity: "error", at: { line, start: none.index, end: none.index + none[0].length }, message: `说明写未安排购置车辆经费，表10公务用车购置是${bought.value.toFixed(2)}万元${seeCells(bought.cells)}。`, cells: bought.cells });
  for (const statement of statementsOf(line)) if (/安排购置车辆经费$/.test(spanText(statement.label))) judgeStatement(ledger, statement, { id: "assets.purchase", what: "购置车辆经费", figure: bought });
}

/** 单价50万元以上大型设备2台: the threshold is no figure of the unit's, the number of machines is. */
function equipment(ledger: Ledger, line: Line): void {
  const { assets: a } = ledger.book;
  for (const match of line.text.matchAll(/(\d+)万元以上(?:\p{sc=Han}{2,6}?)(\d+)(台|套|台套|台（套）)/gu)) {
    const buying = /安排购置[^。]*$/.test(line.text.slice(0, match.index));
    const over100 = Number(match[1]) >= 100;
    const digitsAt = match.index + match[0].length - (match[3] ?? "").length - (match[2] ?? "").length;
    const stated = figuresOf(line, digitsAt).find(({ digits }) => digits.start === digitsAt);
    const threshold = figuresOf(line, match.index).find(({ digits }) => digits.start === match.index);
    if (threshold && (match[1] === "50" || match[1] === "100")) ledger.prove(threshold, "模板规定的单价界限");
    else if (threshold) ledger.fault({ id: "B-资", category: "figure", severity: "error", at: threshold.digits, message: `大型设备的单价界限应为50万元或100万元，这里写${spanText(threshold.digits)}万元。`, expected: over100 ? "100" : "50", replaces: true });
    const [number, what] = buying ? [over100 ? a.buying100 : a.buying50, "安排购置"] : [over100 ? a.over100 : a.over50, "占用"];
    if (stated) judgeFigure(ledger, `assets.${buying ? "buying" : "over"}${over100 ? 100 : 50}`, `${what}${over100 ? 100 : 50}万元以上大型设备`, stated, number);
  }
}

/** 预算绩效: the summary; the tables below it are read in performance.ts. */
export function readPerformance({ ledger, line }: Reading): void {
  if (line.kind === "row") return;
  const { performance: p } = ledger.book;
  readSlots(ledger, line, [
    { words: /绩效目标\d+个，涉及预算金额$/, id: "performance.goal", what: "整体绩效目标金额", figure: p.goalAmount() },
    { words: /非财政拨款项目(?:\d+个，)?涉及预算金额$/, id: "performance.other", what: "非财政拨款项目", figure: p.otherAmount },
    { words: /财政拨款项目(?:\d+个，)?涉及预算金额$/, id: "performance.fiscal", what: "财政拨款项目", figure: p.fiscalAmount },
  ]);
  readSlots(ledger, line, [
    { words: /整体(?:预算)?绩效目标$/, id: "performance.goals", what: "整体绩效目标个数", figure: p.goals() },
    { words: /非财政拨款项目$/, id: "performance.otherProjects", what: "非财政拨款项目个数", figure: p.otherProjects() },
    { words: /(?:财政拨款项目|项目共|安排项目)$/, id: "performance.projects", what: "项目个数", figure: p.projects },
  ], ["count"]);
}
