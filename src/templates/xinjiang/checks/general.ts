import { income } from "../tables/income";
import { general } from "../tables/general";
import { projects } from "../tables/projects";
import { check, type Check } from "../../../checks/engine/check";
import { on, plus, sum } from "../../../checks/language/build";

const b = on(income);
const e = on(general);
const g = on(projects);

/** 表5: basic and project by subject; the same money in 表2, 表6 and 表7. */
export const generalChecks: readonly Check[] = [
  check(
    "X25",
    e.at("各科目", "合计").equals(plus(b.at("同一科目", "一般公共预算"), b.at("同一科目", "上级一般公共预算转移支付"))),
    "同一科目的一般公共预算支出与收入相等",
  ),
  check("X57a", e.at("总计", "项目支出").equals(g.at("总计", "项目支出合计")), "表5项目支出与表7总计是同一个数"),
  check("X57b", e.at("各项", "项目支出").equals(sum(g.at("同一科目", "项目支出合计"))), "每个科目的项目支出是表7该科目各项目之和"),
];
