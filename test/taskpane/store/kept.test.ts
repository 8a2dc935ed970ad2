import { readChoices } from "../../../src/taskpane/store/choices";
import { defaultSettings, readSettings } from "../../../src/taskpane/store/settings";
import { readWords, withWord } from "../../../src/taskpane/store/word-choices";
import { appearanceOf } from "../../../src/taskpane/theme";

describe("what is kept between sessions", () => {
  it.each([null, 3, "x", [], { pitch: 12, theme: "pink", live: "yes", words: { itemMark: "*" } }])(
    "settings from rubbish %# are the defaults",
    (stored) => {
      expect(readSettings(stored)).toEqual(defaultSettings);
    },
  );

  it("settings come back as stored", () => {
    const settings = { ...defaultSettings, theme: "dark", live: true, pitch: 30, words: { itemMark: "、" } } as const;
    expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  });

  it("a word choice is made and given back to the template", () => {
    const chosen = withWord({ itemMark: "、" }, "unchanged", "flat");
    expect(chosen).toEqual({ itemMark: "、", unchanged: "flat" });
    expect(withWord(chosen, "itemMark", "")).toEqual({ unchanged: "flat" });
    expect(readWords({ toString: "x", amounts: 1 })).toEqual({});
  });

  it.each([
    [null, {}],
    [{ variant: "2030-99", organisationKind: "集团", sheets: 4 }, {}],
    [
      { template: "xinjiang/2026-11", organisationKind: "单位", sheets: { general: "表五", 13: "x", basic: 7, __proto__: "y" } },
      { template: "xinjiang/2026-11", organisationKind: "单位", sheets: { general: "表五" } },
    ],
    [{ variant: "toString" }, {}],
  ])("choices from %j", (stored, choices) => expect(readChoices(stored)).toEqual(choices));

  it.each([
    ["#ffffff", "light"],
    ["#e6e6e6", "light"],
    ["#262626", "dark"],
    ["#0a0a0a", "dark"],
    ["#000000", "contrast"],
    ["rubbish", "light"],
  ])("Office's background %s is %s", (background, appearance) => {
    expect(appearanceOf(background)).toBe(appearance);
  });
});
