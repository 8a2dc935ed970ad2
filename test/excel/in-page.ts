import type { Page } from "playwright-core";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { FakeExcel } from "./fake-excel";
import { FakeWorkbook } from "./fake-workbook";
import type { ExcelWindow, PageOptions } from "./page-script";
import { installExcel } from "./page-script";

const THEMES: Readonly<Record<"light" | "dark", PageOptions["theme"]>> = {
  light: {
    bodyBackgroundColor: 0xe6e6e6,
    bodyForegroundColor: 0x262626,
    controlBackgroundColor: 0xffffff,
    controlForegroundColor: 0x262626,
  },
  dark: {
    bodyBackgroundColor: 0x262626,
    bodyForegroundColor: 0xf0f0f0,
    controlBackgroundColor: 0x363636,
    controlForegroundColor: 0xf0f0f0,
  },
};

/** Excel for Windows, as office.js reads it from the address. */
const HOST_INFO = "_host_Info=Excel$Win32$16.01$zh-CN$$$$1";
const APP_COMMAND = 39;

export interface OpenOptions {
  /** The pane's address, without Excel's own query. */
  readonly url: string;
  readonly theme?: "light" | "dark";
}

/** Which Excel a page belongs to; another may take its place, and the page is loaded again. */
const seats = new WeakMap<Page, { excel: FakeExcel }>();

/**
 * Opens an unmodified page as a task pane of Excel: the genuine office.js that the page itself loads finds Excel for
 * Windows, and every request reaches a fake that lives here in the test. The page may be reloaded; opened again it is the
 * pane of another Excel, as on a machine that has never seen the tool.
 */
export async function openInExcel(
  page: Page,
  workbook: PlainWorkbook | FakeWorkbook | FakeExcel,
  options: OpenOptions,
): Promise<FakeExcel> {
  const fake =
    workbook instanceof FakeExcel ? workbook : workbook instanceof FakeWorkbook ? new FakeExcel(workbook) : FakeExcel.of(workbook);
  const seat = seats.get(page) ?? { excel: fake };
  fake.connect((text) => void (seat.excel === fake && deliver(page, text)));
  if (seats.has(page)) await page.evaluate(() => localStorage.clear());
  else {
    await page.exposeFunction("__sendToFakeExcel", (text: string) => seat.excel.receive(text));
    await page.addInitScript(installExcel, { theme: THEMES[options.theme ?? "light"], readOnly: fake.workbook.readOnly });
  }
  seat.excel = fake;
  seats.set(page, seat);
  const url = new URL(options.url);
  await page.goto(`${url.origin}${url.pathname}?${url.search === "" ? "" : `${url.search.slice(1)}&`}${HOST_INFO}${url.hash}`);
  return fake;
}

/** A page that is gone hears nothing. */
async function deliver(page: Page, text: string): Promise<void> {
  try {
    await page.evaluate((message) => (window as unknown as ExcelWindow)._richApiNativeBridge.onMessageFromHost(message), text);
  } catch (error) {
    if (!page.isClosed() && !/closed|navigation|destroyed/i.test(String(error))) throw error;
  }
}

/** Presses a button of the ribbon: `action` is the FunctionName of the manifest, associated by the page. */
export async function pressRibbon(page: Page, action: string): Promise<void> {
  await page.waitForFunction((id) => (window as unknown as ExcelWindow).__excelEvents.has(id), APP_COMMAND);
  await page.evaluate(
    ([id, name]) => {
      const payload: unknown[] = ["command-1", name, JSON.stringify({ source: { id: name } })];
      Object.assign(payload, { toArray: () => payload });
      (window as unknown as ExcelWindow).__excelEvents.get(id)?.(id, payload);
    },
    [APP_COMMAND, action] as const,
  );
}

/** How many ribbon commands have called event.completed(). */
export const ribbonCompleted = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as ExcelWindow).__ribbonCompleted);
