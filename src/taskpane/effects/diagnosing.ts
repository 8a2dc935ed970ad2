import { escapeHtml } from "../../render/html";
import { copyByApi, copyNow } from "./clipboard";
import type { Services } from "./services";
import type { Tasks } from "./task";

export interface DiagnoseCommands {
  /** What works on this desk, as a text to send back: nothing of the workbook's stands in it. */
  readonly diagnose: () => Promise<string>;
  readonly copyDiagnosis: (text: string) => Promise<void>;
}

export const diagnoseCommands = (services: Services, tasks: Tasks): DiagnoseCommands => ({
  diagnose: async () => (await import("./diagnosis")).diagnosis(services, tasks),
  copyDiagnosis: async (text) => {
    const rich = { text, html: `<pre>${escapeHtml(text)}</pre>` };
    const copied = copyNow(rich) || (await copyByApi(rich));
    services.store.dispatch({
      type: "noticed",
      notice: copied ? "已复制诊断，可以粘贴到邮件里。" : "这里不允许复制，请在框里按 Ctrl+A、Ctrl+C。",
    });
  },
});
