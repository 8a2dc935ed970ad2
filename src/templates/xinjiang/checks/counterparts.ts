import { Exact } from "../../../amount/exact";
import { general } from "../tables/general";
import { basic as basicTable } from "../tables/basic";
import type { Table } from "../../../workbook/recognised";
import { check, type Check } from "../../../checks/engine/check";
import { on, plus } from "../../../checks/language/build";

const e = on(general);
const f = on(basicTable);
const basic = (code: `${number}`): ReturnType<typeof e.at> => e.at(code, "基本支出");
const economic = (code: `${number}`): ReturnType<typeof f.at> => f.at(code, "合计");
/** Contributions for staff outside the establishment are often listed in 30199. */
const usual = { severity: "warning", differenceGoesTo: { table: "basic", code: "30199" } } as const;

/** Functional subjects with a counterpart of their own, beside 2080505; and the counterparts, beside 30108. */
const linked = ["2080506", "2210201", "2101101", "2101102", "2101103", "2050803", "2101199"] as const;
const counterparts = ["30109", "30113", "30110", "30111", "30216", "30114"] as const;
/** Subjects that an office may leave out, and pay the same from its operating funds. */
const OF_CHOICE = [
  ["2050803", "30216"],
  ["2101199", "30114"],
] as const;
const RETIREMENT = ["2080501", "2080502", "2080503"] as const;

/** Functional subjects of basic expenditure and their usual economic counterparts (docs/rules.md A5): never an error. */
export const counterpartChecks: readonly Check[] = [
  check("E1", basic("2080505").equals(economic("30108")), "养老保险缴费一般全部列在30108；不等时差额多在30199（编外人员）", usual),
  check("E2", basic("2080506").equals(economic("30109")), "职业年金缴费一般全部列在30109", usual),
  check("E3", basic("2210201").equals(economic("30113")), "住房公积金一般全部列在30113", usual),
  check(
    "E4",
    plus(basic("2101101"), basic("2101102")).equals(economic("30110")),
    "行政、事业单位医疗一般全部列在30110；不等时差额多在30199（编外人员）",
    usual,
  ),
  check("E5", basic("2101103").equals(economic("30111")), "公务员医疗补助一般全部列在30111", usual),
  check("E6", basic("2050803").equals(economic("30216")), "培训支出一般全部列在30216", {
    ...usual,
    when: ({ tables }) => spends(tables.get("general"), "2050803"),
  }),
  check("E7", basic("2101199").equals(economic("30114")), "其他行政事业单位医疗支出一般全部列在30114", {
    ...usual,
    when: ({ tables }) => spends(tables.get("general"), "2101199"),
  }),
  check(
    "E8a",
    plus(economic("30301"), economic("30302")).atMost(plus(basic("2080501"), basic("2080502"), basic("2080503"))),
    "离休费、退休费在离退休科目里列支",
    { ...usual, source: "E8" },
  ),
  check(
    "E8b",
    plus(basic("2080501"), basic("2080502"), basic("2080503")).atMost(economic("303")),
    "离退休科目的支出都是对个人和家庭的补助",
    { ...usual, source: "E8" },
  ),
  check(
    "E9",
    e
      .at("总计", "基本支出")
      .minus(plus(e.at("2080505", "基本支出"), ...linked.map(basic), ...RETIREMENT.map(basic)))
      .equals(f.at("总计", "合计").minus(plus(f.at("30108", "合计"), ...counterparts.map(economic), economic("303")))),
    "未挂钩的科目，两边的余额也应相等；E1至E7有差额时，差额就在这些款里，如30199",
    { ...usual, when: ({ tables }) => retirementTies(tables.get("general"), tables.get("basic")) },
  ),
];

/** Training of the office's own staff is often paid from 公用经费; only who lists basic expenditure here has the counterpart there. */
const spends = (table: Table | undefined, code: string): boolean =>
  table?.withCode(code).some((row) => table.amount(row, "基本支出")?.isZero() === false) ?? false;

/** The residual means something only where 离退休 is the whole of 303 (E8), and all linked subjects are there. */
function retirementTies(functional: Table | undefined, economic: Table | undefined): boolean {
  if (!functional || !economic) return false;
  const isAlone = OF_CHOICE.some(
    ([subject, counterpart]) =>
      !spends(functional, subject) && economic.withCode(counterpart).some((row) => economic.amount(row, "合计")?.isZero() === false),
  );
  if (isAlone) return false;
  const sum = (table: Table, codes: readonly string[], column: string): Exact =>
    Exact.sum(codes.flatMap((code) => table.withCode(code)).map((row) => table.amount(row, column) ?? Exact.zero));
  const retired = sum(functional, RETIREMENT, "基本支出");
  return retired.equals(sum(economic, ["303"], "合计"));
}
