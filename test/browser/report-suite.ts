import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { openBook } from "../../src/book/open";
import { filledReport } from "../support/filled-report";
import { publicationDocx } from "../../src/render/publication-docx";
import { pdf, words } from "../report/pdf-writer";
import { reportLines } from "../support/report-lines";
import { openEmpty, openSample } from "./sheet-hand";
import { sampleWorkbook, type Stage } from "./stage";

type Alterations = Parameters<typeof sampleWorkbook>[0];

/** The report that the tool itself writes of a sample, its tables altered. */
export async function reportOf(sample?: string, alterations: Alterations = []): Promise<Buffer> {
  const { recognised } = openBook(await sampleWorkbook(alterations, sample));
  const { recognised: own, inputs } = openBook(await sampleWorkbook([], sample));
  const [right, altered] = [filledReport({ recognised: own, inputs }), filledReport({ recognised, inputs })];
  const parts = right.parts.map(
    (part, index) => (part.blocks.some((block) => block.kind === "table" && block.ownPage) ? altered.parts[index] : part) ?? part,
  );
  return Buffer.from(await publicationDocx({ ...right, parts }));
}

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PDF = "application/pdf";

const open = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page
    .getByLabel("选择工作簿或报告")
    .first()
    .setInputFiles({ name, mimeType: name.endsWith(".pdf") ? PDF : DOCX, buffer });
const opened = (page: Page, name: string): Promise<void> =>
  page
    .getByRole("status")
    .filter({ hasText: `已打开报告“${name}”` })
    .waitFor();
const review = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "核对报告" }).click();
  await page.getByRole("status").filter({ hasText: "核对完成" }).waitFor();
};

/** So many frames are drawn while a file is being read, before one says that the page stays alive. */
const FRAMES = 20;

/** Text over many pages: long enough to be seen being read. */
const longPdf = (pages: number): Buffer =>
  Buffer.from(
    pdf(
      Array.from({ length: pages }, (_, number) => ({
        operations: Array.from({ length: 40 }, (_, line) => words(60, 60 + line * 18, `第${String(number)}页第${String(line)}行的文字`)),
      })),
    ),
  );

/** A copied selection with a table, as the programs that offices use put it on the clipboard. */
const CLIPBOARDS: readonly (readonly [string, string])[] = [
  [
    "Word",
    `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-parent:""} --></style></head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal align=center><b><span style='font-family:方正小标宋简体'>部门收支总体情况表<o:p></o:p></span></b></p>
<table class=MsoTableGrid border=1 cellspacing=0><tr><td width=200 valign=top><p class=MsoNormal><span>收 入</span></p></td><td><p class=MsoNormal><span lang=EN-US>2026</span>年预算</p></td></tr>
<tr><td><p class=MsoNormal>一般公共预算</p></td><td><p class=MsoNormal><span lang=EN-US>1,219.43<o:p></o:p></span></p></td></tr>
<tr><td><p class=MsoNormal>收入总计</p></td><td><p class=MsoNormal><span lang=EN-US>1,219.43</span></p></td></tr></table>
<p class=MsoNormal>收支总预算1,219.43万元。</p><!--EndFragment--></body></html>`,
  ],
  [
    "WPS",
    `<html><head><meta name="Generator" content="WPS Office"></head><body><!--StartFragment--><p class="MsoNormal"><span style="mso-spacerun:'yes';font-family:仿宋">部门收支总体情况表</span></p><table class="MsoNormalTable" style="border-collapse:collapse"><tbody><tr><td><p><font face="宋体">收入</font></p></td><td><p>2026年预算</p></td></tr><tr><td><p>一般公共预算</p></td><td><p>1,219.43</p></td></tr><tr><td><p>收入总计</p></td><td><p>1,219.43</p></td></tr></tbody></table><p>收支总预算1,219.43万元。</p><!--EndFragment--></body></html>`,
  ],
  [
    "Excel",
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head><body><table border=0 cellpadding=0><col width=72 span=2><!--StartFragment--><tr height=19><td class=xl65 colspan=2 x:str>部门收支总体情况表</td></tr><tr><td class=xl66>收入</td><td>2026年预算</td></tr><tr><td>一般公共预算</td><td class=xl67 align=right x:num="1219.43">1,219.43</td></tr><tr><td>收入总计</td><td x:num="1219.43">1,219.43</td></tr><!--EndFragment--></table></body></html>`,
  ],
];

/** Copies as another program would, so that Ctrl+V brings it. */
async function copyElsewhere(page: Page, html: string): Promise<void> {
  await page.evaluate((held) => {
    const take = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.clipboardData?.setData("text/html", held);
      event.clipboardData?.setData("text/plain", "一份文稿");
    };
    document.addEventListener("copy", take, { once: true });
    // The only way to put any HTML on the clipboard as it is.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand("copy");
    document.removeEventListener("copy", take);
  }, html);
}

/** A finished report in the workbench: opened, looked through, handed on. */
export function reportSuite(stage: () => Stage): void {
  describe("finished reports", () => {
    let page: Page;
    let started = false;
    /** One report is opened over the other; what is to stand beside a workbook comes after all that stands alone. */
    const start = async (): Promise<void> => {
      // Tried once more, a test finds the pages before it closed.
      page = started && !page.isClosed() ? page : await openEmpty(stage());
      started = true;
      await page.getByRole("tab", { name: "校验" }).click();
    };

    it("alone: one list, whose entries and places move each other, by press and by arrow", async () => {
      await start();
      // 表1, 收入总计, and 一般公共预算 of 表2: two faults that do not hang together.
      await open(page, "公开报告.docx", await reportOf(undefined, [["表1", 34, 1, 1221.24]]));
      await opened(page, "公开报告.docx");
      await review(page);
      expect(await page.getByRole("heading", { level: 1 }).first().textContent()).toMatch(/^报告有 \d+ 处不符/);
      const list = page.getByRole("region", { name: "核对意见" });
      const entries = list.locator(".finding-head");
      expect(await entries.count()).toBeGreaterThan(1);
      await entries.first().click();
      const chosen = (): Promise<string | null> => page.locator(".report-view .remark-on").first().textContent();
      await page.locator(".report-view .remark-on").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await list.locator(".finding").nth(1).and(page.locator("[aria-current=true]")).waitFor();
      await page.keyboard.press("ArrowUp");
      await list.locator(".finding").nth(0).and(page.locator("[aria-current=true]")).waitFor();
      const cell = page.locator(".report-view td.mark-error", { hasText: "1,221.24" }).first();
      await cell.click();
      await list.locator("[aria-current=true]", { hasText: "1,221.24" }).waitFor();
      expect(await chosen()).toContain("1,221.24");
    });

    it("is handed on with comments, as a workbook, as a page, and printed", async () => {
      await start();
      await open(page, "公开报告.docx", await reportOf(undefined, [["表1", 34, 1, 1221.24]]));
      await opened(page, "公开报告.docx");
      await review(page);
      // What no machine can tell, the reviewer has looked at: it is so on everything that is handed on, and when the report comes back.
      const boxes = page.locator(".duties input[type=checkbox]");
      await page.locator(".fold-title", { hasText: "公开清单" }).click();
      await boxes.first().check();
      const saved = async (button: string): Promise<readonly [string, Buffer]> => {
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: button, exact: true }).click(),
        ]);
        return [download.suggestedFilename(), readFileSync(await download.path())];
      };
      const [word, commented] = await saved("保存带批注的 Word");
      expect(word).toBe("公开报告（批注）.docx");
      expect((await reportLines(commented, "x.docx")).join("\n")).toContain("1,221.24");
      expect((await saved("保存为 Excel"))[0]).toBe("公开报告 核对意见.xlsx");
      const html = (await saved("保存为网页"))[1].toString("utf8");
      expect(html).toContain("1,221.24");
      expect(html.match(/☑/g)).toHaveLength(1);
      expect(html.match(/□/g)).toHaveLength((await boxes.count()) - 1);
      await page.evaluate(() => {
        window.print = () => {
          document.body.dataset["printed"] = document.querySelector(".print-page")?.textContent ?? "";
        };
      });
      await page.getByRole("button", { name: "打印", exact: true }).click();
      // The page for paper is fetched when it is first asked for.
      const paper = await page.waitForFunction(() => document.body.dataset["printed"]);
      const printed = (await paper.jsonValue()) ?? "";
      expect(printed).toContain("公开清单");
      expect(printed).toContain("1,221.24");
      expect(printed.match(/☑/g)).toHaveLength(1);
      await open(page, "公开报告.docx", await reportOf());
      await opened(page, "公开报告.docx");
      await review(page);
      await page.locator(".fold-title", { hasText: "公开清单" }).click();
      expect(await boxes.first().isChecked()).toBe(true);
    });

    it("a PDF is opened, looked through, and shown page by page", async () => {
      await start();
      const lines = ["示例局2026年部门预算公开", "收支总预算1,234.50万元，比上年预算增加100.00万元，下降8.81%。"];
      const file = pdf([{ operations: [words(60, 60, lines[0] ?? "")] }, { operations: [words(60, 60, lines[1] ?? "")] }]);
      await open(page, "公开报告.pdf", Buffer.from(file));
      await opened(page, "公开报告.pdf");
      await page.getByText("第 2 页").waitFor();
      await review(page);
      await page.getByRole("heading", { level: 1, name: /^报告/ }).waitFor();
      // The next file is read by the same thread.
      await open(page, "公开报告二.pdf", Buffer.from(file));
      await opened(page, "公开报告二.pdf");
    });

    it("a long one shows how far it is read, the page stays alive, and it can be called off", async () => {
      await start();
      const before = await page.locator(".book-name").textContent();
      await open(page, "很长.pdf", longPdf(800));
      const bar = page.getByRole("progressbar", { name: "正在读取报告…" });
      await bar.waitFor();
      await page.waitForFunction(() => Number(document.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow") ?? 0) > 0);
      // A thread that reads would not let a frame through until all is read.
      const drawn = await page.evaluate(
        (wanted) =>
          new Promise<number>((resolve) => {
            let frames = 0;
            const tick = (): void => {
              frames++;
              if (frames < wanted && document.querySelector("[role=progressbar]")) requestAnimationFrame(tick);
              else resolve(frames);
            };
            requestAnimationFrame(tick);
          }),
        FRAMES,
      );
      expect(drawn).toBe(FRAMES);
      await page.getByRole("button", { name: "取消" }).click();
      await page.getByRole("status").filter({ hasText: "已取消打开文件" }).waitFor();
      expect(await page.locator(".book-name").textContent()).toBe(before);
    });

    it.each(CLIPBOARDS)("pasted from %s with its table", async (_, html) => {
      await start();
      await page.getByRole("tab", { name: "校对" }).click();
      await copyElsewhere(page, html);
      const box = page.getByRole("textbox", { name: "要校对的文稿" });
      await box.fill("");
      await page.keyboard.press("Control+v");
      await page
        .getByRole("status")
        .filter({ hasText: /已读入粘贴的文稿，共 \d+ 段、1 张表/ })
        .waitFor();
      expect(await box.inputValue()).toContain("一般公共预算\t1,219.43");
      // What is there is replaced where all of it is selected; elsewhere words go in as in any box.
      await copyElsewhere(page, html);
      await box.click();
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Control+v");
      await page
        .getByRole("status")
        .filter({ hasText: /已读入粘贴的文稿/ })
        .waitFor();
      expect((await box.inputValue()).match(/收入总计/g)).toHaveLength(1);
      await box.press("End");
      await page.keyboard.press("Control+v");
      expect(await box.inputValue()).toContain("一份文稿");
    });

    it("beside the workbook it was made of without a question, and the workbook is a tab away", async () => {
      page = await openSample(stage());
      await open(page, "公开报告.docx", await reportOf());
      await opened(page, "公开报告.docx");
      await page.getByText(/^对照工作簿：2026-12/).waitFor();
      await review(page);
      await page.getByRole("group", { name: "报告和工作簿" }).getByRole("button", { name: "工作簿" }).click();
      await page.getByRole("combobox", { name: "工作表" }).waitFor();
    });

    it("is put beside a workbook of another office only where the user says so", async () => {
      page = await openSample(stage());
      const report = await reportOf("2026-11.xlsx");
      const question = page.getByRole("dialog");
      await open(page, "别处的报告.docx", report);
      await question.getByText(/示例州人民政府办公室2026年.*示例市人民政府办公室2026年/).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("status").filter({ hasText: "已取消" }).waitFor();
      expect(await page.locator(".book-name").textContent()).toMatch(/^2026-12.*\.xlsx$/);
      await open(page, "别处的报告.docx", report);
      await question.getByRole("button", { name: "只看报告" }).click();
      await opened(page, "别处的报告.docx");
      await page.getByText("对照报告自己的表").waitFor();
    });
  });
}
