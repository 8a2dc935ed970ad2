import { canon } from "../../src/text/canon";

/** A comma of sentences parts thousands only where thousands may be parted; elsewhere it parts sentences. */
test.each([
  ["预算1，219.43万元", "预算1,219.43万元"],
  ["预算12，345，678.90元", "预算12,345,678.90元"],
  ["收入120.50，219.43万元为项目", "收入120.50，219.43万元为项目"],
  ["2025年1200，219.43万元为项目", "2025年1200，219.43万元为项目"],
  // Neither is right: it is told as it stands.
  ["共12，21.42万元", "共12,21.42万元"],
  ["收入120.50,219.43万元", "收入120.50,219.43万元"],
])("%s", (text, expected) => expect(canon(text)).toBe(expected));
