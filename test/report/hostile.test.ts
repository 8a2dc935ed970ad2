import { DoorProblem } from "../../src/hosts/door";
import { readReportBytes } from "../../src/hosts/file/node";
import { docx, p, tbl, tc } from "./docx-writer";
import { pdf, words } from "./pdf-writer";

const many = (count: number, text: string): string => new Array<string>(count).fill(text).join("");
const html = (text: string): Uint8Array => new TextEncoder().encode(`<html><body>${text}</body></html>`);

// What is there to bring a reader down ends in words, before memory or patience do.
it.each<[string, () => Uint8Array, string, RegExp]>([
  ["elements without end", () => docx(many(450_000, "<w:p/>")), "炸弹.docx", /大得不像/],
  ["nesting without end", () => docx(many(2000, "<w:sdt><w:sdtContent>") + many(2000, "</w:sdtContent></w:sdt>")), "深.docx", /大得不像/],
  [
    "cells joined over a thousand columns, row after row",
    () => docx(tbl(...new Array<string[]>(50).fill(new Array<string>(10).fill(tc("甲", '<w:gridSpan w:val="1000"/>'))))),
    "宽.docx",
    /大得不像/,
  ],
  ["XML that is none", () => docx("<w:p>").slice(0), "坏.docx", /已损坏，没有读取/],
  [
    "a web page's cell over a thousand rows and columns",
    () => html(`<table>${many(1000, "<tr><td>甲</td></tr>")}<tr><td rowspan=1000 colspan=1000>甲</td></tr></table>`),
    "大.html",
    /大得不像/,
  ],
  ["pictures that unpack to more than a report has", () => docx(p("正文"), {}, "word/document.xml", 210_000_000), "图.docx", /大得不像/],
  ["one paragraph of a book's length", () => docx(p(many(70_000, "字"))), "长.docx", /大得不像/],
  ["more paragraphs than a report has", () => docx(many(21_000, p("字"))), "多.docx", /大得不像/],
  ["ten thousand pages", () => pdf(new Array<{ operations: string[] }>(10_000).fill({ operations: [] })), "长.pdf", /10000 页/],
])("%s", async (_, bytes, name, message) => {
  const error: unknown = await readReportBytes(bytes(), name).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(DoorProblem);
  expect((error as DoorProblem).message).toMatch(message);
});

it("the same character printed over and over is one", async () => {
  const report = await readReportBytes(pdf([{ operations: [many(20_000, words(60, 100, "甲")), words(60, 130, "收支预算")] }]), "重.pdf");
  expect(report.blocks.map((block) => (block.kind === "paragraph" ? block.text : ""))).toEqual(["甲", "收支预算"]);
});

it("a short paragraph is still read", async () => {
  expect((await readReportBytes(docx(p("正文")), "a.docx")).blocks).toHaveLength(1);
});
