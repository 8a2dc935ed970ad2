import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import type { Locator, Page } from "playwright-core";
import { openBook } from "../../src/book/open";
import { narrate } from "../../src/narrative/narrate";
import { narrativeText } from "../../src/render/text";
import type { PlainWorkbook } from "../../src/workbook/plain";
import { openPane } from "./excel-suite";
import { openEmpty, openFile, openSample, save, typeInto } from "./sheet-hand";
import { dist, SAMPLE, sampleWorkbook, type Stage } from "./stage";
import { check } from "./workbench-suite";

const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("heading", { level: 1, name }).waitFor();

/** 表1!B7 is 其中：一般财力; 1,219.43 is what all the others say. */
async function mends(page: Page): Promise<void> {
  const card = page.locator(".suspects");
  expect((await card.locator(".suspect-cell").first().innerText()).replace(/\s+/g, " ")).toMatch(/表1!B7 1,219\.53 → 1,219\.43/);
  await card.getByRole("button", { name: "改成 1,219.43" }).press("Enter");
  await heading(page, "没有不符，有 1 处请核实");
  // What was pressed is gone: the keyboard stands at what came of it.
  await page.waitForFunction(() => document.activeElement?.classList.contains("headline") === true);
  const done = page.getByRole("region", { name: "已处理" });
  expect((await done.innerText()).replace(/\s+/g, " ")).toMatch(/已改 .*表1!B7 1,219\.53 → 1,219\.43/);
}

/** What an accountant does in January with the workbench: mend, fill in, see what is next. */
export function januaryInTheWorkbenchSuite(stage: () => Stage): void {
  describe("January in the workbench", () => {
    it("mends the cell at fault by its button, and takes it back", async () => {
      const page = await openSample(stage());
      await typeInto(page, "B7", "1219.53");
      await check(page);
      await mends(page);
      const { workbook } = await save(page);
      expect(workbook.sheets.find(({ name }) => name === "表1")?.values[6]?.[1]).toBe(1219.43);
      await page.getByRole("button", { name: "撤回 表1!B7" }).click();
      await heading(page, /^还有 \d+ 处不符$/);
    });

    it("does not take back over what was typed since", async () => {
      const page = await openSample(stage());
      await typeInto(page, "B7", "1219.53");
      await check(page);
      await mends(page);
      await typeInto(page, "B7", "1219.63");
      await page.getByRole("button", { name: "撤回 表1!B7" }).click();
      await page.getByRole("alert").filter({ hasText: "表1!B7 后来又改过，没有撤回" }).waitFor();
      const { workbook } = await save(page);
      expect(workbook.sheets.find(({ name }) => name === "表1")?.values[6]?.[1]).toBe(1219.63);
    });

    it("looks for another cell where it is not this one, and for this one again when asked", async () => {
      const page = await openSample(stage());
      await typeInto(page, "B7", "1219.53");
      await check(page);
      await page.getByRole("button", { name: "不是这一格：表1!B7" }).click();
      await page.getByText("看过没有错的 1 格").waitFor();
      await page.getByRole("status").filter({ hasText: "校验完成" }).waitFor();
      expect(await page.locator(".suspect-cell .where").allTextContents()).not.toContain("表1!B7");
      await page.getByText("看过没有错的 1 格").click();
      await page.getByRole("button", { name: "重新核对 表1!B7" }).click();
      await page.getByRole("button", { name: "不是这一格：表1!B7" }).waitFor();
    });

    it("fills in the form by the keyboard alone; what is typed is words, and goes into the 填报 sheets", async () => {
      const page = await openSample(stage());
      await page.getByRole("tab", { name: "填报" }).click();
      await page.getByRole("button", { name: "开始填写" }).click();
      await page.getByRole("heading", { name: "逐项填写" }).waitFor();
      await page.locator(".form summary").filter({ hasText: "支出" }).first().click();
      const [prior, reason] = ["上年预算数（万元）", "主要原因"].map((label) =>
        page.getByRole("textbox", { name: `基本支出：${label}`, exact: true }).first(),
      );
      if (!prior || !reason) throw new Error("no such boxes");
      await prior.fill("约100");
      await prior.press("Enter");
      await page.getByRole("alert").filter({ hasText: "请填数字" }).waitFor();
      expect(await prior.inputValue()).toBe("约100");
      await prior.fill("1,100.5");
      await prior.press("Enter");
      expect(await reason.evaluate((box) => box === document.activeElement)).toBe(true);
      await reason.fill("=人员增加");
      await reason.press("Enter");
      const { workbook } = await save(page);
      const sheet = workbook.sheets.find(({ name }) => name === "填报-上年对比");
      const row = sheet?.values.find((one) => one.includes("基本支出")) ?? [];
      expect(row).toEqual(expect.arrayContaining([1100.5, "=人员增加"]));
      expect(sheet?.formulas.flat()).not.toContain("=人员增加");
    });

    it("has what was being typed into the form when the page went", async () => {
      const page = await openSample(stage());
      const boxOf = async (where: Page): Promise<Locator> => {
        await where.getByRole("tab", { name: "填报" }).click();
        await where.getByRole("button", { name: /^(开始填写|重新读取)$/ }).click();
        const box = where.getByRole("textbox", { name: "基本支出：主要原因", exact: true }).first();
        if (!(await box.isVisible())) await where.locator(".form summary").filter({ hasText: "支出" }).first().click();
        return box;
      };
      const stood = await (await boxOf(page)).inputValue();
      await (await boxOf(page)).press("Control+End");
      await page.keyboard.type("；另有新增");
      // The page goes without the box having been left.
      const next = await page.context().newPage();
      await next.goto(`${stage().origin}/index.html`);
      await openFile(next, "又一份.xlsx", readFileSync(join(dist, "samples", SAMPLE)));
      const again = await boxOf(next);
      expect(await again.inputValue()).toBe(`${stood}；另有新增`);
      await again.press("Enter");
      const { workbook } = await save(next);
      const row = workbook.sheets.find(({ name }) => name === "填报-上年对比")?.values.find((one) => one.includes("基本支出"));
      expect(row).toContain(`${stood}；另有新增`);
      await next.close();
    });

    it("says what is next, and 可以公开 only at the end", async () => {
      const page = await openSample(stage());
      await check(page);
      const steps = async (): Promise<string> =>
        (await page.getByRole("navigation", { name: "公开进度" }).innerText()).replace(/\s+/g, " ");
      expect(await steps()).toBe("公开表 1 处请核实 填报 未检查 说明 未生成 校对 未校对");
      const finding = page.locator(".finding-warning");
      await finding.getByRole("button").first().click();
      await finding.getByRole("button", { name: "写审核说明" }).click();
      await finding.getByRole("textbox").fill("体检费，按规定列公用");
      await finding.getByRole("button", { name: "保存" }).click();
      await heading(page, "公开表相符");
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "生成说明" }).click();
      await page.getByRole("button", { name: "复制全文" }).waitFor();
      expect(await steps()).toBe("公开表 相符 填报 已填齐 说明 已生成 校对 未改动");
      await page.getByRole("button", { name: /^公开表/ }).click();
      await heading(page, "可以公开");
      await typeInto(page, "B7", "1219.53");
      await heading(page, "工作簿已改动");
    });
  });
}

/** The way through, with the keyboard alone: what a person presses is counted. */
export function wholeJanuarySuite(stage: () => Stage): void {
  it("walks from a broken workbook without reasons to 可以公开, by the keyboard", async () => {
    const { workbook, lastYear } = await unfinished();
    const page = await openEmpty(stage());
    await openFile(page, "2026年部门预算公开表.xlsx", asFile(workbook));
    await walk(page, lastYear, "the workbench");
  });
}

/** From the first check to 可以公开. */
async function walk(page: Page, lastYear: string, where: string): Promise<void> {
  const keys = new Keys(page);
  await keys.press(page.getByRole("tab", { name: "校验" }));
  await keys.press(page.getByRole("button", { name: "校验工作簿" }));
  await heading(page, /^还有 \d+ 处不符$/);
  await keys.press(page.getByRole("button", { name: "改成 1,219.43" }));
  await heading(page, /^没有不符|^有 \d+ 项未执行|^公开表相符/);

  await keys.press(page.getByRole("tab", { name: "填报" }));
  await page.getByLabel("上年说明").setInputFiles({ name: "2025年说明.txt", mimeType: "text/plain", buffer: Buffer.from(lastYear) });
  await keys.press(page.getByRole("button", { name: "填入填报表" }));
  await page.getByRole("status").filter({ hasText: "填报表已备好" }).waitFor();
  await keys.press(page.getByRole("button", { name: "开始填写" }));
  await keys.fillForm();
  await page.getByText("都已填好，可以到“说明”生成说明。").waitFor();

  await keys.press(page.getByRole("tab", { name: "校验" }));
  await keys.press(page.getByRole("button", { name: "重新校验" }));
  await heading(page, "没有不符，有 1 处请核实");
  await keys.press(page.locator(".finding-warning .finding-head"));
  await keys.press(page.getByRole("button", { name: "写审核说明" }));
  await keys.type(page.getByRole("textbox", { name: /^审核说明/ }), "体检费，按规定列公用");
  await keys.press(page.getByRole("button", { name: "保存", exact: true }));
  await heading(page, "公开表相符");

  await keys.press(page.getByRole("tab", { name: "说明" }));
  await keys.press(page.getByRole("button", { name: "生成说明" }));
  await page.getByText("需要填写的内容都已填齐").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), keys.press(page.getByRole("button", { name: "保存为 Word" }))]);

  await keys.press(page.getByRole("tab", { name: "校对" }));
  await page
    .getByLabel("选择文稿文件")
    .setInputFiles({ name: file.suggestedFilename(), mimeType: "", buffer: readFileSync(await file.path()) });
  await page.getByRole("status").filter({ hasText: "已读入" }).waitFor();
  await keys.press(page.getByRole("button", { name: "开始校对" }));
  await page.getByRole("status").filter({ hasText: "校对完成" }).waitFor();
  await keys.press(page.getByRole("tab", { name: "校验" }));
  await heading(page, "可以公开");
  expect((await page.getByRole("navigation", { name: "公开进度" }).innerText()).replace(/\s+/g, " ")).toBe(
    "公开表 相符 填报 已填齐 说明 已生成 校对 无误",
  );
  process.stdout.write(`January by the keyboard in ${where}: ${String(keys.count)} keys\n`);
}

/** What last year's text has no answer for. */
const ANSWERS: readonly (readonly [label: RegExp, answer: string])[] = [
  [/单位数/, "0"],
  [/主要原因/, "该项目上年已完成，本年不再安排"],
];

/** Presses keys as a person without a mouse does, and counts them. */
class Keys {
  count = 0;
  constructor(private readonly page: Page) {}

  /** Tab brings everyone to a button sooner or later; what counts is the key that presses it. */
  async press(button: Locator): Promise<void> {
    await button.press("Enter");
    this.count += 1;
  }

  async type(box: Locator, words: string): Promise<void> {
    await box.pressSequentially(words);
    this.count += words.length;
  }

  /** Enter confirms last year's words and goes on; what lacks an answer gets one. */
  async fillForm(): Promise<void> {
    const { page } = this;
    await page.getByText(/^还有 \d+ 项要填$/).waitFor();
    const boxes = page.locator(".form-open [data-answer]");
    for (let left = await boxes.count(); left > 0; left = await boxes.count()) {
      const box = boxes.first();
      const label = (await box.getAttribute("aria-label")) ?? "";
      if ((await box.inputValue()) === "") await this.type(box, ANSWERS.find(([asked]) => asked.test(label))?.[1] ?? "");
      await this.press(box);
      await page.waitForFunction((before) => document.querySelectorAll(".form-open [data-answer]").length < before, left);
    }
  }
}

/** The sample with a figure wrong and every reason still to be written, and the narrative of the year before. */
async function unfinished(): Promise<{ readonly workbook: PlainWorkbook; readonly lastYear: string }> {
  const whole = await sampleWorkbook();
  const reasons = whole.sheets.find(({ name }) => name === "填报-上年对比")?.values ?? [];
  const blanked = reasons.flatMap((_, row) => (row === 0 ? [] : [["填报-上年对比", row, 4, null] as const]));
  const { recognised, inputs } = openBook(whole);
  const lastYear = narrativeText(narrate(recognised, inputs))
    .replace(/2025年/g, "2024年")
    .replace(/2026年/g, "2025年");
  return { workbook: await sampleWorkbook([["表1", 6, 1, 1219.53], ...blanked]), lastYear };
}

function asFile(book: PlainWorkbook): Buffer {
  const file = XLSX.utils.book_new();
  for (const { name, values } of book.sheets) XLSX.utils.book_append_sheet(file, XLSX.utils.aoa_to_sheet(values as unknown[][]), name);
  return Buffer.from(XLSX.write(file, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

/** The same over the genuine Excel library. */
export function januaryInExcelSuite(stage: () => Stage): void {
  it("mends the cell at fault in the user's own sheet, and puts back what stood there", async () => {
    const { page, excel } = await openPane(stage(), await sampleWorkbook([["表1", 6, 1, 1219.53]]));
    await check(page);
    await mends(page);
    expect(excel.sheet("表1").cell("B7")?.value).toBe(1219.43);
    await page.getByRole("button", { name: "撤回 表1!B7" }).click();
    await heading(page, /^还有 \d+ 处不符$/);
    expect(excel.sheet("表1").cell("B7")?.value).toBe(1219.53);
  });

  it("walks from a broken workbook without reasons to 可以公开, by the keyboard", async () => {
    const { workbook, lastYear } = await unfinished();
    const { page } = await openPane(stage(), workbook);
    await walk(page, lastYear, "Excel's pane");
  });
}
