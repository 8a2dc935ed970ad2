import { DoorProblem } from "../../hosts/door";
import { paragraphsOf } from "../../hosts/file/paragraphs";
import { paragraphsIn, tablesIn, type Report } from "../../report/report";
import { correctedParagraph } from "../../proofread/report";
import type { PlainWorkbook } from "../../workbook/plain";
import { NO_WORKBOOK, openDoor, readBook } from "./checking";
import { copyByApi, copyNow } from "./clipboard";
import { escapeHtml } from "../../render/html";
import { keepDraft, PROOF_TEXT } from "./drafts";
import { download, DOCX } from "./download";
import type { Services } from "./services";
import type { Tasks, Watch } from "./task";
import { keptTicks } from "./ticks";

export interface ProofCommands {
  readonly typeText: (text: string) => void;
  /** Reads the text of a .docx, .pdf or .txt into the box. */
  readonly openText: (file: File) => Promise<boolean>;
  /** Reads what was copied in Word, WPS, Excel or a browser into the box, with its tables. */
  readonly pasteText: (html: string) => Promise<boolean>;
  /** Holds the text against the open workbook; without one, against itself. */
  readonly proofread: () => Promise<boolean>;
  /** The paragraph (from 1) with every certain correction; must be called in a press of a button. */
  readonly copyCorrected: (paragraph: number) => Promise<void>;
  readonly writeProofSheet: () => Promise<void>;
  /** The list to hand back, as a Word file. */
  readonly saveProofDocx: () => Promise<void>;
}

/** A file with tables is a report, of which everything is asked; a passage is only held against what there is. */
const isFinished = (report: Report): boolean => (report.kind === "docx" || report.kind === "pdf") && tablesIn(report).length > 0;

export function proofCommands(services: Services, tasks: Tasks): ProofCommands {
  const { store, engine } = services;
  const notice = (text: string): void => store.dispatch({ type: "noticed", notice: text });
  const bookOf = (watch: Watch): Promise<PlainWorkbook> => (services.door() ? readBook(services, watch) : Promise.resolve(NO_WORKBOOK));
  const readText = async (bytes: Uint8Array, name: string, called: string, { stage }: Watch): Promise<void> => {
    const [report, { reportText }] = await Promise.all([
      engine.readFile("report", bytes, name, (done) => stage("正在读取文稿…", done)),
      import("../../report/text"),
    ]);
    const lines = reportText(report);
    const tables = tablesIn(report).length;
    store.dispatch({
      type: "proofText",
      text: lines.map((line) => line.text).join("\n"),
      read: { lines, source: { report, bytes }, ticks: keptTicks(report, store.state()) },
    });
    notice(`已读入${called}，共 ${paragraphsIn(report).length} 段${tables === 0 ? "" : `、${tables} 张表`}。`);
  };
  return {
    typeText: (text) => {
      store.dispatch({ type: "proofText", text });
      if (store.state().settings.keepCopy) keepDraft(PROOF_TEXT, text === "" ? null : text);
    },
    openText: (file) =>
      tasks.run("打开文稿", async (watch) => readText(new Uint8Array(await file.arrayBuffer()), file.name, `“${file.name}”`, watch)),
    pasteText: (html) =>
      tasks.run("粘贴文稿", (watch) =>
        readText(new TextEncoder().encode(`<html><meta charset="utf-8">${html}`), "粘贴的文稿.html", "粘贴的文稿", watch),
      ),
    proofread: () =>
      tasks.run("校对", async (watch) => {
        const { proofText, proofSource, choices } = store.state();
        const paragraphs = paragraphsOf(proofText);
        if (paragraphs.length === 0) throw new DoorProblem("empty", "还没有文稿。请把说明全文粘贴到框里，或打开 .docx、.txt 文件。");
        const workbook = await bookOf(watch);
        watch.stage("正在校对…");
        const own = workbook === NO_WORKBOOK ? null : workbook;
        const found = proofSource && (await engine.ask(workbook, "review", choices, proofSource.report, own && "open"));
        const report = found?.proof ?? (await engine.ask(workbook, "proofread", choices, paragraphs));
        const review = proofSource && isFinished(proofSource.report) ? found : null;
        store.dispatch({ type: "proofread", report, review, workbook: own, at: services.now().getTime() });
        notice(`校对完成：${report.summary}`);
      }),
    copyCorrected: async (paragraph) => {
      const report = store.state().proof?.report;
      if (!report) return;
      const text = correctedParagraph(report, paragraph);
      const rich = { text, html: `<p>${escapeHtml(text)}</p>` };
      const copied = copyNow(rich) || (await copyByApi(rich));
      notice(copied ? "已复制改正后的这一段。" : "这里不允许复制，请照“应为”改正。");
    },
    saveProofDocx: async () => {
      const { proof, analysis, around } = store.state();
      if (!proof) return;
      const saved = await tasks.run("保存校对结果", async () => {
        const { proofreadDocx } = await import("../../render/proofread-docx");
        const about = { text: "", organisation: analysis?.overview.organisation ?? null, year: analysis?.overview.year ?? null };
        download(await proofreadDocx(proof.report, about), "说明校对结果.docx", DOCX);
      });
      if (saved)
        notice(
          around.keepsFiles
            ? "已保存“说明校对结果.docx”，请在浏览器的下载文件夹中查看。"
            : "已交给系统保存。如果没有出现保存提示，请用“写入‘校对结果’表”。",
        );
    },
    writeProofSheet: async () => {
      const report = store.state().proof?.report;
      if (!report) return;
      const written = await tasks.run("写入校对结果", async () => {
        const { proofSheet } = await import("../../render/proof-sheet");
        await openDoor(services).writeSheets([proofSheet(report)]);
      });
      if (written) notice("已写入工作表“校对结果”。");
    },
  };
}
