import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import { officeWorkbook } from "../support/desk-files";
import { faults, IN_WINDOW } from "./accessibility-suite";
import { reportOf } from "./report-suite";
import { dist, newPage, SAMPLE, type Stage } from "./stage";

const sample = readFileSync(join(dist, "samples", SAMPLE));
const OWN = "示例市人民政府办公室";

/** The sample as another office's, 其中：一般财力 (表1!B7, 1,219.43) written as given. */
const officeFile = async (name: string, amount: number): Promise<Buffer> =>
  Buffer.from(await officeWorkbook("2026-12", name, { "表1!B7": amount }));

const file = (name: string, buffer: Buffer): { name: string; mimeType: string; buffer: Buffer } => ({ name, mimeType: "", buffer });

/** A reviewer with many offices' files. */
export function deskSuite(stage: () => Stage): void {
  describe("many offices at once", () => {
    let page: Page;
    const rowOf = (name: string): Locator => page.locator(".offices-table tbody tr", { hasText: name });
    const names = (): Promise<string[]> => page.locator(".offices-table tbody .offices-name").allInnerTexts();

    it("checks them all, says of each what it is, and puts a report with its workbook", async () => {
      page = await newPage(stage(), { width: 1280 });
      await page.goto(`${stage().origin}/index.html`);
      await page
        .getByLabel("选择多个单位的文件")
        .setInputFiles([
          file("甲.xlsx", sample),
          file("甲.docx", await reportOf(undefined, [["表1", 34, 1, 1221.24]])),
          file("乙.xlsx", await officeFile("示例市交通局", 1219.53)),
          file("丙.xlsx", await officeFile("示例市教育局", 1219.43)),
          file("丁.xlsx", sample.subarray(0, 3000)),
          file("说明.txt", Buffer.from("不是工作簿")),
        ]);
      await page.getByRole("heading", { name: "审核台" }).waitFor();
      await page.getByRole("button", { name: "停止" }).waitFor({ state: "detached", timeout: 60_000 });
      // The sample has one doubt of its own (医疗费).
      await page.getByRole("status").filter({ hasText: "4 个单位（5 个文件）：有不符 2，待核实 1，没有不符 0，读不了 1。" }).waitFor();
      await page.getByText("另有 1 个文件不是工作簿或报告，没有读。").waitFor();
      const cells = async (name: string): Promise<string[]> => (await rowOf(name).locator("td").allInnerTexts()).slice(1, 5);
      expect(await cells("示例市教育局")).toEqual(["待核实", "0", "1", "0"]);
      expect((await cells("示例市交通局"))[0]).toBe("有不符");
      expect(Number((await cells("示例市交通局"))[1])).toBeGreaterThan(0);
      // Its tables agree; what the report prints of them does not.
      expect((await cells(OWN)).slice(0, 2)).toEqual(["有不符", "0"]);
      expect(
        await rowOf(OWN)
          .getByRole("button", { name: /^不符 [1-9]/ })
          .count(),
      ).toBe(1);
      expect(await rowOf("丁.xlsx").innerText()).toContain("已损坏");
    });

    it("sorts, seeks, and is walked by the arrow keys", async () => {
      await page.getByRole("button", { name: "不符", exact: true }).click();
      expect((await names())[0]).toBe("示例市交通局");
      await page.getByRole("button", { name: "单位", exact: true }).click();
      expect(await names()).toEqual(["丁.xlsx", "示例市交通局", "示例市教育局", OWN]);
      await page.getByLabel("找单位").fill("局");
      await page.getByText("显示 2 个，共 4 个").waitFor();
      await page.getByLabel("找单位").fill("");
      await rowOf("示例市交通局").getByRole("button").first().focus();
      await page.keyboard.press("ArrowDown");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("示例市教育局");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowRight");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(/^示例市交通局：.* \d+ 处$/);
      expect(await faults(page, IN_WINDOW)).toEqual([]);
    });

    it("opens an office in the usual view, and is there again at its row", async () => {
      await rowOf("示例市交通局").getByRole("button").first().focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: /处不符$/ }).waitFor({ timeout: 60_000 });
      await page.getByRole("button", { name: "回到审核台" }).click();
      await page.waitForFunction(() => document.activeElement?.textContent === "示例市交通局");
      // A report comes with its workbook beside it.
      await rowOf(OWN).getByRole("button", { name: /^不符/ }).click();
      await page.getByRole("heading", { level: 1, name: /^报告有 \d+ 处不符/ }).waitFor({ timeout: 60_000 });
      await page.getByText("甲.xlsx").first().waitFor();
      await page.getByRole("button", { name: "回到审核台" }).click();
      // So does the number of a rule of the report's words; that of a rule of the tables opens the workbook.
      await rowOf("示例市交通局").locator(".offices-mark button").first().click();
      await page.getByRole("heading", { level: 1, name: /处不符$/ }).waitFor({ timeout: 60_000 });
      await page.getByRole("button", { name: "回到审核台" }).click();
      await rowOf(OWN)
        .getByRole("button", { name: /：报告的表与工作簿不一致/ })
        .first()
        .click();
      await page.getByRole("heading", { level: 1, name: /^报告有 \d+ 处不符/ }).waitFor({ timeout: 60_000 });
      await page.getByRole("button", { name: "回到审核台" }).click();
      await page.getByRole("heading", { name: "审核台" }).waitFor();
    });

    it("is handed on as a workbook and as a page", async () => {
      const saved = async (button: string): Promise<Buffer> => {
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
        return readFileSync(await download.path());
      };
      const { sheets } = await readWorkbook(new Uint8Array(await saved("保存为 Excel")), "a.xlsx");
      expect(sheets.map(({ name }) => name)).toEqual(["单位", "单位与规则", "发现的问题", "可能填错的格", "审核意见"]);
      expect(sheets[0]?.values.flat()).toEqual(expect.arrayContaining(["示例市交通局", "示例市教育局", OWN]));
      // What is most likely wrong: 表1!B7, by what all the others say.
      expect((sheets[3]?.values ?? []).flat().map(String).join("\n")).toMatch(/B7/);
      expect((await saved("保存为网页")).toString("utf8")).toContain("示例市交通局");
    });

    it("takes many files that are dropped, in the place of those before", async () => {
      await page.evaluate(
        (texts) => {
          const dropped = new DataTransfer();
          for (const [name, text] of texts) dropped.items.add(new File([text], name));
          document.querySelector(".workbench")?.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true }));
        },
        [["戊.xlsx", "不是表"] as const, ["己.xlsx", ""] as const],
      );
      await page.getByRole("status").filter({ hasText: "2 个单位（2 个文件）：有不符 0，待核实 0，没有不符 0，读不了 2。" }).waitFor();
      await page.getByRole("button", { name: "关闭审核台" }).click();
      await page.getByRole("heading", { name: "审核台" }).waitFor({ state: "detached" });
      await page.close();
    });
  });
}
