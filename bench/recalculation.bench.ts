/**
 * Twelve sheets of 300 rows that add up, in the workbench: from Enter until the page shows what depends on the typed amount,
 * in its own row and across all sheets. Against an amount on which nothing depends, in the same run. Limit: 200 ms.
 */
import * as XLSX from "@e965/xlsx";
import type { Page } from "playwright-core";
import { launchChromium } from "../test/excel/chromium";
import { serve } from "../test/excel/static-server";
import { builtPages, ratio, shown } from "./built-pages";
import { tellSpeeds } from "./results";

const SHEETS = 12;
const ROWS = 300;
const RUNS = 11;
const TYPED = 1000;
/** Beside the table: nothing depends on it. */
const ALONE = "E1";

/** Each row adds two amounts, each total adds its rows, the first sheet adds the totals. */
function chained(): Buffer {
  const book = XLSX.utils.book_new();
  const last = String(ROWS + 1);
  const across = Array.from({ length: SHEETS }, (_, s) => `表${String(s + 1)}!A${last}`).join("+");
  for (let s = 0; s < SHEETS; s++) {
    const rows = Array.from({ length: ROWS }, (_, r): XLSX.CellObject[] => [
      { t: "n", v: r },
      { t: "n", v: 2 * r },
      { t: "n", v: 3 * r, f: `A${String(r + 1)}+B${String(r + 1)}` },
    ]);
    const totals: XLSX.CellObject[] = [
      { t: "n", v: 0, f: `SUM(C1:C${String(ROWS)})` },
      { t: "n", v: 0, f: s === 0 ? across : `表1!A${last}` },
    ];
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([...rows, totals] as unknown[][]), `表${String(s + 1)}`);
  }
  return Buffer.from(XLSX.write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}

/** What the page shows in a cell of the sheet in view. */
const text = (page: Page, cell: string): Promise<string | null> => page.locator(`.reader td[data-address="${cell}"]`).textContent();

/** Types an amount into a cell; milliseconds from Enter until the other cell shows another one. */
async function timed(page: Page, cell: string, amount: number, shows: string): Promise<number> {
  const box = page.getByRole("textbox", { name: /^名称框/ });
  await box.click();
  await box.fill(cell);
  await box.press("Enter");
  await page
    .getByRole("status", { name: "所选" })
    .filter({ hasText: ` ${cell}：` })
    .waitFor();
  await page.keyboard.type(String(amount));
  await page.evaluate((address) => {
    const now = (): string | null | undefined => document.querySelector(`.reader td[data-address="${address}"]`)?.textContent;
    const before = now();
    let pressed = 0;
    addEventListener("keydown", () => (pressed = performance.now()), { capture: true, once: true });
    const passed = new Promise<number>((done) => {
      const watching = new MutationObserver(() => {
        if (now() === before) return;
        watching.disconnect();
        done(performance.now() - pressed);
      });
      watching.observe(document.querySelector(".reader") ?? document, { subtree: true, childList: true, characterData: true });
    });
    Object.assign(window, { passed });
  }, shows);
  await page.keyboard.press("Enter");
  return page.evaluate(() => (window as unknown as { readonly passed: Promise<number> }).passed);
}

const [pages, browser] = await Promise.all([serve({ "/": builtPages() }), launchChromium()]);
const page = await (await browser.newContext({ locale: "zh-CN", viewport: { width: 1300, height: 800 } })).newPage();
await page.goto(`${pages.origin}/index.html`);
await page.getByLabel("选择工作簿或报告").first().setInputFiles({ name: "a.xlsx", mimeType: "", buffer: chained() });
await page.getByRole("status").filter({ hasText: "已打开“a.xlsx" }).waitFor();
await page.locator(".sheet-frame canvas").last().waitFor();

const total = `B${String(ROWS + 1)}`;
const row: number[] = [];
const across: number[] = [];
const alone: number[] = [];
for (let run = 0; run <= RUNS; run++) {
  const times = [
    await timed(page, "A1", TYPED + 2 * run, "C1"),
    await timed(page, "A1", TYPED + 2 * run + 1, total),
    await timed(page, ALONE, TYPED + run, ALONE),
  ] as const;
  // The first run wakes the calculation.
  if (run === 0) continue;
  row.push(times[0]);
  across.push(times[1]);
  alone.push(times[2]);
}
// Each sheet comes to 3 x (0 + 1 + … + rows - 1), and what was typed last.
const right = SHEETS * 3 * ((ROWS * (ROWS - 1)) / 2) + TYPED + 2 * RUNS + 1;
const wrong = (await text(page, total)) !== String(right);
await Promise.all([browser.close(), pages.close()]);
if (wrong) throw new Error(`the total is not ${String(right)}`);

const beside = `不牵动别处的一格 ${shown(alone)}`;
tellSpeeds("recalculation", `工作台里改一个数（${String(SHEETS)} 张表，每表 ${String(ROWS)} 行公式）`, [
  ["同一行的合计改好", shown(row), `至多 200 ms；${beside}：${ratio(row, alone)} 倍`],
  ["各表加起来的总计改好", shown(across), `至多 200 ms；${ratio(across, alone)} 倍`],
]);
