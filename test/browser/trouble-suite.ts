import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { sheet, workbook } from "../excel/samples";
import { openPane } from "./excel-suite";
import { sampleWorkbook, type Stage } from "./stage";
import { chooseFile, openFile, openSample, workbenchPage } from "./sheet-hand";
import { check } from "./workbench-suite";

const sampleBytes = readFileSync(join(__dirname, "../../samples/2026-12.xlsx"));

/** Bad input and bad moments: each explains itself, in Chinese, and nothing is thrown to the console. */
export function paneTroubleSuite(stage: () => Stage): void {
  describe("trouble in the pane", () => {
    let page: Page;

    it("a workbook without disclosure sheets is offered the template, which can then be checked", async () => {
      ({ page } = await openPane(stage(), workbook(sheet("Sheet1", [["会议纪要"], ["2026年"]]))));
      await check(page);
      await page.getByRole("heading", { level: 1, name: "没有找到预算公开表" }).waitFor();
      await page.getByRole("button", { name: "新建空白模板" }).click();
      await page.getByRole("status").filter({ hasText: "张空白表" }).waitFor();
      await check(page);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).not.toBe("没有找到预算公开表");
    });

    it("the template of another family is offered, too", async () => {
      ({ page } = await openPane(stage(), workbook(sheet("Sheet1", [["会议纪要"], ["2026年"]]))));
      await check(page);
      await page.getByLabel("哪里的表").selectOption({ label: "上海" });
      await page.getByRole("button", { name: "新建空白模板" }).click();
      // Nine tables and the five 填报 sheets.
      await page.getByRole("status").filter({ hasText: "已加入 14 张空白表" }).waitFor();
    });

    it("a missing table is not run, never passed, and is named", async () => {
      const whole = await sampleWorkbook();
      ({ page } = await openPane(stage(), { ...whole, sheets: whole.sheets.filter(({ name }) => name !== "表5") }));
      await check(page);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/^有 \d+ 项未执行，不能算通过$/);
      await page.getByText(/缺表5/).first().waitFor();
      await page.getByRole("button", { name: /^表5.*没有找到$/ }).waitFor();
    });

    it("words and errors in amount cells name the sheet and the cell", async () => {
      ({ page } = await openPane(
        stage(),
        await sampleWorkbook([
          ["表1", 6, 1, "约一千"],
          ["表5", 26, 4, { error: "#REF!" }],
        ]),
      ));
      await check(page);
      await page.getByLabel("搜索校验结果").fill("S07");
      await page.locator(".finding", { hasText: "表1!B7" }).first().waitFor();
      await page.locator(".finding", { hasText: "#REF!" }).first().waitFor();
    });

    it("an empty workbook", async () => {
      ({ page } = await openPane(stage(), workbook(sheet("Sheet1", []))));
      await check(page);
      await page.getByRole("heading", { level: 1, name: "没有找到预算公开表" }).waitFor();
    });

    it("the narrative of a workbook without 填报 sheets lists what is to be filled in and where, and makes the sheets", async () => {
      const whole = await sampleWorkbook();
      ({ page } = await openPane(stage(), { ...whole, sheets: whole.sheets.filter(({ name }) => !name.startsWith("填报")) }));
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "生成说明" }).click();
      await page.getByText("填报表还没有建").waitFor({ state: "attached" });
      await page.getByRole("tab", { name: "填报" }).click();
      await page.getByRole("button", { name: "新建或补齐填报表" }).click();
      await page.getByRole("status").filter({ hasText: "填报表已备好" }).waitFor();
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "重新生成" }).click();
      await page.getByText("待填清单").click();
      await page.locator("button.todo").first().click();
      await page.getByRole("status").filter({ hasText: "已定位到 填报-" }).waitFor();
    });

    it("a workbook's text is shown as text, whatever it says", async () => {
      const hostile = "<img src=x onerror=\"document.title='x'\">";
      ({ page } = await openPane(
        stage(),
        await sampleWorkbook([
          ["表1", 1, 0, `编制部门：${hostile}`],
          ["表1", 6, 1, hostile],
        ]),
      ));
      await check(page);
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "生成说明" }).click();
      await page.getByRole("heading", { name: /^第三部分/ }).waitFor();
      expect(await page.locator("img").count()).toBe(0);
      expect(await page.title()).toBe("预算公开助手");
    });

    it("many findings are searched and filtered, and only what is in view is drawn", async () => {
      const rows = Array.from({ length: 30 }, (_, index) => ["表1", 5 + index, 3, 1 + index] as const);
      ({ page } = await openPane(stage(), await sampleWorkbook(rows)));
      await check(page);
      await page.locator(".chip-error").click();
      const total = Number(/\d+/.exec((await page.locator(".findings-tools [role=status]").textContent()) ?? "")?.[0]);
      expect(total).toBeGreaterThan(40);
      const list = page.locator(".findings .finding");
      expect(await list.count()).toBeLessThan(total);
      await page.getByLabel("搜索校验结果").fill("教育支出");
      await list.first().waitFor();
      expect((await list.allTextContents()).every((text) => /205|教育|表/.test(text))).toBe(true);
      await page.getByLabel("搜索校验结果").fill("没有这样的词");
      await page.getByText("没有符合的结果").waitFor();
    });

    it("what takes long is shown and can be given up", async () => {
      const { page: opened, excel } = await openPane(stage(), await sampleWorkbook());
      page = opened;
      excel.hold();
      await page.getByRole("button", { name: "校验工作簿" }).click();
      await page.getByRole("button", { name: "取消" }).click();
      await page.getByRole("status").filter({ hasText: "已取消" }).waitFor();
      excel.resume();
      await check(page);
    });
  });
}

/** The same where files are opened. */
export function workbenchTroubleSuite(stage: () => Stage): void {
  describe("trouble in the workbench", () => {
    let page: Page;

    it.each([
      ["a truncated file", sampleBytes.subarray(0, 5000), "坏.xlsx", /“坏\.xlsx”已损坏.*另存一份/],
      ["an empty file", Buffer.alloc(0), "空.xlsx", /空文件/],
      ["a file of words", Buffer.from("收支总预算"), "说明.xlsx", /不是电子表格/],
    ])("%s says what is wrong and what to do", async (_, bytes, name, words) => {
      page = await workbenchPage(stage());
      if (page.url() === "about:blank") await page.goto(`${stage().origin}/index.html`);
      await page.getByRole("tab", { name: "校验" }).click();
      await chooseFile(page, name, bytes);
      await page.getByRole("alert").filter({ hasText: words }).waitFor();
      // Another file can be opened at once.
      await openFile(page, `好，在${name}以后.xlsx`, sampleBytes);
      await page.getByRole("button", { name: "校验工作簿" }).waitFor();
      expect(await page.getByRole("alert").count()).toBe(0);
    });

    it("a page whose sample is not there says so", async () => {
      page = await workbenchPage(stage());
      await page.goto(`${stage().origin}/index.html?sample=../manifest.xml`);
      await page.getByRole("alert").filter({ hasText: "没有名为" }).waitFor();
    });

    it("the workbench opens a file that is dropped", async () => {
      page = await openSample(stage());
      const data = await page.evaluateHandle((base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], "拖入.xlsx"));
        return transfer;
      }, sampleBytes.toString("base64"));
      await page.dispatchEvent(".workbench", "drop", { dataTransfer: data });
      await page.getByRole("status").filter({ hasText: "已打开“拖入.xlsx”" }).waitFor();
    });
  });
}
