import { notes, putNotesAway, remembered, rememberedFor } from "../../src/text/remembered";

test("what is known of a text is kept, as many texts as may be at the same time", () => {
  let worked = 0;
  const length = remembered((text: string) => ((worked += 1), text.length), 2);
  expect(["合计", "合计", "总计", "小计", "合计"].map(length)).toEqual([2, 2, 2, 2, 2]);
  // The third text is one too many: the two before it are forgotten.
  expect(worked).toBe(4);
});

test("what is noted of a file's objects is worked out once, and again when it was put away; what is not noted stays", () => {
  const worked: string[] = [];
  const told = (name: string) => (of: { readonly rows: number }) => (worked.push(name), String(of.rows));
  const [ofFile, ofProgram] = [rememberedFor(told("file"), notes()), rememberedFor(told("program"))];
  const table = { rows: 3 };
  expect([ofFile(table), ofFile(table), ofProgram(table)]).toEqual(["3", "3", "3"]);
  expect(worked).toEqual(["file", "program"]);
  putNotesAway();
  expect([ofFile(table), ofProgram(table)]).toEqual(["3", "3"]);
  expect(worked).toEqual(["file", "program", "file"]);
});
