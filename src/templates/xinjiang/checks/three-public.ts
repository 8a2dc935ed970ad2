import { threePublic } from "../tables/three-public";
import { fiscal } from "../tables/fiscal";
import { basic } from "../tables/basic";
import { projects } from "../tables/projects";
import { check, type Check } from "../../../checks/engine/check";
import { on, plus } from "../../../checks/language/build";

const j = on(threePublic);
const d = on(fiscal);
const f = on(basic);
const g = on(projects);
const doubtful = { severity: "warning" } as const;

/** 表10: the three public expenses; those of basic expenditure are part of them, the rest must come from projects. */
export const threePublicChecks: readonly Check[] = [
  check(
    "F1003",
    j.at("各行", "合计").equals(plus(j.at("同一行", "一般公共预算"), j.at("同一行", "政府性基金"), j.at("同一行", "国有资本经营预算"))),
    "合计是三项资金来源之和",
  ),

  check("X110a", j.at("总计", "一般公共预算").atMost(d.at("总计", "一般公共预算")), "“三公”经费是一般公共预算支出的一部分", {
    ...doubtful,
    source: "X110",
  }),
  check("X110b", j.at("总计", "政府性基金").atMost(d.at("总计", "政府性基金预算")), "“三公”经费是政府性基金支出的一部分", {
    ...doubtful,
    source: "X110",
  }),
  check("X110c", j.at("总计", "国有资本经营预算").atMost(d.at("总计", "国有资本经营预算")), "“三公”经费是国有资本经营预算支出的一部分", {
    ...doubtful,
    source: "X110",
  }),
  check("X610a", f.at("30212", "合计").atMost(j.at("因公出国", "一般公共预算")), "基本支出里的因公出国（境）费用包含在“三公”经费里", {
    source: "X610",
  }),
  check("X610b", f.at("30217", "合计").atMost(j.at("公务接待费", "一般公共预算")), "基本支出里的公务接待费包含在“三公”经费里", {
    source: "X610",
  }),
  check("X610c", f.at("30231", "合计").atMost(j.at("公务用车运行", "一般公共预算")), "基本支出里的公务用车运行维护费包含在“三公”经费里", {
    source: "X610",
  }),
  check(
    "X610d",
    plus(f.at("31013", "合计"), f.at("30913", "合计")).atMost(j.at("公务用车购置", "一般公共预算")),
    "基本支出里的公务用车购置包含在“三公”经费里",
    { source: "X610" },
  ),
  check(
    "X710a",
    plus(j.at("公务接待费", "一般公共预算"), j.at("公务用车运行", "一般公共预算"), j.at("因公出国", "一般公共预算"))
      .minus(f.at("30217", "合计"))
      .minus(f.at("30231", "合计"))
      .minus(f.at("30212", "合计"))
      .atMost(g.at("总计", "商品和服务支出")),
    "“三公”经费不在基本支出里的部分，应当在项目的商品和服务支出里",
    { ...doubtful, source: "X710" },
  ),
  check(
    "X710b",
    j
      .at("公务用车购置", "一般公共预算")
      .minus(f.at("31013", "合计"))
      .minus(f.at("30913", "合计"))
      .atMost(plus(g.at("总计", "资本性支出"), g.at("总计", "资本性支出(基本建设)"))),
    "公务用车购置不在基本支出里的部分，应当在项目的资本性支出里",
    { ...doubtful, source: "X710" },
  ),
];
