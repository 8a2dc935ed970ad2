import { givenPerformance } from "../../src/publication/given-performance";
import { textSheet } from "../narrative/text-workbook";

const WHOLE = `
部门整体绩效目标表
（2026年）
部门名称 | | 示例市交通局 | | |
年度绩效目标 | | 管好路桥，保障出行，全年养护县道一百二十公里。 | | |
年度预算（万元） | 资金来源 | | 资金总额（万元） | |
 | 财政资金 | 上级安排 | 27.00 | |
 | | 本级安排 | 141.00 | |
 | 其他资金 | 其他 | 12.00 | |
 | 合计： | | 180.00 | |
一级指标 | 二级指标 | 三级指标 | 指标值 | 指标设定依据 | 分值权重
履职效能 | 数量指标 | 养护里程 | ≥120公里 | 年度计划 | 50
 | | 抽检次数 | ≥4次 | | 20
 | 质量指标 | 合格率 | ≥95% | 年度计划 | 20`;

const sheet = textSheet("绩效", WHOLE);
const workbook = { name: "a.xlsx", sheets: [sheet] };
const [grid] = givenPerformance(workbook);
const cell = (text: string) => grid?.rows.flat().find((one) => one.text === text);

test("title, year and every row stand as in the workbook", () => {
  expect([grid?.title, grid?.subtitle, grid?.width, grid?.rows.length]).toEqual(["部门整体绩效目标表", "（2026年）", 6, 11]);
});

test.each<[string, number, number]>([
  ["部门名称", 2, 1],
  ["示例市交通局", 4, 1],
  ["年度预算（万元）", 1, 5],
  ["资金来源", 2, 1],
  ["财政资金", 1, 2],
  ["本级安排", 1, 1],
  ["141", 3, 1],
  ["合计：", 2, 1],
  ["履职效能", 1, 3],
  ["数量指标", 1, 2],
  ["质量指标", 1, 1],
])("%s covers %d columns and %d rows", (text, columns, rows) => {
  expect(cell(text)).toMatchObject({ columns, rows });
});

test("a blank among an indicator's values stays a blank", () => {
  expect(grid?.rows.at(-2)?.map(({ text }) => text)).toEqual(["抽检次数", "≥4次", "", "20"]);
});

test("every place of the table is covered once", () => {
  const covered = new Map<string, number>();
  grid?.rows.forEach((cells, row) => {
    let column = 0;
    for (const { columns, rows } of cells) {
      while (covered.has(`${row},${column}`)) column += 1;
      for (let down = 0; down < rows; down++)
        for (let right = 0; right < columns; right++) {
          const place = `${row + down},${column + right}`;
          covered.set(place, (covered.get(place) ?? 0) + 1);
        }
    }
  });
  expect([...covered.values()].every((count) => count === 1)).toBe(true);
  expect(covered.size).toBe(6 * 11);
});

test("two tables below each other are two; sheets of 填报 and hidden ones are none", () => {
  const twice = textSheet("绩效", `${WHOLE}\n项目支出绩效目标表\n项目名称 | 养护\n一级指标 | 三级指标\n产出 | 里程`);
  expect(givenPerformance({ name: "", sheets: [twice] }).map(({ title }) => title)).toEqual(["部门整体绩效目标表", "项目支出绩效目标表"]);
  expect(
    givenPerformance({
      name: "",
      sheets: [
        { ...sheet, visibility: "hidden" },
        { ...sheet, name: "填报-其他事项" },
      ],
    }),
  ).toEqual([]);
});
