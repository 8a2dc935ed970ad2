import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { openPane } from "./excel-suite";
import { sampleWorkbook, type Stage } from "./stage";
import { openEmpty, openSample } from "./sheet-hand";
import { check, unfold } from "./workbench-suite";

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Programs, keys, fonts and file formats go by their own names; cells by their addresses. */
const OWN_NAMES =
  /\b(?:Word|Excel|WPS|PDF|Ctrl|Enter|Esc|Tab|Times New Roman)\b|_GB(?:K|2312)|\.[a-z]{2,4}\b|[^\s，。：（]+![A-Z]{1,3}\d+/g;

/** Words that are none of an accountant's: English ones, signs of formulas; and codes of rules in what heads a part. */
async function strangeWords(page: Page): Promise<string[]> {
  const said = async (where: string, strange: RegExp): Promise<string[]> =>
    (await page.locator(where).allInnerTexts()).flatMap((text) => {
      const found = strange.exec(text.replace(OWN_NAMES, " "));
      return found ? [`words: ${found[0]} in ${text.slice(0, 80)}`] : [];
    });
  return [
    ...(await said("h1, h2, h3, summary, button, label, .headline p, .finding-message, .suspect p", /[A-Za-z]{3,}|Σ/)),
    ...(await said("h1, h2, h3, summary, .finding-message", /(?<![A-Za-z\d])[A-Z]\d{2,4}[a-z]?(?![\dA-Za-z])/)),
  ];
}

/** How a page is looked at: its width (320: a phone, or 400 % of 1,280; 640: 200 % of it), its colours. */
interface Look {
  readonly width: number;
  readonly colours: "light" | "dark" | "forced";
}

const WIDE: Look = { width: 1280, colours: "light" };
const IN_PANE: readonly Look[] = [
  { width: 400, colours: "light" },
  { width: 320, colours: "dark" },
  { width: 640, colours: "forced" },
];
export const IN_WINDOW: readonly Look[] = [
  WIDE,
  { width: 640, colours: "dark" },
  { width: 320, colours: "light" },
  { width: 1280, colours: "forced" },
];

/** Forced colours are the system's: axe-core reckons contrasts with ours, which are not shown. */
const NOT_IN_FORCED = { "color-contrast": { enabled: false }, "link-in-text-block": { enabled: false } };

async function look(page: Page, { width, colours }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({
    colorScheme: colours === "dark" ? "dark" : "light",
    forcedColors: colours === "forced" ? "active" : "none",
    reducedMotion: "reduce",
  });
  // What is drawn anew for the width and the colours is there.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What axe-core finds under each look, one line a fault, with the element; what is wider than the page; words that do not belong. */
export async function faults(page: Page, looks: readonly Look[]): Promise<string[]> {
  const found: string[] = await strangeWords(page);
  for (const one of looks) {
    await look(page, one);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const all = [...(await axeFaults(page, one.colours === "forced")), ...(wide > 0 ? [`${String(wide)} pixels wider than the page`] : [])];
    found.push(...all.map((fault) => `${String(one.width)} ${one.colours}: ${fault}`));
  }
  await look(page, looks[0] ?? WIDE);
  return found;
}

async function axeFaults(page: Page, forced: boolean): Promise<string[]> {
  const known = await page.evaluate(() => "axe" in window);
  if (!known) await page.evaluate(axeSource);
  return page.evaluate(
    async (rules) => {
      const { axe } = window as unknown as { axe: { run(how: object): Promise<AxeResults> } };
      const { violations } = await axe.run({ rules });
      return violations.flatMap((violation) =>
        violation.nodes.slice(0, 3).map((node) => `${violation.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
      );
    },
    forced ? NOT_IN_FORCED : {},
  );
}

/** axe-core over every place and state of the pane, and the keyboard alone. */
export function paneAccessibilitySuite(stage: () => Stage): void {
  describe("accessibility", () => {
    let page: Page;

    it("axe-core finds nothing in any place of the pane in Excel, narrow and wide, light, dark and in forced colours", async () => {
      ({ page } = await openPane(stage(), await sampleWorkbook([["表1", 6, 1, 1219.53]])));
      const found: Record<string, string[]> = { before: await faults(page, IN_PANE) };
      await check(page);
      found["checked"] = await faults(page, IN_PANE);
      await unfold(page);
      await page.locator('.finding-error[data-rule^="X12b"]').first().getByRole("button").first().click();
      await page.getByRole("button", { name: "写审核说明" }).click();
      await page.locator(".fold-title", { hasText: /^公开表$/ }).click();
      await page.getByRole("button", { name: /^表5 / }).click();
      await page.getByText("图上的数").click();
      found["unfolded"] = await faults(page, IN_PANE);
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("heading", { name: "尚未生成说明" }).waitFor();
      found["no narrative"] = await faults(page, IN_PANE);
      await page.getByRole("button", { name: "画图" }).click();
      await page.getByText("图上的数").first().click();
      await page.getByText("图上的数").nth(1).click();
      found["pictures"] = await faults(page, IN_PANE);
      await page.getByRole("button", { name: "生成说明" }).click();
      await page.getByRole("heading", { name: /^第三部分/ }).waitFor();
      await page.getByRole("link", { name: "99.84%" }).first().click();
      found["narrative"] = await faults(page, IN_PANE);
      await page.getByRole("tab", { name: "填报" }).click();
      await page.getByRole("heading", { name: "从上年取数" }).waitFor();
      found["inputs"] = await faults(page, IN_PANE);
      await page.getByRole("tab", { name: "校对" }).click();
      await page
        .getByRole("textbox", { name: "要校对的文稿" })
        .fill("第三部分\n一、关于某局2026年收支预算情况总体说明\n收支总预算1.00万元。");
      await page.getByRole("button", { name: "开始校对" }).click();
      await page.getByRole("status").filter({ hasText: "校对完成" }).waitFor();
      await page.locator(".finding-head").first().click();
      found["proofread"] = await faults(page, IN_PANE);
      await page.getByRole("tab", { name: "设置" }).click();
      await page.getByRole("heading", { name: "公文格式" }).waitFor();
      found["settings"] = await faults(page, IN_PANE);
      expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
    });

    it("the keyboard alone checks, opens a finding, writes and copies", async () => {
      ({ page } = await openPane(stage(), await sampleWorkbook([["表1", 6, 1, 1219.53]])));
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("校验");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.getByRole("status").filter({ hasText: "校验完成" }).waitFor();
      await page.locator(".suspects .fold > summary").first().press("Enter");
      await page.locator(".suspects .finding-head").first().press("Enter");
      await page.getByRole("status").filter({ hasText: "已定位到" }).waitFor();
      await page.getByRole("tab", { name: "校验" }).focus();
      for (const name of ["填报", "说明"]) {
        await page.keyboard.press("ArrowRight");
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
      }
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "生成说明" }).press("Enter");
      await page.getByRole("link", { name: "99.84%" }).first().press("Enter");
      await page.getByRole("status").filter({ hasText: "已定位到 表2!" }).waitFor();
      await page.getByRole("button", { name: "复制全文" }).press("Enter");
      await page.getByRole("status").filter({ hasText: "已复制全文" }).waitFor();
    });
  });
}

/** axe-core over the workbench. */
export function workbenchAccessibilitySuite(stage: () => Stage): void {
  describe("accessibility", () => {
    let page: Page;

    it("axe-core finds nothing in the workbench, empty and with a workbook", async () => {
      page = await openEmpty(stage());
      expect(await faults(page, IN_WINDOW)).toEqual([]);
      page = await openSample(stage());
      await check(page);
      expect(await faults(page, IN_WINDOW)).toEqual([]);
    });
  });
}
