import { overview } from "../tables/overview";
import { income } from "../tables/income";
import { fiscal } from "../tables/fiscal";
import { general } from "../tables/general";
import type { Recognised } from "../../../workbook/recognised";
import { check, type Check } from "../../../checks/engine/check";
import { listsCarriedOver } from "../../common/checks/core";
import { on, plus } from "../../../checks/language/build";

const a = on(overview);
const b = on(income);
const d = on(fiscal);
const e = on(general);

/** Forms in use leave carried-over funds out of 表4; where a sheet lists them, its expenditure includes them. */
const current = { when: (recognised: Recognised): boolean => !listsCarriedOver(recognised) } as const;
const withCarriedOver = { when: listsCarriedOver } as const;

/** 表4: the three budgets on both sides, and the same figures in 表1, 表2, 表5, 表8 and 表9. */
export const fiscalChecks: readonly Check[] = [
  check(
    "F401a",
    d
      .at("财政拨款", "收入合计")
      .equals(plus(d.at("一般公共预算", "收入合计"), d.at("政府性基金预算", "收入合计"), d.at("国有资本经营预算", "收入合计"))),
    "财政拨款由三本预算组成",
    { source: "F401" },
  ),
  check(
    "F401b",
    d.at("收入总计", "收入合计").equals(plus(d.at("财政拨款", "收入合计"), d.at("上年结转", "收入合计"))),
    "收入总计是财政拨款（表上列有上年结转时再加上年结转）",
    { source: "F401" },
  ),

  check("X14a1", d.at("一般公共预算", "收入合计").equals(a.at("一般公共预算拨款", "收入预算数")), "表4与表1的一般公共预算拨款是同一个数", {
    source: "X14a",
  }),
  check(
    "X14a2",
    d.at("政府性基金预算", "收入合计").equals(a.at("政府性基金预算拨款", "收入预算数")),
    "表4与表1的政府性基金预算拨款是同一个数",
    { source: "X14a" },
  ),
  check(
    "X14a3",
    d.at("国有资本经营预算", "收入合计").equals(a.at("国有资本经营预算拨款", "收入预算数")),
    "表4与表1的国有资本经营预算拨款是同一个数",
    { source: "X14a" },
  ),
  check(
    "X14b2",
    a
      .at("各类", "支出预算数")
      .minus(d.at("同一科目", "合计"))
      .equals(
        plus(
          b.at("同一科目", "财政专户"),
          b.at("同一科目", "单位资金"),
          b.at("同一科目", "财政拨款结转"),
          b.at("同一科目", "非财政拨款结转结余"),
        ),
      ),
    "部门支出多出财政拨款的部分，就是财政专户、单位资金和结转安排的支出",
    { source: "X14b", ...current },
  ),
  check(
    "X14b3",
    a
      .at("各类", "支出预算数")
      .minus(d.at("同一科目", "合计"))
      .equals(plus(b.at("同一科目", "财政专户"), b.at("同一科目", "单位资金"), b.at("同一科目", "非财政拨款结转结余"))),
    "表4列有上年结转时，部门支出多出财政拨款的部分，就是财政专户、单位资金和非财政拨款结转安排的支出",
    { source: "X14b", ...withCarriedOver },
  ),
  check(
    "X24a",
    d.at("各类", "一般公共预算").equals(plus(b.at("同一科目", "一般公共预算"), b.at("同一科目", "上级一般公共预算转移支付"))),
    "同一类的一般公共预算在表4与表2相等",
    { source: "X24", ...current },
  ),
  check(
    "X24b",
    d.at("各类", "政府性基金预算").equals(plus(b.at("同一科目", "政府性基金预算"), b.at("同一科目", "上级政府性基金转移支付"))),
    "同一类的政府性基金在表4与表2相等",
    { source: "X24", ...current },
  ),
  check(
    "X24c",
    d.at("各类", "国有资本经营预算").equals(plus(b.at("同一科目", "国有资本经营预算"), b.at("同一科目", "上级国有资本经营预算转移支付"))),
    "同一类的国有资本经营预算在表4与表2相等",
    { source: "X24", ...current },
  ),
  check(
    "X24d",
    plus(b.at("同一科目", "一般公共预算"), b.at("同一科目", "上级一般公共预算转移支付")).atMost(d.at("各类", "一般公共预算")),
    "表4列有上年结转时，一般公共预算支出不少于当年安排的数",
    { source: "X24", ...withCarriedOver },
  ),
  check("X45c", e.at("同一科目", "合计").atMost(d.at("各类", "一般公共预算")), "表4列有上年结转时，一般公共预算支出不少于表5当年安排的数", {
    source: "X45",
    ...withCarriedOver,
  }),
  check(
    "X4T",
    plus(
      d.at("收入总计", "收入合计"),
      a.at("上年结转结余", "收入预算数"),
      a.at("财政专户核拨", "收入预算数"),
      a.at("单位资金", "收入预算数"),
    )
      .minus(d.at("上年结转", "收入合计"))
      .equals(a.at("收入总计", "收入预算数")),
    "财政拨款加结转、财政专户和单位资金，就是部门全部收入",
    { severity: "warning" },
  ),
];
