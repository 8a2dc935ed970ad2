import { DoorProblem } from "../../hosts/door";
import { paragraphsIn, tablesIn } from "../../report/report";
import type { ReviewFormat } from "../engine/protocol";
import { DOCX, download, XLSX } from "./download";
import type { Services } from "./services";
import type { Tasks } from "./task";

/** What can be done with a finished report. */
export interface ReportCommands {
  /** Looks the report through: tables and words, against the workbook beside it where there is one. */
  readonly review: () => Promise<boolean>;
  /** Chooses the workbook that the report is held against. */
  readonly openBeside: (file: File) => Promise<boolean>;
  readonly closeBeside: () => Promise<boolean>;
  /** The review as a file to hand on. */
  readonly saveReview: (format: ReviewFormat) => Promise<void>;
}

const TYPES: Readonly<Record<ReviewFormat, string>> = {
  docx: DOCX,
  xlsx: XLSX,
  html: "text/html",
};
const NAMES: Readonly<Record<ReviewFormat, string>> = { docx: "（批注）.docx", xlsx: " 核对意见.xlsx", html: " 核对意见.html" };

/** A finished report takes the workbook's place; the workbook that was open stays beside it. */
export async function openReportFile(services: Services, bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<void> {
  const { store, engine } = services;
  const [{ ReportDoor }, { reportSheets }, { reportText }] = await Promise.all([
    import("../../hosts/file/report-door"),
    import("../../report/sheets"),
    import("../../report/text"),
  ]);
  const report = await engine.readFile("report", bytes, name);
  signal?.throwIfAborted();
  const before = store.state();
  const beside = before.report
    ? before.beside
    : before.workbook && before.bookName !== null
      ? { name: before.bookName, workbook: before.workbook }
      : null;
  const door = new ReportDoor(reportSheets(report).workbook, (cells) => store.dispatch({ type: "selected", cells }));
  services.setDoor(door);
  store.dispatch({ type: "opened", name, workbook: door.workbook, printed: { report, bytes, beside } });
  const lines = reportText(report);
  store.dispatch({ type: "proofText", text: lines.map((line) => line.text).join("\n"), read: { lines, source: report } });
  const against = beside ? `，对照工作簿“${beside.name}”` : "";
  store.dispatch({
    type: "noticed",
    notice: `已打开报告“${name}”，共 ${paragraphsIn(report).length} 段、${tablesIn(report).length} 张表${against}。`,
  });
}

export function reportCommands(services: Services, tasks: Tasks): ReportCommands {
  const { store, engine } = services;
  const opened = () => {
    const { report, reportBytes, workbook, beside, choices } = store.state();
    if (!report || !workbook || !reportBytes)
      throw new DoorProblem("closed", "还没有打开报告。请先打开或拖入写好的报告（.docx 或 .pdf）。");
    return { report, workbook, bytes: reportBytes, beside, choices, against: beside && { ...beside.workbook, name: beside.name } };
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
        const { isReportFile } = await import("../../hosts/file/read-report");
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (await isReportFile(bytes))
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
    saveReview: async (format) => {
      const name = `${(store.state().bookName ?? "报告").replace(/\.(?:docx|pdf)$/i, "")}${NAMES[format]}`;
      const saved = await tasks.run("保存", async () => {
        const { report, workbook, against, choices, bytes } = opened();
        download(await engine.ask(workbook, "reviewFile", choices, report, against, bytes, format), name, TYPES[format]);
      });
      if (saved) store.dispatch({ type: "noticed", notice: `已保存“${name}”，请在浏览器的下载文件夹中查看。` });
    },
  };
}
