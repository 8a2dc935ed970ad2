import { pathToFileURL } from "node:url";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ADDIN, inWps, pressRibbon, startWps } from "../wps/in-page";
import { dist, newPage, pasted, sampleWorkbook, watchPage, type Stage } from "./stage";
import { check, unfold } from "./workbench-suite";

/** Presses a button that opens the workbook's pane, and waits for the pane. */
async function openedBy(stage: Stage, addin: Page, button: string): Promise<Page> {
  const [pane] = await Promise.all([addin.context().waitForEvent("page"), pressRibbon(addin, button)]);
  watchPage(stage, pane);
  return pane;
}

const said = (pane: Page, words: string): Promise<void> => pane.getByRole("status").filter({ hasText: words }).waitFor();
const sheetsIn = (pane: Page): Promise<string[]> =>
  inWps(pane, ({ workbook }) => workbook.sheets.filter(({ visibility }) => visibility === "visible").map(({ name }) => name), null);

/** The add-in's built pages over a stand-in for WPS: not WPS itself. */
export function wpsSuite(stage: () => Stage): void {
  describe("the pane in WPS", () => {
    it("does the whole job: check, go to the cell, mark, 审核结果, 填报, 说明, copy, 诊断", async () => {
      const addin = await newPage(stage(), { width: 340, height: 900 });
      await startWps(addin, await sampleWorkbook([["表1", 6, 1, 1219.53]]));
      await addin.goto(`${stage().origin}/${ADDIN}/index.html`);
      const pane = await openedBy(stage(), addin, "checkWorkbook");
      await pane.getByRole("heading", { level: 1, name: /^还有 \d+ 处不符$/ }).waitFor();

      await unfold(pane);
      await pane.locator('.finding-error[data-rule^="F102"]').getByRole("button").first().click();
      await said(pane, "已定位到 表1!B6");
      expect(await inWps(pane, (app) => app.selected, null)).toBe("表1!B6");

      await pane.getByRole("button", { name: "标记到表上" }).click();
      await said(pane, "已在表上标记");
      expect(await inWps(pane, ({ workbook }) => workbook.sheet("表1").marksAt("B7").length, null)).toBe(1);
      await pressRibbon(addin, "clearMarks");
      await said(pane, "已清除");
      expect(await inWps(pane, ({ workbook }) => workbook.sheet("表1").marksAt("B7").length, null)).toBe(0);

      await pane.getByRole("button", { name: "写入“审核结果”表" }).click();
      await said(pane, "已写入工作表“审核结果”");
      await pressRibbon(addin, "createInputSheets");
      await said(pane, "填报表已备好");
      await pressRibbon(addin, "writeNarrative");
      await pane.getByRole("heading", { name: /^第三部分/ }).waitFor();
      await pane.getByRole("button", { name: "写入工作表" }).click();
      await said(pane, "已写入工作表“预算情况说明”");
      expect(await sheetsIn(pane)).toEqual(expect.arrayContaining(["审核结果", "填报-基本信息", "预算情况说明"]));
      await pane.getByRole("button", { name: "复制全文" }).click();
      const { html, text } = await pasted(pane);
      expect(text).toContain("收支总预算1,221.42万元。");
      expect(html).toContain("mso-char-indent-count");

      await pane.getByRole("tab", { name: "设置" }).click();
      await pane.getByRole("button", { name: "诊断", exact: true }).click();
      const told = await pane.getByLabel("诊断的文字").inputValue();
      expect(told).toMatch(/在哪里：WPS[^]*按文件读副本：可以[^]*上一次读取用的是：副本[^]*校验：完成[^]*定位：完成/);
      for (const word of ["表1", "1219", "2026-12", "填报-"]) expect(told).not.toContain(word);
      expect(await inWps(pane, (app) => [app.modals, app.files.size, app.panes.length], null)).toEqual([0, 0, 1]);

      await inWps(pane, (app) => app.edit("表1", "B7", 1219.43), null);
      await pane.getByRole("tab", { name: "校验" }).click();
      await pane.getByText("工作簿已改动，结果可能过时").waitFor();

      // The functions live in the add-in's own page.
      const given = await inWps(
        addin,
        ({ functions }) =>
          [
            ["BUDGET.SHARE", [1219.43], [1221.42]],
            ["BUDGET.SUM", [0.1], [0.2, -2146826281]],
            ["BUDGET.SUM", [0.1], [0.2]],
            ["BUDGET.CHANGE", [3, 2], [1, 1]],
          ].map(([name, ...args]) => {
            try {
              return functions.get(String(name))?.work(...args.map((row) => [row]));
            } catch (cause) {
              return (cause as { code?: unknown }).code;
            }
          }),
        null,
      );
      expect(given).toEqual([0.9984, "#DIV/0!", 0.3, [[2, 1]]]);
      expect(await inWps(addin, ({ functions }) => functions.size, null)).toBe(11);
      await pressRibbon(addin, "openHelp");
      expect(await inWps(addin, (app) => app.dialogs, null)).toEqual([`${stage().origin}/${ADDIN}/help/index.html`]);
      await addin.close();
    });

    it("works from a copied folder, in an edition that makes no copies and tells of no changes", async () => {
      const pane = await newPage(stage(), { width: 340 });
      await startWps(pane, await sampleWorkbook([["表1", 6, 1, 1219.53]]), { copies: "silent", events: false });
      await pane.goto(pathToFileURL(join(dist, ADDIN, "taskpane.html")).href);
      await check(pane);
      expect(await pane.getByRole("heading", { level: 1 }).textContent()).toMatch(/^还有 \d+ 处不符$/);
      await inWps(pane, (app) => app.edit("表1", "B7", 1219.43), null);
      await pane.getByText("工作簿已改动，结果可能过时").waitFor();
      await check(pane);
      await inWps(pane, (app) => (app.deaf = true), null);
      await pane.getByRole("button", { name: "写入“审核结果”表" }).click();
      await pane
        .getByRole("alert")
        .filter({ hasText: /WPS 没有完成.*按回车/ })
        .waitFor();
      await pane.close();
    });
  });
}
