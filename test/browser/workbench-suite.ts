import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { openFile, openSample, save, typeInto, waitSaid } from "./sheet-hand";
import { pasted, type Stage } from "./stage";

export async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(校验工作簿|重新校验)$/ }).click();
  await page.getByRole("status").filter({ hasText: "校验完成" }).waitFor();
}

/** Unfolds what follows from the cells at fault. */
export async function unfold(page: Page): Promise<void> {
  for (const fold of await page.locator(".suspects .fold > summary").all()) await fold.click();
}

/** The whole main job on a file, without Excel. */
export function workbenchSuite(stage: () => Stage): void {
  describe("the workbench", () => {
    let page: Page;

    // As in the published document it was made from, the sample has 医疗费 among 公用经费: rule K10 asks about it.
    it("says that the sound sample can be published once the one doubt is explained", async () => {
      page = await openSample(stage());
      await check(page);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("没有不符，有 1 处请核实");
      const finding = page.locator(".finding-warning");
      await finding.getByRole("button").first().click();
      await finding.getByRole("button", { name: "写审核说明" }).click();
      await finding.getByRole("textbox").fill("体检费，按规定列公用");
      await finding.getByRole("button", { name: "保存" }).click();
      await page.getByRole("heading", { level: 1, name: "公开表相符" }).waitFor();
    });

    it("finds an altered figure, and a press on the finding goes to its cell", async () => {
      page = await openSample(stage());
      await typeInto(page, "B7", "1219.53");
      await check(page);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/^还有 \d+ 处不符$/);
      await unfold(page);
      const finding = page.locator('.finding-error[data-rule^="F102"]');
      await finding.getByRole("button").first().click();
      // 1.一般公共预算拨款 = 其中一般财力 + 上级转移支付: the left side is B6.
      await waitSaid(page, /^表1 B6：/);
      expect(await finding.locator(".arithmetic").textContent()).toContain("少 0.10");
      expect(await finding.locator(".part", { hasText: "表1!B7" }).textContent()).toContain("1,219.53");
    });

    it("a press on a broken tie of the map lands at its finding, by mouse and by keyboard", async () => {
      page = await openSample(stage());
      await typeInto(page, "B7", "1219.53");
      await check(page);
      await page.locator(".fold-title", { hasText: /^公开表$/ }).click();
      const tie = page.getByRole("button", { name: /^表1与表2：不符/ });
      const landed = page.locator(".findings .finding-open.finding-error .finding-head:focus");
      await tie.click();
      await landed.waitFor();
      expect(await landed.textContent()).toContain("1,219.53");
      await landed.press("Enter");
      await tie.press("Enter");
      await tie.press("Enter");
      await landed.waitFor();
    });

    it("draws what the narrative says, and saves a picture as a .png of its size", async () => {
      page = await openSample(stage());
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "画图" }).click();
      await page.getByRole("img", { name: /收入到支出$/ }).waitFor();
      const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^保存图片：.*三公/ }).click()]);
      const png = readFileSync(await saved.path());
      expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
      // 640 across and a margin of 24 on either side, two pixels for one.
      expect(png.readUInt32BE(16)).toBe(2 * (640 + 2 * 24));
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.getByRole("button", { name: /^复制图片：.*三公/ }).click();
      await page
        .getByRole("status")
        .filter({ hasText: /^已复制“.*三公/ })
        .waitFor();
      const copied = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const { width } = await createImageBitmap((await item?.getType("image/png")) ?? new Blob());
        return [item?.types, width];
      });
      expect(copied).toEqual([["image/png"], 2 * (640 + 2 * 24)]);
      // 科技成果转化与扩散 changed most; its row leads to the cell of its reason.
      await page.getByRole("button", { name: /^科技成果转化与扩散：−150.00万元/ }).press("Enter");
      await page.getByRole("status").filter({ hasText: "已定位到 填报-上年对比!" }).waitFor();
      await page.getByRole("tab", { name: "校验" }).click();
    });

    it("puts the pictures into the whole report where the user wants them", async () => {
      page = await openSample(stage());
      const turn = async (): Promise<void> => {
        await page.getByRole("tab", { name: "设置" }).click();
        await page.getByRole("switch", { name: /^整份报告里放入三张图/ }).click();
      };
      await turn();
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "生成说明" }).click();
      const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "保存整份报告" }).click()]);
      const parts = unzipSync(new Uint8Array(readFileSync(await saved.path())));
      const pictures = Object.entries(parts).filter(([name]) => name.startsWith("word/media/"));
      expect(pictures.map(([, bytes]) => Buffer.from(bytes).readUInt32BE(16))).toEqual(Array(3).fill(2 * (640 + 2 * 24)));
      const document = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
      expect([...document.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, text]) => text?.slice(0, 3))).toHaveLength(3);
      await turn();
      await page.getByRole("tab", { name: "校验" }).click();
    });

    it("marks results stale after a change, and checks again by itself where the user wants it", async () => {
      page = await openSample(stage());
      await check(page);
      await typeInto(page, "B7", "1219.53");
      await page.getByText("工作簿已改动，结果可能过时").waitFor();
      const turn = async (): Promise<void> => {
        await page.getByRole("tab", { name: "设置" }).click();
        await page.getByRole("switch", { name: "改动单元格后自动重新校验" }).click();
        await page.getByRole("tab", { name: "校验" }).click();
      };
      await turn();
      await typeInto(page, "B7", "1219.43");
      await page.getByRole("heading", { level: 1, name: /^没有不符/ }).waitFor();
      await turn();
    });

    it("writes the narrative, whose figures go to their cells and show their working", async () => {
      page = await openSample(stage());
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "生成说明" }).click();
      const section = page.locator(".section").nth(1);
      await section.getByRole("link", { name: "99.84%" }).first().click();
      await page.getByRole("button", { name: "表2" }).and(page.locator('[aria-pressed="true"]')).waitFor();
      // 1,219.43 ÷ 1,221.42 = 99.84 %
      expect(await section.locator(".working").textContent()).toMatch(/1,219\.43.*1,221\.42.*99\.84/);
    });

    it("copies a section and the whole as HTML and as text", async () => {
      page = await openSample(stage());
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "生成说明" }).click();
      await page.getByRole("button", { name: /^复制“一、/ }).click();
      const section = await pasted(page);
      expect(section.text).toContain("收支总预算1,221.42万元。");
      expect(section.text).not.toContain("二、关于");
      expect(section.html).toContain("mso-char-indent-count");
      await page.getByRole("button", { name: "复制全文" }).click();
      const whole = await pasted(page);
      expect(whole.text).toContain("十三、其他重要事项的情况说明");
      expect(whole.html).toContain("仿宋_GB2312");
    });

    it("offers the text to be copied by hand where copying is refused", async () => {
      page = await openSample(stage());
      await page.getByRole("tab", { name: "说明" }).click();
      await page.getByRole("button", { name: "生成说明" }).click();
      await page.evaluate(() => {
        Object.defineProperty(document, "execCommand", { value: () => false, configurable: true });
        Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
      });
      await page.getByRole("button", { name: /^复制“一、/ }).click();
      const box = page.getByRole("textbox", { name: "要复制的文字，已全选" });
      await box.waitFor();
      expect(
        await box.evaluate((element: HTMLTextAreaElement) => element.value.slice(element.selectionStart, element.selectionEnd)),
      ).toContain("收支总预算1,221.42万元。");
      await page.evaluate(() => {
        Reflect.deleteProperty(document, "execCommand");
        Reflect.deleteProperty(navigator, "clipboard");
      });
    });

    it("keeps what was typed, the 审核说明 and the results when saved", async () => {
      page = await openSample(stage());
      await typeInto(page, "B7", "1219.53");
      await check(page);
      await unfold(page);
      const finding = page.locator('.finding-error[data-rule^="F102"]');
      await finding.getByRole("button").first().click();
      await finding.getByRole("button", { name: "写审核说明" }).click();
      await finding.getByRole("textbox").fill("=上年口径不同");
      await finding.getByRole("button", { name: "保存" }).click();
      await finding.getByText("已说明").waitFor();
      await page.getByRole("button", { name: "写入“审核结果”表" }).click();
      await page.getByRole("status").filter({ hasText: "已写入工作表" }).waitFor();
      const { workbook: saved, bytes } = await save(page);
      expect(saved.sheets.find((sheet) => sheet.name === "表1")?.values[6]?.[1]).toBe(1219.53);
      const results = saved.sheets.find((sheet) => sheet.name === "审核结果");
      expect(results?.values.flat()).toContain("=上年口径不同");
      expect(results?.formulas.flat().filter((formula) => formula !== undefined)).toEqual([]);
      // The note comes back with the saved file, and lapses when a figure of the finding changes.
      await openFile(page, "再打开.xlsx", bytes);
      await check(page);
      await unfold(page);
      await page.locator('.finding-error[data-rule^="F102"]').getByText("已说明").waitFor();
      await typeInto(page, "B7", "1219.63");
      await check(page);
      await page.locator('.finding-error[data-rule^="F102"]').getByText("说明已失效").waitFor();
    });
  });
}
