/**
 * Takes the pictures of the manual from the built pages (npm run build first), at twice their size:
 * node scripts/run.mjs scripts/docs/screenshots.ts [the built pages' folder]
 */
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { chromium, type Locator, type Page } from "playwright-core";
import { readWorkbookFile } from "../../src/hosts/file/node";
import { readInputs } from "../../src/inputs/read";
import { narrate } from "../../src/narrative/narrate";
import { narrativeText } from "../../src/render/text";
import { recogniseWorkbook } from "../../src/book/recognise";
import { officeWorkbook } from "../../test/support/desk-files";
import { ensureChromium, chromiumArguments } from "../lib/chromium.mjs";
import { serve } from "../lib/static-server.mjs";

const root = path.join(import.meta.dirname, "../..");
const dist = path.resolve(process.argv[2] ?? path.join(root, "dist"));
const SAMPLE = "2026-12.xlsx";
/** Nothing in it that needs a person. */
const CLEAN_SAMPLE = "2025-11-unit.xlsx";

const server = await serve(dist, { port: 4390 });
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumArguments] });

async function open(width: number, height: number, sample = SAMPLE): Promise<Page> {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width, height }, deviceScaleFactor: 2, colorScheme: "light", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`http://localhost:${String(server.port)}/index.html?sample=${sample}`);
  await page.getByRole("status").filter({ hasText: "已打开" }).waitFor({ timeout: 60_000 });
  await page.locator(".sheet-frame canvas").last().waitFor();
  return page;
}

/** Goes to a cell by the name box. */
async function goTo(page: Page, address: string): Promise<void> {
  const box = page.getByRole("textbox", { name: /^名称框/ });
  await box.click();
  await box.fill(address);
  await box.press("Enter");
  await page
    .getByRole("status", { name: "所选" })
    .filter({ hasText: ` ${address}：` })
    .waitFor();
}

async function type(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(校验工作簿|重新校验)$/ }).click();
  await page.getByRole("status").filter({ hasText: "校验完成" }).waitFor();
}

/** A picture of few colours is a third of the size; where ImageMagick is not installed it stays as it is. */
function shrink(file: string): void {
  spawnSync("convert", [file, "-strip", "+dither", "-colors", "160", "-define", "png:compression-level=9", `PNG8:${file}`]);
}

async function take(what: Page | Locator, name: string): Promise<void> {
  const file = path.join(root, "docs/screenshots", `${name}.png`);
  // The pointer stays where it last pressed, and what lies there now would look pointed at.
  await ("mouse" in what ? what : what.page()).mouse.move(0, 0);
  await what.screenshot({ path: file, animations: "disabled" });
  shrink(file);
  console.log(`docs/screenshots/${name}.png ${String(Math.round(statSync(file).size / 1024))} KB`);
}

const place = (page: Page): Locator => page.locator(".pane");

async function sound(): Promise<void> {
  const page = await open(1000, 640, CLEAN_SAMPLE);
  await check(page);
  await page.locator(".map > summary").click();
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
  await take(page, "desk");
  await take(page.locator(".suspects"), "check-suspect");
  await page.locator(".suspects .fold > summary").first().click();
  const finding = page.locator(".finding-error").first();
  await finding.getByRole("button").first().click();
  await finding.locator(".finding-detail").waitFor();
  await take(finding, "check-finding");
  await page.context().close();
}

/** With one reason taken away. */
async function narrative(): Promise<void> {
  const page = await open(1000, 760);
  await page.getByRole("button", { name: "填报-上年对比" }).click();
  await goTo(page, "E2");
  await page.keyboard.press("Delete");
  await page.getByRole("tab", { name: "说明" }).click();
  await page.getByRole("button", { name: "生成说明" }).click();
  await page.locator(".section").first().getByRole("link", { name: "1,221.42" }).first().click();
  await page.locator(".working").first().waitFor();
  await take(place(page), "narrative");
  await page.context().close();
}

/** The sample's own narrative with a figure, a direction and a name altered. */
async function finishedText(): Promise<string> {
  const workbook = await readWorkbookFile(path.join(root, "samples", SAMPLE));
  const text = narrativeText(narrate(recogniseWorkbook(workbook), readInputs(workbook)));
  return text.replace("一般公共预算1,219.43万元", "一般公共预算1,219.34万元").replace("增加1.99万元，增长", "增加1.99万元，下降").replace("项目名称：政务服务热线", "项目名称：政府服务热线");
}

async function proofread(): Promise<void> {
  const page = await open(1000, 900);
  await page.getByRole("tab", { name: "校对" }).click();
  await page.getByRole("textbox", { name: "要校对的文稿" }).fill(await finishedText());
  await page.getByRole("button", { name: "开始校对" }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await take(place(page), "proofread");
  await page.context().close();
}

/** A small desk: some offices as they should be, some with a figure typed over; one finding accepted, the next being rejected. */
async function offices(): Promise<void> {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 720 }, deviceScaleFactor: 2, colorScheme: "light", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`http://localhost:${String(server.port)}/index.html`);
  const typed = [{ "表1!B7": 1219.53 }, {}, { "表5!E27": 1219.34 }, {}, { "表3!F28": 1159.24 }, {}, {}];
  const names = ["审计局", "教育局", "交通运输局", "统计局", "文化和旅游局", "农业农村局", "卫生健康委员会"];
  const files = await Promise.all(
    names.map(async (name, index) => ({
      name: `${String(index + 1)}${name}.xlsx`,
      mimeType: "",
      buffer: Buffer.from(await officeWorkbook("2026-12", `示例市${name}`, typed[index])),
    })),
  );
  await page.getByLabel("选择多个单位的文件").setInputFiles(files);
  await page.getByRole("heading", { name: "审核台" }).waitFor();
  await page.getByRole("status").filter({ hasText: "7 个单位" }).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "停止" }).waitFor({ state: "detached", timeout: 60_000 });
  await page.getByLabel("审核人").fill("张三");
  await page.getByRole("button", { name: /^审定示例市交通运输局/ }).click();
  await page.locator(".offices-findings .finding-words:focus").waitFor();
  await page.keyboard.press("1");
  await page.keyboard.press("2");
  await page.locator(".offices-reason input:focus").waitFor();
  await page.keyboard.type("口径已经财政批准");
  await take(page, "offices");
  await context.close();
}

/** The page that looks at a server, here at this machine's own. */
async function status(): Promise<void> {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 900, height: 760 }, deviceScaleFactor: 2, colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(`http://localhost:${String(server.port)}/status.html`);
  await page.locator("#result").waitFor({ timeout: 120_000 });
  await take(page.locator("table"), "status");
  await context.close();
}

try {
  await status();
  await offices();
  await sound();
  await broken();
  await narrative();
  await proofread();
} finally {
  await browser.close();
  await server.close();
}
