/**
 * How soon the workbench is there when nothing of it is kept by the browser: its first words, and its heading, which is the
 * first that can be used. Against a page that draws the same heading with React and Fluent alone, turn by turn in one run.
 */
import type { Browser } from "playwright-core";
import { launchChromium } from "../test/excel/chromium";
import { serve } from "../test/excel/static-server";
import { builtPages, ratio, shown } from "./built-pages";
import { buildFloor } from "./first-paint/build-floor";
import { tellSpeeds } from "./results";

const RUNS = 11;

interface Painted {
  readonly words: number;
  readonly heading: number;
}

/** When the page was painted, in milliseconds since it was asked for. */
async function paintedAt(browser: Browser, page: string): Promise<Painted> {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1300, height: 800 } });
  const view = await context.newPage();
  await view.addInitScript(() => {
    // The browser tells of elements that ask for it before they are painted.
    new MutationObserver(() => {
      document.querySelector("#root h1:not([elementtiming])")?.setAttribute("elementtiming", "heading");
    }).observe(document, { childList: true, subtree: true });
  });
  await view.goto(page, { waitUntil: "commit" });
  const painted = await view.evaluate(async () => {
    const first = (type: string): Promise<number> =>
      new Promise((seen) => {
        new PerformanceObserver((list, observer) => {
          const [entry] = list.getEntries() as (PerformanceEntry & { readonly renderTime?: number })[];
          observer.disconnect();
          seen(entry?.renderTime ?? entry?.startTime ?? NaN);
        }).observe({ type, buffered: true });
      });
    return { words: await first("paint"), heading: await first("element") };
  });
  await context.close();
  return painted;
}

const [floor, pages, browser] = await Promise.all([
  buildFloor().then((folder) => serve({ "/": folder })),
  serve({ "/": builtPages() }),
  launchChromium(),
]);
const measured = { pages: [] as Painted[], floor: [] as Painted[] };
for (let run = 0; run <= RUNS; run++) {
  const here = await paintedAt(browser, `${pages.origin}/index.html`);
  const bare = await paintedAt(browser, `${floor.origin}/index.html`);
  // The first run wakes the browser.
  if (run === 0) continue;
  measured.pages.push(here);
  measured.floor.push(bare);
}
await Promise.all([browser.close(), floor.close(), pages.close()]);

const words = measured.pages.map((painted) => painted.words);
const heading = measured.pages.map((painted) => painted.heading);
const least = measured.floor.map((painted) => painted.heading);
const beside = `只用 React 和 Fluent 画标题 ${shown(least)}`;
tellSpeeds("first-paint", "工作台第一次打开（浏览器里什么都没有存）", [
  ["第一行字", shown(words), `${beside}：${ratio(words, least)} 倍`],
  ["标题，从它起可以用", shown(heading), `${ratio(heading, least)} 倍`],
]);
