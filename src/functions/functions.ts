import { amounts, rounded, total, wanyuan } from "./amounts";
import { changeTexts, changes, rates } from "./changes";
import { shareTexts, shares } from "./shares";
import { subjectNames } from "./subjects";
import { ties } from "./ties";

// The custom functions of the namespace BUDGET. The comment above each becomes functions.json: what Excel shows while the
// formula is typed, parameter names included, which is why those are Chinese. Once published, none changes its meaning.
// Results have the shape of the ranges given and spill; errors in arguments pass on; nothing here waits or remembers.

/**
 * 占比：部分÷总数，返回小数（请设百分比格式），默认按百分数保留两位。例：=BUDGET.SHARE(1219.43,1221.42) 得 0.9984
 * @customfunction SHARE
 * @param {any[][]} 部分 部分的金额，单元格或区域
 * @param {any[][]} 总数 总数，单元格或与前者同样大小的区域；为 0 时得 #DIV/0!
 * @param {number} [小数位数] 百分数的小数位数，不填为 2
 * @returns {any[][]} 占比（小数）
 * @helpurl https://localhost:3000/help/functions.html#share
 */
export function share(部分: unknown[][], 总数: unknown[][], 小数位数?: number): unknown[][] {
  return shares(部分, 总数, 小数位数);
}

/**
 * 比上年增减幅度：（本年－上年）÷上年，返回小数，减少为负。上年为 0 得 100%，两年都为 0 得 0。例：=BUDGET.YOY(1219.43,1332.39) 得 -0.0848
 * @customfunction YOY
 * @param {any[][]} 本年 本年预算数，单元格或区域
 * @param {any[][]} 上年 上年预算数；为负数时按其绝对值作分母
 * @param {number} [小数位数] 百分数的小数位数，不填为 2
 * @returns {any[][]} 增减幅度（小数）
 * @helpurl https://localhost:3000/help/functions.html#yoy
 */
export function yoy(本年: unknown[][], 上年: unknown[][], 小数位数?: number): unknown[][] {
  return rates(本年, 上年, 小数位数);
}

/**
 * 比上年增减额：本年－上年，减少为负，没有浮点误差。例：=BUDGET.CHANGE(1219.43,1332.39) 得 -112.96
 * @customfunction CHANGE
 * @param {any[][]} 本年 本年预算数，单元格或区域
 * @param {any[][]} 上年 上年预算数，单元格或与前者同样大小的区域
 * @returns {any[][]} 增减额
 * @helpurl https://localhost:3000/help/functions.html#change
 */
export function change(本年: unknown[][], 上年: unknown[][]): unknown[][] {
  return changes(本年, 上年);
}

/**
 * 按十进制四舍五入，不受浮点误差影响；与 Excel 的 ROUND 不同：位数可以不写，默认两位。例：=BUDGET.ROUND(1.005) 得 1.01
 * @customfunction ROUND
 * @param {any[][]} 数值 要舍入的数，单元格或区域
 * @param {number} [小数位数] 保留的小数位数，不填为 2；负数舍入到十、百
 * @returns {any[][]} 舍入后的数
 * @helpurl https://localhost:3000/help/functions.html#round
 */
export function round(数值: unknown[][], 小数位数?: number): unknown[][] {
  return rounded(数值, 小数位数);
}

/**
 * 求和，没有浮点误差。空白和文字不计；与 Excel 的 SUM 不同：文本格式的数字不会悄悄漏掉，而是得 #VALUE! 并说明。例：=BUDGET.SUM(0.1,0.2) 得 0.3
 * @customfunction SUM
 * @param {any[][][]} 区域 要相加的单元格或区域，可以有多个
 * @returns {number} 合计
 * @helpurl https://localhost:3000/help/functions.html#sum
 */
export function sum(区域: unknown[][][]): number {
  return total(区域);
}

/**
 * 勾稽：两数按两位小数相比，得“相符”“尾差 0.01”或“不符，差 1.00”。例：=BUDGET.TIE(表1!B35,表2!D8)
 * @customfunction TIE
 * @param {any[][]} 甲数 一处的数，单元格或区域
 * @param {any[][]} 乙数 另一处的数，单元格或与前者同样大小的区域
 * @param {number} [加数个数] 核对合计时，乙数由几个数相加而成；不填为 1，即两数直接相比
 * @returns {any[][]} 核对结果
 * @helpurl https://localhost:3000/help/functions.html#tie
 */
export function tie(甲数: unknown[][], 乙数: unknown[][], 加数个数?: number): unknown[][] {
  return ties(甲数, 乙数, 加数个数);
}

/**
 * 增减说明文字。例：=BUDGET.YOYTEXT(1219.43,1332.39) 得“比上年预算减少112.96万元，下降8.48%”
 * @customfunction YOYTEXT
 * @param {any[][]} 本年 本年预算数，单元格或区域
 * @param {any[][]} 上年 上年预算数，单元格或与前者同样大小的区域
 * @param {string} [单位] 金额单位，不填为“万元”
 * @returns {any[][]} 说明文字
 * @helpurl https://localhost:3000/help/functions.html#yoytext
 */
export function yoyText(本年: unknown[][], 上年: unknown[][], 单位?: string): unknown[][] {
  return changeTexts(本年, 上年, 单位);
}

/**
 * 占比说明文字。例：=BUDGET.SHARETEXT(1219.43,1221.42) 得“占99.84%”
 * @customfunction SHARETEXT
 * @param {any[][]} 部分 部分的金额，单元格或区域
 * @param {any[][]} 总数 总数，单元格或与前者同样大小的区域；为 0 时得 #DIV/0!
 * @returns {any[][]} 说明文字
 * @helpurl https://localhost:3000/help/functions.html#sharetext
 */
export function shareText(部分: unknown[][], 总数: unknown[][]): unknown[][] {
  return shareTexts(部分, 总数);
}

/**
 * 元换算成万元，四舍五入，默认两位小数，得到的是数字。例：=BUDGET.WANYUAN(12194250) 得 1219.43
 * @customfunction WANYUAN
 * @param {any[][]} 元 以元为单位的金额，单元格或区域
 * @param {number} [小数位数] 保留的小数位数，不填为 2
 * @returns {any[][]} 以万元为单位的金额
 * @helpurl https://localhost:3000/help/functions.html#wanyuan
 */
export function toWanyuan(元: unknown[][], 小数位数?: number): unknown[][] {
  return wanyuan(元, 小数位数);
}

/**
 * 按科目编码查名称（功能分类、部门预算支出经济分类），查不到得 #N/A。例：=BUDGET.SUBJECT("2010301") 得“行政运行”
 * @customfunction SUBJECT
 * @param {any[][]} 科目编码 科目编码，如 2010301、30112，单元格或区域
 * @param {number} [年度] 预算年度，用当年的名称；不填为现行名称
 * @returns {any[][]} 科目名称
 * @helpurl https://localhost:3000/help/functions.html#subject
 */
export function subject(科目编码: unknown[][], 年度?: number): unknown[][] {
  return subjectNames(科目编码, 年度);
}

/**
 * 把文本格式的数字读成数字：千分位、空格、全角、“—”、括号负数都能读，读不准的得 #VALUE!。例：=BUDGET.AMOUNT("1, 221. 42") 得 1221.42
 * @customfunction AMOUNT
 * @param {any[][]} 文本 文本格式的金额，单元格或区域；已是数字的照旧
 * @returns {any[][]} 数字
 * @helpurl https://localhost:3000/help/functions.html#amount
 */
export function amount(文本: unknown[][]): unknown[][] {
  return amounts(文本);
}
