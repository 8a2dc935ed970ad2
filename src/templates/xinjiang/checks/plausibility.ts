import { Exact } from "../../../amount/exact";
import { lessOrMore } from "../../../amount/format";
import type { Wan } from "../../../amount/unit";
import { inspection, inspected, nothing, type Check, type Inspection, type Remark } from "../../../checks/engine/check";
import { Money } from "../../../checks/engine/money";
import { amountCell } from "../../../checks/engine/point";
import type { Inputs } from "../../../inputs/read";
import { normalise } from "../../../text/wording";
import type { Recognised, Table } from "../../../workbook/recognised";

/** 工资总额: offices pay allowances and bonuses, other institutions 绩效工资 besides. */
const PAY = ["30101", "30102", "30103", "30107"] as const;

/** E8–E12, M01, M03: what most organisations' figures look like (docs/rules.md A5, A6); never an error. */
export const plausibilityChecks: readonly Check[] = [
  inspection(
    "E8c",
    "info",
    "离退休科目（20805）的基本支出等于离休费、退休费之和",
    "两者不等时，差额一般在303的其他款，如30305生活补助",
    retirement,
    {
      examples: { holds: "离退休科目 47.30，离休费、退休费 47.30", fails: "离退休科目 40.00，离休费、退休费 10.00" },
      source: "E8",
    },
  ),
  inspection(
    "E10",
    "warning",
    "职业年金缴费（30109）约为养老保险缴费（30108）的一半",
    "养老保险单位缴费16%，职业年金单位缴费8%",
    ({ tables, unit }) => ratio(tables.get("basic"), unit, ["30109"], ["30108"], [48, 52], "职业年金缴费÷养老保险缴费"),
    {
      examples: { holds: "44.35÷88.70＝50%", fails: "70.00÷90.00＝77.78%" },
    },
  ),
  inspection(
    "E11",
    "info",
    "住房公积金（30113）是基本工资、津贴补贴、奖金、绩效工资之和的9%至13%",
    "单位缴存比例上限12%",
    ({ tables, unit }) => ratio(tables.get("basic"), unit, ["30113"], PAY, [9, 13], "住房公积金÷（基本工资＋津贴补贴＋奖金＋绩效工资）"),
    {
      examples: { holds: "72.49÷605.75＝11.97%", fails: "180.00÷650.00＝27.69%" },
    },
  ),
  inspection(
    "E12",
    "info",
    "工会经费（30228）不超过工资总额的3%",
    "工会经费按工资总额的2%计提",
    ({ tables, unit }) => ratio(tables.get("basic"), unit, ["30228"], PAY, [0, 3], "工会经费÷（基本工资＋津贴补贴＋奖金＋绩效工资）"),
    {
      examples: { holds: "10.25÷605.75＝1.69%", fails: "33.00÷650.00＝5.08%" },
    },
  ),
  inspection("M01", "info", "有单位资金的，表2有科目列单位资金", "单位资金要落实到科目", unitFunds, {
    examples: { holds: "表1单位资金 50.00，表2有科目列 50.00", fails: "表1单位资金 50.00，表2没有科目列" },
  }),
  inspection("M03", "info", "公务用车运行维护费每辆车0.3万元至10万元", "明显偏低或偏高请核对车辆数和金额", vehicles, {
    examples: { holds: "28.00，10辆，每辆 2.80", fails: "28.00，2辆，每辆 14.00" },
  }),
];

const sumOf = (table: Table, codes: readonly string[], column: string): Exact<Wan> =>
  Exact.sum(codes.flatMap((code) => table.withCode(code)).map((row) => table.amount(row, column) ?? Exact.zero));

function ratio(
  table: Table | undefined,
  unit: Recognised["unit"],
  part: readonly string[],
  whole: readonly string[],
  [low, high]: readonly [number, number],
  what: string,
): Inspection {
  if (!table) return nothing;
  const base = sumOf(table, whole, "合计");
  const own = sumOf(table, part, "合计");
  if (base.isZero() || own.isZero()) return nothing;
  const percent = own.shifted(2).quotient(base, 2);
  if (percent.compare(Exact.ofUnits(low)) >= 0 && percent.compare(Exact.ofUnits(high)) <= 0) return { holds: 1, remarks: [] };
  const cells = [...part, ...whole]
    .flatMap((code) => table.withCode(code))
    .map((row) => amountCell({ unit }, table, row, "合计"))
    .filter((cell) => cell !== null);
  return {
    holds: 0,
    remarks: [
      {
        key: part.join(),
        message: `${table.label}的${what}＝${percent.toFixed(2)}%，一般${low === 0 ? `不超过${high}%` : `在${low}%至${high}%之间`}。`,
        cells,
        advice: "请核对有没有录错；有特殊情况的不用改。",
      },
    ],
  };
}

function retirement(recognised: Recognised): Inspection {
  const [functional, economic] = [recognised.tables.get("general"), recognised.tables.get("basic")];
  if (!functional || !economic) return nothing;
  const left = sumOf(functional, ["2080501", "2080502", "2080503"], "基本支出");
  const right = sumOf(economic, ["30301", "30302"], "合计");
  const difference = left.minus(right);
  if (left.isZero() || right.isZero()) return nothing;
  if (difference.isZero()) return { holds: 1, remarks: [] };
  const money = new Money(recognised);
  const others = economic.rows.filter(
    (row) => row.code?.startsWith("303") && row.kind === "group" && row.code !== "30301" && row.code !== "30302",
  );
  const cells = [
    ...["2080501", "2080502", "2080503"]
      .flatMap((code) => functional.withCode(code))
      .map((row) => amountCell(recognised, functional, row, "基本支出")),
    ...["30301", "30302"].flatMap((code) => economic.withCode(code)).map((row) => amountCell(recognised, economic, row, "合计")),
    ...others.map((row) => amountCell(recognised, economic, row, "合计")),
  ].filter((cell) => cell !== null);
  const where = others.map((row) => `${row.code ?? ""} ${row.name} ${money.shown(economic.amount(row, "合计") ?? Exact.zero)}`).join("、");
  return {
    holds: 0,
    remarks: [
      {
        key: "303",
        message: `${functional.label}离退休科目的基本支出 ${money.shown(left)}，${economic.label}离休费、退休费共 ${money.shown(right)}，${lessOrMore(difference)} ${money.shown(difference.abs())}。`,
        cells,
        advice: where === "" ? "请核对离休费、退休费是否漏列。" : `差额一般在303的其他款：${where}。`,
      },
    ],
  };
}

function unitFunds(recognised: Recognised): Inspection {
  const [overview, income] = [recognised.tables.get("overview"), recognised.tables.get("income")];
  const line = overview?.line("单位资金");
  const amount = line && overview?.amount(line, "收入预算数");
  if (!overview || !income || !line || !amount || amount.isZero()) return nothing;
  const listed = income.rows.some((row) => row.kind === "item" && income.amount(row, "单位资金")?.isZero() === false);
  const cell = amountCell(recognised, overview, line, "收入预算数");
  if (listed) return { holds: 1, remarks: [] };
  return {
    holds: 0,
    remarks: [
      {
        key: "",
        message: `${overview.label}有单位资金 ${new Money(recognised).shown(amount)}，${income.label}没有一个科目列单位资金。`,
        cells: cell ? [cell] : [],
      },
    ],
  };
}

function vehicles(recognised: Recognised, inputs: Inputs | null): Inspection {
  const table = recognised.tables.get("threePublic");
  const line = table?.line("公务用车运行");
  const amount = line && table?.amount(line, "合计");
  const counts = (inputs?.others ?? []).filter(({ name }) => /(?:一般公务用车|执法执勤用车|其他车辆)数量$/.test(normalise(name)));
  const count = Exact.sum(counts.map(({ value }) => value.value ?? Exact.zero));
  if (!table || !line || !amount || amount.isZero() || count.sign() <= 0) return nothing;
  const each = amount.quotient(count, 2);
  if (each.compare(Exact.parse("0.3") ?? Exact.zero) >= 0 && each.compare(Exact.ofUnits(10)) <= 0) return { holds: 1, remarks: [] };
  const cell = amountCell(recognised, table, line, "合计");
  const remark: Remark = {
    key: "",
    message: `${table.label}公务用车运行费 ${new Money(recognised).shown(amount)}，车辆 ${count.toString()} 辆，平均每辆 ${each.toFixed(2)} 万元，不在0.3至10之间。`,
    cells: cell ? [cell] : [],
    advice: "请核对金额和“填报-其他事项”的车辆数量。",
  };
  return inspected(0, [remark]);
}
