import { projects } from "../tables/projects";
import { check, type Check } from "../../../checks/engine/check";
import { on, plus, sum } from "../../../checks/language/build";
import { unitsListProjects } from "../../common/checks/hierarchy";

const g = on(projects);

/** 表7: every row by economic class; units, classes, groups and the total by their projects. */
export const projectChecks: readonly Check[] = [
  check(
    "F701",
    g
      .at("各行", "项目支出合计")
      .equals(
        plus(
          g.at("同一行", "工资福利支出"),
          g.at("同一行", "商品和服务支出"),
          g.at("同一行", "对个人和家庭的补助"),
          g.at("同一行", "债务利息及费用支出"),
          g.at("同一行", "资本性支出(基本建设)"),
          g.at("同一行", "资本性支出"),
          g.at("同一行", "对企业补助(基本建设)"),
          g.at("同一行", "对企业补助"),
          g.at("同一行", "对社会保障基金补助"),
          g.at("同一行", "其他支出"),
        ),
      ),
    "项目支出合计是各经济分类之和",
  ),
  check("F702a", g.at("各类", "每列").equals(sum(g.at("所属各项目", "每列"))), "类级金额是所属各项目之和", { source: "F702" }),
  check("F702b", g.at("各款", "每列").equals(sum(g.at("所属各项目", "每列"))), "款级金额是所属各项目之和", { source: "F702" }),
  check("F702c", g.at("各项", "每列").equals(sum(g.at("所属各项目", "每列"))), "项级金额是所属各项目之和", { source: "F702" }),
  check("F702d", g.at("各单位", "每列").equals(sum(g.at("所属各项目", "每列"))), "单位金额是所属各项目之和", { source: "F702" }),
  check("F702e", g.at("总计", "每列").equals(sum(g.at("各单位", "每列"))), "总计是各单位之和", { source: "F702" }),
  check("F702f", g.at("总计", "每列").equals(sum(g.at("各项目", "每列"))), "总计是各项目之和", {
    source: "F702",
    when: ({ tables }) => unitsListProjects(tables.get("projects")),
  }),
];
