import { readFileSync } from "node:fs";
import path from "node:path";

const SCRIPT = readFileSync(path.join(import.meta.dirname, "../../tools/package/set-address.ps1"), "utf8");

/** PowerShell takes typographic quotation marks for plain ones (about_Quoting_Rules). */
const DOUBLE = '"“”„';
const SINGLE = "'‘’‚‛";

/** The strings of a script as PowerShell reads them, each with the two marks that hold it. */
function strings(script: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < script.length; at += 1) {
    const mark = script.charAt(at);
    if (mark === "#") at = script.indexOf("\n", at);
    const closing = [DOUBLE, SINGLE].find((marks) => marks.includes(mark));
    if (closing === undefined) continue;
    let end = at + 1;
    while (end < script.length && !closing.includes(script.charAt(end))) end += 1;
    found.push(script.slice(at, end + 1));
    at = end;
  }
  return found;
}

describe("the script for Windows that writes an office's address", () => {
  it("the reader of strings ends a string at a Chinese mark, as PowerShell does", () => {
    expect(strings(`Stop-With "“$Address”不是地址" # "说明"\n$a = '“{0}”不是'`)).toEqual(['"“', '”不是地址"', "'“{0}”不是'"]);
  });

  it("has no string that a Chinese quotation mark cuts off", () => {
    const written = strings(SCRIPT);
    expect(written.length).toBeGreaterThan(8);
    expect(written.filter((each) => !/^(?:"[^"\n]*"|'[^'\n]*')$/.test(each) || /^".*[“”„]/.test(each))).toEqual([]);
  });
});
