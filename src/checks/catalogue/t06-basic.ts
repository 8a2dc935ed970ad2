import { t5 } from "../../tables/t05-general";
import { t6 } from "../../tables/t06-basic";
import { check, type Check } from "../engine/check";
import { on, plus, sum } from "../language/build";

const e = on(t5);
const f = on(t6);
const basic = (code: `${number}`): ReturnType<typeof e.at> => e.at(code, "基本支出");
const economic = (code: `${number}`): ReturnType<typeof f.at> => f.at(code, "合计");
const usual = { severity: "warning" } as const;

/** 表6: personnel and operating by economic subject; its usual counterparts among functional subjects (rules.md A5). */
export const basicChecks: readonly Check[] = [
  check("F601", f.at("各行", "合计").equals(plus(f.at("同一行", "人员经费"), f.at("同一行", "公用经费"))), "合计是人员经费加公用经费"),
  check("F602", f.at("各类", "每列").equals(sum(f.at("所属各款", "每列"))), "类级金额是所属各款之和"),
  check("F603", f.at("总计", "每列").equals(sum(f.at("各类", "每列"))), "总计是各类之和"),
  check("F604", f.at("总计", "每列").equals(sum(f.at("各款", "每列"))), "总计是各款之和"),

  check("E1", basic("2080505").equals(economic("30108")), "养老保险缴费一般全部列在30108；不等时差额多在30199（编外人员）", usual),
  check("E2", basic("2080506").equals(economic("30109")), "职业年金缴费一般全部列在30109", usual),
  check("E3", basic("2210201").equals(economic("30113")), "住房公积金一般全部列在30113", usual),
  check("E4", plus(basic("2101101"), basic("2101102")).equals(economic("30110")), "行政、事业单位医疗一般全部列在30110；不等时差额多在30199（编外人员）", usual),
  check("E5", basic("2101103").equals(economic("30111")), "公务员医疗补助一般全部列在30111", usual),
  check("E6", basic("2050803").equals(economic("30216")), "培训支出一般全部列在30216", usual),
  check("E7", basic("2101199").equals(economic("30114")), "其他行政事业单位医疗支出一般全部列在30114", {
    ...usual,
    when: ({ tables }) => (tables.get(5)?.withCode("2101199").length ?? 0) > 0,
  }),
  check("E8a", plus(economic("30301"), economic("30302")).atMost(plus(basic("2080501"), basic("2080502"), basic("2080503"))), "离休费、退休费在离退休科目里列支", { ...usual, source: "E8" }),
  check("E8b", plus(basic("2080501"), basic("2080502"), basic("2080503")).atMost(economic("303")), "离退休科目的支出都是对个人和家庭的补助", { ...usual, source: "E8" }),
];
