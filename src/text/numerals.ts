const DIGITS = "零一二三四五六七八九";

/** 12 for "十二", 20 for "二十"; null for what is no numeral below a hundred. */
export function numberOf(numeral: string): number | null {
  const [tens, ones, ...more] = numeral.includes("十") ? numeral.split("十") : [null, numeral];
  if (more.length > 0) return null;
  const digit = (text: string): number => (text.length === 1 ? DIGITS.indexOf(text) : -1);
  const high = tens === null ? 0 : tens === "" ? 1 : digit(tens);
  const low = ones === "" && tens !== null ? 0 : digit(ones);
  return high < 0 || low < 0 || (tens !== null && high === 0) ? null : high * 10 + low;
}

/** 十二 for 12; of one to ninety-nine. */
export function numeralFor(number: number): string {
  const [high, low] = [Math.floor(number / 10), number % 10];
  const tens = high === 0 ? "" : `${high === 1 ? "" : DIGITS.charAt(high)}十`;
  return `${tens}${low === 0 ? "" : DIGITS.charAt(low)}`;
}
