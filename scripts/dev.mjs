/** npm run dev: serves the pages, builds them again at every change and loads the open ones anew; with source maps. */
import { createRequire } from "node:module";
import path from "node:path";
import { main } from "./lib/main.mjs";
import { ensureInstalled, served } from "./lib/prepare.mjs";
import { root, tell } from "./lib/project.mjs";
import { serve } from "./lib/static-server.mjs";

const PORT = Number(process.env.PORT ?? 3000);

await main(async () => {
  await ensureInstalled();
  const require = createRequire(import.meta.url);
  const webpack = require("webpack");
  const config = await require(path.join(root, "webpack.config.js"))({ serve: "dev" });
  const server = { started: null };
  tell("正在构建网页，第一次一般不到一分钟…");
  const built = async () => {
    if (server.started) return server.started.changed();
    server.started = await serve(served, { port: PORT, home: "/index.html", reloads: true });
    tell(`http://localhost:${server.started.port}　改了源文件会自动重新打开；按 Ctrl+C 结束。`);
  };
  const watching = webpack({ ...config, mode: "production" }).watch({ aggregateTimeout: 100 }, (error, stats) => {
    if (error || stats.hasErrors()) return tell(error?.message ?? stats.toString("errors-only"));
    tell(`已构建（${((stats.endTime - stats.startTime) / 1000).toFixed(1)} 秒）`);
    built().catch((problem) => tell(problem instanceof Error ? problem.message : String(problem)));
  });
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
  });
  await new Promise((resolve) => watching.close(resolve));
  await server.started?.close();
  return 0;
});
