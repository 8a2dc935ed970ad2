import type { Page } from "playwright-core";
import type { PlainWorkbook } from "../../src/workbook/plain";
import type { FakeExcel } from "../excel/fake-excel";
import { openInExcel, pressRibbon } from "../excel/in-page";
import { pasted, sampleWorkbook, standingPage, type Stage, type View } from "./stage";
import { check, unfold } from "./workbench-suite";

export async function openPane(stage: Stage, workbook: PlainWorkbook, view: View = {}): Promise<{ page: Page; excel: FakeExcel }> {
  const page = await standingPage(stage, view.dark === true ? "pane, dark" : "pane", { width: 320, ...view });
  const excel = await openInExcel(page, workbook, { url: `${stage.origin}/taskpane.html`, theme: view.dark === true ? "dark" : "light" });
  await page.getByRole("button", { name: "校验工作簿" }).waitFor();
  return { page, excel };
}

const problem = (page: Page): Promise<string | null> => page.getByRole("alert").textContent();

/** The main job over the genuine Excel library: the unmodified page, a fake Excel behind it. */
export function excelSuite(stage: () => Stage): void {
  describe("the pane in Excel", () => {
    let page: Page;
    let excel: FakeExcel;
    const open = async (workbook: PlainWorkbook, view: View = {}): Promise<void> => {
      ({ page, excel } = await openPane(stage(), workbook, view));
    };
    /** 表5 总计·合计 is E27 in the sample: 1,219.43 there, 1,219.53 here. */
    const altered = (): Promise<PlainWorkbook> => sampleWorkbook([["表1", 6, 1, 1219.53]]);

    it("does the whole main job: check, see, go to the cell, write, copy", async () => {
      await open(await altered());
      await check(page);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/^还有 \d+ 处不符$/);
      await unfold(page);
      await page.locator('.finding-error[data-rule^="F102"]').getByRole("button").first().click();
      await page.getByRole("status").filter({ hasText: "已定位到 表1!B6" }).waitFor();
      expect([excel.activeSheet, excel.selection]).toEqual(["表1", "表1!B6"]);
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "生成说明" }).click();
      await page.getByRole("button", { name: "复制全文" }).click();
      const { html, text } = await pasted(page);
      expect(text).toContain("收支总预算1,221.42万元。");
      expect(html).toContain("mso-char-indent-count");
    });

    it("reads the whole workbook in at most three round trips", async () => {
      await open(await sampleWorkbook());
      await check(page);
      excel.resetCounts();
      await check(page);
      expect(excel.roundTrips).toBeLessThanOrEqual(3);
    });

    it("answers the ribbon: 校验 and 生成说明 show their results in the pane", async () => {
      await open(await altered());
      await pressRibbon(page, "writeNarrative");
      await page.getByRole("heading", { name: /^第三部分/ }).waitFor();
      await pressRibbon(page, "checkWorkbook");
      await page.getByRole("heading", { level: 1, name: /还有 \d+ 处不符/ }).waitFor();
    });

    it("marks the cells on demand and takes the marks back", async () => {
      await open(await altered());
      await check(page);
      await page.getByRole("button", { name: "标记到表上" }).click();
      await page.getByRole("status").filter({ hasText: "已在表上标记" }).waitFor();
      expect(excel.sheet("表1").marksAt("B7")).toHaveLength(1);
      await pressRibbon(page, "clearMarks");
      await page.getByRole("status").filter({ hasText: "已清除" }).waitFor();
      expect(excel.sheet("表1").marksAt("B7")).toHaveLength(0);
    });

    it("writes the 审核结果 sheet with links to the cells", async () => {
      await open(await altered());
      await check(page);
      await page.getByRole("button", { name: "写入“审核结果”表" }).click();
      await page.getByRole("status").filter({ hasText: "已写入工作表" }).waitFor();
      expect(excel.sheet("审核结果").cell("A1")?.value).toBe("审核结果");
    });

    it("says what to do while a cell is being edited, and works when it is not", async () => {
      await open(await sampleWorkbook());
      excel.beginCellEdit();
      await page.getByRole("button", { name: "校验工作簿" }).click();
      await page.getByRole("alert").waitFor();
      expect(await problem(page)).toMatch(/按回车.*单元格编辑/);
      excel.endRefusals();
      await check(page);
      expect(await page.getByRole("alert").count()).toBe(0);
    });

    it("marks results stale when the workbook changes", async () => {
      await open(await sampleWorkbook());
      await check(page);
      excel.edit("表1", "B7", 1219.53);
      await page.getByText("工作簿已改动，结果可能过时").waitFor();
      await check(page);
      await page.getByRole("heading", { level: 1, name: /还有 \d+ 处不符/ }).waitFor();
    });

    it("keeps the sheet that the user points at with the workbook", async () => {
      await open(await sampleWorkbook());
      await check(page);
      await page.locator(".fold-title", { hasText: /^公开表$/ }).click();
      await page.getByRole("button", { name: /^表5 / }).click();
      await page.getByLabel("这张表在").selectOption("表6");
      await page.getByRole("status").filter({ hasText: "校验完成" }).waitFor();
      await page.reload();
      await check(page);
      if (!(await page.getByRole("button", { name: /^表5 / }).isVisible()))
        await page.locator(".fold-title", { hasText: /^公开表$/ }).click();
      await page.getByRole("button", { name: /^表5 / }).click();
      expect(await page.getByLabel("这张表在").inputValue()).toBe("表6");
    });

    it("takes on Office's dark theme", async () => {
      await open(await sampleWorkbook(), { dark: true });
      await page.locator(".app-dark").waitFor();
    });
  });
}
