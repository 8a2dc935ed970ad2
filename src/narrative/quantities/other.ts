import { projectRows } from "../../inputs/project-rows";
import type { Desk } from "../desk";
import { tableOf } from "../desk";
import { firstKnown, isNonZero, isZero, known, lacking, minus, plus, type Figure } from "../figure";
import { Exact } from "../../amount/exact";
import { figureOf, totalOf } from "./cells";
import { overallTotal } from "./income";
import { projectTotal } from "./projects";

export interface Procurement {
  readonly total: Figure;
  readonly goods: Figure;
  readonly works: Figure;
  readonly services: Figure;
  readonly small: Figure;
  readonly micro: Figure;
}

/** 政府采购: as filled in; the total is the sum. */
export function procurementOf(desk: Desk): Procurement {
  const of = (name: string): Figure => desk.asks.other("政府采购", name, "万元");
  const [goods, works, services] = [of("货物"), of("工程"), of("服务")];
  return { total: plus([goods, works, services]), goods, works, services, small: of("面向中小企业预留"), micro: of("其中：小微企业预留") };
}

export interface Vehicles {
  readonly name: string;
  readonly number: Figure;
  readonly value: Figure;
}

export interface Assets {
  readonly area: Figure;
  readonly buildings: Figure;
  readonly vehicles: readonly Vehicles[];
  readonly vehicleNumber: Figure;
  readonly vehicleValue: Figure;
  readonly furniture: Figure;
  readonly others: Figure;
  readonly over50: Figure;
  readonly over100: Figure;
  readonly buying50: Figure;
  readonly buying100: Figure;
}

/** 国有资产占用使用: as filled in; vehicles add up. */
export function assetsOf(desk: Desk): Assets {
  const of = (name: string, unit: "万元" | "平方米" | "辆" | "台"): Figure => desk.asks.other("国有资产", name, unit);
  const area = of("房屋面积", "平方米");
  const buildings = of("房屋价值", "万元");
  const vehicles = ["一般公务用车", "执法执勤用车", "其他车辆"].map((name) => ({
    name,
    number: of(`${name}数量`, "辆"),
    value: of(`${name}价值`, "万元"),
  }));
  return {
    area,
    buildings,
    vehicles,
    vehicleNumber: plus(
      vehicles.map(({ number }) => number),
      "count",
    ),
    vehicleValue: plus(vehicles.map(({ value }) => value)),
    furniture: of("办公家具价值", "万元"),
    others: of("其他资产价值", "万元"),
    over50: of("50万元以上大型设备", "台"),
    over100: of("100万元以上大型设备", "台"),
    buying50: of("安排购置50万元以上大型设备", "台"),
    buying100: of("安排购置100万元以上大型设备", "台"),
  };
}

export interface Performance {
  readonly goals: () => Figure;
  readonly goalAmount: () => Figure;
  readonly projects: Figure;
  readonly fiscalAmount: Figure;
  readonly otherProjects: () => Figure;
  readonly otherAmount: Figure;
}

/** 预算绩效: as filled in, else from the tables where they can tell (docs/rules.md B 其他（四）). */
export function performanceOf(desk: Desk): Performance {
  const of = (name: string, unit: "个" | "万元", fallback: Figure | null): Figure => desk.asks.other("预算绩效", name, unit, fallback);
  const nonFiscal = nonFiscalProjects(desk);
  // 表7 lists the projects of the general public budget alone: where others have projects too, their number is not in the tables.
  const listed = isZero(nonFiscal) && otherBudgets(desk).length === 0 ? listedProjects(desk) : null;
  return {
    goals: () => of("整体绩效目标个数", "个", null),
    goalAmount: () => of("整体绩效目标金额", "万元", overallTotal(desk)),
    projects: of("项目个数", "个", listed?.known ? listed : null),
    fiscalAmount: of("财政拨款项目金额", "万元", fiscalProjects(desk)),
    otherProjects: () =>
      of(
        "非财政拨款项目个数",
        "个",
        isZero(nonFiscal) ? known(Exact.zero, nonFiscal.known ? nonFiscal.cells : [], "没有非财政拨款项目", "count") : null,
      ),
    otherAmount: of("非财政拨款项目金额", "万元", nonFiscal),
  };
}

function listedProjects(desk: Desk): Figure {
  const table = tableOf(desk, "projects");
  if (!table) return totalOf(desk.recognised, "projects", "项目支出合计", "项目个数");
  // A row that names no project may be one more, or none of them.
  if (table.rows.some(({ project }) => project === "")) return lacking("项目个数", `${table.label}有的项目没有名称`);
  const projects = projectRows(table.rows);
  return known(
    Exact.ofUnits(projects.length),
    projects.flatMap(({ rows }) => rows.map((row) => table.labelCell(row))),
    `${table.label}所列项目个数`,
    "count",
  );
}

/** Projects paid from this year's fiscal appropriation: general public budget, and funds and state capital where there are any. */
function fiscalProjects(desk: Desk): Figure {
  return plus([projectTotal(desk), ...otherBudgets(desk)]);
}

/** Projects of government-managed funds and of state capital operations, where there are any. */
function otherBudgets(desk: Desk): readonly Figure[] {
  return (["funds", "stateCapital"] as const).map((key) => totalOf(desk.recognised, key, "项目支出", "项目支出")).filter(isNonZero);
}

/** Project expenditure that is neither this year's appropriation nor carried over; what is carried over of other money is counted by some. */
function nonFiscalProjects(desk: Desk): Figure {
  const all = totalOf(desk.recognised, "expenditure", "项目支出", "项目支出");
  const carriedOf = (column: "财政拨款项目支出" | "非财政拨款项目支出"): readonly Figure[] =>
    [totalOf(desk.recognised, "carriedOver", column, "结转项目支出")].filter(isNonZero);
  const [fiscal, other] = [carriedOf("财政拨款项目支出"), carriedOf("非财政拨款项目支出")];
  const carried = [...fiscal, ...other];
  const inOverview = figureOf(desk.recognised, "overview", (table) => table.line("上年结转结余"), "收入预算数", "上年结转结余");
  if (carried.length === 0 && !tableOf(desk, "carriedOver") && isNonZero(inOverview))
    return firstKnown(totalOf(desk.recognised, "carriedOver", "合计", "非财政拨款项目"));
  const rest = minus(all, [fiscalProjects(desk), ...carried]);
  const wider = other.length > 0 ? minus(all, [fiscalProjects(desk), ...fiscal]) : null;
  return rest.known && wider?.known === true ? { ...rest, orWith: wider } : rest;
}
