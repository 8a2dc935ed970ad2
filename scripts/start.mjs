/**
 * npm start: where desktop Excel runs, loads the add-in into it; anywhere else serves the workbench with the sample
 * workbook open. Ctrl+C ends it.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { main } from "./lib/main.mjs";
import { DEVELOPMENT_BASE } from "./lib/base-address.mjs";
import { openInBrowser } from "./lib/open-in-browser.mjs";
import { ensureInstalled, ensureServed, served } from "./lib/prepare.mjs";
import { runNode } from "./lib/project.mjs";
import { serve } from "./lib/static-server.mjs";

const PORT = Number(process.env.PORT ?? 3000);
const SAMPLE = "2026-12.xlsx";
const DEBUGGING = "node_modules/office-addin-debugging/cli.js";
const say = (text) => process.stdout.write(`${text}\n`);

const interrupted = () =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
  });

async function open(tls) {
  const home = existsSync(path.join(served, "samples", SAMPLE)) ? `/?sample=${SAMPLE}` : "/index.html";
  const server = await serve(served, { port: PORT, home, tls });
  if (server.port !== PORT) say(`端口 ${PORT} 已被其他程序占用，改用 ${server.port}。`);
  return server;
}

async function workbench() {
  const server = await open();
  const address = `http://localhost:${server.port}`;
  say(`预算公开助手已启动：${address}`);
  const opened = openInBrowser(address);
  say(`${opened ? "浏览器里已经打开" : "用浏览器打开上面的地址"}，示例工作簿已经在里面，点“校验工作簿”查看结果；按 Ctrl+C 结束。`);
  await interrupted();
  await server.close();
  say("已结束。");
}

/** Development certificates for https://localhost; null when the person declines them. */
async function certificates() {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  try {
    return await getHttpsServerOptions();
  } catch {
    return null;
  }
}

/** Loads the add-in into desktop Excel; false when that cannot be done here. */
async function inExcel() {
  const tls = await certificates();
  if (!tls) return false;
  const server = await open(tls);
  const base = `https://localhost:${server.port}`;
  const manifest = path.join(served, "manifest-local.xml");
  writeFileSync(manifest, readFileSync(path.join(served, "manifest.xml"), "utf8").replaceAll(DEVELOPMENT_BASE, base));
  if ((await runNode(DEBUGGING, ["start", manifest, "desktop", "--app", "excel", "--no-debug"])) !== 0) {
    await server.close();
    return false;
  }
  say(`预算公开助手已加载到 Excel（${base}）。`);
  say("打开放有预算公开表的工作簿，在“预算公开”选项卡中点“校验工作簿”；按 Ctrl+C 结束。");
  await interrupted();
  await runNode(DEBUGGING, ["stop", manifest]);
  await server.close();
  say("已结束，加载项已从 Excel 中移除。");
  return true;
}

await main(async () => {
  await ensureInstalled();
  await ensureServed();
  if (process.platform === "win32" || process.platform === "darwin") {
    if (await inExcel()) return 0;
    say("没有找到桌面版 Excel，或未安装开发证书，改在浏览器中运行。");
  }
  await workbench();
  return 0;
});
