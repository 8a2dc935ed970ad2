/** @jest-environment jsdom */
import { gridOfHtml, gridOfText, typedCell } from "../../../src/hosts/sheet/face/outside-text";

describe("text that spreadsheet programs put on the clipboard", () => {
  it.each([
    [
      "cells and lines",
      "合计\t1,234.50\r\n项目\t\r\n",
      [
        ["合计", "1,234.50"],
        ["项目", ""],
      ],
    ],
    ["one value", "7", [["7"]]],
    [
      "a line end within a cell",
      '"两\n行"\t二\n三\t""""',
      [
        ["两\n行", "二"],
        ["三", '"'],
      ],
    ],
    ["a quotation mark that opens nothing", '"引"文\t二', [['"引"文', "二"]]],
    ["an empty line within", "一\n\n三", [["一"], [""], ["三"]]],
    ["what no file may hold", "A\u000bB\u0000C", [["A\nBC"]]],
  ])("%s", (_, text, grid) => expect(gridOfText(text)).toEqual(grid));
});

describe("HTML of another program", () => {
  it("is the first table, spaces of its layout left out, line ends by its elements, merged cells once", () => {
    const html = `<table><tr><td colspan=2 rowspan=2 style="background:red">
        合  计</td><td>1,234.50</td></tr>
      <tr><td><p>甲</p><p>乙</p></td></tr><tr><td>一<br>二</td><td>&nbsp;</td><td>三</td></tr></table>`;
    expect(gridOfHtml(html)).toEqual([
      ["合 计", null, "1,234.50"],
      [null, null, "甲\n乙"],
      ["一\n二", "", "三"],
    ]);
  });

  it("without a table is none", () => expect(gridOfHtml("<p>合计</p>")).toBeNull());

  it("is only read", () => {
    const before = document.body.innerHTML;
    const html = '<table><tr><td><img src=x onerror="document.title=1">甲<script>document.title=1</script></td></tr></table>';
    expect(gridOfHtml(html)).toEqual([["甲"]]);
    expect([document.body.innerHTML, document.title]).toEqual([before, ""]);
  });
});

describe("a text as if it were typed", () => {
  it.each([
    ["1,234.50", "0.00", { v: 1234.5, t: 2 }],
    ["(12.30)", undefined, { v: -12.3, t: 2 }],
    ["12%", "#,##0.00", { v: 0.12, t: 2 }],
    ["12%", undefined, { v: 0.12, t: 2, s: { n: { pattern: "0%" } } }],
    // 46023 is 1 January 2026.
    ["2026/1/15", "General", { v: 46037, t: 2, s: { n: { pattern: "yyyy/m/d" } } }],
    ["2010301", "@", { v: "2010301", t: 4 }],
    ["620102198001011234", undefined, { v: "620102198001011234", t: 4 }],
    ["TRUE", undefined, { v: 1, t: 3 }],
    ["=B5+1", undefined, { f: "=B5+1" }],
    ["=", undefined, { v: "=", t: 1 }],
    ["约一千", undefined, { v: "约一千", t: 1 }],
    ["  ", undefined, {}],
  ])("%s in a cell of format %s", (text, pattern, held) =>
    expect(typedCell(text, pattern)).toEqual({ v: null, t: null, f: null, si: null, p: null, ...held }),
  );
});
