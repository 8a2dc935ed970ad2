import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { newPage, SAMPLE, type Stage } from "./stage";
import { changedParts, goTo, onSheet, openSample, said, save, typeInto, waitSaid } from "./sheet-hand";

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

/** The keyboard has followed into the sheet. */
const inSheet = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector(".sheet-frame")?.contains(document.activeElement) === true);

/** Types; a key by its name stands in angle brackets. */
async function type(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await (key.startsWith("<") ? page.keyboard.press(key.slice(1, -1)) : page.keyboard.type(key));
}

/** The spreadsheet of the workbench, with real keys and a real mouse. */
export function spreadsheetSuite(stage: () => Stage): void {
  describe("the spreadsheet", () => {
    let page: Page;
    afterEach(() => page.close());

    it("keeps what is typed by every way of leaving a cell, whatever it is, and changes one part of the file", async () => {
      page = await openSample(stage());
      await onSheet(page, "表2");
      for (const [column, [way, leave, next]] of WAYS.entries()) {
        const at = (row: number): string => `${String.fromCharCode(77 + column)}${String(40 + row)}`;
        await goTo(page, at(0));
        for (const [row, { keys }] of ENTRIES.entries()) {
          await type(page, keys);
          await leave(page);
          if (way === "a click on another cell") {
            await waitSaid(page, new RegExp(`^表2 (?!${at(row)}：)`));
            await goTo(page, at(row));
          }
          await next(page);
          await waitSaid(page, ` ${at(row + 1)}：`);
        }
      }
      // Saving while a cell is being typed into keeps it too.
      await goTo(page, "T40");
      await page.keyboard.type("正在写");
      const saved = await save(page, () => page.keyboard.press("Control+s"));
      const held = WAYS.map(([way], column) => [way, ENTRIES.map((_, row) => saved.at("表2", 39 + row, 12 + column))]);
      expect(held).toEqual(WAYS.map(([way]) => [way, ENTRIES.map(({ value }) => value)]));
      expect(WAYS.map((_, column) => saved.formulaAt("表2", 41, 12 + column))).toEqual(WAYS.map(() => "=1+2"));
      expect(saved.formatAt("表2", 43, 12)).toMatch(/y.*m.*d/);
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
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: stage().origin });
      await goTo(page, "B5");
      await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("Control+c");
      await goTo(page, "B40");
      await page.keyboard.press("Control+v");
      await waitSaid(page, "B40：1,221.42");
      await page.evaluate(async () => {
        const html =
          '<table><tr><td style="font-weight:bold;background:red" colspan="1">1,234.50</td><td>项目</td></tr><tr><td>12%</td><td>A\u000bB</td></tr></table>';
        await navigator.clipboard.write([
          new ClipboardItem({
            "text/html": new Blob([html], { type: "text/html" }),
            "text/plain": new Blob(["1,234.50\t项目\r\n12%\tA\u000bB"], { type: "text/plain" }),
          }),
        ]);
      });
      await goTo(page, "F40");
      await page.keyboard.press("Control+v");
      await waitSaid(page, /F40：1,?234\.50?/);
      const saved = await save(page);
      expect([saved.at("表1", 39, 1), saved.at("表1", 40, 1)]).toEqual([1221.42, 1219.43]);
      expect(saved.formatAt("表1", 39, 1)).toBe("#,##0.00");
      expect([saved.at("表1", 39, 5), saved.at("表1", 39, 6), saved.at("表1", 40, 5)]).toEqual([1234.5, "项目", 0.12]);
      expect(JSON.stringify(saved.at("表1", 40, 6))).not.toMatch(/u000b/i);
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

    it("asks before unsaved work goes, and offers it again after a crash", async () => {
      page = await openSample(stage());
      await typeInto(page, "B7", "1219.53");
      await page.getByLabel("选择工作簿或报告").first().setInputFiles({ name: "另一份.xlsx", mimeType: "", buffer: sample });
      await page.getByRole("dialog", { name: /没有保存的修改/ }).waitFor();
      await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
      await goTo(page, "B7");
      await waitSaid(page, "1,219.53");
      await page.waitForTimeout(2500);
      const second = await page.context().newPage();
      await second.goto(`${stage().origin}/index.html`);
      await second.getByRole("button", { name: "恢复" }).click();
      await second.getByRole("status").filter({ hasText: "已恢复" }).waitFor({ timeout: 60_000 });
      // Both tabs now have the same file.
      await second.getByText("也在另一个标签页中打开着").waitFor();
      await page.getByText("也在另一个标签页中打开着").waitFor();
      const saved = await save(second);
      expect(saved.at("表1", 6, 1)).toBe(1219.53);
    });

    it("recalculates what depends on an edited cell, for the checks and for the file", async () => {
      page = await newPage(stage());
      await page.goto(`${stage().origin}/index.html`);
      await page.getByText("还没有公开表？新建空白模板").click();
      await page.getByRole("button", { name: "新建空白模板" }).click();
      await page.getByRole("status").filter({ hasText: "已打开" }).waitFor({ timeout: 60_000 });
      // The blank's total is the sum of its two groups.
      await typeInto(page, "B6", "1219.43");
      await goTo(page, "B36");
      await waitSaid(page, "1,219.43");
      const saved = await save(page);
      expect(saved.at("表1", 35, 1)).toBe(1219.43);
      expect(saved.formulaAt("表1", 35, 1)).toBe("=SUM(B6,B23)");
    });
  });
}
