import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { CellValue, PlainWorkbook } from "../../src/workbook/plain";
import { SAMPLE, standingPage, type Stage } from "./stage";

const sample = readFileSync(join(__dirname, "../../samples", SAMPLE));
let times = 0;

/** The page that all work on files is done on. */
export const workbenchPage = (stage: Stage): Promise<Page> => standingPage(stage, "workbench", { width: 1300 });

/** The workbench as it is before any workbook: the page is loaded anew. */
export async function openEmpty(stage: Stage): Promise<Page> {
  const page = await workbenchPage(stage);
  await page.goto(`${stage.origin}/index.html`);
  await page.getByRole("heading", { name: "打开一份部门预算公开表" }).waitFor();
  return page;
}

/** The workbench with the sample in it, its sheet painted, the pane at its first place. Edits of the case before are let go. */
export async function openSample(stage: Stage): Promise<Page> {
  const page = await workbenchPage(stage);
  if (page.url() === "about:blank") {
    await page.goto(`${stage.origin}/index.html?sample=${SAMPLE}`);
    await opened(page);
    return page;
  }
  await openFile(page, SAMPLE.replace(".", `（${String(++times)}）.`), sample);
  await page.getByRole("tab", { name: "校验" }).click();
  return page;
}

/** Opens a file in place of what is open, without saving that. */
export async function openFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await chooseFile(page, name, buffer);
  const leave = page.getByRole("button", { name: "不保存，继续打开" });
  const there = page.getByRole("status").filter({ hasText: `已打开“${name}”` });
  await leave.or(there).first().waitFor({ timeout: 60_000 });
  if (await leave.isVisible()) await leave.click();
  await opened(page, name);
}

export const chooseFile = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.getByLabel("选择工作簿或报告").first().setInputFiles({ name, mimeType: "", buffer });

export async function opened(page: Page, name = ""): Promise<void> {
  await page
    .getByRole("status")
    .filter({ hasText: `已打开“${name}` })
    .waitFor({ timeout: 60_000 });
  await page.locator(".sheet-frame canvas").last().waitFor();
}

/** Goes to a cell of the sheet in view by the name box, as a person with a keyboard would. */
export async function goTo(page: Page, address: string): Promise<void> {
  const box = page.getByRole("textbox", { name: /^名称框/ });
  const there = page.getByRole("status", { name: "所选" }).filter({ hasText: ` ${address}：` });
  // On a busy desk the box still writes where the last press has led while the new address is typed: then it is typed again.
  for (let again = 2; again >= 0; again--) {
    await box.click();
    await box.fill(address);
    await box.press("Enter");
    const arrived = await there.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (arrived) return;
  }
  await there.waitFor();
}

/** What is said of the active cell. */
export const said = async (page: Page): Promise<string> => (await page.getByRole("status", { name: "所选" }).textContent()) ?? "";

export const waitSaid = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole("status", { name: "所选" }).filter({ hasText: words }).waitFor();

export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

export const onSheet = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("button", { name, exact: true }).and(page.locator('[aria-pressed="true"]')).waitFor();
};

export interface Saved {
  readonly workbook: PlainWorkbook;
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly bytes: Buffer;
  readonly name: string;
  readonly at: (sheet: string, row: number, column: number) => CellValue;
  readonly formulaAt: (sheet: string, row: number, column: number) => string | undefined;
  readonly formatAt: (sheet: string, row: number, column: number) => string | undefined;
}

/** Saves with the button and reads what came. */
export async function save(
  page: Page,
  press: () => Promise<unknown> = () => page.getByRole("button", { name: "另存为" }).click(),
): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const bytes = readFileSync(await download.path());
  const workbook = await readWorkbook(bytes, download.suggestedFilename());
  const look = <T>(
    grid: (sheet: PlainWorkbook["sheets"][number]) => readonly (readonly T[])[],
    name: string,
    row: number,
    column: number,
  ): T | undefined => {
    const sheet = workbook.sheets.find((candidate) => candidate.name === name);
    return sheet && grid(sheet)[row - sheet.top]?.[column - sheet.left];
  };
  return {
    workbook,
    bytes,
    name: download.suggestedFilename(),
    parts: unzipSync(bytes),
    at: (name, row, column) => look((sheet) => sheet.values, name, row, column) ?? null,
    formulaAt: (name, row, column) => look((sheet) => sheet.formulas, name, row, column),
    formatAt: (name, row, column) => look((sheet) => sheet.formats, name, row, column),
  };
}

/** Parts of the saved package that are not the original's, byte for byte. */
export function changedParts(original: Uint8Array, { parts }: Pick<Saved, "parts">): readonly string[] {
  const before = unzipSync(original);
  return [...new Set([...Object.keys(before), ...Object.keys(parts)])]
    .filter((part) => Buffer.compare(Buffer.from(before[part] ?? []), Buffer.from(parts[part] ?? [])) !== 0)
    .sort();
}
