/** docs/checks.md: every check of the catalogue, in the words that findings use. */
import { houses } from "../../src/templates/houses";
import { templateOf, type Family, type Form, type Template } from "../../src/templates/family";
import type { House } from "../../src/templates/house";
import { yearsOf } from "../../src/checks/engine/check";
import { reconciliations } from "../../src/checks/prior-year";
import { cardOf, type AnyRule, type RuleCard } from "../../src/checks/rule-card";
import { textRules } from "../../src/checks/text-rules";
import type { Severity } from "../../src/checks/report";

const levels: Readonly<Record<Severity, string>> = { error: "错误", warning: "警告", info: "提示" };

const sources: Readonly<Record<string, string>> = {
  F: "公开表表样：表内合计平衡",
  X: "公开表表样：表间勾稽",
  E: "支出功能分类与部门预算支出经济分类的常见对应，不是恒等式",
  S: "《地方预决算公开操作规程》（财预〔2016〕143号）、公开表表样",
  G: "照印出的样子核对加法；项目绩效目标随部门预算公开",
  K: "当年《政府收支分类科目》",
  M: "常见水平，仅供参考",
  P: "说明各处用的上年数要对得上",
  B: "公开的说明与公开表一致、自己不矛盾",
  T: "公开的说明与公开表一致、自己不矛盾",
};

const INTRODUCTION = `# 审核目录

本页由程序按审核目录生成（\`npm run docs\`），与程序实际执行的审核一致；规则的来历见[审核依据](rules.md)。表号按各地最近一年的模板；新疆11张表的模板没有委托业务费表，上年结转结余表是表11。

## 结论

| 结论 | 意思 | 要不要处理 |
| --- | --- | --- |
| 相符 | 两边的数一致 | 不用 |
| 尾差 | 相差的数在四舍五入能造成的范围以内 | 不用；标明“少见”的请核对 |
| 不符 | 两边的数不一致，四舍五入解释不了 | 要改；错误级的必须改，警告级的核实后可写审核说明 |
| 不适用 | 模板没有这张表，或表里没有这一项 | 不用 |
| 未执行 | 缺表、缺列、缺行，或格里不是数 | 要补；没有执行的不能当作通过 |

## 尾差怎么算

- 同一个数在两处出现，必须完全相等：差 0.01 是警告（两处取整可能不同），再多是错误。
- n 个数相加与合计比：每个数最多偏 0.005，最多能差 ⌊(n+1)/2⌋×0.01；超过这个界是错误。没有超过、但大于 0.03×√((n+1)/12) 的，四舍五入很难碰巧造成，按尾差列出并提醒核对。n 只数有数的格。
- 部分不超过整体（公式里的 <=）：超出的数在上面的界以内算尾差。
- 单元格里存的小数比显示的多时，先用存的数算：存的数相符、显示的数有差，是显示位数造成的尾差。
- 以元列示、全部金额都是100元的整数倍的，精度按0.01万元；有零头的，精度为0.01元。

## 自定义审核

在工作簿里加一张工作表“自定义审核”，列标题为 编号、级别、公式、说明。

| 编号 | 级别 | 公式 | 说明 |
| --- | --- | --- | --- |
| 本局1 | 错误 | 表5[总计, 合计] = 表4[支出总计, 一般公共预算] | 两表一般公共预算支出总计相等 |
| 本局2 | 警告 | 表6[30217, 合计] <= 表10[公务接待费, 一般公共预算] | 基本支出里的接待费包含在“三公”经费里 |
| K11 | 停用 | | 援疆项目列行政运行，财政局已同意 |
| X711 | 提示 | | 委托业务费含基本支出安排的部分 |

- 一格写成“表5[行, 列]”。行写总计、编码（可带名称）、表上的项目名，或者“各类”“各款”“各项”“各项目”“各单位”“各行”；列写列标题，或“每列”。
- “表5[各类, 合计]之和”是各类之和（也可写作“Σ表5[各类, 合计]”）；“各类”配“…[所属各款, …]之和”是逐类核对；另一张表里对应的行写“同一科目”“同一项目”，同一张表里写“同一行”。
- 运算符用 +、-、=、<=、>=；全角半角都可以。公式前不要加等号，或把单元格设为文本格式。
- 下面各表“公式”栏的写法可以直接粘贴。编号写内置审核的编号（F、X、E、S、K、M、P、B 各类都可以；P、B 只写一个字母是全部），可以停用（级别写“停用”）或改级别，请在“说明”写明理由，理由会随结果列出。
- 本单位的科目名称与内置的不同，可以再加一张工作表“科目表”，列标题为 编码、名称、年度（如 2026、2019-2025，各年都用的留空），核对科目时先用它。
- 公式读不懂时，结果里会指出第几个字、最接近的写法。`;

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** The columns of every rule, of whatever kind. */
const HEAD = ["| 编号 | 适用 | 级别 | 公式或规则 | 为什么 | 相符的例子 | 不符的例子 | 依据 |", "| --- | --- | --- | --- | --- | --- | --- | --- |"];

/** Whose rule it is, and in which years. */
function scope(rule: RuleCard): string {
  const family = houses.find((house) => house.family.id === rule.family)?.family.name ?? "各地";
  return [family, yearsOf(rule)].filter((words) => words !== "").join("，");
}

function line(rule: AnyRule, template: Template): string {
  const card = cardOf(rule, template);
  const { id, severity, why, message, isFormula, examples } = card;
  const cells = [id, scope(card), levels[severity], isFormula ? `\`${message}\`` : message, why, examples.holds, examples.fails, sources[id.slice(0, 1)] ?? ""];
  return `| ${cells.map(cell).join(" | ")} |`;
}

const table = (rules: readonly AnyRule[], template: Template): string => [...HEAD, ...rules.map((rule) => line(rule, template))].join("\n");

/** Rules that stand in no table; they cannot be pasted into 自定义审核, only graded. */
function loose(template: Template): string {
  return [
    `## 上年预算数（填报-上年对比）\n\n“填报-上年对比”里填了上年预算数才核对；还没填的列为未执行。二、三、五是说明的节号。\n\n${table(reconciliations(), template)}`,
    `## 校对说明\n\n校对写好的说明时用的规则。同一条规则的问题，拿不准的按较轻的级别列出。编号与公开表审核相同的（${["S03", "S09", "K03", "K10", "K11", "M02", "E8", "X610"].join("、")}），是在说明里再看一遍。\n\n${table(textRules, template)}`,
  ].join("\n\n");
}

/** A family's chapters, its formulas in the words of its latest form. */
function housePart({ family, chapters }: House): string {
  const [form] = family.forms;
  if (!form) return "";
  const template = templateOf(family, form);
  return [`# ${family.name}`, ...chapters.map(({ heading, checks }) => `## ${family.name}　${heading}\n\n${table(checks, template)}`)].join("\n\n");
}

/** The first family's latest form: rules without formulas are printed alike in all. */
function usualForm(): { readonly family: Family; readonly form: Form } {
  const family = houses[0]?.family;
  const form = family?.forms[0];
  if (!family || !form) throw new Error("there is no family of templates");
  return { family, form };
}

/** The whole page. */
export function checksPage(): string {
  const usual = usualForm();
  const counts = houses.map(({ family, chapters }) => `${family.name} ${String(chapters.reduce((sum, { checks }) => sum + checks.length, 0))} 条`);
  const total = `各地公开表不同，审核也不同：${counts.join("，")}；上年预算数另有 ${String(reconciliations().length)} 条，校对说明另有 ${String(textRules.length)} 条。按行、按列、按科目的，逐行、逐列、逐科目执行，每一次算一项。`;
  return `${[INTRODUCTION, `## 全部审核\n\n${total}`, ...houses.map(housePart), "# 各地通用", loose(templateOf(usual.family, usual.form))].join("\n\n")}\n`;
}
