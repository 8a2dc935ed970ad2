import { join } from "node:path";
import type { Page } from "playwright-core";
import project from "../../package.json";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { bundle } from "./bundle";
import { TRAPS, type FakeWps, type Traps } from "./fake-wps";
import type { WpsWindow } from "./page-entry";

/** Where the built pages lie below the server's root. */
export const ADDIN = `wps/jsaddons/BudgetDisclosure_${project.version}`;

let script: string | undefined;

/** Every page of this one's browser context is from now on a page of an add-in in WPS. */
export async function startWps(page: Page, book: PlainWorkbook, traps: Partial<Traps> = {}): Promise<void> {
  script ??= bundle(join(__dirname, "page-entry.ts"));
  await page
    .context()
    .addInitScript({ content: `${script}\n__startWps(${JSON.stringify(book)}, ${JSON.stringify({ ...TRAPS, ...traps })});` });
}

/** Presses a button of the ribbon, in the add-in's own page. */
export const pressRibbon = (addin: Page, id: string): Promise<void> =>
  addin.evaluate((Id) => (window as unknown as { OnBudgetAction: (control: { Id: string }) => void }).OnBudgetAction({ Id }), id);

/** Asks WPS something, or does something in it as a person would. */
export const inWps = <Arg, Result>(page: Page, work: (app: FakeWps, arg: Arg) => Result, arg: Arg): Promise<Result> =>
  page.evaluate(`(${work.toString()})(__wps, ${JSON.stringify(arg)})`);

export type { WpsWindow };
