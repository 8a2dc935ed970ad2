import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { CellValue, PlainWorkbook } from "../../src/workbook/plain";
import { launchChromium } from "../excel/chromium";
import { serve } from "../excel/static-server";

const root = join(__dirname, "../..");
/** The built pages; another build of them may be named. */
export const dist = process.env["PANE_DIST"] ?? join(root, "dist");
export const SAMPLE = "2026-12.xlsx";

/** One browser and one server for the whole suite, and what went wrong on any page. */
export interface Stage {
  readonly browser: Browser;
  readonly origin: string;
  /** Requests to any other origin, by any page. */
  readonly elsewhere: string[];
  /** Errors on the console and uncaught ones, by any page. */
  readonly faults: string[];
  /** Pages that stand for the whole suite, by what they are for: loading one again takes a fraction of a new one. */
  readonly standing: Map<string, Page>;
  close(): Promise<void>;
}

export interface View {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
}

/** The pages do the same without them, and no walk computes so long that they would pay: a seventh of its work is compiling. */
const WITHOUT_OPTIMISERS = ["--js-flags=--no-turbofan --no-maglev"];

async function openStage(): Promise<Stage> {
  if (!existsSync(join(dist, "index.html"))) throw new Error("The pages are not built: run npm run build first.");
  const [browser, site] = await Promise.all([launchChromium(WITHOUT_OPTIMISERS), serve({ "/": dist })]);
  return {
    browser,
    origin: site.origin,
    elsewhere: [],
    faults: [],
    standing: new Map(),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/** A fresh page whose faults are noted. Closing it closes its context. */
export async function newPage(stage: Stage, view: View = {}): Promise<Page> {
  const context = await stage.browser.newContext({
    locale: "zh-CN",
    viewport: { width: view.width ?? 1000, height: view.height ?? 800 },
    colorScheme: view.dark === true ? "dark" : "light",
    forcedColors: view.forcedColors === true ? "active" : "none",
    // Colours are judged as they come to rest, not half way from disabled to enabled.
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  watchPage(stage, page);
  page.on("close", () => void context.close().catch(() => undefined));
  return page;
}

/** Notes what a page asks of others, and what goes wrong on it; one that another page opened too. */
export function watchPage(stage: Stage, page: Page): void {
  const own = [`${stage.origin}/`, "data:", "blob:", pathToFileURL(`${dist}/`).href];
  page.on("request", (request) => {
    const url = request.url();
    if (!own.some((start) => url.startsWith(start))) stage.elsewhere.push(url);
  });
  page.on("pageerror", (error) => stage.faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") stage.faults.push(message.text());
  });
  page.setDefaultTimeout(15_000);
}

/** The page that stands for this purpose; made at first. */
export async function standingPage(stage: Stage, purpose: string, view: View = {}): Promise<Page> {
  const kept = stage.standing.get(purpose);
  const page = kept && !kept.isClosed() ? kept : await newPage(stage, view);
  stage.standing.set(purpose, page);
  return page;
}

/** A project sample as plain data, with some cells altered: sheet, row and column from 0, value. */
export async function sampleWorkbook(
  alterations: readonly (readonly [string, number, number, CellValue])[] = [],
  name = SAMPLE,
): Promise<PlainWorkbook> {
  const book = await readWorkbook(readFileSync(join(root, "samples", name)), name);
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      const here = alterations.filter(([altered]) => altered === sheet.name);
      if (here.length === 0) return sheet;
      const values = sheet.values.map((row) => [...row]);
      const formulas = sheet.formulas.map((row) => [...row]);
      for (const [, row, column, value] of here) {
        const line = values[row - sheet.top];
        if (!line) throw new Error(`no row ${String(row)} on ${sheet.name}`);
        line[column - sheet.left] = value;
        const formulaLine = formulas[row - sheet.top];
        if (formulaLine) formulaLine[column - sheet.left] = undefined;
      }
      return { ...sheet, values, formulas };
    }),
  };
}

/** What Word would get: pasted into an editable element of the page. */
export async function pasted(page: Page): Promise<{ html: string; text: string }> {
  await page.evaluate(() => {
    const target = document.createElement("div");
    target.contentEditable = "true";
    target.id = "paste-target";
    target.addEventListener("paste", (event) => {
      event.preventDefault();
      target.dataset["html"] = event.clipboardData?.getData("text/html") ?? "";
      target.dataset["text"] = event.clipboardData?.getData("text/plain") ?? "";
    });
    document.body.append(target);
    target.focus();
  });
  await page.keyboard.press("Control+v");
  return page.evaluate(() => {
    const target = document.getElementById("paste-target");
    target?.remove();
    return { html: target?.dataset["html"] ?? "", text: target?.dataset["text"] ?? "" };
  });
}

/** One browser for everything that runs over the built pages in one test file, and what no page of it may have done. */
export function onStage(name: string, suites: (stage: () => Stage) => void): void {
  describe(name, () => {
    let stage: Stage;
    let last = "";
    beforeAll(async () => {
      stage = await openStage();
    });
    // A browser on a shared machine may be held up anywhere: once more, what went wrong is printed, on pages of its own.
    jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });
    beforeEach(async () => {
      const name = expect.getState().currentTestName ?? "";
      if (name === last) {
        await Promise.all([...stage.standing.values()].map((page) => page.close()));
        stage.standing.clear();
      }
      last = name;
    });
    afterAll(() => stage.close());

    suites(() => stage);

    // Last, when every page has been seen.
    describe("after all this", () => {
      it("nothing was asked of any other origin", () => expect(stage.elsewhere).toEqual([]));
      it("nothing was thrown to the console", () => expect(stage.faults).toEqual([]));
    });
  });
}
