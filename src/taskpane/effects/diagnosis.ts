import type { Trial } from "../../hosts/door";
import { hasWorkers } from "../../hosts/file/apart/workers";
import { VERSION } from "../version";
import { readLocal, writeLocal } from "./local";
import type { Services } from "./services";
import type { Tasks } from "./task";

const TRIAL_KEY = "budget.trial";

/** Whether the browser keeps anything for this page. */
function keepsHere(): boolean {
  writeLocal(TRIAL_KEY, 1);
  const kept = readLocal(TRIAL_KEY) === 1;
  writeLocal(TRIAL_KEY, null);
  return kept;
}

const yes = (can: boolean): string => (can ? "可以" : "不行");

/** What the page itself may do. */
const ofThePage = (): readonly Trial[] => [
  { what: "浏览器内核", came: navigator.userAgent },
  { what: "网页来自", came: window.location.protocol === "file:" ? "本机文件夹" : window.location.protocol.replace(":", "") },
  { what: "后台计算", came: yes(hasWorkers()) },
  { what: "本机保存设置", came: yes(keepsHere()) },
  { what: "剪贴板接口", came: yes(typeof ClipboardItem !== "undefined") },
  { what: "屏幕", came: `${String(window.innerWidth)}×${String(window.innerHeight)}，缩放 ${String(window.devicePixelRatio)}` },
];

const line = ({ what, came }: Trial): string => `${what}：${came}`;

/** What works on this desk, as a text to send back: nothing of the workbook's stands in it. */
export async function diagnosis({ store, door, now }: Services, tasks: Tasks): Promise<string> {
  const { around } = store.state();
  const open = door();
  const behind = open ? await open.diagnose() : [{ what: "打开的工作簿", came: "没有" }];
  const done = tasks.journal.map(({ doing, came }) => ({ what: doing, came }));
  return [
    `预算公开助手 ${VERSION} 诊断`,
    `时间：${now().toISOString()}`,
    `在哪里：${around.name}`,
    ...["", "【网页】", ...ofThePage().map(line)],
    ...["", `【${around.name}】`, ...behind.map(line)],
    ...["", "【打开窗格以来做过的】", ...(done.length > 0 ? done.map(line) : ["没有"])],
  ].join("\n");
}
