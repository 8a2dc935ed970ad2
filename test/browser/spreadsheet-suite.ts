import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Dialog, Page } from "playwright-core";
import { check } from "./workbench-suite";
import { SAMPLE, type Stage } from "./stage";
import {
  changedParts,
  chooseFile,
  goTo,
  onSheet,
  openEmpty,
  openFile,
  openSample,
  opened,
  said,
  save,
  typeInto,
  waitSaid,
} from "./sheet-hand";

const sample = readFileSync(join(__dirname, "../../samples", SAMPLE));

/** What is typed, and what the file must then hold. Serial 46037 is 15 January 2026 (46023 is the first). */
const ENTRIES = [
  { kind: "text", keys: ["某部门"], value: "某部门" },
  { kind: "number", keys: ["1219.53"], value: 1219.53 },
  { kind: "formula", keys: ["=1+2"], value: 3, formula: "=1+2" },
  { kind: "label of two lines", keys: ["一行", "<Alt+Enter>", "二行"], value: "一行\n二行" },
  { kind: "date", keys: ["2026-1-15"], value: 46037 },
  { kind: "boolean", keys: ["TRUE"], value: true },
] as const;

/** From the pane back into the sheet, and a cell down. */
const backBelow = async (page: Page): Promise<void> => {
  await page.keyboard.press("F6");
  await inSheet(page);
  await page.keyboard.press("ArrowDown");
};

/** Every way of leaving a cell that is being typed into, and how the hand then comes to the cell below it. */
const WAYS: readonly (readonly [string, (page: Page) => Promise<unknown>, (page: Page) => Promise<unknown>])[] = [
  ["Enter", (page) => page.keyboard.press("Enter"), () => Promise.resolve()],
  ["Tab", (page) => page.keyboard.press("Tab"), (page) => type(page, ["<ArrowDown>", "<ArrowLeft>"])],
  ["an arrow", (page) => page.keyboard.press("ArrowDown"), () => Promise.resolve()],
  ["a click on another cell", (page) => page.mouse.click(200, 300), (page) => type(page, ["<ArrowDown>"])],
  [
    "another sheet",
    async (page) => {
      await onSheet(page, "表3");
      await onSheet(page, "表2");
      await inSheet(page);
    },
    (page) => type(page, ["<ArrowDown>"]),
  ],
  ["a press in the pane", (page) => page.getByRole("tab", { name: "设置" }).click(), backBelow],
  [
    "F6 to the pane",
    async (page) => {
      await page.keyboard.press("F6");
      await page.waitForFunction(() => document.querySelector(".pane")?.contains(document.activeElement) === true);
    },
    backBelow,
  ],
];

/** Two kinds a way, each kind in two ways or three: what a kind is does not hang on the way, nor the way on the kind. */
const typedBy = (way: number): readonly (typeof ENTRIES)[number][] =>
  [way, way + 3].map((kind) => kind % ENTRIES.length).flatMap((kind) => ENTRIES.slice(kind, kind + 1));

/** The keyboard has followed into the sheet. */
const inSheet = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector(".sheet-frame")?.contains(document.activeElement) === true);

/** Types; a key by its name stands in angle brackets. */
async function type(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await (key.startsWith("<") ? page.keyboard.press(key.slice(1, -1)) : page.keyboard.type(key));
}

/** How many workbooks' unsaved edits this browser keeps. */
const keptCopies = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("budget-workbench");
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve(0);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("copies").objectStore("copies").count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );

async function untilKept(page: Page, count: number): Promise<void> {
  for (const end = Date.now() + 15_000; (await keptCopies(page)) !== count;)
    if (Date.now() > end) throw new Error(`not ${String(count)} copies kept`);
    else await page.waitForTimeout(100);
}

/** The tab is gone with what it had not saved. */
async function crash(page: Page): Promise<void> {
  page.once("dialog", (dialog) => void dialog.accept());
  await page.goto("about:blank");
}

/** What another program has put on the clipboard. */
async function copiedElsewhere(page: Page, text: string, html?: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(
    async ([plain, rich]) => {
      const kinds = { "text/plain": plain, ...(rich !== null && { "text/html": rich }) };
      const blobs = Object.entries(kinds).map(([kind, words]) => [kind, new Blob([words], { type: kind })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs) as Record<string, Blob>)]);
    },
    [text, html ?? null] as const,
  );
}

/** Where things of 表1 stand in the sample's picture at 100 %, from its corner: columns 34, 14, 32 and 14 digits of 7 pixels wide. */
const RIGHT_OF_E = 46 + (34 + 14 + 32 + 14) * 7 + 63;
/** Rows of 28, 15, 15, 15 points are frozen; below them rows of 15 points, each 20 pixels. */
const BELOW_HEADINGS = 22 + (28 * 4) / 3 + 60;
const HEADINGS = 11;

async function onCanvas(page: Page): Promise<(x: number, y: number) => readonly [number, number]> {
  const box = await page.locator(".sheet-frame canvas").last().boundingBox();
  if (!box) throw new Error("no canvas");
  return (x, y) => [box.x + x, box.y + y];
}

async function drag(page: Page, cursor: string, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  // What was said in the case before may still lie over the place.
  await page.waitForFunction(([x, y]) => document.elementFromPoint(x, y) instanceof HTMLCanvasElement, from);
  // What can be dragged shows itself by its cursor when the mouse comes over it.
  await page.mouse.move(from[0] - 6, from[1]);
  await page.mouse.move(...from, { steps: 4 });
  await page.waitForFunction(
    (shown) => [...document.querySelectorAll<HTMLElement>(".sheet-frame canvas")].some((canvas) => canvas.style.cursor === shown),
    cursor,
  );
  // As with a hand, each piece of the way is drawn before the next.
  const drawn = (): Promise<unknown> =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.mouse.down();
  await drawn();
  for (let step = 1; step <= 6; step++) {
    await page.mouse.move(from[0] + ((to[0] - from[0]) * step) / 6, from[1] + ((to[1] - from[1]) * step) / 6);
    await drawn();
  }
  await page.mouse.up();
}

const formulaBar = async (page: Page): Promise<void> => {
  const box = await page.locator('[data-u-comp="formula-bar"] canvas').first().boundingBox();
  if (!box) throw new Error("no formula bar");
  await page.mouse.click(box.x + 120, box.y + box.height / 2);
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "编辑栏");
};

/** The spreadsheet of the workbench, with real keys and a real mouse. */
export function spreadsheetSuite(stage: () => Stage): void {
  describe("the spreadsheet", () => {
    let page: Page;

    // First, while no workbook is open.
    it("recalculates what depends on an edited cell, for the checks and for the file", async () => {
      page = await openEmpty(stage());
      await page.getByText("还没有公开表？新建空白模板").click();
      await page.getByRole("button", { name: "新建空白模板" }).click();
      await opened(page);
      // The blank's total is the sum of its two groups.
      await typeInto(page, "B6", "1219.43");
      await goTo(page, "B36");
      await waitSaid(page, "1,219.43");
      const saved = await save(page);
      expect(saved.at("表1", 35, 1)).toBe(1219.43);
      expect(saved.formulaAt("表1", 35, 1)).toBe("=SUM(B6,B23)");
    });

    it("keeps what is typed by every way of leaving a cell, whatever it is, and changes one part of the file", async () => {
      page = await openSample(stage());
      await onSheet(page, "表2");
      for (const [column, [way, leave, next]] of WAYS.entries()) {
        const at = (row: number): string => `${String.fromCharCode(77 + column)}${String(40 + row)}`;
        await goTo(page, at(0));
        for (const [row, { keys }] of typedBy(column).entries()) {
          await type(page, keys);
          await leave(page);
          if (way === "a click on another cell") {
            await waitSaid(page, new RegExp(`^表2 (?!${at(row)}：)`));
            await goTo(page, at(row));
          }
          await next(page);
        }
        await waitSaid(page, ` ${at(typedBy(column).length)}：`);
      }
      // Saving while a cell is being typed into keeps it too.
      await goTo(page, "T40");
      await page.keyboard.type("正在写");
      const saved = await save(page, () => page.keyboard.press("Control+s"));
      const places = WAYS.flatMap(([way], column) =>
        typedBy(column).map((entry, row) => ({ way, entry, row: 39 + row, column: 12 + column })),
      );
      const held = places.map(({ way, row, column }) => [way, saved.at("表2", row, column)]);
      expect(held).toEqual(places.map(({ way, entry }) => [way, entry.value]));
      for (const { entry, row, column } of places) {
        if (entry.kind === "formula") expect(saved.formulaAt("表2", row, column)).toBe("=1+2");
        if (entry.kind === "date") expect(saved.formatAt("表2", row, column)).toMatch(/y.*m.*d/);
      }
      expect(saved.at("表2", 39, 19)).toBe("正在写");
      expect(changedParts(sample, saved).filter((part) => !/styles\.xml|workbook\.xml/.test(part))).toEqual(["xl/worksheets/sheet2.xml"]);
    }, 240_000);

    it("opening and leaving an editor changes nothing", async () => {
      page = await openSample(stage());
      for (const address of ["A1", "B6", "A14", "C5"]) {
        await goTo(page, address);
        await page.keyboard.press("F2");
        await page.keyboard.press("Enter");
      }
      const saved = await save(page);
      expect(changedParts(sample, saved)).toEqual([]);
    });

    it("deletes, undoes and redoes across sheets", async () => {
      page = await openSample(stage());
      await typeInto(page, "B7", "1");
      await onSheet(page, "表2");
      await goTo(page, "A1");
      await page.keyboard.press("Delete");
      await waitSaid(page, "A1：空白");
      await page.keyboard.press("Control+z");
      await page.keyboard.press("Control+z");
      await onSheet(page, "表1");
      await goTo(page, "B7");
      await waitSaid(page, "1,219.43");
      await page.keyboard.press("Control+y");
      await waitSaid(page, "B7：1.00");
    });

    it("copies and pastes ranges inside with their formats, and values from outside", async () => {
      page = await openSample(stage());
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await goTo(page, "B5");
      await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("Control+c");
      await goTo(page, "B40");
      await page.keyboard.press("Control+v");
      await waitSaid(page, "B40：1,221.42");
      await copiedElsewhere(
        page,
        "1,234.50\t项目\r\n12%\tA\u000bB",
        '<table><tr><td style="font-weight:bold;background:red" colspan="1">1,234.50</td><td>项目</td></tr><tr><td>12%</td><td>A\u000bB</td></tr></table>',
      );
      await goTo(page, "F40");
      await page.keyboard.press("Control+v");
      await waitSaid(page, /F40：1,?234\.50?/);
      const saved = await save(page);
      expect([saved.at("表1", 39, 1), saved.at("表1", 40, 1)]).toEqual([1221.42, 1219.43]);
      expect(saved.formatAt("表1", 39, 1)).toBe("#,##0.00");
      expect([saved.at("表1", 39, 5), saved.at("表1", 39, 6), saved.at("表1", 40, 5)]).toEqual([1234.5, "项目", 0.12]);
      expect(JSON.stringify(saved.at("表1", 40, 6))).not.toMatch(/u000b/i);
    });

    it("pastes from other programs as if typed: formats, merges and quotes of the source stay there", async () => {
      page = await openSample(stage());
      // Into a bordered, formatted column: the cells keep their looks, in the view and in the file.
      await copiedElsewhere(
        page,
        "合计\t\t2026/1/15\r\n",
        '<meta name=ProgId content=Excel.Sheet><style>.x{background:yellow;mso-number-format:"0"}</style><table><tr><td class=x colspan=2>1,300.00</td><td class=x>2026/1/15</td></tr><tr><td class=x x:num>(12.30)</td><td>甲<br>乙</td><td>=1+1</td></tr></table>',
      );
      await goTo(page, "B9");
      await page.keyboard.press("Control+v");
      await waitSaid(page, "B9：1,300.00");
      // Text with a line end in quotes, as spreadsheet programs write it.
      await copiedElsewhere(page, '"两\n行"\t二\r\n三\t""""\r\n');
      await goTo(page, "F20");
      await page.keyboard.press("Control+v");
      await waitSaid(page, /F20：两\s行/);
      // One copied value fills what is selected.
      await copiedElsewhere(page, "7");
      await goTo(page, "F30");
      await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("Control+v");
      await page.getByText("求和 14").waitFor();
      // What would vanish under a merged cell is refused.
      await copiedElsewhere(page, "甲\t乙");
      await goTo(page, "A1");
      await page.keyboard.press("Control+v");
      await page.getByRole("status").filter({ hasText: "合并单元格" }).waitFor();
      await waitSaid(page, "部门收支总体情况表");
      const saved = await save(page);
      expect([saved.at("表1", 8, 1), saved.at("表1", 8, 2), saved.at("表1", 8, 3)]).toEqual([1300, null, 46037]);
      expect([saved.at("表1", 9, 1), saved.at("表1", 9, 2), saved.at("表1", 9, 3)]).toEqual([-12.3, "甲\n乙", 2]);
      expect(saved.formulaAt("表1", 9, 3)).toBe("=1+1");
      expect([saved.formatAt("表1", 8, 1), saved.formatAt("表1", 9, 1)]).toEqual(["#,##0.00", "#,##0.00"]);
      expect([saved.at("表1", 19, 5), saved.at("表1", 19, 6), saved.at("表1", 20, 6)]).toEqual(["两\n行", "二", '"']);
      const before = unzipSync(sample)["xl/styles.xml"];
      expect(Buffer.compare(Buffer.from(saved.parts["xl/styles.xml"] ?? []), Buffer.from(before ?? []))).toBe(0);
    });

    it("fills by the handle and by key, and keeps a column's new width in the file", async () => {
      page = await openSample(stage());
      const at = await onCanvas(page);
      await typeInto(page, "E5", "1");
      await typeInto(page, "E6", "2");
      await goTo(page, "E5");
      await page.keyboard.press("Shift+ArrowDown");
      await page.getByText("求和 3").waitFor();
      await drag(page, "crosshair", at(RIGHT_OF_E, BELOW_HEADINGS + 40), at(RIGHT_OF_E - 10, BELOW_HEADINGS + 90));
      // 1 to 5: rows 5 to 9.
      await page.getByText("求和 15").waitFor();
      await goTo(page, "B5");
      await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("Control+d");
      await goTo(page, "B6");
      await waitSaid(page, "1,221.42");
      await drag(page, "col-resize", at(RIGHT_OF_E, HEADINGS), at(RIGHT_OF_E + 70, HEADINGS));
      // The picture is wider: what was under the new border is still in the column.
      await page.mouse.click(...at(RIGHT_OF_E + 40, BELOW_HEADINGS + 10));
      await waitSaid(page, " E5：");
      const saved = await save(page);
      expect([4, 5, 6, 7, 8, 9].map((row) => saved.at("表1", row, 4))).toEqual([1, 2, 3, 4, 5, null]);
      const columns = /<cols>.*?<\/cols>/.exec(new TextDecoder().decode(saved.parts["xl/worksheets/sheet1.xml"]))?.[0] ?? "";
      // 63 pixels and 70 more, of 7 a digit: 19 digits.
      const [, width = ""] = /min="5" max="5" width="([\d.]+)"/.exec(columns) ?? [];
      expect(Math.abs(Number(width) - 19)).toBeLessThan(0.5);
      expect(columns).toContain('<col min="1" max="1" width="34"');
    });

    it("shows the sheet larger, each sheet by itself", async () => {
      page = await openSample(stage());
      const at = await onCanvas(page);
      await page.getByLabel("显示比例").selectOption("1.5");
      // The first row below the headings, in column B; at 100 % that place would be in row 9.
      await page.mouse.click(...at((46 + 34 * 7 + 30) * 1.5, (BELOW_HEADINGS + 10) * 1.5));
      await waitSaid(page, " B5：");
      await onSheet(page, "表2");
      expect(await page.getByLabel("显示比例").inputValue()).toBe("1");
      await onSheet(page, "表1");
      expect(await page.getByLabel("显示比例").inputValue()).toBe("1.5");
    });

    it("shows a cell whole below frozen headings of whatever height, names a merged cell by its first, and stops at the edges", async () => {
      page = await openSample(stage());
      const at = await onCanvas(page);
      await goTo(page, "B100");
      await goTo(page, "B7");
      // Row 7, or the one before it, is the first that is seen below the headings.
      await page.mouse.click(...at(46 + (34 + 14) * 7 + 30, BELOW_HEADINGS + 10));
      await waitSaid(page, / C\d+：/);
      expect(await said(page)).toMatch(/^表1 C[67]：/);
      // The title is merged over four columns: it is selected whole by the name box; pressed in the second column it is A1.
      await goTo(page, "A1");
      await waitSaid(page, "选中 A1 到 D1");
      await goTo(page, "A3");
      await page.mouse.click(...at(46 + 34 * 7 + 30, 40));
      await waitSaid(page, "表1 A1：部门收支总体情况表");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowDown");
      await waitSaid(page, " A2：");
    });

    it("takes what is typed into the formula bar", async () => {
      page = await openSample(stage());
      await goTo(page, "F40");
      await formulaBar(page);
      await page.keyboard.type("=B5+1");
      await page.keyboard.press("Enter");
      await goTo(page, "F40");
      // 1,221.42 + 1
      await waitSaid(page, "1222.42");
      const saved = await save(page);
      expect(saved.formulaAt("表1", 39, 5)).toBe("=B5+1");
    });

    it("calculates the product's own functions, by both their names", async () => {
      page = await openSample(stage());
      await typeInto(page, "F41", "=BUDGET.ROUND(2.345,2)");
      await typeInto(page, "F42", "=BUDGET.四舍五入(1.005,2)+B5");
      await goTo(page, "F41");
      await waitSaid(page, "2.35");
      await goTo(page, "F42");
      // 1.01 + 1,221.42
      await waitSaid(page, "1222.43");
    });

    it("keeps apart its own functions and the spreadsheet's of the same names", async () => {
      page = await openSample(stage());
      const formulas = ["=SUM(B5,1)", "=BUDGET.SUM(B5,1)", "=ROUND(2.345,1)", "=BUDGET.ROUND(2.345)"];
      for (const [i, formula] of formulas.entries()) await typeInto(page, `F${String(43 + i)}`, formula);
      // 1,221.42 + 1 by either; Excel's ROUND wants to be told how many decimals.
      for (const [i, said] of ["1222.42", "1222.42", "2.3", "2.35"].entries()) {
        await goTo(page, `F${String(43 + i)}`);
        await waitSaid(page, said);
      }
    });

    it("searches all sheets by key, from the sheet and from beside it, and gives the keyboard back", async () => {
      page = await openSample(stage());
      const outcome = page.getByRole("status", { name: "查找结果" });
      await goTo(page, "A1");
      await page.keyboard.press("Control+f");
      await page.keyboard.type("1219.43");
      await outcome.filter({ hasText: "：表1!B6" }).waitFor();
      const all = Number(/共 (\d+) 处/.exec((await outcome.textContent()) ?? "")?.[1]);
      expect(all).toBeGreaterThan(3);
      await page.keyboard.press("Enter");
      await outcome.filter({ hasText: "第 2 处" }).filter({ hasText: "：表1!B7" }).waitFor();
      await waitSaid(page, "表1 B7：1,219.43");
      await page.keyboard.press("Shift+Enter");
      await page.keyboard.press("Shift+Enter");
      // Before the first comes the last.
      await outcome.filter({ hasText: `第 ${String(all)} 处` }).waitFor();
      await page.keyboard.press("Enter");
      await waitSaid(page, "表1 B6：");
      await page.keyboard.press("Escape");
      expect(await page.locator(".find-bar").count()).toBe(0);
      await page.keyboard.press("ArrowDown");
      await waitSaid(page, "表1 B7：");
      // From the pane too.
      await page.keyboard.press("F6");
      await page.waitForFunction(() => document.querySelector(".pane")?.contains(document.activeElement) === true);
      await page.keyboard.press("Control+f");
      await page.keyboard.type("没有这样的词");
      await outcome.filter({ hasText: "没有找到" }).waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+h");
      await page.getByRole("status").filter({ hasText: "这里不能批量替换" }).waitFor();
      expect(changedParts(sample, await save(page))).toEqual([]);
    });

    it("shows no part of a number that has no room, and texts across empty cells", async () => {
      page = await openSample(stage());
      const cells: XLSX.CellObject[][] = [
        [{ t: "s", v: "一段很长的文字伸到右边空着的格子里去" }],
        [
          { t: "n", v: 1234567.89, z: "#,##0.00" },
          { t: "n", v: 12.5, z: "#,##0.00" },
        ],
        [
          { t: "s", v: "1234567890123" },
          { t: "n", v: 1 },
        ],
      ];
      const sheet = XLSX.utils.aoa_to_sheet(cells as unknown[][]);
      sheet["!cols"] = [{ wch: 6 }, { wch: 6 }];
      const book = XLSX.utils.book_new();
      XLSX.utils.book_append_sheet(book, sheet, "窄");
      // What is written on any canvas from now on.
      await page.evaluate(() => {
        const written = new Set<string>();
        // eslint-disable-next-line @typescript-eslint/unbound-method -- called on each canvas in turn
        const write = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
          written.add(text);
          write.call(this, text, ...where);
        };
        Object.assign(window, { written });
      });
      await openFile(page, "窄.xlsx", XLSX.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
      const written = (): Promise<string[]> => page.evaluate(() => [...(window as unknown as { written: Set<string> }).written]);
      await page.waitForFunction(() => (window as unknown as { written: Set<string> }).written.has("12.50"));
      const all = await written();
      expect(all.filter((text) => /^#+$/.test(text))).toHaveLength(1);
      expect(all).not.toContain("1,234,567.89");
      expect(all).toEqual(expect.arrayContaining(["12.50", "1234567890123", "一段很长的文字伸到右边空着的格子里去"]));
      // The value is what it was, for whoever reads or copies it.
      await goTo(page, "A2");
      await waitSaid(page, "1,234,567.89");
    });

    it("keeps protected sheets from being changed, whatever the way, and hidden ones hidden", async () => {
      page = await openSample(stage());
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const parts = unzipSync(sample);
      const changed = (part: string, change: (xml: string) => string): Record<string, Uint8Array> => {
        const before = new TextDecoder().decode(parts[part]);
        const after = change(before);
        expect(after).not.toBe(before);
        return { [part]: strToU8(after) };
      };
      const bytes = Buffer.from(
        zipSync({
          ...parts,
          ...changed("xl/worksheets/sheet1.xml", (xml) =>
            xml.replace("</sheetData>", '</sheetData><sheetProtection sheet="1" objects="1"/>'),
          ),
          ...changed("xl/workbook.xml", (xml) => xml.replace(/(<sheet [^>]*name="表3")/, '$1 state="hidden"')),
        }),
      );
      await openFile(page, "受保护.xlsx", bytes);
      const refused = page.getByRole("status").filter({ hasText: "工作表“表1”受保护" });
      await typeInto(page, "B7", "5");
      await refused.waitFor();
      await goTo(page, "B7");
      await waitSaid(page, "B7：1,219.43");
      await page.keyboard.press("Delete");
      await copiedElsewhere(page, "9\n9");
      await page.keyboard.press("Control+v");
      await waitSaid(page, "B7：1,219.43");
      // Another sheet is not protected; the hidden one lies between them and is passed over.
      await page.keyboard.press("Control+PageDown");
      await page.keyboard.press("Control+PageDown");
      await waitSaid(page, /^表4 /);
      expect(await page.getByRole("group", { name: "工作表" }).getByRole("button").allTextContents()).not.toContain("表3");
      await typeInto(page, "F40", "5");
      const saved = await save(page);
      expect(saved.at("表4", 39, 5)).toBe(5);
      expect(saved.workbook.sheets.find(({ name }) => name === "表3")?.visibility).toBe("hidden");
      expect(changedParts(bytes, saved).filter((part) => !/styles\.xml|workbook\.xml/.test(part))).toEqual(["xl/worksheets/sheet4.xml"]);
    });

    it("asks before the page with unsaved work is loaded anew or closed, and does not once it is saved", async () => {
      page = await openSample(stage());
      const asked: string[] = [];
      const stay = (dialog: Dialog): void => {
        asked.push(dialog.type());
        void dialog.dismiss();
      };
      page.on("dialog", stay);
      await typeInto(page, "B7", "1219.53");
      const question = page.waitForEvent("dialog");
      await page.evaluate(() => setTimeout(() => location.reload(), 0));
      await question;
      const again = page.waitForEvent("dialog");
      await page.close({ runBeforeUnload: true });
      await again;
      expect(asked).toEqual(["beforeunload", "beforeunload"]);
      await goTo(page, "B7");
      await waitSaid(page, "1,219.53");
      await save(page);
      await page.reload();
      page.off("dialog", stay);
      await page.getByRole("heading", { name: "打开一份部门预算公开表" }).waitFor();
      expect(asked).toHaveLength(2);
    });

    it("is there as a real table, with what is selected and marked, in forced colours too", async () => {
      page = await openSample(stage());
      await typeInto(page, "B7", "1219.53");
      await check(page);
      await page.getByRole("button", { name: "标记到表上" }).click();
      await goTo(page, "B7");
      await waitSaid(page, "B7：1,219.53，已标记为错误");
      await page.emulateMedia({ forcedColors: "active" });
      await page.getByRole("button", { name: "朗读视图" }).click();
      const table = page.getByRole("table", { name: /表1/ });
      const cell = table.locator('[data-address="B7"]');
      await cell.waitFor();
      expect(await cell.getAttribute("aria-current")).toBe("true");
      expect(await cell.textContent()).toBe("1,219.53（已标记）");
      expect(await table.getByRole("columnheader").allTextContents()).toEqual(["行号", "A", "B", "C", "D"]);
      expect(await table.getByRole("rowheader").nth(6).textContent()).toBe("7");
      // A border says what the colour cannot; one that is not marked has none.
      const line = (address: string): Promise<string> =>
        table.locator(`[data-address="${address}"]`).evaluate((element) => getComputedStyle(element).borderTopStyle);
      expect([await line("B7"), await line("C9")]).toEqual(["dashed", "solid"]);
      expect(await cell.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
      await page.getByRole("button", { name: "朗读视图" }).click();
      await page.emulateMedia({ forcedColors: "none" });
    });

    it("says before the first edit what saving as .xlsx will not keep, and which formulas are not calculated", async () => {
      page = await openSample(stage());
      for (const bookType of ["biff8", "ods"] as const) {
        const bytes = XLSX.write(XLSX.read(sample, { type: "array" }), { type: "buffer", bookType }) as Buffer;
        await openFile(page, `旧.${bookType === "ods" ? "ods" : "xls"}`, bytes);
        await page.getByRole("note").filter({ hasText: "另存为“旧.xlsx”" }).filter({ hasText: "字体、边框" }).waitFor();
        await typeInto(page, "B7", "1219.53");
        const saved = await save(page);
        expect([saved.name, saved.at("表1", 6, 1)]).toEqual(["旧.xlsx", 1219.53]);
      }
      const parts = unzipSync(sample);
      const sheet = "xl/worksheets/sheet1.xml";
      const xml = new TextDecoder().decode(parts[sheet]);
      const elsewhere = xml.replace(/(<c r="B6"[^>]*>)<v>1219\.43<\/v>/, "$1<f>[1]上年!A1+B7*0</f><v>1219.43</v>");
      expect(elsewhere).not.toBe(xml);
      await openFile(page, "引用外部.xlsx", Buffer.from(zipSync({ ...parts, [sheet]: strToU8(elsewhere) })));
      await page.getByRole("note").filter({ hasText: "有 1 个公式（如 表1!B6）" }).waitFor();
      await check(page);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).not.toMatch(/不符$/);
      await typeInto(page, "B7", "1219.53");
      await check(page);
      // B6 leans on B7 and cannot be calculated: what it stands in is not judged; B7 itself is, against 表2.
      expect(await page.locator('.finding-error[data-rule^="F102"]').count()).toBe(0);
      expect(await page.locator('.finding-error[data-rule^="X12b2"]').count()).toBe(1);
      await page.getByRole("button", { name: "知道了" }).first().click();
      expect(await page.getByRole("note").count()).toBe(0);
    });

    it("sums the selection, turns sheets by key, goes to the pane and back", async () => {
      page = await openSample(stage());
      await goTo(page, "B5");
      await page.keyboard.press("Shift+ArrowDown");
      // 1,221.42 + 1,219.43
      await page.getByText("求和 2,440.85").waitFor();
      await page.keyboard.press("Control+PageDown");
      await page.getByRole("button", { name: "表2", exact: true }).and(page.locator('[aria-pressed="true"]')).waitFor();
      await page.keyboard.press("F6");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("tab");
      await page.keyboard.press("F6");
      await page.keyboard.press("ArrowDown");
      expect(await said(page)).toMatch(/^表2 /);
    });

    it("refuses in words what would not be saved", async () => {
      page = await openSample(stage());
      await goTo(page, "B7");
      await page.keyboard.press("Control+b");
      await page.getByRole("status").filter({ hasText: "只改内容，不改格式" }).waitFor();
      expect(changedParts(sample, await save(page))).toEqual([]);
    });

    it("keeps nothing on this machine where that is switched off", async () => {
      page = await openSample(stage());
      await untilKept(page, 0);
      await typeInto(page, "B7", "1219.53");
      await untilKept(page, 1);
      const turn = async (): Promise<void> => {
        await page.getByRole("tab", { name: "设置" }).click();
        await page.getByRole("switch", { name: "在本机留一份没有保存的修改" }).click();
      };
      await turn();
      await untilKept(page, 0);
      await typeInto(page, "B7", "1219.63");
      // Longer than edits are waited for before they are kept.
      await page.waitForTimeout(2000);
      expect(await keptCopies(page)).toBe(0);
      await turn();
      await untilKept(page, 1);
    });

    it("asks before unsaved work goes, and offers it again after a crash", async () => {
      page = await openSample(stage());
      await typeInto(page, "B7", "1219.53");
      await chooseFile(page, "另一份.xlsx", sample);
      await page.getByRole("dialog", { name: /没有保存的修改/ }).waitFor();
      await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
      await goTo(page, "B7");
      await waitSaid(page, "1,219.53");
      await untilKept(page, 1);
      const second = await page.context().newPage();
      await second.goto(`${stage().origin}/index.html`);
      await second.getByRole("heading", { name: "打开一份部门预算公开表" }).waitFor();
      // While the tab lives that has them, its edits are its own.
      await second.waitForTimeout(1000);
      expect(await second.getByRole("button", { name: "恢复" }).count()).toBe(0);
      await crash(page);
      await second.reload();
      // A disk that takes no new copy: the old one stays until the work is saved.
      await second.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      });
      await second.getByRole("button", { name: "恢复" }).click();
      await second.getByRole("status").filter({ hasText: "已恢复" }).waitFor({ timeout: 60_000 });
      await untilKept(second, 1);
      expect((await save(second)).at("表1", 6, 1)).toBe(1219.53);
      await untilKept(second, 0);
      await second.close();
    });

    it("asks about what was kept of a file that is opened again by hand, and forgets what is let go", async () => {
      page = await openSample(stage());
      await untilKept(page, 0);
      const name = "再开一次.xlsx";
      await openFile(page, name, sample);
      await typeInto(page, "B7", "1219.53");
      await untilKept(page, 1);
      await crash(page);
      const next = await page.context().newPage();
      await next.goto(`${stage().origin}/index.html`);
      await chooseFile(next, name, sample);
      const question = next.getByRole("dialog", { name: /上次有没有保存的修改/ });
      await question.getByText("改过 1 个单元格").waitFor();
      await question.getByRole("button", { name: "取消" }).click();
      await untilKept(next, 1);
      await chooseFile(next, name, sample);
      await question.getByRole("button", { name: "恢复这些修改" }).click();
      await next.getByRole("status").filter({ hasText: "已恢复" }).waitFor({ timeout: 60_000 });
      await goTo(next, "B7");
      await waitSaid(next, "1,219.53");
      // Let go at once, before what was typed could be kept: nothing of it is offered later.
      await typeInto(next, "B7", "1219.63");
      await openFile(next, "别的.xlsx", sample);
      await next.waitForTimeout(2000);
      await untilKept(next, 0);
      await next.close();
    });

    it("two tabs with one file know of each other, and each keeps its own edits", async () => {
      page = await openSample(stage());
      const name = "两处打开.xlsx";
      await openFile(page, name, sample);
      const other = await page.context().newPage();
      await other.goto(`${stage().origin}/index.html`);
      await chooseFile(other, name, sample);
      await opened(other, name);
      for (const tab of [page, other]) await tab.getByText("也在另一个标签页中打开着").waitFor();
      await typeInto(page, "B7", "1219.53");
      await typeInto(other, "B8", "1");
      await untilKept(page, 2);
      // Saved here, the other's are still unsaved.
      await save(page);
      await untilKept(page, 1);
      await crash(other);
      await other.goto(`${stage().origin}/index.html`);
      await other.getByRole("button", { name: "恢复" }).click();
      await other.getByRole("status").filter({ hasText: "已恢复" }).waitFor({ timeout: 60_000 });
      expect((await save(other)).at("表1", 7, 1)).toBe(1);
      await other.close();
    });
  });
}
