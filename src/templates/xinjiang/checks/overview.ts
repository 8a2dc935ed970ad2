import { overview } from "../tables/overview";
import { income as incomeTable } from "../tables/income";
import { check, type Check } from "../../../checks/engine/check";
import { on, plus } from "../../../checks/language/build";

const a = on(overview);
const b = on(incomeTable);
type IncomeLine = Parameters<typeof a.at>[0];
const income = (line: IncomeLine): ReturnType<typeof a.at> => a.at(line, "收入预算数");

/** 表1: income lines and their parts, both totals, and the same figures in 表2 and 表3. */
export const overviewChecks: readonly Check[] = [
  check(
    "F101",
    income("本年收入").equals(
      plus(
        income("一般公共预算拨款"),
        income("政府性基金预算拨款"),
        income("国有资本经营预算拨款"),
        income("财政专户核拨"),
        income("单位资金"),
      ),
    ),
    "本年收入由五项资金组成",
  ),
  check(
    "F102",
    income("一般公共预算拨款").equals(plus(income("一般财力"), income("上级一般公共预算安排转移支付"))),
    "一般公共预算拨款分为一般财力和上级转移支付",
  ),
  check(
    "F103",
    income("政府性基金预算拨款").equals(plus(income("政府性基金收入"), income("上级政府性基金安排转移支付"))),
    "政府性基金预算拨款分为本级和上级转移支付",
  ),
  check(
    "F104",
    income("国有资本经营预算拨款").equals(plus(income("国有资本经营收入"), income("上级国有资本经营预算安排转移支付"))),
    "国有资本经营预算拨款分为本级和上级转移支付",
  ),
  check(
    "F105",
    income("单位资金").equals(
      plus(income("事业收入"), income("上级补助收入"), income("附属单位上缴收入"), income("事业单位经营收入"), income("其他收入")),
    ),
    "单位资金由五项收入组成",
  ),
  check(
    "F106",
    income("上年结转结余").equals(plus(income("财政拨款结转"), income("非财政拨款结转结余"))),
    "上年结转结余分为财政拨款和非财政拨款",
  ),
  check(
    "F107",
    income("财政拨款结转").equals(
      plus(income("结转一般公共预算拨款"), income("结转政府性基金预算拨款"), income("结转国有资本经营预算拨款")),
    ),
    "财政拨款结转按三本预算分列",
  ),
  check(
    "F108",
    income("非财政拨款结转结余").equals(plus(income("结转财政专户核拨"), income("结转单位资金"))),
    "非财政拨款结转结余分为财政专户和单位资金",
  ),
  check("F109", income("收入总计").equals(plus(income("本年收入"), income("上年结转结余"))), "收入总计是本年收入加上年结转结余"),

  check(
    "X12b1",
    income("一般公共预算拨款").equals(plus(b.at("总计", "一般公共预算"), b.at("总计", "上级一般公共预算转移支付"))),
    "表1一般公共预算拨款与表2一般公共预算（含上级转移支付）是同一笔钱",
    { source: "X12b" },
  ),
  check("X12b2", income("一般财力").equals(b.at("总计", "一般公共预算")), "表1一般财力与表2一般公共预算是同一个数", { source: "X12b" }),
  check("X12b3", income("上级一般公共预算安排转移支付").equals(b.at("总计", "上级一般公共预算转移支付")), "同一笔上级转移支付", {
    source: "X12b",
  }),
  check("X12b4", income("政府性基金收入").equals(b.at("总计", "政府性基金预算")), "表1政府性基金收入与表2政府性基金预算是同一个数", {
    source: "X12b",
  }),
  check("X12b5", income("上级政府性基金安排转移支付").equals(b.at("总计", "上级政府性基金转移支付")), "同一笔上级转移支付", {
    source: "X12b",
  }),
  check(
    "X12b6",
    income("国有资本经营收入").equals(b.at("总计", "国有资本经营预算")),
    "表1国有资本经营收入与表2国有资本经营预算是同一个数",
    { source: "X12b" },
  ),
  check("X12b7", income("上级国有资本经营预算安排转移支付").equals(b.at("总计", "上级国有资本经营预算转移支付")), "同一笔上级转移支付", {
    source: "X12b",
  }),
  check("X12c1", income("财政专户核拨").equals(b.at("总计", "财政专户")), "表1财政专户核拨与表2财政专户是同一个数", { source: "X12c" }),
  check("X12c2", income("单位资金").equals(b.at("总计", "单位资金")), "表1单位资金与表2单位资金是同一个数", { source: "X12c" }),
  check("X12c3", income("财政拨款结转").equals(b.at("总计", "财政拨款结转")), "表1财政拨款结转与表2财政拨款结转是同一个数", {
    source: "X12c",
  }),
  check("X12c4", income("非财政拨款结转结余").equals(b.at("总计", "非财政拨款结转结余")), "表1与表2的非财政拨款结转结余是同一个数", {
    source: "X12c",
  }),
];
