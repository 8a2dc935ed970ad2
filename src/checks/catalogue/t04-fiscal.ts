import { t1 } from "../../templates/xinjiang/tables/overview";
import { t2 } from "../../templates/xinjiang/tables/income";
import { t4 } from "../../templates/xinjiang/tables/fiscal";
import { t5 } from "../../templates/xinjiang/tables/general";
import { t8 } from "../../templates/xinjiang/tables/government-funds";
import { t9 } from "../../templates/xinjiang/tables/state-capital";
import type { Recognised } from "../../workbook/recognised";
import { check, type Check } from "../engine/check";
import { on, plus, sum } from "../language/build";

const a = on(t1);
const b = on(t2);
const d = on(t4);
const e = on(t5);
const h = on(t8);
const i = on(t9);

/** Templates in use leave carried-over funds out of 表4; where a sheet lists them, its expenditure includes them. */
const listsCarriedOver = ({ tables }: Recognised): boolean => {
  const table = tables.get("fiscal");
  const line = table?.line("上年结转");
  return Boolean(table && line && table.amount(line, "收入合计")?.isZero() === false);
};
const current = { when: (recognised: Recognised): boolean => !listsCarriedOver(recognised) } as const;
const withCarriedOver = { when: listsCarriedOver } as const;

/** 表4: the three budgets on both sides, and the same figures in 表1, 表2, 表5, 表8 and 表9. */
export const fiscalChecks: readonly Check[] = [
  check("F401a", d.at("财政拨款", "收入合计").equals(plus(d.at("一般公共预算", "收入合计"), d.at("政府性基金预算", "收入合计"), d.at("国有资本经营预算", "收入合计"))), "财政拨款由三本预算组成", { source: "F401" }),
  check("F401b", d.at("收入总计", "收入合计").equals(plus(d.at("财政拨款", "收入合计"), d.at("上年结转", "收入合计"))), "收入总计是财政拨款（表上列有上年结转时再加上年结转）", { source: "F401" }),
  check("F401c", d.at("收入总计", "收入合计").equals(d.at("总计", "合计")), "财政拨款收支必须平衡", { source: "F401" }),
  check("F402", d.at("各行", "合计").equals(plus(d.at("同一行", "一般公共预算"), d.at("同一行", "政府性基金预算"), d.at("同一行", "国有资本经营预算"))), "合计是三本预算之和"),
  check("F403", d.at("总计", "每列").equals(sum(d.at("各类", "每列"))), "支出总计是各类支出之和"),

  check("X14a1", d.at("一般公共预算", "收入合计").equals(a.at("一般公共预算拨款", "收入预算数")), "表4与表1的一般公共预算拨款是同一个数", { source: "X14a" }),
  check("X14a2", d.at("政府性基金预算", "收入合计").equals(a.at("政府性基金预算拨款", "收入预算数")), "表4与表1的政府性基金预算拨款是同一个数", { source: "X14a" }),
  check("X14a3", d.at("国有资本经营预算", "收入合计").equals(a.at("国有资本经营预算拨款", "收入预算数")), "表4与表1的国有资本经营预算拨款是同一个数", { source: "X14a" }),
  check("X14b1", d.at("各类", "合计").atMost(a.at("同一科目", "支出预算数")), "财政拨款支出是部门支出的一部分", { source: "X14b" }),
  check(
    "X14b2",
    a.at("各类", "支出预算数").minus(d.at("同一科目", "合计")).equals(plus(b.at("同一科目", "财政专户"), b.at("同一科目", "单位资金"), b.at("同一科目", "财政拨款结转"), b.at("同一科目", "非财政拨款结转结余"))),
    "部门支出多出财政拨款的部分，就是财政专户、单位资金和结转安排的支出",
    { source: "X14b", ...current },
  ),
  check(
    "X14b3",
    a.at("各类", "支出预算数").minus(d.at("同一科目", "合计")).equals(plus(b.at("同一科目", "财政专户"), b.at("同一科目", "单位资金"), b.at("同一科目", "非财政拨款结转结余"))),
    "表4列有上年结转时，部门支出多出财政拨款的部分，就是财政专户、单位资金和非财政拨款结转安排的支出",
    { source: "X14b", ...withCarriedOver },
  ),
  check("X24a", d.at("各类", "一般公共预算").equals(plus(b.at("同一科目", "一般公共预算"), b.at("同一科目", "上级一般公共预算转移支付"))), "同一类的一般公共预算在表4与表2相等", { source: "X24", ...current }),
  check("X24b", d.at("各类", "政府性基金预算").equals(plus(b.at("同一科目", "政府性基金预算"), b.at("同一科目", "上级政府性基金转移支付"))), "同一类的政府性基金在表4与表2相等", { source: "X24", ...current }),
  check("X24c", d.at("各类", "国有资本经营预算").equals(plus(b.at("同一科目", "国有资本经营预算"), b.at("同一科目", "上级国有资本经营预算转移支付"))), "同一类的国有资本经营预算在表4与表2相等", { source: "X24", ...current }),
  check("X24d", plus(b.at("同一科目", "一般公共预算"), b.at("同一科目", "上级一般公共预算转移支付")).atMost(d.at("各类", "一般公共预算")), "表4列有上年结转时，一般公共预算支出不少于当年安排的数", { source: "X24", ...withCarriedOver }),
  check("X45c", e.at("同一科目", "合计").atMost(d.at("各类", "一般公共预算")), "表4列有上年结转时，一般公共预算支出不少于表5当年安排的数", { source: "X45", ...withCarriedOver }),
  check("X45a", d.at("各类", "一般公共预算").equals(e.at("同一科目", "合计")), "表4各类一般公共预算与表5类级合计是同一个数", { source: "X45", ...current }),
  check("X45b", d.at("总计", "一般公共预算").equals(e.at("总计", "合计")), "表4一般公共预算支出总计与表5总计是同一个数", { source: "X45", ...current }),
  check("X48a", d.at("各类", "政府性基金预算").equals(h.at("同一科目", "合计")), "表4各类政府性基金与表8类级合计是同一个数", { source: "X48", ...current }),
  check("X48b", d.at("总计", "政府性基金预算").equals(h.at("总计", "合计")), "表4政府性基金支出总计与表8总计是同一个数", { source: "X48", ...current }),
  check("X49a", d.at("各类", "国有资本经营预算").equals(i.at("同一科目", "合计")), "表4各类国有资本经营预算与表9类级合计是同一个数", { source: "X49", ...current }),
  check("X49b", d.at("总计", "国有资本经营预算").equals(i.at("总计", "合计")), "表4国有资本经营预算支出总计与表9总计是同一个数", { source: "X49", ...current }),
  check(
    "X4T",
    plus(d.at("收入总计", "收入合计"), a.at("上年结转结余", "收入预算数"), a.at("财政专户核拨", "收入预算数"), a.at("单位资金", "收入预算数")).minus(d.at("上年结转", "收入合计")).equals(a.at("收入总计", "收入预算数")),
    "财政拨款加结转、财政专户和单位资金，就是部门全部收入",
    { severity: "warning" },
  ),
];
