/** Renders assets/*.svg to the PNG sizes that Excel's ribbon asks for. Run after changing an icon; the PNGs are committed. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { chromiumArguments, findChromium } from "./lib/chromium.mjs";
import { root } from "./lib/project.mjs";

const SIZES = [16, 32, 80];
const folder = path.join(root, "assets");
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArguments });
try {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".svg"))) {
    const drawing = readFileSync(path.join(folder, file), "utf8");
    for (const size of SIZES) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
      await page.screenshot({ path: path.join(folder, file.replace(".svg", `-${size}.png`)), omitBackground: true });
      await page.close();
    }
  }
} finally {
  await browser.close();
}
