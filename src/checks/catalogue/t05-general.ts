import { t2 } from "../../templates/xinjiang/tables/income";
import { t5 } from "../../templates/xinjiang/tables/general";
import { t6 } from "../../templates/xinjiang/tables/basic";
import { t7 } from "../../templates/xinjiang/tables/projects";
import { check, type Check } from "../engine/check";
import { on, plus, sum } from "../language/build";
import { hierarchyChecks } from "./hierarchy";

const b = on(t2);
const e = on(t5);
const f = on(t6);
const g = on(t7);

/** 表5: basic and project by subject; the same money in 表2, 表6 and 表7. */
export const generalChecks: readonly Check[] = [
  check("F501", e.at("各行", "合计").equals(plus(e.at("同一行", "基本支出"), e.at("同一行", "项目支出"))), "合计是基本支出加项目支出"),
  ...hierarchyChecks(t5, { classes: "F502", groups: "F503", total: "F504", items: "F505" }),
  check("X25", e.at("各科目", "合计").equals(plus(b.at("同一科目", "一般公共预算"), b.at("同一科目", "上级一般公共预算转移支付"))), "同一科目的一般公共预算支出与收入相等"),
  check("X56", e.at("总计", "基本支出").equals(f.at("总计", "合计")), "表5基本支出与表6总计是同一个数"),
  check("X57a", e.at("总计", "项目支出").equals(g.at("总计", "项目支出合计")), "表5项目支出与表7总计是同一个数"),
  check("X57b", e.at("各项", "项目支出").equals(sum(g.at("同一科目", "项目支出合计"))), "每个科目的项目支出是表7该科目各项目之和"),
];
