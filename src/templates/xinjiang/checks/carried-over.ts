import { overview } from "../tables/overview";
import { income } from "../tables/income";
import { carriedOver } from "../tables/carried-over";
import { check, type Check } from "../../../checks/engine/check";
import { on, plus, sum } from "../../../checks/language/build";
import { unitsListProjects } from "../../common/checks/hierarchy";

const a = on(overview);
const b = on(income);
const l = on(carriedOver);

/** 表12 (表11 in eleven-table templates): carried-over funds by use, by unit and project, and in 表1 and 表2. */
export const carriedOverChecks: readonly Check[] = [
  check(
    "F1201a",
    l
      .at("各行", "财政拨款小计")
      .equals(plus(l.at("同一行", "财政拨款人员经费"), l.at("同一行", "财政拨款公用经费"), l.at("同一行", "财政拨款项目支出"))),
    "财政拨款小计是人员、公用、项目之和",
    { source: "F1201" },
  ),
  check(
    "F1201b",
    l
      .at("各行", "非财政拨款小计")
      .equals(plus(l.at("同一行", "非财政拨款人员经费"), l.at("同一行", "非财政拨款公用经费"), l.at("同一行", "非财政拨款项目支出"))),
    "非财政拨款小计是人员、公用、项目之和",
    { source: "F1201" },
  ),
  check(
    "F1201c",
    l.at("各行", "合计").equals(plus(l.at("同一行", "财政拨款小计"), l.at("同一行", "非财政拨款小计"))),
    "合计是两项小计之和",
    { source: "F1201" },
  ),
  check("F1201d", l.at("各单位", "每列").equals(sum(l.at("所属各项目", "每列"))), "单位金额是所属各项目之和", { source: "F1201" }),
  check("F1201e", l.at("总计", "每列").equals(sum(l.at("各单位", "每列"))), "总计是各单位之和", { source: "F1201" }),
  check("F1201f", l.at("总计", "每列").equals(sum(l.at("各项目", "每列"))), "总计是各项目之和", {
    source: "F1201",
    when: ({ tables }) => unitsListProjects(tables.get("carriedOver")),
  }),

  check("X112a", l.at("总计", "合计").equals(a.at("上年结转结余", "收入预算数")), "结转表总计与表1上年结转结余是同一个数", {
    source: "X112",
  }),
  check("X112b", l.at("总计", "财政拨款小计").equals(a.at("财政拨款结转", "收入预算数")), "结转表财政拨款与表1财政拨款结转是同一个数", {
    source: "X112",
  }),
  check("X112c", l.at("总计", "财政拨款小计").equals(b.at("总计", "财政拨款结转")), "结转表财政拨款与表2财政拨款结转是同一个数", {
    source: "X112",
  }),
  check(
    "X112d",
    l.at("总计", "非财政拨款小计").equals(a.at("非财政拨款结转结余", "收入预算数")),
    "结转表非财政拨款与表1非财政拨款结转结余是同一个数",
    { source: "X112" },
  ),
  check(
    "X112e",
    l.at("总计", "非财政拨款小计").equals(b.at("总计", "非财政拨款结转结余")),
    "结转表非财政拨款与表2非财政拨款结转结余是同一个数",
    { source: "X112" },
  ),
];
