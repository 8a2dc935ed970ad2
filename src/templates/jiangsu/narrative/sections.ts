import type { Comparison } from "../../../narrative/comparison";
import type { Desk } from "../../../narrative/desk";
import type { Figure } from "../../../narrative/figure";
import { about, section, sub, text, TOTALS, unwritten, usual, type Passage, type SectionPattern } from "../../../narrative/paragraphs";
import { free, maybe, told, type Node, type Pattern, type Quantity } from "../../../narrative/pattern/node";
import { compare } from "../../../narrative/quantities/compare";
import { itemsOf, type SubjectItem } from "../../../narrative/quantities/subjects";
import { say, words } from "../../../narrative/say";
import type { TableKey } from "../../define";
import { amount, because, called, compared, elsewhere, partOf, quantityOf, share, subject, us, usedFor } from "../../common/narrative/free";
import { JIANGSU_FROM_2021 } from "./id";
import {
  carriedOver,
  classesOf,
  fiscalTotal,
  income,
  oneOf,
  partOfBasic,
  purchase,
  total,
  totalIfPrinted,
  use,
  type OtherUse,
} from "./quantities";

/** 预算情况说明 of Jiangsu: what is told table by table, from 2017 on and in the words of the thirteen tables that came later. */
export function sections(desk: Desk): readonly SectionPattern[] {
  return [
    overall(desk),
    incomes(desk),
    expenditures(desk),
    fiscal(desk),
    fiscalExpenditure(desk),
    basic(desk, "fiscalBasic", say`财政拨款基本支出预算情况说明`),
    general(desk),
    basic(desk, "basic", say`一般公共预算基本支出预算情况说明`),
    threePublic(desk),
    funds(desk),
    stateCapital(desk),
    about(operating(desk), "机关运行经费"),
    about(procurement(desk), "政府采购"),
    // Asked for since 2019.
    (desk.recognised.year ?? 0) >= 2019 ? about(assets(), "国有资产", "共有车辆") : assets(),
    about(performance(desk), "绩效目标", "绩效管理", "绩效评价"),
  ];
}

/** One of a sort that the form asks for, each where there is something. */
const asked = (sort: string, pattern: Pattern): Passage => ({ ...usual(sort, pattern), kind: "item" });

/** 江苏省某某厅2019年度, 2019年度本部门, 2019年度 */
const whose = (desk: Desk): Pattern => say`${us(desk)}${desk.year}年${maybe([words("度")], true)}`;
/** 2019年度本部门…, or by its name: 某某办公厅2019年…. */
const ofYear = (desk: Desk): Pattern => say`${maybe([us(desk)])}${desk.year}年${maybe([words("度")])}${maybe([desk.own], true)}`;

function weighed(desk: Desk, id: string, what: string, figure: Figure, names: readonly string[] = [what]): readonly [Quantity, Comparison] {
  const comparison = names.length === 0 ? desk.asks.unasked(figure) : compare(desk, figure, "收入来源", names);
  return [quantityOf(id, what, figure, comparison), comparison];
}

/** One amount with what it changed by, and why. */
function told1(desk: Desk, label: Node, [quantity, comparison]: readonly [Quantity, Comparison], asks = true): Pattern {
  return say`${label}${amount(quantity)}${compared(desk, quantity, comparison, asks)}${because(quantity, comparison)}。`;
}

const ALL = (id: string, what: string, desk: Desk): readonly [Quantity, Comparison] =>
  weighed(desk, id, what, income(desk, "收入总计"), []);

/** Where money comes from: as the twelve tables call it, and as the thirteen do. */
const SOURCES = [
  { line: "当年收入小计", labels: ["本年收入合计", "当年收入小计", "本年收入"] },
  { line: "财政拨款", labels: ["财政拨款收入预算总计", "财政拨款收入总计", "财政拨款收入预算", "财政拨款收入"] },
  {
    line: "一般公共预算拨款",
    labels: ["一般公共预算收入预算", "一般公共预算拨款收入", "一般公共预算拨款收入预算", "一般公共预算财政拨款收入", "一般公共预算收入"],
  },
  {
    line: "政府性基金预算拨款",
    labels: ["政府性基金收入预算", "政府性基金预算拨款收入", "政府性基金预算收入预算", "政府性基金预算收入", "政府性基金收入"],
  },
  { line: "国有资本经营预算拨款", labels: ["国有资本经营预算拨款收入", "国有资本经营预算拨款收入预算"] },
  {
    line: "财政专户管理资金",
    labels: ["财政专户管理资金收入预算总计", "财政专户管理资金收入", "财政专户管理资金收入预算", "财政专户管理资金"],
  },
  ...(["事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入"] as const).map(
    (line) => ({ line, labels: [line, `${line}预算`] }) as const,
  ),
  { line: "其他资金", labels: ["其他资金收入预算总计", "其他资金收入", "其他资金收入预算", "其他资金"] },
  {
    line: "上年结转资金",
    labels: ["上年结转资金预算数为", "上年结转资金预算数", "上年结转资金", "上年结转结余为", "上年结转结余", "上年结转和结余"],
  },
] as const;

/** What offices take for the whole where something was carried over. */
const thisYears = (desk: Desk): Quantity => quantityOf("source.当年收入小计", "本年收入合计", income(desk, "当年收入小计"));
const spentThisYear = (desk: Desk): Quantity => quantityOf("uses.当年支出小计", "本年支出合计", use(desk, "当年支出小计"));

/** What only adds up those behind it. */
const SUMS: readonly string[] = ["财政拨款", "当年收入小计"];

/** 基本支出, 项目支出, 单位预留机动经费, 结转下年资金 */
const USES = ["基本支出", "项目支出", "单位预留机动经费"] as const;

function overall(desk: Desk): SectionPattern {
  const [all, change] = ALL("all.total", "收支预算总计", desk);
  const carried = weighed(desk, "uses.结转下年资金", "结转下年资金", use(desk, "结转下年资金"), []);
  return section(
    "overall",
    say`收支预算总体情况说明`,
    [
      asked(
        TOTALS,
        say`${whose(desk)}${called("收入、支出预算总计", "收、支预算总计", "收支预算总计", "收入支出预算总计", "收支总预算")}${amount(all)}${compared(desk, all, change)}${because(all, change)}。`,
      ),
      asked(
        TOTALS,
        say`（一）${called("收入预算总计", "收入总计", "收入预算合计")}${amount(quantityOf("in", "收入预算总计", income(desk, "收入总计")))}。`,
      ),
      ...SOURCES.map(({ line, labels: [first, ...others] }) =>
        SUMS.includes(line)
          ? text(told1(desk, called(first, ...others), weighed(desk, `source.${line}`, line, income(desk, line)), false))
          : asked("收入来源", told1(desk, called(first, ...others), weighed(desk, `source.${line}`, line, income(desk, line)))),
      ),
      asked(
        TOTALS,
        say`（二）${called("支出预算总计", "支出总计", "支出预算合计")}${amount(quantityOf("out", "支出预算总计", use(desk, "支出总计")))}。`,
      ),
      text(say`${called("本年支出合计", "当年支出小计")}${amount(spentThisYear(desk))}。`),
      ...classesOf(desk).map(({ name, figure }) =>
        classSentence(desk, subject(name, "类"), weighed(desk, `classes.${name}`, name, figure, [])),
      ),
      text(told1(desk, called("结转下年资金预算数为", "结转下年资金预算数", "结转下年资金", "年终结转结余为", "年终结转结余"), carried)),
      ...USES.map((line) =>
        asked(
          "支出用途",
          told1(
            desk,
            called(`${line}预算数为`, `${line}预算数`, `${line}预算为`, line),
            weighed(desk, `uses.${line}`, line, use(desk, line), []),
          ),
        ),
      ),
    ],
    [
      say`${free([], "类级科目", "name")}（类）${maybe([words("支出")])}${amount(quantityOf("classes.*", "", elsewhere("支出")))}${usedFor("这一类")}。`,
    ],
  );
}

/** 一般公共服务（类）支出13,907.78万元，主要用于…。与上年相比增加…。主要原因是…。 */
function classSentence(desk: Desk, name: Node, [quantity, comparison]: readonly [Quantity, Comparison]): Passage {
  return asked(
    "各类支出",
    say`${name}（类）${maybe([words("支出")], true)}${amount(quantity)}${usedFor(quantity.what)}${compared(desk, quantity, comparison)}${because(quantity, comparison)}。`,
  );
}

const PARTS = [
  {
    line: "一般公共预算拨款",
    labels: ["一般公共预算收入", "本年一般公共预算收入", "一般公共预算拨款收入", "本年一般公共预算拨款收入", "一般公共预算资金"],
  },
  { line: "政府性基金预算拨款", labels: ["政府性基金预算收入", "本年政府性基金预算收入", "政府性基金预算拨款收入", "政府性基金"] },
  { line: "财政专户管理资金", labels: ["财政专户管理资金", "本年财政专户管理资金", "财政专户管理资金收入"] },
  { line: "其他资金", labels: ["其他资金", "其他资金收入"] },
  ...(["国有资本经营预算拨款", "事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入"] as const).map((line) => {
    const name = line === "国有资本经营预算拨款" ? "国有资本经营预算收入" : line;
    return { line, labels: [`本年${name}`, name, ...(name === line ? [] : [`本年${line}收入`, `${line}收入`])] } as const;
  }),
  { line: "上年结转资金", labels: ["上年结转资金", "上年结转和结余资金", "上年结转结余资金", "上年结转结余"] },
] as const;

function incomes(desk: Desk): SectionPattern {
  const all = quantityOf("income", "收入预算合计", income(desk, "收入总计"));
  return section("income", say`收入预算情况说明`, [
    asked(
      TOTALS,
      say`${us(desk)}${maybe(say`${desk.year}年${maybe([words("度")])}`)}${called("本年收入预算合计", "收入预算合计", "收入预算总计", "本年收入合计")}${amount(all)}，其中：`,
    ),
    ...(["当年收入小计", "上年结转资金"] as const).map((line) => {
      const label =
        line === "当年收入小计" ? called("，包括本年收入", "，包括：本年收入", "，其中：本年收入") : called("，上年结转结余", "，上年结转");
      return unwritten(text(say`${label}${amount(quantityOf(`incomes.of.${line}`, line, income(desk, line)))}。`));
    }),
    ...PARTS.map(({ line, labels: [first, ...others] }) => {
      const part = partOf(quantityOf(`incomes.${line}`, line, income(desk, line)), all, [thisYears(desk)]);
      const pattern = say`${called(first, ...others)}${amount(part)}${share(part, ["收入预算", "本年收入", "总收入", "收入合计"])}；`;
      // Where the tables tell apart of what they are, the text does so too.
      return line === "上年结转资金" && carriedOver(desk, "单位资金").known ? text(pattern) : asked("收入构成", pattern);
    }),
    ...CARRIED.map(([column, name]) => {
      const part = partOf(quantityOf(`carried.${column}`, `上年结转结余的${name}`, carriedOver(desk, column)), all);
      return asked("收入构成", say`${called(`上年结转结余的${name}`)}${amount(part)}${share(part, ["收入预算", "总收入", "收入合计"])}；`);
    }),
  ]);
}

/** Of what the carried-over funds of the thirteen tables are: the column, and its name in a sentence. */
const CARRIED = [
  ["一般公共预算", "一般公共预算收入"],
  ["政府性基金预算", "政府性基金预算收入"],
  ["国有资本经营预算", "国有资本经营预算收入"],
  ["财政专户管理资金", "财政专户管理资金"],
  ["单位资金", "单位资金"],
] as const;

function expenditures(desk: Desk): SectionPattern {
  const since2021 = desk.recognised.template.family === JIANGSU_FROM_2021;
  // 支出总表 of the thirteen tables comes to what is spent this year, 支出预算总表 of the twelve to all of it.
  const all = quantityOf("expenditure", "支出预算合计", use(desk, since2021 ? "当年支出小计" : "支出总计"));
  return section("expenditure", say`支出预算情况说明`, [
    asked(
      TOTALS,
      say`${us(desk)}${maybe(say`${desk.year}年${maybe([words("度")])}`)}${called("本年支出预算合计", "支出预算合计", "支出预算总计", "本年支出合计")}${amount(all)}，其中：`,
    ),
    ...[...USES, "结转下年资金" as const, ...OTHER_USES].map((line) => {
      const part = partOf(quantityOf(`spending.${line}`, line, use(desk, line)), all, [
        since2021 ? quantityOf("out", "支出预算总计", use(desk, "支出总计")) : spentThisYear(desk),
      ]);
      const label = called(line, ...(line === "单位预留机动经费" ? ["预留机动经费"] : []));
      const pattern = say`${label}${amount(part)}${share(part, ["支出预算", "本年支出", "总支出", "支出合计"])}；`;
      // The thirteen tables are told of by their columns, of which this is none.
      return line === "结转下年资金" && since2021 ? text(pattern) : asked("支出构成", pattern);
    }),
  ]);
}

/** Columns of 支出总表 that only the thirteen tables have. */
const OTHER_USES: readonly OtherUse[] = ["事业单位经营支出", "上缴上级支出", "对附属单位补助支出"];

function fiscal(desk: Desk): SectionPattern {
  const pair = weighed(desk, "all.fiscal", "财政拨款收支总预算", fiscalTotal(desk), []);
  const label = called("财政拨款收、支总预算", "财政拨款收、支预算", "财政拨款收支总预算", "财政拨款收支预算", "财政拨款收、支预算总计");
  return section("fiscal", say`财政拨款收支预算总体情况说明`, [asked(TOTALS, say`${whose(desk)}${told1(desk, label, pair)}`)]);
}

function fiscalExpenditure(desk: Desk): SectionPattern {
  const [plain, change] = weighed(
    desk,
    "all.fiscalExpenditure",
    "财政拨款支出预算",
    total(desk, "fiscalExpenditure", "财政拨款支出预算"),
    [],
  );
  const all = partOf(plain, quantityOf("expenditure", "本年支出合计", use(desk, "支出总计")), [spentThisYear(desk)]);
  return section(
    "fiscalExpenditure",
    say`财政拨款支出预算情况说明`,
    [
      asked(
        TOTALS,
        say`${whose(desk)}${called("财政拨款预算支出", "财政拨款支出预算", "财政拨款支出")}${amount(all)}${share(all, WHOLES)}${compared(desk, all, change)}${because(all, change)}，其中：`,
      ),
      ...itemSentences(desk, "fiscalExpenditure", "items"),
    ],
    [itemForm(desk, "items")],
  );
}
const WHOLES = ["本年支出合计", "本年支出", "支出预算合计", "本年支出预算合计"];

/** （一）一般公共服务支出（类）, and below it each of its items with group and name. */
function itemSentences(desk: Desk, key: TableKey, prefix: string): readonly Passage[] {
  const items = itemsOf(desk, key, "功能科目") ?? [];
  return items.flatMap((one, index) => {
    const [first] = one.path;
    const begins = first !== undefined && first !== items[index - 1]?.path[0];
    return [...(begins ? [sub(say`（一）${subject(first, "类")}（类）`)] : []), asked("各项支出", itemSentence(desk, prefix, one))];
  });
}

function itemSentence(desk: Desk, prefix: string, { code, path, comparison }: SubjectItem): Pattern {
  const [first = "", second = "", third = path.at(-1) ?? ""] = path;
  const quantity = quantityOf(`${prefix}.${code}`, third, comparison.current, comparison);
  return say`${maybe(say`${subject(first, "类")}（类）`)}${subject(second, "款")}（款）${subject(third, "项")}（项）${maybe([words("支出")], true)}${amount(quantity)}${prefix === "funds" ? usedFor(quantity.what) : []}${compared(desk, quantity, comparison)}${because(quantity, comparison)}。`;
}

/** The same of any subject, for what no table lists. */
function itemForm(desk: Desk, prefix: string): Pattern {
  const comparison = desk.asks.unasked(elsewhere("科目的预算数"));
  const quantity = quantityOf(`${prefix}.*`, "", comparison.current, comparison);
  return say`${free([], "款级科目", "name")}（款）${free([], "项级科目", "name")}（项）${maybe([words("支出")], true)}${amount(quantity)}${prefix === "funds" ? usedFor(quantity.what) : []}${compared(desk, quantity, comparison)}${because(quantity, comparison)}。`;
}

function basic(desk: Desk, key: "fiscalBasic" | "basic", heading: Pattern): SectionPattern {
  const all = quantityOf(key, key === "basic" ? "一般公共预算基本支出" : "财政拨款基本支出", total(desk, key, "基本支出"));
  const label =
    key === "basic"
      ? called("一般公共预算财政拨款基本支出预算", "一般公共预算基本支出预算", "一般公共预算财政拨款基本支出", "一般公共预算基本支出")
      : called("财政拨款基本支出预算", "财政拨款基本支出");
  const part = (what: "人员经费" | "公用经费"): Passage => {
    const names: Node = { kind: "list", list: `basic.${what}`, what: `${what}的款级科目`, names: null, instead: [] };
    return asked(
      "基本支出构成",
      say`${called(what, what === "公用经费" ? "日常公用经费" : "人员支出")}${amount(quantityOf(`${key}.${what}`, what, partOfBasic(desk, key, what)))}${maybe(say`${called("。主要包括：", "，主要包括：", "。主要包括", "，主要包括", "，包括：")}${names}`, true)}。`,
    );
  };
  return section(key, heading, [asked(TOTALS, say`${whose(desk)}${label}${amount(all)}，其中：`), part("人员经费"), part("公用经费")]);
}

function general(desk: Desk): SectionPattern {
  const [plain, change] = weighed(desk, "all.general", "一般公共预算支出", total(desk, "general", "一般公共预算支出"), []);
  const all = partOf(plain, quantityOf("expenditure", "本年支出合计", use(desk, "支出总计")), [spentThisYear(desk)]);
  return section("general", say`一般公共预算支出预算情况说明`, [
    asked(
      TOTALS,
      say`${whose(desk)}${called("一般公共预算财政拨款支出预算", "一般公共预算支出预算", "一般公共预算财政拨款支出", "一般公共预算支出")}${amount(all)}${share(all, WHOLES)}${compared(desk, all, change)}${because(all, change)}。`,
    ),
    ...itemSentences(desk, "general", "general").map((one) => ({
      ...one,
      ...(one.usual !== undefined && { usual: "一般公共预算各项支出" }),
    })),
  ]);
}

const ABROAD = called("因公出国（境）费支出", "因公出国（境）费", "因公出国（境）费用", "因公出国（境）费用支出");
const VEHICLES = called("公务用车购置及运行费支出", "公务用车购置及运行维护费支出", "公务用车购置及运行费", "公务用车购置及运行维护费");
const RECEPTION = called("公务接待费支出", "公务接待费", "公务接待费用支出");

const SHARES = "“三公”经费各项的占比";

function threePublic(desk: Desk): SectionPattern {
  const all = quantityOf("threePublic", "“三公”经费", oneOf(desk, "总计"));
  const part = (id: "因公出国" | "公务用车小计" | "公务接待费", what: string, label: Node): Pattern => {
    const quantity = partOf(quantityOf(`public.${id}`, what, oneOf(desk, id)), all);
    return say`${label}${amount(quantity)}${share(quantity, ["“三公”经费", "“三公”经费支出", "“三公”经费预算"])}`;
  };
  const one = (
    id: "因公出国" | "公务用车小计" | "公务用车购置" | "公务用车运行" | "公务接待费" | "会议费" | "培训费",
    what: string,
  ): Pattern => {
    const figure = oneOf(desk, id);
    const comparison = compare(desk, figure, "“三公”经费", [what]);
    const quantity: Quantity = { ...quantityOf(`threePublic.${id}`, what, figure, comparison), of: "threePublic" };
    const name = called(`${what}预算支出`, `${what}支出预算`, `${what}支出`, `${what}预算`, what, ...otherwise(what));
    return say`${name}${amount(quantity)}${compared(desk, quantity, comparison, id !== "公务用车小计")}${because(quantity, comparison)}`;
  };
  const alone = (id: "会议费" | "培训费"): Passage => asked(TOTALS, say`${whose(desk)}${arranged()}${one(id, id)}。`);
  const comparison = desk.asks.unasked(all.figure);
  const whole = { ...all, comparison };
  return section("threePublic", say`一般公共预算“三公”经费、会议费、培训费支出预算情况说明`, [
    unwritten(
      text(
        say`${whose(desk)}${called("一般公共预算拨款安排的“三公”经费支出预算", "一般公共预算拨款安排的“三公”经费预算支出", "一般公共预算安排的“三公”经费支出预算", "“三公”经费支出预算", "“三公”经费预算支出")}${amount(whole)}${compared(desk, whole, comparison, false)}${because(whole, comparison)}，其中：`,
      ),
    ),
    unwritten(text(say`${part("因公出国", "因公出国（境）费", ABROAD)}；`)),
    text(
      say`${whose(desk)}${called("一般公共预算拨款安排的“三公”经费预算支出中", "一般公共预算拨款安排的“三公”经费支出预算中", "一般公共预算拨款安排的“三公”经费支出中", "一般公共预算拨款安排的“三公”经费预算支出中，其中")}，${part("因公出国", "因公出国（境）费", ABROAD)}；`,
    ),
    asked(SHARES, say`${part("公务用车小计", "公务用车购置及运行费", VEHICLES)}；`),
    asked(SHARES, say`${part("公务接待费", "公务接待费", RECEPTION)}。`),
    ...(
      [
        ["因公出国", "因公出国（境）费"],
        ["公务用车小计", "公务用车购置及运行费"],
        ["公务用车购置", "公务用车购置"],
        ["公务用车运行", "公务用车运行维护费"],
        ["公务接待费", "公务接待费"],
      ] as const
    ).map(([id, what]) => (NESTED.includes(id) ? text(say`${one(id, what)}。`) : asked("“三公”经费各项", say`${one(id, what)}。`))),
    alone("会议费"),
    alone("培训费"),
  ]);
}

/** What of 公务用车购置及运行费 there is one alone of need not be told twice. */
const NESTED: readonly string[] = ["公务用车购置", "公务用车运行"];

const arranged = (): Node => called("一般公共预算拨款安排的", "一般公共预算财政拨款安排的", "一般公共预算安排的");

function otherwise(what: string): readonly string[] {
  const other: Readonly<Record<string, string>> = {
    公务用车购置及运行费: "公务用车购置及运行维护费",
    公务用车购置: "公务用车购置费",
    公务用车运行维护费: "公务用车运行费",
    "因公出国（境）费": "因公出国（境）费用",
  };
  const said = other[what];
  return said === undefined ? [] : [`${said}预算支出`, `${said}支出预算`, `${said}支出`, said];
}

function funds(desk: Desk): SectionPattern {
  const pair = weighed(desk, "funds", "政府性基金预算支出", total(desk, "funds", "政府性基金预算支出"), []);
  const label = called(
    "政府性基金支出预算支出",
    "政府性基金预算支出",
    "政府性基金支出预算",
    "政府性基金预算支出预算",
    "政府性基金预算财政拨款支出",
  );
  return section(
    "funds",
    say`政府性基金预算支出预算情况说明`,
    [
      text(say`${whose(desk)}${told1(desk, label, pair)}`),
      ...itemSentences(desk, "funds", "funds").map((one) => ({ ...one, ...(one.usual !== undefined && { usual: "基金各项支出" }) })),
    ],
    [itemForm(desk, "funds")],
  );
}

function stateCapital(desk: Desk): SectionPattern {
  const pair = weighed(desk, "stateCapital", "国有资本经营预算支出", totalIfPrinted(desk, "stateCapital", "国有资本经营预算支出"), []);
  const label = called("国有资本经营预算支出", "国有资本经营预算收入为", "国有资本经营预算支出预算", "国有资本经营支出预算");
  return section("stateCapital", say`国有资本经营预算支出预算情况说明`, [text(say`${whose(desk)}${told1(desk, label, pair)}`)]);
}

function operating(desk: Desk): SectionPattern {
  const figure = total(desk, "operating", "机关运行经费");
  const comparison = compare(desk, figure, "机关运行经费", ["机关运行经费"]);
  const quantity: Quantity = { ...quantityOf("operatingFunds", "机关运行经费", figure, comparison), of: "operating" };
  const label = called(
    "一般公共预算机关运行经费预算支出",
    "一般公共预算机关运行经费支出预算",
    "机关运行经费预算支出",
    "机关运行经费支出预算",
    "机关运行经费",
  );
  return section("operating", say`一般公共预算机关运行经费支出预算情况说明`, [
    asked(TOTALS, say`${ofYear(desk)}${told1(desk, label, [quantity, comparison])}`),
  ]);
}

function procurement(desk: Desk): SectionPattern {
  const all = quantityOf("procurement", "政府采购支出预算总额", total(desk, "procurement", "政府采购支出预算总额"));
  const part = (id: string, what: "货物" | "工程" | "服务", ...labels: readonly string[]): Pattern =>
    say`${called(`拟采购${what}支出`, `拟购买${what}支出`, `政府采购${what}支出`, `政府采购${what}预算`, `采购${what}支出`, `${what}支出`, `${what}类`, ...labels)}${amount(quantityOf(id, `政府采购${what}`, purchase(desk, what)))}`;
  return section("procurement", say`政府采购支出预算情况说明`, [
    asked(
      TOTALS,
      say`${ofYear(desk)}${called("政府采购支出预算总额", "政府采购预算总额", "政府采购支出预算", "政府采购预算")}${amount(all)}，其中：${part("procurement.goods", "货物")}、${part("procurement.works", "工程")}、${part("procurement.services", "服务")}。`,
    ),
  ]);
}

/** What the office owns no table has: only that the parts make up the whole. */
function assets(): SectionPattern {
  const cars = (id: string, what: string): Node => told(quantityOf(`cars.${id}`, what, elsewhere(what)));
  return section("assets", say`国有资产占用情况`, [
    text(say`${called("本部门共有车辆", "本单位共有车辆", "共有车辆")}${cars("all", "车辆数")}辆，其中，${free([], "各类车辆", "note")}。`),
  ]);
}

function performance(desk: Desk): SectionPattern {
  const whole = quantityOf("performance.whole", "整体支出", elsewhere("整体支出的绩效目标涉及的资金"));
  const [projects, money] = [elsewhere("绩效项目个数"), elsewhere("绩效项目资金")];
  const managed = called("实行绩效目标管理", "纳入绩效目标管理", "纳入绩效评价范围");
  const funds = called("涉及财政性资金合计", "涉及四本预算资金合计", "涉及财政性资金", "涉及四本预算资金", "涉及资金合计");
  const part = partOf(
    quantityOf("performance.money", "绩效项目资金", money),
    quantityOf("performance.all", "项目支出", elsewhere("项目支出")),
  );
  return section("performance", say`预算绩效目标设置情况说明`, [
    unwritten(text(say`${ofYear(desk)}整体支出${managed}，${funds}${amount(whole)}；`)),
    text(
      say`${maybe(say`${desk.year}年${maybe([words("度")])}`, true)}${maybe([desk.own], true)}共${told(quantityOf("performance.projects", "绩效项目个数", projects))}个项目${managed}，${funds}${amount(part)}${share(part, ["四本预算资金（项目支出）总额", "项目支出", "项目支出总额"])}。`,
    ),
  ]);
}
