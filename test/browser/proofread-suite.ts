import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { reportLines } from "../support/report-lines";
import { openPane } from "./excel-suite";
import { reportOf } from "./report-suite";
import { openEmpty } from "./sheet-hand";
import { pasted, sampleWorkbook, type Stage } from "./stage";

/** The narrative of the workbook itself, as the pane writes it. */
async function ownText(page: Page): Promise<string> {
  await page.getByRole("tab", { name: "说明" }).click();
  await page.getByRole("button", { name: "生成说明" }).click();
  await page.getByRole("button", { name: "复制全文" }).click();
  return (await pasted(page)).text;
}

async function proofread(page: Page, text: string): Promise<void> {
  await page.getByRole("tab", { name: "校对" }).click();
  await page.getByRole("textbox", { name: "要校对的文稿" }).fill(text);
  await page.getByRole("button", { name: /校对$/ }).and(page.locator("button:not([role=tab])")).click();
  await page.getByRole("status").filter({ hasText: "校对完成" }).waitFor();
}

/** 校对: a text held against the workbook, in the pane. */
export function proofreadSuite(stage: () => Stage): void {
  describe("proofreading", () => {
    let page: Page;

    it("finds a changed figure at its words, with its cell and what it should say, and copies the sentence put right", async () => {
      const opened = await openPane(stage(), await sampleWorkbook());
      page = opened.page;
      const text = await ownText(page);
      await proofread(page, text.replace("收支总预算1,221.42万元", "收支总预算1,212.42万元"));
      const fault = page.locator(".finding", { hasText: "1,212.42" }).first();
      await fault.getByText("1,221.42").first().waitFor();
      await fault.getByRole("button").first().click();
      await page.locator("mark.on", { hasText: "1,212.42" }).waitFor();
      await fault.locator(".addend").first().click();
      await page.getByRole("status").filter({ hasText: "已定位到 表1!" }).waitFor();
      expect(opened.excel.activeSheet).toBe("表1");
      await fault.getByRole("button", { name: "复制改正后的这一段" }).click();
      expect((await pasted(page)).text).toContain("收支总预算1,221.42万元");
    });

    it("says over the narrative that the workbook still has faults, and leads to them", async () => {
      // 表1, 收入总计: no longer what 表2 to 表5 have.
      const opened = await openPane(stage(), await sampleWorkbook([["表1", 34, 1, 1221.24]]));
      page = opened.page;
      await page.getByRole("button", { name: "校验工作簿" }).click();
      await page.getByRole("heading", { name: /还有 \d+ 处不符/ }).waitFor();
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "生成说明" }).click();
      await page.getByText(/^工作簿还有 \d+ 处不符，说明里的数字可能要改；先看“校验”。$/).waitFor();
      await page.getByRole("button", { name: "看校验" }).click();
      await page.getByRole("heading", { name: /还有 \d+ 处不符/ }).waitFor();
    });

    it("saves the whole report from the narrative's place, and says what is left to do with it", async () => {
      const opened = await openPane(stage(), await sampleWorkbook());
      page = opened.page;
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "生成说明" }).click();
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "保存整份报告" }).click()]);
      expect(download.suggestedFilename()).toBe("示例市人民政府办公室2026年部门预算公开.docx");
      const lines = await reportLines(readFileSync(await download.path()), "x.docx");
      for (const part of ["第一部分 2026年部门概况", "第二部分 2026年部门预算公开表", "部门收支总体情况表", "第四部分 名词解释"])
        expect(lines).toContain(part);
      // No program of this test has the fonts of official documents.
      await page
        .getByRole("status")
        .filter({ hasText: /目录的页码：.*没有找到字体.*“方正小标宋简体”/ })
        .waitFor();
    });

    it("looks a report through with its tables: one list, the workbook's own cell at a press, the duties, sheets to hand on", async () => {
      const opened = await openPane(stage(), await sampleWorkbook());
      page = opened.page;
      await page.getByRole("tab", { name: "校对" }).click();
      // 表1, 收入总计: printed otherwise than the workbook has it.
      const report = {
        name: "公开报告.docx",
        mimeType: "application/octet-stream",
        buffer: await reportOf(undefined, [["表1", 34, 1, 1221.24]]),
      };
      await page.getByLabel("选择文稿文件").setInputFiles(report);
      await page.getByRole("status").filter({ hasText: "已读入" }).waitFor();
      await page.getByRole("button", { name: "开始校对" }).click();
      await page.getByRole("heading", { name: /^报告有 1 处不符/ }).waitFor();
      const fault = page.getByRole("region", { name: "核对意见" }).locator(".finding-error");
      expect(await fault.count()).toBe(1);
      await fault.getByRole("button").first().click();
      await fault.getByText(/由它引起的 \d+ 条不符/).waitFor();
      await fault.getByTitle("定位到 表1!B35").click();
      await page.getByRole("status").filter({ hasText: "已定位到 表1!B35" }).waitFor();
      expect(opened.excel.selection).toBe("表1!B35");
      await page.getByText("公开清单", { exact: true }).first().waitFor();
      await page.getByRole("button", { name: "写入工作表" }).click();
      await page.getByRole("status").filter({ hasText: "已写入工作表“核对意见”" }).waitFor();
      expect(opened.excel.sheet("核对意见").cell("A2")?.value).toContain("公开报告.docx");
    });

    it("writes the list to hand back as a sheet", async () => {
      const opened = await openPane(stage(), await sampleWorkbook());
      page = opened.page;
      const text = await ownText(page);
      await proofread(page, text.replace("收支总预算1,221.42万元", "收支总预算1,212.42万元"));
      await page.getByRole("button", { name: "写入“校对结果”表" }).click();
      await page.getByRole("status").filter({ hasText: "已写入工作表“校对结果”" }).waitFor();
      expect(opened.excel.sheet("校对结果").cell("A1")?.value).toBe("说明校对结果");
    });
  });
}

/** 校对 before any workbook is open. */
export function proofreadAloneSuite(stage: () => Stage): void {
  describe("proofreading", () => {
    let page: Page;

    it("works on the text alone, without a workbook, and reads a text file", async () => {
      page = await openEmpty(stage());
      await page.getByRole("tab", { name: "校对" }).click();
      const words =
        "三、关于某局2026年支出预算情况说明\n某局2026年支出预算100.00万元，其中：\n基本支出60.00万元，占60.00%，比上年预算增加10.00万元，下降20.00%，主要原因是人员增加。\n项目支出40.00万元，占40.00%，比上年预算增加0.00万元，增长0.00%，主要原因是无。";
      await page
        .getByLabel("选择文稿文件")
        .setInputFiles({ name: "说明.txt", mimeType: "text/plain", buffer: Buffer.from(`第三部分 2026年部门预算情况说明\n${words}`) });
      await page.getByRole("status").filter({ hasText: "已读入“说明.txt”，共 5 段" }).waitFor();
      await page.getByRole("button", { name: "开始校对" }).click();
      // 增加 goes with 增长, never with 下降.
      await page.locator(".finding", { hasText: "下降" }).first().waitFor();
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "保存为 Word" }).click()]);
      expect((await reportLines(readFileSync(await download.path()), "x.docx")).join("\n")).toContain("下降");
    });
  });
}
