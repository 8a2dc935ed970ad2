import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./chromium";
import { openInExcel, pressRibbon, ribbonCompleted } from "./in-page";
import { officeJsFolder } from "./library";
import { sheet, workbook } from "./samples";
import { serve } from "./static-server";

interface MinimalWindow {
  ready: Promise<{ host: string; platform: string }>;
  pressed?: number;
  changed?: string[];
  Excel: typeof Excel;
}

describe("an unmodified page in the fake Excel", () => {
  let browser: Browser;
  let page: Page;
  let site: Awaited<ReturnType<typeof serve>>;
  const elsewhere: string[] = [];

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), serve({ "/office-js/": officeJsFolder, "/pages/": join(__dirname, "pages") })]);
    page = await watched();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  const watched = async (): Promise<Page> => {
    const made = await browser.newPage();
    made.on("request", (request) => {
      if (!request.url().startsWith(site.origin)) elsewhere.push(request.url());
    });
    return made;
  };
  /** One page, opened again for each case: behind it stands another Excel each time. */
  const open = (options: { theme?: "dark" } = {}) =>
    openInExcel(page, workbook(sheet("表5", [["合计", 1219.43]])), { url: `${site.origin}/pages/minimal.html`, ...options });

  it("finds Excel for Windows and asks nothing of any other origin", async () => {
    await open();
    expect(await page.evaluate(() => (window as unknown as MinimalWindow).ready)).toMatchObject({ host: "Excel", platform: "PC" });
    expect(elsewhere).toEqual([]);
  });

  it("reads, writes and selects in the workbook that lives in the test", async () => {
    const fake = await open();
    const values = await page.evaluate(async () => {
      const { ready, Excel: library } = window as unknown as MinimalWindow;
      await ready;
      return library.run(async (context) => {
        const range = context.workbook.worksheets.getItem("表5").getRange("A1:B1");
        range.load("values");
        range.getCell(0, 1).select();
        await context.sync();
        range.values = [["总计", 7]];
        await context.sync();
        return range.values as unknown[][];
      });
    });
    expect(values).toEqual([["总计", 7]]);
    expect([fake.selection, fake.activeSheet, fake.sheet("表5").cell("B1")?.value]).toEqual(["表5!B1", "表5", 7]);
  });

  it("hears what the user changes", async () => {
    const fake = await open();
    await page.evaluate(async () => {
      const host = window as unknown as MinimalWindow;
      await host.ready;
      host.changed = [];
      await host.Excel.run(async (context) => {
        context.workbook.worksheets.onChanged.add((event) => Promise.resolve(void host.changed?.push(event.address)));
        await context.sync();
      });
    });
    fake.edit("表5", "B1", 1219.53);
    await page.waitForFunction(() => (window as unknown as MinimalWindow).changed?.[0] === "B1");
  });

  it("answers the ribbon", async () => {
    await open();
    await page.evaluate(() => (window as unknown as MinimalWindow).ready.then(() => undefined));
    await pressRibbon(page, "Check");
    await page.waitForFunction(() => (window as unknown as MinimalWindow).pressed === 1);
    expect(await ribbonCompleted(page)).toBe(1);
  });

  it("knows Office's theme and keeps working after a reload", async () => {
    page = await watched();
    const fake = await open({ theme: "dark" });
    await page.evaluate(() => (window as unknown as MinimalWindow).ready.then(() => undefined));
    await page.reload();
    expect(await page.evaluate(() => (window as unknown as MinimalWindow).ready)).toMatchObject({ host: "Excel" });
    expect(await page.evaluate(() => Office.context.officeTheme.bodyBackgroundColor.toLowerCase())).toBe("#262626");
    const before = fake.roundTrips;
    await page.evaluate(() =>
      (window as unknown as MinimalWindow).Excel.run(async (context) => {
        context.workbook.load("name");
        await context.sync();
      }),
    );
    expect(fake.roundTrips).toBe(before + 1);
  });
});
