import { draftOf, forgetDrafts, keepDraft } from "../../../src/taskpane/effects/drafts";

/** A browser's store, or one that refuses. */
function browser(refuses = false): Map<string, string> {
  const held = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (refuses) throw new Error("QuotaExceededError");
      held.set(key, value);
    },
  };
  Object.defineProperty(globalThis, "window", { configurable: true, value: { localStorage } });
  return held;
}

describe("words being typed, kept on this machine", () => {
  test("come back until they are handed over", () => {
    browser();
    keepDraft("甲", "口径");
    keepDraft("乙", "另一处");
    keepDraft("甲", "口径不同");
    expect([draftOf("甲"), draftOf("乙")]).toEqual(["口径不同", "另一处"]);
    keepDraft("甲", null);
    expect([draftOf("甲"), draftOf("乙")]).toEqual([null, "另一处"]);
    forgetDrafts();
    expect(draftOf("乙")).toBeNull();
  });

  test("the oldest of more than a hundred make room", () => {
    browser();
    for (let at = 0; at < 101; at++) keepDraft(String(at), "字");
    expect([draftOf("0"), draftOf("1"), draftOf("100")]).toEqual([null, "字", "字"]);
  });

  test("nothing is read from rubbish, and a browser that keeps nothing is no matter", () => {
    browser().set("budget.drafts", '{"甲":1}');
    expect(draftOf("甲")).toBeNull();
    browser(true);
    expect(() => keepDraft("甲", "字")).not.toThrow();
    expect(draftOf("甲")).toBeNull();
  });
});
