import { Exact } from "../../src/amount/exact";
import { written } from "../../src/proofread/ledger";
import { figuresOf } from "../../src/proofread/read/figures";
import { linesOf } from "../../src/proofread/text/lines";

/** A text that says large amounts in whole 万元, and those below a thousand with the decimals that they have. */
const COARSE = { amounts: { thousands: false, trimZeros: true }, coarse: true, places: 2 };

test.each([
  ["培训费32万元", "27.36", "27.36"],
  ["支出预算3245万元", "3254.36", "3254"],
  ["支出预算324.5万元", "325.46", "325.46"],
])("%s ought to be %s: %s", (text, right, expected) => {
  const like = linesOf([text]).flatMap((line) => figuresOf(line))[0];
  expect(like && written(COARSE, Exact.parse(right) ?? Exact.zero, like)).toBe(expected);
});

test("a heading that the contents list is a line of its own, whatever year one of the two names", () => {
  const heading = "三、2026年度本单位主要工作任务及目标";
  const body = "2026年，本单位将围绕中心工作推进以下任务：";
  const texts = (...lines: readonly string[]): readonly string[] => linesOf(lines).map(({ text }) => text);
  expect(texts(`${heading}……12`, "四、其他", heading.replace("2026", "2025"), body)).toContain(body);
  // A sentence that a page broke.
  const broken = "三、2026年度本单位主要工作任务及目标按照";
  expect(texts(broken, body)).toEqual([broken + body]);
});
