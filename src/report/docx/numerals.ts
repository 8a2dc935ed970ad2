const DIGITS = "〇一二三四五六七八九";
const FORMAL = "零壹贰叁肆伍陆柒捌玖";

/** 1 to 9999 as counted: 十一, 一百零三 (with `ten`: 壹拾壹). */
function counted(value: number, digits: string, units: string, zero: string, leadingOne: boolean): string {
  let text = "";
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) gap ||= text !== "";
    else {
      text +=
        (gap ? zero : "") +
        (digit === 1 && place === 1 && text === "" && !leadingOne ? "" : digits.charAt(digit)) +
        units.charAt(3 - place).trim();
      gap = false;
    }
  }
  return text;
}

const chinese = (value: number): string => counted(value, DIGITS, "千百十 ", "零", false);
const formal = (value: number): string => counted(value, FORMAL, "仟佰拾 ", "零", true);

/** A, B … Z, AA, BB as Word counts them. */
const letters = (value: number): string => String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  let [rest, text] = [value, ""];
  for (const [size, sign] of ROMAN) for (; rest >= size; rest -= size) text += sign;
  return text;
}

/** Signs that stand one behind the other in the character set, from 1; the plain number beyond them. */
const run =
  (first: string, count: number) =>
  (value: number): string =>
    value <= count ? String.fromCodePoint((first.codePointAt(0) ?? 0) + value - 1) : String(value);
const listed =
  (signs: string) =>
  (value: number): string =>
    signs.charAt((value - 1) % signs.length);

/** Word's number formats (ST_NumberFormat). Those that are absent count as decimal. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalFullWidth2: (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: run("①", 20),
  decimalEnclosedCircleChinese: run("①", 20),
  decimalEnclosedFullstop: run("⒈", 20),
  decimalEnclosedParen: run("⑴", 20),
  ideographEnclosedCircle: run("㊀", 10),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  koreanDigital2: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  taiwaneseDigital: chinese,
  ideographDigital: (value) => String(value).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit))),
  japaneseDigitalTenThousand: (value) => String(value).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit))),
  chineseLegalSimplified: formal,
  ideographLegalTraditional: formal,
  japaneseLegal: formal,
  ideographTraditional: listed("甲乙丙丁戊己庚辛壬癸"),
  ideographZodiac: listed("子丑寅卯辰巳午未申酉戌亥"),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  none: () => "",
};

/** A number as a list prints it; "" for bullets. */
export function numeral(format: string, value: number): string {
  if (format === "bullet") return "";
  return value > 0 && value < 10000 ? (FORMATS[format] ?? String)(value) : String(value);
}
