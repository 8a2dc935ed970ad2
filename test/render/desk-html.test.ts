/** @jest-environment jsdom */
import { deskOf } from "../../src/desk/desk";
import type { DeskFile } from "../../src/desk/file";
import { deskHtml } from "../../src/render/desk-html";
import { keptFile, keptFinding } from "../support/kept-file";

const HOSTILE = `<img src=x onerror="document.title='taken'">'"</script><script>document.title='taken'</script>`;

/** A workbook with so many errors of one rule. */
const file = (organisation: string, errors: number, more: Partial<DeskFile> = {}): DeskFile =>
  keptFile(`${organisation}.xlsx`, organisation, {
    tally: { holds: 1, rounding: 0, error: errors, warning: 0, info: 0, notRun: 0 },
    findings: Array.from({ length: errors }, (_, i) => keptFinding("F1", String(i), "error")),
    ...more,
  });

/** The page as a browser runs it, its own script included. */
function opened(files: readonly DeskFile[]): Document {
  document.documentElement.innerHTML = deskHtml(deskOf(files), { title: "审核", link: (one) => `./${encodeURIComponent(one)}` });
  // What is put in as text does not run: the script is put in once more as an element.
  for (const script of document.querySelectorAll("script")) {
    const live = document.createElement("script");
    live.textContent = script.textContent;
    script.replaceWith(live);
  }
  return document;
}

const names = (page: Document): string[] =>
  [...page.querySelectorAll<HTMLTableRowElement>("table.sortable:not(.map) tbody tr")]
    .filter((row) => !row.hidden)
    .map((row) => row.cells[0]?.textContent ?? "");

it("of what could not be read no noughts stand in the columns of numbers", () => {
  const gone = file("坏局", 0, { state: "unreadable", problem: "文件已损坏。", tally: keptFile("坏", "坏").tally });
  const page = opened([gone, file("好局", 0)]);
  const numbers = [...page.querySelectorAll("table.sortable:not(.map) tbody tr")].map((row) =>
    [...row.querySelectorAll("td.number")].map(({ textContent }) => textContent),
  );
  expect(numbers).toEqual([
    ["", "", "", ""],
    ["0", "0", "0", "0"],
  ]);
});

it("what a workbook says is shown as it says it, and nothing of it runs", () => {
  const hostile = file(HOSTILE, 0, {
    state: "unreadable",
    problem: HOSTILE,
    form: HOSTILE,
    suspects: [{ sheet: HOSTILE, address: "A1", value: HOSTILE, expected: HOSTILE, message: HOSTILE }],
    findings: [
      {
        id: HOSTILE,
        key: "",
        verdict: "broken",
        severity: "error",
        rule: HOSTILE,
        why: HOSTILE,
        message: HOSTILE,
        cell: null,
        advice: "",
        figures: "",
        quote: HOSTILE,
        expected: HOSTILE,
      },
    ],
  });
  const html = deskHtml(deskOf([hostile]), { title: HOSTILE, link: () => "./a.xlsx" });
  const page = new DOMParser().parseFromString(html, "text/html");
  expect(page.querySelectorAll("img")).toHaveLength(0);
  expect(page.querySelectorAll("script")).toHaveLength(1);
  expect([...page.querySelectorAll("*")].flatMap(({ attributes }) => [...attributes]).filter(({ name }) => name.startsWith("on"))).toEqual(
    [],
  );
  expect(page.querySelector("h1")?.textContent).toBe(HOSTILE);
  expect(page.querySelector("table.sortable td")?.textContent).toBe(HOSTILE);
});

it("nothing is fetched from elsewhere", () => {
  const page = opened([file("甲局", 1)]);
  expect(page.querySelectorAll("link, img, script[src], iframe")).toHaveLength(0);
  expect(page.querySelector("meta[http-equiv]")?.getAttribute("content")).toMatch(/^default-src 'none'/);
  for (const link of page.querySelectorAll("a")) expect(link.getAttribute("href")).toMatch(/^(#u\d+|\.\/%)/);
});

it("an office's name leads to its findings", () => {
  const page = opened([file("甲局", 2), file("乙局", 0)]);
  const link = page.querySelector("table.sortable td a");
  const section = page.querySelector(link?.getAttribute("href") ?? "none");
  expect([link?.textContent, section?.querySelectorAll("tbody tr").length]).toEqual(["甲局", 2]);
});

it("a head sorts by its column, again the other way; a name and a conclusion leave out the others", () => {
  const page = opened([file("乙局", 2), file("甲局", 0), file("丙局", 11)]);
  const head = [...page.querySelectorAll<HTMLElement>("table.sortable:not(.map) thead button")].find((one) => one.textContent === "不符");
  head?.click();
  expect(names(page)).toEqual(["甲局", "乙局", "丙局"]);
  head?.click();
  expect(names(page)).toEqual(["丙局", "乙局", "甲局"]);
  const [words, state] = [page.querySelector<HTMLInputElement>("#words"), page.querySelector<HTMLSelectElement>("#state")];
  if (!words || !state) throw new Error("no tools");
  state.value = "broken";
  state.dispatchEvent(new Event("change"));
  expect(names(page)).toEqual(["丙局", "乙局"]);
  words.value = "乙";
  words.dispatchEvent(new Event("input"));
  expect(names(page)).toEqual(["乙局"]);
});
