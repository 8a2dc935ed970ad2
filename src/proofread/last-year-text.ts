import type { AboutText, PriorCategory, TextCategory } from "../inputs/conventions";
import { movedOn, type LastYearText, type LastYearWords } from "../inputs/last-year-words";
import { noInputs } from "../inputs/read";
import { openDesk } from "../narrative/desk";
import { isWritten, sentenceFamilies, writtenOf, type SentenceFamily } from "../narrative/families";
import type { SectionKey } from "../narrative/segments";
import { read, type Reading } from "../narrative/pattern/read";
import { segmentsText } from "../narrative/segments";
import type { Recognised } from "../workbook/recognised";
import { yearIn } from "./book";
import { projectBlocks } from "./sections/project-blocks";
import { bestForm } from "./sentences/beyond";
import type { Found } from "./sentences/found";
import { likeliest } from "./sentences/likeliest";
import { saidIn } from "./sentences/said";
import { spanText, linesOf, type Line } from "./text/lines";
import { placesOf } from "./text/sections";

/** Of which 类别 a reason is, by what the beginning of its quantity's id says. */
const REASONS: readonly (readonly [prefix: string, category: PriorCategory])[] = [
  ["income.", "收入来源"],
  ["expenditure.", "支出总额"],
  ["general.", "一般公共预算"],
  ["items.", "功能科目"],
  ["funds.items.", "政府性基金预算"],
  ["stateCapital.items.", "国有资本经营预算"],
  ["threePublic.", "“三公”经费"],
  ["operating", "机关运行经费"],
];
const NOTES: Readonly<Partial<Record<SectionKey, TextCategory>>> = { commissioned: "委托业务费用途", carriedOver: "结转说明" };
const FIELDS = ["设立的政策依据", "项目承担单位", "资金分配情况"] as const;

/**
 * Reads the reasons, uses and project texts out of last year's 说明 by the sentences of the workbook's template, one string a
 * paragraph. What cannot be placed is left out. Never throws.
 */
export function readLastYearText(paragraphs: readonly string[], recognised: Recognised): LastYearText {
  const lines = linesOf(paragraphs);
  const places = placesOf(lines);
  const body = lines.filter((line, index) => places[index]?.part === 3 && line.kind !== "row");
  const projects = lines.filter((_, index) => places[index]?.part === 3 && places[index].section === "projects");
  const about = lines.filter((line, index) => places[index]?.part === 1 && line.kind !== "row");
  const words = [...aboutWords(about), ...ownWords(body, recognised), ...projectWords(projects)].map((found) => ({
    ...found,
    text: movedOn(found.text, recognised.year),
  }));
  return { words, notes: notesOf(words) };
}

/** Headings of 第一部分, and the text of 填报-文字说明 that stands below each. */
const ABOUT: readonly (readonly [heading: RegExp, name: AboutText])[] = [
  [/^[一二三四五六]、.{0,4}主要(?:职能|职责)/, "主要职能"],
  [/^[一二三四五六]、.{0,4}机构设置/, "机构设置"],
];
const HEADING = /^(?:[一二三四五六]、|第[一二三四五六]部分).{0,30}$/;

/** What the organisation is, a paragraph a line. */
function aboutWords(lines: readonly Line[]): readonly LastYearWords[] {
  const texts = new Map<AboutText, string[]>();
  let current: AboutText | null = null;
  for (const { text } of lines) {
    if (HEADING.test(text)) current = ABOUT.find(([heading]) => heading.test(text))?.[1] ?? null;
    else if (current) texts.set(current, [...(texts.get(current) ?? []), text]);
  }
  return [...texts].map(([name, paragraphs]) => ({ to: "words", category: "部门概况", name, text: paragraphs.join("\n") }));
}

/** What a person wrote in the sentences: found where the sentence's pattern leaves room for it. */
function ownWords(body: readonly Line[], recognised: Recognised): readonly LastYearWords[] {
  // This year's subjects and projects are not last year's: the text names its own.
  const desk = openDesk({ ...recognised, tables: new Map(), year: yearIn(body) ?? recognised.year }, noInputs(), {});
  const own = writtenOf(desk);
  const families: readonly SentenceFamily[] = own ? [own] : sentenceFamilies.filter(isWritten);
  const held = likeliest(
    families.map((family) => ({ family, desk })),
    saidIn(body, recognised.organisation),
    desk.settings.amounts,
  );
  if (!held) return [];
  let section: SectionKey | null = held.expected[0]?.section ?? null;
  return held.found.flatMap((found, index) => {
    const expected = held.expected[held.by[index] ?? -1];
    section = expected?.section ?? section;
    const pattern = (expected ?? bestForm(held, found, section))?.pattern;
    const reading = pattern && read(pattern, found.text, desk.settings.amounts);
    return reading && section ? wordsIn(section, found, reading) : [];
  });
}

function wordsIn(section: SectionKey, found: Found, { slots }: Reading): readonly LastYearWords[] {
  const names = slots.flatMap(({ node, at }): readonly string[] => {
    if (node.kind === "name" && /科目|项目名称$/.test(node.what)) return [segmentsText(node.segments)];
    return node.kind === "free" && node.role === "name" && at ? [found.text.slice(at.start, at.end)] : [];
  });
  return slots.flatMap(({ node, at }): readonly LastYearWords[] => {
    if (node.kind !== "free" || node.role === "name" || !at) return [];
    const text = found.text.slice(at.start, at.end).replace(/[。；]$/, "");
    const notes = NOTES[section];
    if (text === "") return [];
    if (node.role === "reason" && node.quantity) return reasonFor(node.quantity.id, node.quantity.what, names, text);
    if (node.role === "use") return [{ to: "words", category: "支出用途", name: names.join(""), text }];
    return node.role === "note" && notes ? [{ to: "words", category: notes, name: names.join(""), text }] : [];
  });
}

function reasonFor(id: string, what: string, names: readonly string[], text: string): readonly LastYearWords[] {
  const [prefix = "", category] = REASONS.find(([begins]) => id.startsWith(begins)) ?? [];
  if (!category) return [];
  const name = prefix.endsWith("items.")
    ? names.join("/")
    : category === "“三公”经费" || category === "机关运行经费"
      ? what
      : id.slice(prefix.length);
  return name === "" ? [] : [{ to: "reason", category, name, text }];
}

/** A field of several paragraphs is one text of several lines. */
function projectWords(lines: readonly Line[]): readonly LastYearWords[] {
  return projectBlocks(lines).flatMap(({ name, fields }) =>
    FIELDS.flatMap((field): readonly LastYearWords[] => {
      const text = (fields.get(field) ?? [])
        .map(spanText)
        .filter((line) => line !== "")
        .join("\n");
      return text === "" ? [] : [{ to: "project", field, name: spanText(name), text }];
    }),
  );
}

type AboutWords = Extract<LastYearWords, { to: "words" }>;
const isAbout = (word: LastYearWords): word is AboutWords => word.to === "words" && word.category === "部门概况";

function notesOf(words: readonly LastYearWords[]): readonly string[] {
  const count = (to: LastYearWords["to"]): number => words.filter((word) => word.to === to && !isAbout(word)).length;
  const about = words.filter(isAbout).map((word) => `，${word.name}`);
  if (words.length === 0) return ["没有在这份文字里认出原因说明。请确认选的是上年的“预算情况说明”（.txt 或 .docx）。"];
  return [
    `认出增减原因${count("reason")}条、用途${count("words")}条、项目文字${count("project")}条${about.join("")}，只填进空白的格，并标“〔待核实〕”；逐条核实、改好后删去这个标记。`,
  ];
}
