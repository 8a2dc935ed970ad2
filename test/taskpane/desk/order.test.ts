import { deskOf } from "../../../src/desk/desk";
import { deskFile, type DeskFile } from "../../../src/desk/file";
import { keptFile, keptFinding } from "../../support/kept-file";
import { officesShown, type DeskFilter, type DeskSort } from "../../../src/taskpane/desk/order";

/** A workbook of an office with so many findings of each kind. */
const office = (organisation: string, year: number, error: number, warning: number): DeskFile =>
  keptFile(`${organisation}.xlsx`, organisation, {
    year,
    tally: { holds: 1, rounding: 0, error, warning, info: 0, notRun: 0 },
    findings: Array.from({ length: error }, (_, at) => keptFinding("F102", String(at), "error")),
  });

const desk = deskOf([
  office("示例市教育局", 2026, 0, 0),
  office("示例市第10小学", 2026, 2, 0),
  office("示例市第2小学", 2025, 0, 3),
  deskFile({ file: "甲/坏的.xlsx", error: "已损坏" }),
]);
const names = (filter: Partial<DeskFilter>, sort: DeskSort = { by: "given", up: true }): readonly (string | undefined)[] =>
  officesShown(desk, { words: "", state: null, ...filter }, sort).map((place) => desk.offices[place]?.name);

test.each<[string, Partial<DeskFilter>, readonly string[]]>([
  ["a part of the name", { words: "小学" }, ["示例市第10小学", "示例市第2小学"]],
  ["several parts, in full-width digits and spaces too", { words: "小学　２０２５" }, ["示例市第2小学"]],
  ["a file's name", { words: "甲/" }, ["坏的.xlsx"]],
  ["what became of it", { state: "clean" }, ["示例市教育局"]],
  ["nothing alike", { words: "卫生" }, []],
])("finds offices by %s", (_, filter, found) => expect(names(filter)).toEqual(found));

test.each<[DeskSort, readonly string[]]>([
  [{ by: "name", up: true }, ["坏的.xlsx", "示例市第2小学", "示例市第10小学", "示例市教育局"]],
  [{ by: "error", up: false }, ["示例市第10小学", "示例市教育局", "示例市第2小学", "坏的.xlsx"]],
  [{ by: "warning", up: false }, ["示例市第2小学", "示例市教育局", "示例市第10小学", "坏的.xlsx"]],
  [{ by: "state", up: false }, ["坏的.xlsx", "示例市第10小学", "示例市第2小学", "示例市教育局"]],
  [{ by: "rule", id: "F102", up: false }, ["示例市第10小学", "示例市教育局", "示例市第2小学", "坏的.xlsx"]],
])("sorts by %j, equals as they were given", (sort, order) => expect(names({}, sort)).toEqual(order));
