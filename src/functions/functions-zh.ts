import { amounts, rounded, total, wanyuan } from "./amounts";
import { changeTexts, changes, rates } from "./changes";
import { shareTexts, shares } from "./shares";
import { subjectNames } from "./subjects";
import { ties } from "./ties";

// The same functions under Chinese names (=BUDGET.所占比例): Excel allows Chinese names, but one name a function, and names
// of at least three characters. Ids are ASCII. Keep each beside its English sibling in functions.ts.

/**
 * 占比：部分÷总数，返回小数（请设百分比格式），默认按百分数保留两位。例：=BUDGET.所占比例(1219.43,1221.42) 得 0.9984
 * @customfunction ZH.SHARE 所占比例
 * @param {any[][]} 部分 部分的金额，单元格或区域
 * @param {any[][]} 总数 总数，单元格或与前者同样大小的区域；为 0 时得 #DIV/0!
 * @param {number} [小数位数] 百分数的小数位数，不填为 2
 * @returns {any[][]} 占比（小数）
 * @helpurl https://localhost:3000/help/functions.html#share
 */
export function shareZh(部分: unknown[][], 总数: unknown[][], 小数位数?: number): unknown[][] {
  return shares(部分, 总数, 小数位数);
}

/**
 * 比上年增减幅度：（本年－上年）÷上年，返回小数，减少为负。上年为 0 得 100%，两年都为 0 得 0。例：=BUDGET.增减幅度(1219.43,1332.39) 得 -0.0848
 * @customfunction ZH.YOY 增减幅度
 * @param {any[][]} 本年 本年预算数，单元格或区域
 * @param {any[][]} 上年 上年预算数；为负数时按其绝对值作分母
 * @param {number} [小数位数] 百分数的小数位数，不填为 2
 * @returns {any[][]} 增减幅度（小数）
 * @helpurl https://localhost:3000/help/functions.html#yoy
 */
export function yoyZh(本年: unknown[][], 上年: unknown[][], 小数位数?: number): unknown[][] {
  return rates(本年, 上年, 小数位数);
}

/**
 * 比上年增减额：本年－上年，减少为负，没有浮点误差。例：=BUDGET.增减额(1219.43,1332.39) 得 -112.96
 * @customfunction ZH.CHANGE 增减额
 * @param {any[][]} 本年 本年预算数，单元格或区域
 * @param {any[][]} 上年 上年预算数，单元格或与前者同样大小的区域
 * @returns {any[][]} 增减额
 * @helpurl https://localhost:3000/help/functions.html#change
 */
export function changeZh(本年: unknown[][], 上年: unknown[][]): unknown[][] {
  return changes(本年, 上年);
}

/**
 * 按十进制四舍五入，不受浮点误差影响；与 Excel 的 ROUND 不同：位数可以不写，默认两位。例：=BUDGET.四舍五入(1.005) 得 1.01
 * @customfunction ZH.ROUND 四舍五入
 * @param {any[][]} 数值 要舍入的数，单元格或区域
 * @param {number} [小数位数] 保留的小数位数，不填为 2；负数舍入到十、百
 * @returns {any[][]} 舍入后的数
 * @helpurl https://localhost:3000/help/functions.html#round
 */
export function roundZh(数值: unknown[][], 小数位数?: number): unknown[][] {
  return rounded(数值, 小数位数);
}

/**
 * 求和，没有浮点误差。空白和文字不计；与 Excel 的 SUM 不同：文本格式的数字不会悄悄漏掉，而是得 #VALUE! 并说明。例：=BUDGET.精确合计(0.1,0.2) 得 0.3
 * @customfunction ZH.SUM 精确合计
 * @param {any[][][]} 区域 要相加的单元格或区域，可以有多个
 * @returns {number} 合计
 * @helpurl https://localhost:3000/help/functions.html#sum
 */
export function sumZh(区域: unknown[][][]): number {
  return total(区域);
}

/**
 * 勾稽：两数按两位小数相比，得“相符”“尾差 0.01”或“不符，差 1.00”。例：=BUDGET.勾稽核对(表1!B35,表2!D8)
 * @customfunction ZH.TIE 勾稽核对
 * @param {any[][]} 甲数 一处的数，单元格或区域
 * @param {any[][]} 乙数 另一处的数，单元格或与前者同样大小的区域
 * @param {number} [加数个数] 核对合计时，乙数由几个数相加而成；不填为 1，即两数直接相比
 * @returns {any[][]} 核对结果
 * @helpurl https://localhost:3000/help/functions.html#tie
 */
export function tieZh(甲数: unknown[][], 乙数: unknown[][], 加数个数?: number): unknown[][] {
  return ties(甲数, 乙数, 加数个数);
}

/**
 * 增减说明文字。例：=BUDGET.增减说明(1219.43,1332.39) 得“比上年预算减少112.96万元，下降8.48%”
 * @customfunction ZH.YOYTEXT 增减说明
 * @param {any[][]} 本年 本年预算数，单元格或区域
 * @param {any[][]} 上年 上年预算数，单元格或与前者同样大小的区域
 * @param {string} [单位] 金额单位，不填为“万元”
 * @returns {any[][]} 说明文字
 * @helpurl https://localhost:3000/help/functions.html#yoytext
 */
export function yoyTextZh(本年: unknown[][], 上年: unknown[][], 单位?: string): unknown[][] {
  return changeTexts(本年, 上年, 单位);
}

/**
 * 占比说明文字。例：=BUDGET.占比说明(1219.43,1221.42) 得“占99.84%”
 * @customfunction ZH.SHARETEXT 占比说明
 * @param {any[][]} 部分 部分的金额，单元格或区域
 * @param {any[][]} 总数 总数，单元格或与前者同样大小的区域；为 0 时得 #DIV/0!
 * @returns {any[][]} 说明文字
 * @helpurl https://localhost:3000/help/functions.html#sharetext
 */
export function shareTextZh(部分: unknown[][], 总数: unknown[][]): unknown[][] {
  return shareTexts(部分, 总数);
}

/**
 * 元换算成万元，四舍五入，默认两位小数，得到的是数字。例：=BUDGET.元转万元(12194250) 得 1219.43
 * @customfunction ZH.WANYUAN 元转万元
 * @param {any[][]} 元 以元为单位的金额，单元格或区域
 * @param {number} [小数位数] 保留的小数位数，不填为 2
 * @returns {any[][]} 以万元为单位的金额
 * @helpurl https://localhost:3000/help/functions.html#wanyuan
 */
export function toWanyuanZh(元: unknown[][], 小数位数?: number): unknown[][] {
  return wanyuan(元, 小数位数);
}

/**
 * 按科目编码查名称（功能分类、部门预算支出经济分类），查不到得 #N/A。例：=BUDGET.科目名称("2010301") 得“行政运行”
 * @customfunction ZH.SUBJECT 科目名称
 * @param {any[][]} 科目编码 科目编码，如 2010301、30112，单元格或区域
 * @param {number} [年度] 预算年度，用当年的名称；不填为现行名称
 * @returns {any[][]} 科目名称
 * @helpurl https://localhost:3000/help/functions.html#subject
 */
export function subjectZh(科目编码: unknown[][], 年度?: number): unknown[][] {
  return subjectNames(科目编码, 年度);
}

/**
 * 把文本格式的数字读成数字：千分位、空格、全角、“—”、括号负数都能读，读不准的得 #VALUE!。例：=BUDGET.读取金额("1, 221. 42") 得 1221.42
 * @customfunction ZH.AMOUNT 读取金额
 * @param {any[][]} 文本 文本格式的金额，单元格或区域；已是数字的照旧
 * @returns {any[][]} 数字
 * @helpurl https://localhost:3000/help/functions.html#amount
 */
export function amountZh(文本: unknown[][]): unknown[][] {
  return amounts(文本);
}
