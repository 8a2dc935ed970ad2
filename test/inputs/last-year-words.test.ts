import { movedOn } from "../../src/inputs/last-year-words";

test.each([
  ["2024年与2025年均未安排公务接待费", 2026, "2025年与2026年均未安排公务接待费"],
  ["2024年度和2025年度预算相同", 2026, "2025年度和2026年度预算相同"],
  // Other years are of what happened then.
  ["2023年与2024年均未安排", 2026, "2023年与2024年均未安排"],
  ["根据2025年3月印发的办法", 2026, "根据2025年3月印发的办法"],
  ["2024年与2025年均未安排", null, "2024年与2025年均未安排"],
])("%s, to serve in %s", (text, year, expected) => expect(movedOn(text, year)).toBe(expected));
