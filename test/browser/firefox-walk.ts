import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { serve } from "../excel/static-server";
import { findFirefox, KEYS, launchFirefox, waitFor } from "./firefox";
import { changedParts } from "./sheet-hand";
import { dist, SAMPLE } from "./stage";

const SHEET = "xl/worksheets/sheet1.xml";
const NAME = "火狐.xlsx";

/** The sample; the total of its first sheet is calculated from B7. */
function workbook(): Uint8Array {
  const parts = unzipSync(readFileSync(join(__dirname, "../../samples", SAMPLE)));
  const calculated = strFromU8(parts[SHEET] ?? new Uint8Array()).replace(/(<c r="B5"[^>]*>)<v>/, "$1<f>B7+1.99</f><v>");
  return zipSync({ ...parts, [SHEET]: strToU8(calculated) });
}

const firefox = findFirefox();

(firefox === null ? it.skip : it)(
  "Firefox opens a workbook, calculates after an edit, saves it part by part",
  async () => {
    const site = await serve({ "/": dist });
    const browser = await launchFirefox(firefox ?? "");
    const folder = mkdtempSync(join(tmpdir(), "firefox-file-"));
    try {
      const original = workbook();
      writeFileSync(join(folder, NAME), original);
      await browser.open(`${site.origin}/index.html`);
      await browser.until(`return document.querySelector("input[aria-label=选择工作簿或报告]") !== null`);
      await browser.choose("//input[@aria-label='选择工作簿或报告']", join(folder, NAME));
      await browser.until(`return document.querySelector(".reader td[data-address=B5]")?.textContent === "1,221.42"`);
      await browser.until(`return document.querySelector("input[aria-label^=名称框]") !== null`);

      await browser.press("//input[starts-with(@aria-label, '名称框')]");
      await browser.until(`document.activeElement.select(); return document.activeElement.matches("[aria-label^=名称框]")`);
      await browser.type(`B7${KEYS.Enter}`);
      await browser.until(`return document.querySelector("[role=status][aria-label=所选]")?.textContent.includes(" B7：")`);
      await browser.type(`1300.5${KEYS.Enter}`);
      await browser.until(`return document.querySelector(".reader td[data-address=B5]")?.textContent === "1,302.49"`);

      await browser.press("//button[normalize-space()='另存为']");
      const notice = String(await browser.until(`return /已另存为“(.+)”/.exec(document.body.innerText)?.[1]`));
      const file = join(browser.downloads, notice);
      await waitFor("the download", () => (existsSync(file) && !existsSync(`${file}.part`)) || null);
      const parts = unzipSync(readFileSync(file));
      const sheet = strFromU8(parts[SHEET] ?? new Uint8Array());
      expect(changedParts(original, { parts })).toEqual([SHEET]);
      expect(/<c r="B7"[^>]*><v>([^<]*)/.exec(sheet)?.[1]).toBe("1300.5");
      expect(/<c r="B5"[^>]*><f>B7\+1\.99<\/f><v>([^<]*)/.exec(sheet)?.[1]).toBe("1302.49");
    } finally {
      await browser.close();
      await site.close();
      rmSync(folder, { recursive: true });
    }
  },
  180_000,
);
