import { commissioned } from "../tables/commissioned";
import { basic } from "../tables/basic";
import { projects } from "../tables/projects";
import { check, type Check } from "../../../checks/engine/check";
import { on, plus, sum } from "../../../checks/language/build";
import { unitsListProjects } from "../../common/checks/hierarchy";

const k = on(commissioned);
const f = on(basic);
const g = on(projects);

/** 表11: commissioned services by unit and project, within 表6 30227 and the projects' goods and services. */
export const commissionedChecks: readonly Check[] = [
  check(
    "F1101a",
    k.at("各行", "合计").equals(plus(k.at("同一行", "一般公共预算"), k.at("同一行", "政府性基金"), k.at("同一行", "国有资本经营预算"))),
    "合计是三项资金来源之和",
    { source: "F1101" },
  ),
  check("F1101b", k.at("各单位", "每列").equals(sum(k.at("所属各项目", "每列"))), "单位金额是所属各项目之和", { source: "F1101" }),
  check("F1101c", k.at("总计", "每列").equals(sum(k.at("各单位", "每列"))), "总计是各单位之和", { source: "F1101" }),
  check("F1101d", k.at("总计", "每列").equals(sum(k.at("各项目", "每列"))), "总计是各项目之和", {
    source: "F1101",
    when: ({ tables }) => unitsListProjects(tables.get("commissioned")),
  }),
  check(
    "X711a",
    k.at("各项目", "一般公共预算").atMost(plus(g.at("同一项目", "商品和服务支出"), f.at("30227", "合计"))),
    "项目的委托业务费包含在该项目的商品和服务支出里（基本支出安排的在30227里）",
    { source: "X711" },
  ),
  check("X611a", f.at("30227", "合计").atMost(k.at("总计", "一般公共预算")), "基本支出里的委托业务费包含在表11里", {
    severity: "warning",
    source: "X611",
  }),
  check(
    "X611b",
    k.at("总计", "一般公共预算").atMost(plus(f.at("30227", "合计"), g.at("总计", "商品和服务支出"))),
    "委托业务费不超过30227与项目商品和服务支出之和",
    { severity: "warning", source: "X611" },
  ),
];
