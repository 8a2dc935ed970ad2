import { normalise } from "../text/wording";
import type { PriorCategory, TextCategory } from "./conventions";

/** Words of last year's 说明 that may serve again: a starting point, to be confirmed by a person. */
export type LastYearWords =
  | { readonly to: "reason"; readonly category: PriorCategory; readonly name: string; readonly text: string }
  | { readonly to: "words"; readonly category: TextCategory; readonly name: string; readonly text: string }
  | { readonly to: "project"; readonly field: "设立的政策依据" | "项目承担单位" | "资金分配情况"; readonly name: string; readonly text: string };

type ProjectField = Extract<LastYearWords, { to: "project" }>["field"];

export interface LastYearText {
  readonly words: readonly LastYearWords[];
  /** Chinese: what was found, and what a person should know. */
  readonly notes: readonly string[];
}

const SECTION = /^[一二三四五六七八九十]+、(.*)$/u;
const REASON = /主要原因(?:是|为)?[：:]?(.+?)[。；;]?$/su;
const ITEM = /^\d+[.、．]\s*(\S.{0,59}?)[（(]类[）)](.{1,60}?)[（(]款[）)](.{1,60}?)[（(]项[）)]/u;
const PART = /^(基本支出|项目支出)/u;
const SOURCE = /^(.{1,60}?)[\d,，.]{1,20}万元[，,]占/u;
const THREE_PUBLIC = /(因公出国[（(]境[）)]费用?|公务用车购置费?|公务用车运行(?:维护)?费?|公务接待费)(?:增加|减少|比上年|与上年)[^；;]{0,200}?主要原因(?:是|为)?[：:]?([^；;]+)/gu;
const USE = /([\u4e00-\u9fff、]{1,40}?)[\d,.]{1,20}万元[，,]主要用于[：:]?([^；;。]+)/gu;
const COMMISSIONED = /^\d+[.、．]\s*(\S.{0,99}?)(?:委托业务费)?[\d,.]{1,20}万元[，,]主要用于[：:]?(.+?)。?$/u;
const PROJECT = /^[（(]?[一二三四五六七八九十\d]+[）).、．]?\s*项目名称[：:]\s*(\S.*)$/u;
const PROJECT_FIELD = /^(设立的政策依据|项目承担单位|资金分配情况)[：:](.*)$/u;

/**
 * Reads the reasons, uses and project texts out of last year's 说明, one string a paragraph. What cannot be placed is left
 * out. Never throws.
 */
export function readLastYearText(paragraphs: readonly string[]): LastYearText {
  const words: LastYearWords[] = [];
  let place: Place = "none";
  let project = "";
  let field: ProjectField | null = null;
  for (const raw of paragraphs) {
    const text = raw.replace(/\s+/g, "").slice(0, 5000);
    const heading = SECTION.exec(text);
    if (heading && text.length < 80) {
      place = placeOf(heading[1] ?? "");
      [project, field] = ["", null];
      continue;
    }
    if (text.includes("规模变化情况")) place = "scale";
    if (text.includes("具体使用情况")) place = "uses";
    if (place === "projects") {
      const named = PROJECT.exec(text);
      const given = PROJECT_FIELD.exec(text);
      if (named?.[1]) [project, field] = [named[1], null];
      else if (given?.[1] && project !== "") {
        field = given[1] as ProjectField;
        const said = given[2]?.trim() ?? "";
        if (said !== "") words.push({ to: "project", field, name: project, text: said });
      } else if (field && project !== "" && !/^(?:预算安排规模|资金执行时间)/u.test(text)) words.push({ to: "project", field, name: project, text });
      if (/^(?:预算安排规模|资金执行时间)/u.test(text)) field = null;
      continue;
    }
    words.push(...readParagraph(text, place));
  }
  const joined = joinProjects(words);
  return { words: joined, notes: notesOf(joined) };
}

type Place = "none" | "income" | "expenditure" | "fiscal" | "scale" | "uses" | "projects" | "threePublic" | "commissioned" | "other";

function placeOf(heading: string): Place {
  if (heading.includes("收入预算情况说明")) return "income";
  if (heading.includes("财政拨款收支")) return "fiscal";
  if (heading.includes("三公")) return "threePublic";
  if (heading.includes("委托业务费")) return "commissioned";
  if (heading.includes("项目支出情况")) return "projects";
  if (heading.includes("当年拨款")) return "scale";
  if (heading.includes("其他重要事项")) return "other";
  return /\d{4}年支出预算情况说明|支出预算情况说明$/u.test(heading) ? "expenditure" : "none";
}

function readParagraph(text: string, place: Place): readonly LastYearWords[] {
  const reason = REASON.exec(text)?.[1] ?? "";
  const because = (category: PriorCategory, name: string | undefined): readonly LastYearWords[] => (name && reason !== "" ? [{ to: "reason", category, name, text: reason }] : []);
  switch (place) {
    case "income":
      return because("收入来源", SOURCE.exec(text)?.[1]);
    case "expenditure":
      return because("支出总额", PART.exec(text)?.[1]);
    case "scale":
      return because("一般公共预算", PART.exec(text)?.[1]);
    case "uses": {
      const item = ITEM.exec(text);
      return because("功能科目", item ? `${item[1] ?? ""}/${item[2] ?? ""}/${item[3] ?? ""}` : undefined);
    }
    case "threePublic":
      return [...text.matchAll(THREE_PUBLIC)].map(([, name = "", why = ""]): LastYearWords => ({ to: "reason", category: "“三公”经费", name, text: why.replace(/。$/u, "") }));
    case "fiscal":
      return [...text.replace(/^.*?支出包括[：:]/u, "").matchAll(USE)].map(([, name = "", use = ""]): LastYearWords => ({ to: "words", category: "支出用途", name, text: use }));
    case "commissioned": {
      const item = COMMISSIONED.exec(text);
      return item?.[1] && item[2] ? [{ to: "words", category: "委托业务费用途", name: item[1], text: item[2] }] : [];
    }
    case "other":
      return text.includes("机关运行经费财政拨款预算") ? because("机关运行经费", "机关运行经费") : [];
    default:
      return [];
  }
}

/** A field of several paragraphs is one text of several lines. */
function joinProjects(words: readonly LastYearWords[]): readonly LastYearWords[] {
  const joined: LastYearWords[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (word.to === "project" && last?.to === "project" && last.field === word.field && normalise(last.name) === normalise(word.name))
      joined[joined.length - 1] = { ...last, text: `${last.text}\n${word.text}` };
    else joined.push(word);
  }
  return joined;
}

function notesOf(words: readonly LastYearWords[]): readonly string[] {
  const count = (to: LastYearWords["to"]): number => words.filter((word) => word.to === to).length;
  if (words.length === 0) return ["没有在这份文字里认出原因说明。请确认选的是上年的“预算情况说明”（.txt 或 .docx）。"];
  return [`认出增减原因${count("reason")}条、用途${count("words")}条、项目文字${count("project")}条，只填进空白的格，并标“〔待核实〕”；逐条核实、改好后删去这个标记。`];
}
