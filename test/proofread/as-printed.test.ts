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
