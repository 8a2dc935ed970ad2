import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import webpack, { type Configuration } from "webpack";

type Configure = () => Promise<readonly Configuration[]>;

/** Builds the page that first painting is held against, as the product's own pages are built. Gives the folder. */
export async function buildFloor(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "first-paint-"));
  const [pages] = await (createRequire(import.meta.url)("../../webpack.config.js") as Configure)();
  const floor: Configuration = {
    ...pages,
    entry: path.join(import.meta.dirname, "floor.tsx"),
    output: { path: folder, filename: "floor.js" },
    optimization: { ...pages?.optimization, runtimeChunk: false, splitChunks: false },
    plugins: [],
  };
  await new Promise<void>((built, failed) => {
    webpack(floor, (error, stats) => {
      if (error || stats?.hasErrors() === true) failed(error ?? new Error(stats?.toString("errors-only")));
      else built();
    });
  });
  const body = `<div id="root"></div><script src="floor.js"></script>`;
  writeFileSync(path.join(folder, "index.html"), `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body>${body}</body></html>`);
  return folder;
}
