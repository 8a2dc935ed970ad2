import { t6 } from "../../templates/xinjiang/tables/basic";
import { check, type Check } from "../engine/check";
import { on, plus, sum } from "../language/build";

const f = on(t6);

/** 表6: personnel and operating by economic subject. */
export const basicChecks: readonly Check[] = [
  check("F601", f.at("各行", "合计").equals(plus(f.at("同一行", "人员经费"), f.at("同一行", "公用经费"))), "合计是人员经费加公用经费"),
  check("F602", f.at("各类", "每列").equals(sum(f.at("所属各款", "每列"))), "类级金额是所属各款之和"),
  check("F603", f.at("总计", "每列").equals(sum(f.at("各类", "每列"))), "总计是各类之和"),
  check("F604", f.at("总计", "每列").equals(sum(f.at("各款", "每列"))), "总计是各款之和"),
];
