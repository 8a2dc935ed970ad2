import { Exact } from "../../src/amount/exact";
import { inWan, wanToYuan, writtenIn, yuanToWan, type Wan, type Yuan } from "../../src/amount/unit";

const wan = Exact.ofUnits(122142, 2) as Exact<Wan>;
const yuan = Exact.ofUnits(12214200) as Exact<Yuan>;

test("元 and 万元 are ten thousand apart, in words only where they are written", () => {
  expect(yuanToWan(yuan).equals(wan)).toBe(true);
  expect(wanToYuan(wan).equals(yuan)).toBe(true);
  expect([inWan(Exact.ofUnits(24000), "元").toString(), inWan(Exact.ofUnits(24), "万元").toString()]).toEqual(["2.4", "24"]);
  expect([writtenIn(wan, "元").toString(), writtenIn(wan, "万元").toString()]).toEqual(["12214200", "1221.42"]);
});

/** Checked by the compiler: an error that is expected and does not come fails `tsc`. */
export function mixed(): readonly unknown[] {
  return [
    // @ts-expect-error 元 and 万元 are not added
    yuan.plus(wan),
    // @ts-expect-error nor taken away
    wan.minus(yuan),
    // @ts-expect-error nor compared
    wan.compare(yuan),
    // @ts-expect-error nor held against each other
    wan.equals(yuan),
    // @ts-expect-error nor summed
    Exact.sum<Wan>([wan, yuan]),
    // @ts-expect-error nor converted twice
    yuanToWan(yuanToWan(yuan)),
    wan
      .plus(yuanToWan(yuan))
      .times(Exact.ofUnits(2))
      .plus(Exact.sum([wan, wan])),
  ];
}
