import type { Desk } from "../../../narrative/desk";
import { tableOf } from "../../../narrative/desk";
import { isNonZero, type Figure } from "../../../narrative/figure";
import { about, section, text, TOTALS, usual, type Passage, type SectionPattern } from "../../../narrative/paragraphs";
import { either, maybe, name, option, type Node, type Pattern, type Quantity } from "../../../narrative/pattern/node";
import { figureIn, figureOf, totalOf } from "../../../narrative/quantities/cells";
import { itemsOf } from "../../../narrative/quantities/subjects";
import { say, words } from "../../../narrative/say";
import { subjectWords } from "../../../narrative/wording";
import type { TableKey } from "../../define";
import { amount, because, called, changed, compared, partOf, quantityOf, share, subject, us } from "../../common/narrative/free";
import type { overview } from "../tables";

/** 部门预算情况说明 of a unit of a central department: the four tables, each with what it comes to and how it is made up. */
export function sections(desk: Desk): readonly SectionPattern[] {
  return [
    about(overall(desk), "收支总预算", "收支预算", "收支总计", "收入支出总预算"),
    about(income(desk), "收入预算", "收入总预算", "总收入", "收入总计"),
    about(expenditure(desk), "支出预算", "支出总预算", "总支出", "支出总计"),
    about(fiscal(desk), "财政拨款支出", "财政拨款预算支出"),
  ];
}

type Line = keyof (typeof overview)["lines"];
const at = ({ recognised }: Desk, line: Line, side: "收入预算数" | "支出预算数"): Figure =>
  figureOf(recognised, "overview", (table) => table.line(line), side, line);
const received = (desk: Desk, line: Line): Figure => at(desk, line, "收入预算数");
const spent = (desk: Desk, line: Line): Figure => at(desk, line, "支出预算数");

const whose = (desk: Desk): Pattern => say`${maybe([us(desk)], true)}${desk.year}年${maybe([words("度")])}`;

/** One of a sort, each told where there is something. */
const asked = (sort: string, pattern: Pattern): Passage => ({ ...usual(sort, pattern), kind: "text" });

/** An amount that is compared with nothing of the year before that the office would have been asked for. */
const plain = (desk: Desk, id: string, what: string, figure: Figure): Quantity => quantityOf(id, what, figure, desk.asks.unasked(figure));

/** The total of a section, as an office may go on to compare and explain it. */
function total(desk: Desk, label: Node, quantity: Quantity, behind: Pattern = []): Passage {
  const comparison = desk.asks.unasked(quantity.figure);
  return asked(
    TOTALS,
    say`${whose(desk)}${label}${amount(quantity)}${behind}${compared(desk, quantity, comparison, false)}${because(quantity, comparison)}，其中：`,
  );
}

/** 与上年相比，2021年收支总预算增加2,780.98万元: the change alone. */
function change(desk: Desk, label: Pattern, { id, what, figure }: Quantity): Passage {
  const quantity = plain(desk, `changed.${id}`, what, figure);
  return text(say`${changed(desk, label, quantity)}${because(quantity, desk.asks.unasked(figure))}。`);
}

const BALANCED = called("收支总预算", "收支预算总额", "收支预算总计", "收支总计", "收入支出总预算");

function overall(desk: Desk): SectionPattern {
  const all = plain(desk, "total", "收支总预算", received(desk, "收入总计"));
  const parts: readonly (readonly [Line, "in" | "out", ...string[]])[] = [
    ["本年收入合计", "in", "本年收入预算", "本年收入", "本年预算收入", "本年收入合计"],
    ["使用非财政拨款结余", "in", "使用非财政拨款结余", "用事业基金弥补收支差额"],
    ["上年结转", "in", "上年结转", "上年结转结余", "上年结转资金"],
    ["本年支出合计", "out", "本年支出预算", "本年支出", "本年预算支出", "本年支出合计"],
    ["结转下年", "out", "结转下年", "结转下年资金", "年终结转"],
  ];
  return section("overall", say`收支预算情况说明`, [
    total(desk, BALANCED, all),
    ...parts.map(([line, side, first = "", ...others]) => {
      const figure = side === "in" ? received(desk, line) : spent(desk, line);
      return asked("收支总预算的组成", say`${called(first, ...others)}${amount(quantityOf(`total.${line}`, line, figure))}，`);
    }),
    change(desk, say`${maybe([us(desk)])}${desk.year}年${maybe([words("度")])}${BALANCED}`, all),
  ]);
}

const SOURCES: readonly (readonly [Line, ...string[]])[] = [
  ["财政拨款", "一般公共预算拨款收入", "财政拨款收入", "财政拨款", "一般公共预算财政拨款收入", "一般公共预算财政拨款"],
  ["上级补助收入", "上级补助收入"],
  ["事业收入", "事业收入"],
  ["事业单位经营收入", "事业单位经营收入", "经营收入"],
  ["附属单位缴款", "附属单位上缴收入", "附属单位缴款", "附属单位上缴款"],
  ["其他收入", "其他收入"],
  ["使用非财政拨款结余", "使用非财政拨款结余", "用事业基金弥补收支差额"],
  ["上年结转", "上年结转", "上年结转资金", "上年结转结余"],
];
const INCOMES = ["总收入", "收入预算", "收入总预算", "收入预算总额", "本年收入", "本年收入合计", "全部收入"];

function income(desk: Desk): SectionPattern {
  const all = plain(desk, "income", "收入预算", received(desk, "收入总计"));
  const own = plain(desk, "income.this", "本年收入预算", received(desk, "本年收入合计"));
  const ownLabel = called("本年收入预算", "本年预算收入", "本年收入合计", "本年收入");
  return section("income", say`收入预算情况说明`, [
    total(desk, called("收入预算", "收入总预算", "收入预算总额", "收入总计", "总收入"), all, within(ownLabel, own)),
    ...SOURCES.map(([line, first = "", ...others]) => {
      const part = partOf(quantityOf(`income.${line}`, line, received(desk, line)), all, [own]);
      return asked("收入构成", say`${called(first, ...others)}${amount(part)}${share(part, INCOMES)}；`);
    }),
    text(
      say`${whose(desk)}${ownLabel}${amount(own)}${compared(desk, own, desk.asks.unasked(own.figure), false)}${because(own, desk.asks.unasked(own.figure))}。`,
    ),
    ...SOURCES.map(([line, first = "", ...others]) =>
      change(desk, [called(first, ...others)], quantityOf(line, line, received(desk, line))),
    ),
  ]);
}

/** （本年预算收入390,140.45万元）: behind a total that takes in what was carried over, as some offices have it. */
function within(label: Node, quantity: Quantity): Pattern {
  const said = say`（${maybe([words("其中：")])}${label}${amount(quantity)}）`;
  return [either([], [option("said", quantity, said), option("said", quantity, [])])];
}

const EXPENSES = ["总支出", "支出预算", "支出总预算", "支出预算总额", "本年支出", "本年支出合计", "全部支出"];
const USES = ["基本支出", "项目支出", "上缴上级支出", "经营支出", "对下级单位补助支出"] as const;

function expenditure(desk: Desk): SectionPattern {
  const all = plain(
    desk,
    "expenditure",
    "支出预算",
    figureOf(desk.recognised, "overview", (table) => table.total("right"), "支出预算数", "支出总计"),
  );
  const own = plain(desk, "expenditure.this", "本年支出预算", spent(desk, "本年支出合计"));
  const ownLabel = called("本年支出预算", "本年预算支出", "本年支出合计", "本年支出");
  const part = (id: string, what: string, label: Node, figure: Figure): Passage => {
    const quantity = partOf(quantityOf(id, what, figure), all, [own]);
    return asked(
      id.startsWith("uses.") ? "支出用途" : "支出构成",
      say`${label}${maybe([called("预算数为", "预算数", "预算")])}${amount(quantity)}${share(quantity, EXPENSES)}；`,
    );
  };
  const classes = classesOf(desk, "overview", "支出预算数");
  return section("expenditure", say`支出预算情况说明`, [
    total(desk, called("支出预算", "支出总预算", "支出预算总额", "支出总计", "总支出"), all, within(ownLabel, own)),
    ...classes.map(({ node, name: said, figure }) => part(`classes.${said}`, said, node, figure)),
    part("carried", "结转下年", called("结转下年", "结转下年资金", "年终结转"), spent(desk, "结转下年")),
    ...USES.map((column) => part(`uses.${column}`, column, called(column), totalOf(desk.recognised, "expenditure", column, column))),
    text(
      say`${whose(desk)}${ownLabel}${amount(own)}${compared(desk, own, desk.asks.unasked(own.figure), false)}${because(own, desk.asks.unasked(own.figure))}。`,
    ),
    ...classes.map(({ node, name: said, figure }) => change(desk, [node], quantityOf(`classes.${said}`, said, figure))),
  ]);
}

interface Class {
  readonly name: string;
  readonly node: Node;
  readonly figure: Figure;
}

/** The classes of a table with expenditure; one of a single group is also called by that group's name. */
function classesOf(desk: Desk, key: TableKey, column: string): readonly Class[] {
  const table = tableOf(desk, key);
  const detailed = tableOf(desk, "expenditure");
  return (table?.rows ?? []).flatMap((row): readonly Class[] => {
    const figure = table && row.kind === "class" ? figureIn(table, row, column) : null;
    if (!figure || !isNonZero(figure)) return [];
    const said = subjectWords(row.name);
    const code = row.code ?? detailed?.rows.find((one) => one.kind === "class" && subjectWords(one.name) === said)?.code ?? null;
    const groups = code === null ? [] : (detailed?.rows ?? []).filter((one) => one.kind === "group" && one.code?.startsWith(code) === true);
    const only = groups.length === 1 ? groups.map((one) => subjectWords(one.name)) : [];
    return [{ name: said, node: name([words(said)], "类级科目", [said.replace(/支出$/, ""), ...only]), figure }];
  });
}

const APPROPRIATED = ["本年财政拨款", "财政拨款支出", "财政拨款支出预算", "财政拨款", "本年财政拨款支出", "财政拨款总支出"];

function fiscal(desk: Desk): SectionPattern {
  const all = plain(desk, "fiscal", "财政拨款支出预算", totalOf(desk.recognised, "fiscalExpenditure", "合计", "财政拨款支出预算"));
  const label = called("财政拨款支出预算", "本年财政拨款支出预算", "财政拨款支出", "财政拨款预算支出", "一般公共预算财政拨款支出预算");
  const part = (sort: string, id: string, what: string, node: Node, figure: Figure): Passage => {
    const quantity = partOf(quantityOf(id, what, figure), all);
    return asked(sort, say`${node}${maybe([called("预算数为", "预算数", "预算")])}${amount(quantity)}${share(quantity, APPROPRIATED)}；`);
  };
  const classes = classesOf(desk, "fiscalExpenditure", "合计");
  return section("fiscalExpenditure", say`财政拨款支出预算情况说明`, [
    total(desk, label, all),
    ...classes.map(({ node, name: said, figure }) => part("财政拨款支出构成", `fiscal.${said}`, said, node, figure)),
    ...(["基本支出", "项目支出"] as const).map((column) =>
      part(
        "财政拨款支出用途",
        `fiscal.uses.${column}`,
        column,
        called(column),
        totalOf(desk.recognised, "fiscalExpenditure", column, column),
      ),
    ),
    ...(itemsOf(desk, "fiscalExpenditure", "功能科目") ?? []).map(({ code, path, comparison }) => {
      const [first = "", second = "", third = path.at(-1) ?? ""] = path;
      const quantity = quantityOf(`items.${code}`, third, comparison.current, comparison);
      return asked(
        "各项支出",
        say`${maybe(say`${subject(first, "类")}（类）`)}${maybe(say`${subject(second, "款")}（款）`)}${subject(third, "项")}（项）${maybe(say`${desk.year}年`)}${maybe([called("预算数为", "预算数", "预算")], true)}${amount(quantity)}${compared(desk, quantity, comparison, false)}${because(quantity, comparison)}。`,
      );
    }),
    change(desk, say`${maybe([us(desk)])}${maybe(say`${desk.year}年`)}${label}`, all),
    ...classes.map(({ node, name: said, figure }) => change(desk, [node], quantityOf(`fiscal.${said}`, said, figure))),
  ]);
}
