import { income } from "../tables/income";
import { check, type Check } from "../../../checks/engine/check";
import { on, plus } from "../../../checks/language/build";

const b = on(income);

/** 表2: every row by source, every column by subject, and 表3 subject by subject. */
export const incomeChecks: readonly Check[] = [
  check(
    "F205",
    b
      .at("各行", "财政拨款小计")
      .equals(
        plus(
          b.at("同一行", "一般公共预算"),
          b.at("同一行", "上级一般公共预算转移支付"),
          b.at("同一行", "政府性基金预算"),
          b.at("同一行", "上级政府性基金转移支付"),
          b.at("同一行", "国有资本经营预算"),
          b.at("同一行", "上级国有资本经营预算转移支付"),
        ),
      ),
    "财政拨款小计是各项拨款之和",
  ),
  check(
    "F206",
    b
      .at("各行", "总计")
      .equals(
        plus(
          b.at("同一行", "财政拨款小计"),
          b.at("同一行", "财政专户"),
          b.at("同一行", "单位资金"),
          b.at("同一行", "财政拨款结转"),
          b.at("同一行", "非财政拨款结转结余"),
        ),
      ),
    "每个科目的总计是各项来源之和",
  ),
];
