import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { CellValue, PlainWorkbook } from "../../src/workbook/plain";
import { newPage, SAMPLE, type Stage } from "./stage";

/** Opens the workbench with a sample, its sheet painted. */
export async function openSample(stage: Stage, width = 1000): Promise<Page> {
  const page = await newPage(stage, { width });
  await page.goto(`${stage.origin}/index.html?sample=${SAMPLE}`);
  await opened(page);
  return page;
}

/** Opens the workbench with a file of the user's. */
export async function openBytes(stage: Stage, buffer: Buffer, name: string, width = 1000): Promise<Page> {
  const page = await newPage(stage, { width });
  await page.goto(`${stage.origin}/index.html`);
  await page.getByLabel("选择工作簿或报告").first().setInputFiles({ name, mimeType: "", buffer });
  return page;
}

export async function opened(page: Page): Promise<void> {
  await page.getByRole("status").filter({ hasText: "已打开" }).waitFor({ timeout: 60_000 });
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
export function changedParts(original: Uint8Array, { parts }: Saved): readonly string[] {
  const before = unzipSync(original);
  return [...new Set([...Object.keys(before), ...Object.keys(parts)])]
    .filter((part) => Buffer.compare(Buffer.from(before[part] ?? []), Buffer.from(parts[part] ?? [])) !== 0)
    .sort();
}
