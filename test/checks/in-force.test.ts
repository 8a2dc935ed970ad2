import { checkWorkbook } from "../../src/book/check";
import { recogniseWorkbook } from "../../src/book/recognise";
import { check, inspected, inspection, outOfForce, yearsOf } from "../../src/checks/engine/check";
import { on } from "../../src/checks/language/build";
import { commonHouse, houses } from "../../src/templates/houses";
import { general } from "../../src/templates/xinjiang/tables/general";
import { fullWorkbookText } from "../support/full-workbook";
import { workbookFromText } from "../support/workbook-text";

test.each([
  [{}, 2026, null],
  [{}, null, null],
  [{ from: 2018 }, 2018, null],
  [{ from: 2018 }, 2017, "otherYear"],
  [{ until: 2024 }, 2024, null],
  [{ until: 2024 }, 2025, "otherYear"],
  [{ from: 2018, until: 2024 }, 2020, null],
  [{ from: 2018 }, null, "unknownYear"],
] as const)("%j in %s: %s", (years, year, out) => expect(outOfForce(years, year)).toBe(out));

test.each([
  [{}, ""],
  [{ from: 2018 }, "2018年起"],
  [{ until: 2024 }, "至2024年"],
  [{ from: 2018, until: 2024 }, "2018年至2024年"],
] as const)("%j is said %s", (years, said) => expect(yearsOf(years)).toBe(said));

describe("a rule of other years", () => {
  const recognised = { ...recogniseWorkbook(workbookFromText(fullWorkbookText())), year: 2026 };
  const t = on(general);
  // 合计 is more than 项目支出 in the good workbook: it would be broken.
  const wrong = (
    years: { readonly from?: number; readonly until?: number },
    year: number | null = recognised.year,
  ): readonly [Record<string, number>, readonly string[]] => {
    const { counts, findings } = checkWorkbook({ ...recognised, year }, [
      check("A1", t.at("总计", "合计").equals(t.at("总计", "项目支出")), "甲", years),
      inspection("A2", "error", "乙", "乙", () => inspected(0, [{ key: "x", message: "乙", cells: [] }]), {
        examples: { holds: "1", fails: "2" },
        ...years,
      }),
    ]);
    return [
      { broken: counts.broken, notApplicable: counts.notApplicable, notRun: counts.notRun },
      findings.map(({ id, verdict }) => `${id} ${verdict}`),
    ];
  };
  const { year } = recognised;
  test("runs in its years", () =>
    expect(wrong({ from: year, until: year })).toEqual([{ broken: 2, notApplicable: 0, notRun: 0 }, ["A1 broken", "A2 broken"]]));
  test("is 不适用 in others", () => expect(wrong({ from: year + 1 })).toEqual([{ broken: 0, notApplicable: 2, notRun: 0 }, []]));
  test("is 未执行 where the year is not known", () =>
    expect(wrong({ from: year }, null)).toEqual([{ broken: 0, notApplicable: 0, notRun: 2 }, ["A1 notRun", "A2 notRun"]]));
});

test("a rule of one family says so; what all have is of none", () => {
  for (const { family, chapters } of houses)
    for (const rule of chapters.flatMap(({ checks }) => checks)) expect([null, family.id]).toContain(rule.family);
  for (const rule of commonHouse.chapters.flatMap(({ checks }) => checks)) expect(rule.family).toBeNull();
  for (const { family, chapters } of houses)
    expect(chapters.flatMap(({ checks }) => checks).some((rule) => rule.family === family.id)).toBe(true);
});
