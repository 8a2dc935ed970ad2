import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mammoth from "mammoth";
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
          file("旧.doc", Buffer.from("不是工作簿")),
        ]);
      await page.getByRole("heading", { name: "审核台" }).waitFor();
      await page.getByRole("button", { name: "停止" }).waitFor({ state: "detached", timeout: 60_000 });
      // The sample has one doubt of its own (医疗费).
      await page.getByRole("status").filter({ hasText: "4 个单位（5 个文件）：有不符 2，待核实 1，没有不符 0，读不了 1。" }).waitFor();
      await page.getByText("另有 1 个文件没有读。旧式文档（旧.doc）：请用 Word 或 WPS 打开，另存为 .docx。").waitFor();
      const cells = async (name: string): Promise<string[]> => (await rowOf(name).locator("td").allInnerTexts()).slice(1, 5);
      expect(await cells("示例市教育局")).toEqual(["待核实", "0", "1", "0"]);
      expect((await cells("示例市交通局"))[0]).toBe("有不符");
      expect(Number((await cells("示例市交通局"))[1])).toBeGreaterThan(0);
      // Its tables agree; what the report prints of them does not: the number says of what the conclusion speaks.
      const [conclusion, broken] = await cells(OWN);
      expect(conclusion).toBe("有不符");
      expect(Number(broken)).toBeGreaterThan(0);
      expect(await rowOf(OWN).locator("td").nth(2).getAttribute("title")).toBe(`公开表 0 处，报告的文字 ${broken ?? ""} 处`);
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
      const named = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null);
      await page.keyboard.press("ArrowRight");
      expect(await named()).toMatch(/^审定示例市交通局：已定 0\/\d+$/);
      await page.keyboard.press("ArrowRight");
      expect(await named()).toMatch(/^示例市交通局：.* \d+ 处$/);
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

    it("is judged from the keyboard: one key accepts, one asks for the reason, and what was decided outlives the page", async () => {
      await page.getByLabel("审核人").fill("张三");
      const review = rowOf("示例市交通局").getByRole("button", { name: /^审定/ });
      await review.focus();
      await page.keyboard.press("Enter");
      const words = page.locator(".offices-findings .finding-words");
      await words.first().waitFor();
      await page.waitForFunction(() => document.activeElement?.classList.contains("finding-words"));
      await page.keyboard.press("1");
      await page.getByRole("button", { name: /^保存意见（1 条未存）/ }).waitFor();
      await page.keyboard.press("2");
      await page.keyboard.press("Enter");
      // Without a reason nothing is rejected.
      expect(await page.locator(".standing-rejected").count()).toBe(0);
      await page.keyboard.type("<b>口径已批准</b>");
      expect(await faults(page, IN_WINDOW)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.getByText("张三：不采纳，<b>口径已批准</b>").waitFor();
      await page.getByRole("status").filter({ hasText: "审核意见：采纳 1，不采纳 1，" }).waitFor();
      expect((await rowOf("示例市交通局").locator("td").allInnerTexts())[5]).toMatch(/^已定 2\/\d+，不采纳 1$/);
      expect(await faults(page, IN_WINDOW)).toEqual([]);
      await page.evaluate(() => localStorage.getItem("budget.desk.decisions")).then((kept) => expect(kept).toContain("口径已批准"));
    });

    it("writes what was decided to a file, and shows a colleague's that differs beside it", async () => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^保存意见/ }).click()]);
      const text = readFileSync(await download.path(), "utf8");
      const { decisions } = JSON.parse(text) as { decisions: { judgement: string; by: string; at: string; reason: string }[] };
      expect(decisions.map(({ judgement, by }) => `${by} ${judgement}`)).toEqual(["张三 accepted", "张三 rejected"]);
      const theirs = decisions.map((one) => ({ ...one, by: "李四", judgement: "accepted", reason: "要改" }));
      const other = Buffer.from(JSON.stringify({ kind: "预算公开审核意见", decisions: theirs }));
      await page.getByLabel("选择审核意见文件").setInputFiles([file("审核意见-李四.json", other)]);
      await page.getByText("已读入 2 条意见，其中 1 处两人意见不同").first().waitFor();
      const split = page.locator(".finding-words", { has: page.locator(".standing-disputed") });
      expect(await split.innerText()).toMatch(/两人意见不同[^]*张三：不采纳[^]*李四：采纳，要改/);
      // Deciding again settles it.
      await split.click();
      await page.keyboard.press("1");
      await page.locator(".standing-disputed").waitFor({ state: "detached" });
    });

    it("writes a letter to the office, and holds all against the round before and a department against its units", async () => {
      const [letter] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "写审核意见", exact: true }).click(),
      ]);
      expect(letter.suggestedFilename()).toBe("示例市交通局2026年审核意见.docx");
      const { value } = await mammoth.extractRawText({ buffer: readFileSync(await letter.path()) });
      expect(value).toMatch(/^关于示例市交通局2026年部门预算公开材料的审核意见/);
      expect(value).toMatch(/表1（B7格）[^]*1,219\.53/);
      const [all] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "写审核意见（Word）" }).click()]);
      expect(all.suggestedFilename()).toBe("审核意见.zip");
      const before = mkdtempSync(join(tmpdir(), "budget-before-"));
      writeFileSync(join(before, "交通局上一稿.xlsx"), await officeFile("示例市交通局", 1219.43));
      await page.getByLabel("选择放有上一稿的文件夹").setInputFiles(before);
      await page.getByText("与上一稿对照了 1 个文件，另 3 个在上一稿里没有找到同一单位的文件。").first().waitFor();
      rmSync(before, { recursive: true });
      const round = page.locator(".offices-round");
      expect(await round.innerText()).toMatch(
        /没有意见而改了 1 处[^]*没有意见而改了：表1“其中：一般财力”的“预算数”：原来 1,219\.43，现在 1,219\.53/,
      );
      await page.getByText("与所属单位之和核对").click();
      await page.locator(".offices-units").getByLabel("示例市教育局").check();
      await page.getByRole("button", { name: "加总核对（1 个单位）" }).click();
      await page
        .getByText(/^1 个单位之和：相符 \d+/)
        .first()
        .waitFor();
      expect(await page.locator(".finding-words", { hasText: "部门是 1,219.53" }).count()).toBe(1);
      expect(await faults(page, IN_WINDOW)).toEqual([]);
      await page.getByRole("button", { name: "收起" }).click();
    });

    it("is handed on as a workbook and as a page", async () => {
      const saved = async (button: string): Promise<Buffer> => {
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
        return readFileSync(await download.path());
      };
      const { sheets } = await readWorkbook(new Uint8Array(await saved("保存为 Excel")), "a.xlsx");
      expect(sheets.map(({ name }) => name)).toEqual(["单位", "单位与规则", "发现的问题", "可能填错的格", "审核意见", "与上一稿"]);
      expect(sheets[0]?.values.flat()).toEqual(expect.arrayContaining(["示例市交通局", "示例市教育局", OWN]));
      // What is most likely wrong: 表1!B7, by what all the others say.
      expect((sheets[3]?.values ?? []).flat().map(String).join("\n")).toMatch(/B7/);
      expect((sheets[4]?.values ?? []).flat()).toEqual(expect.arrayContaining(["张三", "示例市交通局"]));
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
