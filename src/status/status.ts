/** The self-check page for whoever has put the files on a server: what works, what does not, what to do. */
import project from "../../package.json";
import {
  asText,
  judgeAbility,
  judgeAddress,
  judgeCaching,
  judgeManifest,
  judgePolicy,
  judgePresence,
  judgeTypes,
  judgeVersion,
  type Row,
} from "./judge";
import { askAll, evalIsRefused, pageHeaders, publishedFiles, storageKeeps, textOf, workerAnswers } from "./probe";

const VERSION: string = project.version;

const MARKS: Readonly<Record<Row["verdict"], string>> = { 正常: "✓", 注意: "!", 不行: "✗" };

/** The old command is the only way that works on a page without https. */
interface WithCommands {
  execCommand(name: "copy"): boolean;
}

const named = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`status.html lacks #${id}`);
  return found;
};

const cell = (text: string): HTMLTableCellElement => {
  const made = document.createElement("td");
  made.textContent = text;
  return made;
};

function show(row: Row): void {
  const line = document.createElement("tr");
  line.className = { 正常: "good", 注意: "heed", 不行: "bad" }[row.verdict];
  line.append(cell(`${MARKS[row.verdict]} ${row.verdict}`), cell(row.what), cell(row.todo === "" ? row.said : `${row.said}${row.todo}`));
  named("rows").append(line);
}

const UNLISTED: Row = {
  what: "文件",
  verdict: "不行",
  said: "取不到文件清单 files.json，没有逐个核对文件。",
  todo: "请把整个 web 文件夹重新复制一遍，并确认服务器允许取 .json。",
};

async function look(shown: (row: Row) => void, told: (words: string) => void): Promise<void> {
  shown(judgeAddress(window.location));
  const list = await publishedFiles();
  if (!list) shown(UNLISTED);
  else {
    shown(judgeVersion(VERSION, list.version));
    const names = list.files.map(({ name }) => name);
    const answers = await askAll(names, (done) => told(`正在核对文件 ${String(done)}/${String(names.length)}…`));
    for (const judge of [judgePresence, judgeTypes, judgeCaching]) shown(judge(answers));
    const office = names.find((name) => name.endsWith("/office.js"));
    shown(
      judgeAbility(
        "office.js",
        office !== undefined && ((await textOf(office)) ?? "").includes("Office"),
        "取不到本地的 office.js，Excel 加载项打不开。",
        "请重新复制 office-js 文件夹。",
      ),
    );
  }
  shown(judgeManifest(await textOf("manifest.xml"), new URL(".", window.location.href).href.replace(/\/$/, "")));
  told("正在试浏览器…");
  shown(judgePolicy(await pageHeaders(), evalIsRefused()));
  shown(
    judgeAbility(
      "后台计算",
      await workerAnswers(),
      "浏览器不能在后台读文件，读大文件时网页会停顿。",
      "请用近年的 Chrome、Edge、火狐或同内核的国产浏览器。",
    ),
  );
  shown(
    judgeAbility(
      "本机保存",
      await storageKeeps(),
      "浏览器不让网页在本机保存：设置和没有保存的修改留不住。",
      "请退出无痕窗口，或在浏览器里允许本站保存数据。",
    ),
  );
}

async function run(): Promise<void> {
  const rows: Row[] = [];
  const progress = named("progress");
  const tell = (words: string): void => {
    progress.textContent = words;
  };
  try {
    await look((row) => {
      rows.push(row);
      show(row);
    }, tell);
    const wrong = rows.filter(({ verdict }) => verdict === "不行").length;
    const heed = rows.filter(({ verdict }) => verdict === "注意").length;
    tell(
      wrong > 0 ? `有 ${String(wrong)} 项不行，请先解决。` : heed > 0 ? `可以使用，有 ${String(heed)} 项请注意。` : "都正常，可以使用。",
    );
  } catch {
    tell("没有查完：服务器中途没有答复。请刷新本页再试。");
  }
  const text = named("text") as HTMLTextAreaElement;
  text.value = [`预算公开助手 ${VERSION} 自检`, window.location.href, navigator.userAgent, asText(rows)].join("\n");
  named("result").hidden = false;
  named("copy").addEventListener("click", () => {
    text.select();
    tell((document as unknown as WithCommands).execCommand("copy") ? "已复制。" : "这里不允许复制，请在框里按 Ctrl+A、Ctrl+C。");
  });
}

void run();
