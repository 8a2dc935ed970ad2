/**
 * Takes the pictures of the manual from the built pages (npm run build first), at twice their size:
 * node scripts/run.mjs scripts/docs/screenshots.ts [the built pages' folder]
 */
import path from "node:path";
import { chromium, type Locator, type Page } from "playwright-core";
import { ensureChromium, chromiumArguments } from "../lib/chromium.mjs";
import { serve } from "../lib/static-server.mjs";

const root = path.join(import.meta.dirname, "../..");
const dist = path.resolve(process.argv[2] ?? path.join(root, "dist"));
const SAMPLE = "2026-12.xlsx";

const server = await serve(dist, { port: 4390 });
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumArguments] });

async function open(width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width, height }, deviceScaleFactor: 2, colorScheme: "light", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`http://localhost:${String(server.port)}/index.html?sample=${SAMPLE}`);
  await page.locator('[data-address="B7"]').waitFor();
  return page;
}

async function type(page: Page, address: string, text: string): Promise<void> {
  await page.locator(`[data-address="${address}"]`).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(校验工作簿|重新校验)$/ }).click();
  await page.getByRole("status").filter({ hasText: "校验完成" }).waitFor();
}

async function take(what: Page | Locator, name: string): Promise<void> {
  await what.screenshot({ path: path.join(root, "docs/screenshots", `${name}.png`), animations: "disabled" });
  console.log(`docs/screenshots/${name}.png`);
}

const place = (page: Page): Locator => page.locator(".pane");

async function sound(): Promise<void> {
  const page = await open(1000, 640);
  await check(page);
  await take(place(page), "check-clean");
  await page.getByRole("tab", { name: "填报" }).click();
  await page.getByRole("button", { name: "新建或补齐填报表" }).waitFor();
  await take(place(page), "inputs");
  await page.context().close();
}

/** One wrong figure: 表1 收入 B7, two digits exchanged. */
async function broken(): Promise<void> {
  const page = await open(1120, 720);
  await type(page, "B7", "1219.34");
  await check(page);
  await take(page, "workbench");
  await take(page.locator(".suspects"), "check-suspect");
  const finding = page.locator(".finding-error").first();
  await finding.getByRole("button").first().click();
  await finding.locator(".finding-detail").waitFor();
  await take(finding, "check-finding");
  await page.context().close();
}

async function narrative(): Promise<void> {
  const page = await open(1000, 760);
  await page.getByRole("tab", { name: "说明" }).click();
  await page.getByRole("button", { name: "生成说明" }).click();
  await page.locator(".section").nth(1).getByRole("link", { name: "99.84%" }).first().click();
  await page.locator(".working").first().waitFor();
  await page.locator(".place").evaluate((element) => (element.scrollTop = 0));
  await take(place(page), "narrative");
  await page.context().close();
}

try {
  await sound();
  await broken();
  await narrative();
} finally {
  await browser.close();
  await server.close();
}
