import fc from "fast-check";
import { readAmountText } from "../../src/amount/read-text";
import { invisibleIn, visible } from "../../src/text/invisible";
import { normalise, normaliseLabel } from "../../src/text/wording";
import { readCode } from "../../src/workbook/codes";
import { anyText } from "../support/any-text";

const INVISIBLE = [
  "\u0000",
  "\u0001",
  "\u0008",
  "\u000b",
  "\u001f",
  "\u007f",
  "\u0085",
  "\u009f",
  "\u00ad",
  "\u061c",
  "\u115f",
  "\u1160",
  "\u180e",
  "\u200b",
  "\u200c",
  "\u200d",
  "\u200e",
  "\u200f",
  "\u202a",
  "\u202d",
  "\u202e",
  "\u2060",
  "\u2064",
  "\u2066",
  "\u2069",
  "\u2800",
  "\u3164",
  "\ufe00",
  "\ufe0f",
  "\ufeff",
  "\uffa0",
  "\ufff9",
  "\u{e0001}",
  "\u{e0100}",
];

/** The character between all characters of a text and around them. */
const strewn = (text: string, character: string): string => character + Array.from(text).join(character) + character;

test.each(INVISIBLE.map((character) => [`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`, character]))(
  "%s is read through in names, codes and amounts, and named",
  (name, character) => {
    expect(normalise(strewn("一般公共服务支出（类）", character))).toBe(normalise("一般公共服务支出（类）"));
    expect(normaliseLabel(strewn("  一、本年收入", character))).toBe("本年收入");
    expect(readCode([strewn("201", character), strewn("03", character)], "functional", null)).toEqual({ code: "20103", malformed: null });
    const amount = readAmountText(strewn("1,219.43", character));
    expect(amount === null || amount === "blank" ? amount : [amount.value.toString(), amount.decimals]).toEqual(["1219.43", 2]);
    expect(readAmountText(character)).toBe("blank");
    expect(invisibleIn(strewn("24", character))).toEqual([name]);
  },
);

test.each(["2026年部门预算", "“三公”经费", "Ⅲ．①、—…·", "1,219.43\n", "\t表　5 ", "，。：；（）《》％＋－０９ａ"])(
  "%j is visible throughout",
  (text) => {
    expect([visible(text), invisibleIn(text)]).toEqual([text, []]);
  },
);

test("what is taken away is what is named", () =>
  fc.assert(
    fc.property(anyText(40), (text) => {
      const kept = visible(text);
      expect(invisibleIn(kept)).toEqual([]);
      expect(kept === text).toBe(invisibleIn(text).length === 0);
    }),
  ));
