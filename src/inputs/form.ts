import { isSameCell, type CellRef } from "../amount/cell-ref";
import { Exact } from "../amount/exact";
import { normalise } from "../text/wording";
import type { Recognised } from "../workbook/recognised";
import { basicItems, type OtherCategory, type PriorCategory } from "./conventions";
import { figureOf, yearFigures, type YearFigure } from "./current-figures";
import { lastName } from "./find";
import type { AmountInput, Inputs, TextInput } from "./read";
import { isUnconfirmed, withoutMark } from "./unconfirmed";

/** One thing to fill in, and the cell of the 填报 sheet that it belongs to. */
export interface FormField {
  readonly cell: CellRef;
  readonly label: string;
  /** line: a few words. */
  readonly kind: "amount" | "line" | "text";
  /** Said behind an amount: 万元, 辆; "" for words. */
  readonly unit: string;
  /** What stands there now; last year's words without their mark. */
  readonly text: string;
  /** Last year's words, which nobody has confirmed yet. */
  readonly proposed: boolean;
  /** reason: asked for only where there is a change. */
  readonly role: "prior" | "reason" | "other";
}

/** What belongs together: a subject with last year's figure and the reason, a project with its four fields. */
export interface FormEntry {
  readonly title: string;
  /** This year's figure, 万元; null where there is none to compare. */
  readonly current: string | null;
  readonly fields: readonly FormField[];
}

export interface FormGroup {
  readonly title: string;
  readonly entries: readonly FormEntry[];
}

/** The groups of 填报-上年对比 and 填报-其他事项, in the order of the document. */
const PRIORS: readonly (readonly [title: string, categories: readonly PriorCategory[]])[] = [
  ["收入来源", ["收入来源"]],
  ["支出", ["支出总额", "一般公共预算"]],
  ["科目", ["功能科目", "政府性基金预算", "国有资本经营预算"]],
  ["“三公”经费和机关运行经费", ["“三公”经费", "机关运行经费"]],
];
const OTHERS: readonly (readonly [title: string, category: OtherCategory])[] = [
  ["机关运行经费", "机关运行经费"],
  ["采购", "政府采购"],
  ["资产", "国有资产"],
  ["绩效", "预算绩效"],
];

/** All that the 填报 sheets ask for, group by group; what lacks an answer first, the largest changes first among them. */
export function inputForm(recognised: Recognised, inputs: Inputs): readonly FormGroup[] {
  const now = yearFigures(recognised, inputs);
  const groups: readonly FormGroup[] = [
    { title: "基本信息", entries: basics(inputs) },
    ...PRIORS.map(([title, categories]) => ({ title, entries: [...priors(now, inputs, categories)].sort(byNeed) })),
    { title: "用途和说明", entries: words(inputs) },
    { title: "项目", entries: projects(inputs) },
    ...OTHERS.map(([title, category]) => ({ title, entries: others(inputs, category) })),
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

/** How much it changed, 万元; null while last year's figure is not filled in. */
export function changeIn({ current, fields }: FormEntry): Exact | null {
  const prior = fields.find(({ role }) => role === "prior");
  const [now, before] = [Exact.parse(current ?? ""), Exact.parse((prior?.text ?? "").replace(/,/g, ""))];
  return now && before ? now.minus(before) : null;
}

/** Whether a field of it still wants an answer, or a confirmation. */
export function isOpen(entry: FormEntry, field: FormField): boolean {
  if (field.proposed) return true;
  if (field.text !== "") return false;
  return field.role !== "reason" || changeIn(entry)?.isZero() === false;
}

export const openIn = (entry: FormEntry): number => entry.fields.filter((field) => isOpen(entry, field)).length;

/** What is to stand in a field's cell for what was typed; undefined: no number where one is wanted. */
export function typedInto({ kind }: FormField, text: string): string | number | null | undefined {
  const words = text.trim();
  if (words === "") return null;
  if (kind !== "amount") return words;
  return Exact.parse(words.replace(/[,，\s]/g, ""))?.toNumber();
}

/** The form with one field filled in. */
export function withAnswer(groups: readonly FormGroup[], cell: CellRef, text: string): readonly FormGroup[] {
  const isIt = (field: FormField): boolean => isSameCell(field.cell, cell);
  return groups.map((group) => ({
    ...group,
    entries: group.entries.map((entry) =>
      entry.fields.some(isIt)
        ? { ...entry, fields: entry.fields.map((field) => (isIt(field) ? { ...field, text, proposed: false } : field)) }
        : entry,
    ),
  }));
}

function byNeed(a: FormEntry, b: FormEntry): number {
  const size = (entry: FormEntry): Exact => changeIn(entry)?.abs() ?? Exact.parse(entry.current ?? "")?.abs() ?? Exact.zero;
  return Math.sign(openIn(b)) - Math.sign(openIn(a)) || (openIn(a) > 0 ? size(b).compare(size(a)) : 0);
}

const wordsField = (label: string, { text, cell }: TextInput, role: FormField["role"] = "other"): FormField => ({
  cell,
  label,
  kind: "text",
  unit: "",
  text: withoutMark(text),
  proposed: isUnconfirmed(text),
  role,
});

const amountField = (label: string, { value, cell }: AmountInput, unit: string, role: FormField["role"] = "other"): FormField => ({
  cell,
  label,
  kind: "amount",
  unit,
  text: value?.toString() ?? "",
  proposed: false,
  role,
});

function basics({ basics: known }: Inputs): readonly FormEntry[] {
  return basicItems.flatMap((item) => {
    const input = known.get(item);
    return input ? [{ title: item, current: null, fields: [{ ...wordsField("内容", input), kind: "line" as const }] }] : [];
  });
}

function priors(now: readonly YearFigure[], inputs: Inputs, categories: readonly PriorCategory[]): readonly FormEntry[] {
  const wanted = new Set(categories.map((category) => normalise(category)));
  return inputs.priors
    .filter(({ category }) => wanted.has(normalise(category)))
    .map(({ category, code, name, prior, reason }) => {
      const current = figureOf({ category, code, name }, now);
      return {
        title: lastName(name),
        current: (current?.value ?? Exact.zero).toFixed(2),
        fields: [amountField("上年预算数", prior, "万元", "prior"), wordsField("主要原因", reason, "reason")],
      };
    });
}

function words({ texts }: Inputs): readonly FormEntry[] {
  return texts.map(({ category, name, content }) => ({
    title: name === "" ? category : `${category} · ${lastName(name)}`,
    current: null,
    fields: [wordsField("内容", content)],
  }));
}

function projects({ projects: known }: Inputs): readonly FormEntry[] {
  return known.map(({ name, basis, unit, allocation, period }) => ({
    title: name,
    current: null,
    fields: [
      wordsField("设立的政策依据", basis),
      wordsField("项目承担单位", unit),
      wordsField("资金分配情况", allocation),
      wordsField("资金执行时间", period),
    ],
  }));
}

function others({ others: known }: Inputs, category: OtherCategory): readonly FormEntry[] {
  return known
    .filter((row) => normalise(row.category) === normalise(category))
    .map(({ name, value, unit }) => ({ title: name, current: null, fields: [amountField("数值", value, unit)] }));
}
