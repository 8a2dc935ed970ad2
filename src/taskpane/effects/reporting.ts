import { DoorProblem } from "../../hosts/door";
import { paragraphsIn, tablesIn, type Report } from "../../report/report";
import type { ReviewFormat } from "../engine/protocol";
import type { Beside, State } from "../store/state";
import type { Asker } from "./asking";
import { NO_WORKBOOK, openDoor, readBook } from "./checking";
import { DOCX, download, XLSX } from "./download";
import type { Services } from "./services";
import type { Tasks, Watch } from "./task";
import { keepTicks, keptTicks } from "./ticks";

/** What can be done with a finished report. */
export interface ReportCommands {
  /** Looks the report through: tables and words, against the workbook beside it where there is one. */
  readonly review: () => Promise<boolean>;
  /** Chooses the workbook that the report is held against. */
  readonly openBeside: (file: File) => Promise<boolean>;
  readonly closeBeside: () => Promise<boolean>;
  /** What no machine can tell was looked at by a person, or not. */
  readonly tickDuty: (number: number, looked: boolean) => void;
  /** The review as a file to hand on. */
  readonly saveReview: (format: ReviewFormat) => Promise<void>;
  /** The same as sheets of the open workbook, where files may not be saved. */
  readonly writeReviewSheets: () => Promise<void>;
}

const TYPES: Readonly<Record<ReviewFormat, string>> = {
  docx: DOCX,
  xlsx: XLSX,
  html: "text/html",
};
const NAMES: Readonly<Record<ReviewFormat, string>> = { docx: "（批注）.docx", xlsx: " 核对意见.xlsx", html: " 核对意见.html" };

/** The report's name without its ending, to name files after. */
const nameOf = ({ report, proofSource }: State): string =>
  ((report ?? proofSource?.report)?.name ?? "报告").replace(/\.(?:docx|pdf|html?|txt)$/i, "");

/**
 * A finished report takes the workbook's place. The workbook that was open stays beside it where it is of the same
 * organisation and year; where that is not sure the user is asked.
 */
export async function openReportFile(services: Services, ask: Asker["ask"], bytes: Uint8Array, name: string, watch?: Watch): Promise<void> {
  const { store, engine } = services;
  const [{ ReportDoor }, { reportSheets }, { reportText }] = await Promise.all([
    import("../../hosts/file/report-door"),
    import("../../report/sheets"),
    import("../../report/text"),
  ]);
  const report = await engine.readFile("report", bytes, name, (done) => watch?.stage("正在读取报告…", done));
  watch?.signal.throwIfAborted();
  const before = store.state();
  const open = before.report
    ? before.beside
    : before.workbook && before.bookName !== null
      ? { name: before.bookName, workbook: before.workbook }
      : null;
  const beside = open && (await staysBeside(services, ask, report, open)) ? open : null;
  watch?.signal.throwIfAborted();
  const door = new ReportDoor(reportSheets(report).workbook, (cells) => store.dispatch({ type: "selected", cells }));
  services.setDoor(door);
  store.dispatch({ type: "opened", name, workbook: door.workbook, printed: { report, bytes, beside } });
  const lines = reportText(report);
  store.dispatch({
    type: "proofText",
    text: lines.map((line) => line.text).join("\n"),
    read: { lines, source: { report, bytes }, ticks: keptTicks(report, store.state()) },
  });
  const against = beside ? `，对照工作簿“${beside.name}”` : "";
  store.dispatch({
    type: "noticed",
    notice: `已打开报告“${name}”，共 ${paragraphsIn(report).length} 段、${tablesIn(report).length} 张表${against}。`,
  });
}

/** Whether the workbook that is open is the report's. Throws `DoorProblem` of kind cancelled where the user calls it off. */
async function staysBeside({ store, engine }: Services, ask: Asker["ask"], report: Report, open: Beside): Promise<boolean> {
  const choices = store.state().report ? {} : store.state().choices;
  const pairing = await engine.ask(open.workbook, "pairing", choices, report);
  if (pairing.agrees) return true;
  const answer = await ask({
    title: "报告和打开着的工作簿不像是一套",
    text: `报告“${report.name}”：${pairing.report}；工作簿“${open.name}”：${pairing.workbook}。对照不是一套的表，处处都会不符。`,
    answers: [
      { key: "alone", words: "只看报告" },
      { key: "beside", words: "仍对照这个工作簿" },
      { key: "stay", words: "取消" },
    ],
  });
  if (answer === "stay") throw new DoorProblem("cancelled", "已取消。");
  return answer === "beside";
}

export function reportCommands(services: Services, tasks: Tasks): ReportCommands {
  const { store, engine } = services;
  const opened = () => {
    const { report, reportBytes, workbook, beside, choices } = store.state();
    if (!report || !workbook || !reportBytes)
      throw new DoorProblem("closed", "还没有打开报告。请先打开或拖入写好的报告（.docx 或 .pdf）。");
    return { report, workbook, bytes: reportBytes, beside, choices, against: beside && { ...beside.workbook, name: beside.name } };
  };
  /** What was looked through: the report that is open, or the one whose text stands in 校对, held against the open workbook. */
  const looked = async (watch: Watch) => {
    const { report, proofSource, choices } = store.state();
    if (report || !proofSource) return opened();
    const workbook = services.door() ? await readBook(services, watch) : NO_WORKBOOK;
    return { ...proofSource, workbook, choices, against: workbook === NO_WORKBOOK ? null : ("open" as const) };
  };
  const review = (): Promise<boolean> =>
    tasks.run("核对报告", async (watch) => {
      const { report, workbook, against, choices } = opened();
      watch.stage("正在核对报告…");
      const found = await engine.ask(workbook, "review", choices, report, against);
      store.dispatch({ type: "reviewed", review: found, at: services.now().getTime() });
      store.dispatch({ type: "noticed", notice: `核对完成：${found.proof.summary}` });
    });
  return {
    review,
    openBeside: async (file) => {
      const read = await tasks.run("打开工作簿", async ({ signal }) => {
        const { isReportFile } = await import("../../hosts/file/report-file");
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (isReportFile(bytes, file.name))
          throw new DoorProblem("unsupported", `“${file.name}”是报告，不是工作簿。请选放有公开表的 .xlsx、.xls、.ods 或 .et 文件。`);
        const { workbook } = await engine.readFile("workbook", bytes, file.name);
        signal.throwIfAborted();
        store.dispatch({ type: "beside", beside: { name: file.name, workbook } });
      });
      return read && review();
    },
    closeBeside: () => {
      store.dispatch({ type: "beside", beside: null });
      return review();
    },
    tickDuty: (number, isLooked) => {
      const { ticks, proofSource } = store.state();
      const others = ticks.filter((one) => one !== number);
      const now = isLooked ? [...others, number].sort((a, b) => a - b) : others;
      store.dispatch({ type: "ticked", ticks: now });
      if (proofSource) keepTicks(proofSource.report, now, store.state());
    },
    saveReview: async (format) => {
      const name = `${nameOf(store.state())}${NAMES[format]}`;
      const saved = await tasks.run("保存", async (watch) => {
        const { report, workbook, against, choices, bytes } = await looked(watch);
        const { ticks } = store.state();
        download(await engine.ask(workbook, "reviewFile", choices, report, against, bytes, format, ticks), name, TYPES[format]);
      });
      const notice = store.state().around.keepsFiles
        ? `已保存“${name}”，请在浏览器的下载文件夹中查看。`
        : "已交给系统保存。如果没有出现保存提示，请用“写入工作表”。";
      if (saved) store.dispatch({ type: "noticed", notice });
    },
    writeReviewSheets: async () => {
      const { review, proofSource, ticks } = store.state();
      if (!review || !proofSource) return;
      const written = await tasks.run("写入核对意见", async () => {
        const [{ reviewSheets }, { openReport }] = await Promise.all([
          import("../../render/review-sheets"),
          import("../../review/open-report"),
        ]);
        const { remarks, duties, proof } = review;
        const about = `${proofSource.report.name}（对照${proof.withWorkbook ? "本工作簿" : "报告自己的表"}）`;
        const opened = openReport(proofSource.report);
        await openDoor(services).writeSheets(
          reviewSheets({ about, summary: proof.summary, opened, remarks, duties, ticks, coverage: proof.coverage }),
        );
      });
      if (written) store.dispatch({ type: "noticed", notice: "已写入工作表“核对意见”“公开清单”“没有核对的”。" });
    },
  };
}
