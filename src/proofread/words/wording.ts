import type { Severity } from "../../checks/report";
import type { Ledger } from "../ledger";
import type { ProofCategory } from "../report";
import type { Line } from "../text/lines";
import type { Place } from "../text/sections";

/** A wording that is wrong wherever it stands. */
interface Rule {
  readonly words: RegExp;
  readonly severity: Severity;
  readonly message: string;
  /** What should stand in its place; null where that depends. */
  readonly right: ((match: RegExpExecArray) => string) | null;
  readonly category?: ProofCategory;
  /** Parts of the document; all where absent. */
  readonly parts?: readonly number[];
}

const rules: readonly Rule[] = [
  { words: /上半年(?=结转)/g, severity: "error", message: "“上半年结转结余”应为“上年结转结余”。", right: () => "上年" },
  { words: /部门(?=价值(?:单价)?\d+万元|单价\d+万元)/g, severity: "warning", message: "“单位价值”“单价”的“单位”不是机构，被整篇替换成了“部门”。", right: () => "单位" },
  { words: /回该|待列|支行(?=了|财政|政策|会议|决定|任务)/g, severity: "warning", message: "像是错别字。", right: (match) => ({ 回该: "回访", 待列: "列", 支行: "执行" })[match[0]] ?? "" },
  { words: /备窗口/g, severity: "warning", message: "“备窗口”像是“各窗口”之误。", right: () => "各窗口" },
  { words: /乡镇（镇/g, severity: "warning", message: "“乡镇（镇……）”里的“镇”重复了。", right: () => "乡（镇" },
  { words: /支出预算支出|预算预算|经费经费|主要原因是主要原因/g, severity: "info", message: "词语重复。", right: (match) => ({ 支出预算支出: "支出预算", 预算预算: "预算", 经费经费: "经费" })[match[0]] ?? "主要原因" },
  { words: /(?:用于用于|(?<!目)的的(?!确)|安排安排|情况情况|增加增加|减少减少|(\p{sc=Han}{3,8})\1)/gu, severity: "warning", message: "词语重复。", right: (match) => match[0].slice(match[0].length / 2) },
  { words: /[，。；：、]{2,}/g, severity: "warning", message: "标点重复或冲突。", right: (match) => match[0].slice(-1) },
  { words: /(?:不少于|达到)[^，。；]{0,14}已(?:全部|按时|经)/g, severity: "info", message: "目标写成了已经完成的样子，像是照抄总结。", right: null },
  { words: /(?<=原因(?:是|为)：?)上(?:一)?年(?=在职|退休|人员|职工|编制)/g, severity: "info", message: "“上年……”前像是缺“较”。", right: (match) => `较${match[0]}` },
  { words: /【(\d{4})】/g, severity: "info", message: "公文的发文年份应当用六角括号〔〕。", right: (match) => `〔${match[1] ?? ""}〕` },
  { words: /(?<!\d)1[3-9]\d{9}(?!\d)/g, severity: "warning", message: "公开件里不应有个人手机号码。", right: null },
  { words: /[XＸ×]{2,}(?=[年月日万元个项]|单位|部门)|[?？]{2,}|待填写|待填|待补充|待定|（此处填写[^）]*）|〔待[^〕]*〕|〔缺[^〕]*〕|_{3,}|#REF!|#DIV\/0!|#N\/A|#VALUE!|NaN|undefined/g, severity: "error", message: "占位的字样还没有改掉。", right: null },
  { words: /(?:增加|减少)-\d|(?:增长|下降)-\d/g, severity: "warning", message: "方向词后面又写负号，成了双重否定。", right: (match) => match[0].replace("-", "") },
  { words: /\p{sc=Han},\p{sc=Han}/gu, severity: "info", message: "中文里用了英文逗号。", right: (match) => match[0].replace(",", "，") },
];

/** Wordings that no workbook is needed for (rules.md B10). */
export function judgeWording(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  lines.forEach((line, index) => {
    const part = places[index]?.part ?? 0;
    for (const rule of rules) {
      if (rule.parts && !rule.parts.includes(part)) continue;
      rule.words.lastIndex = 0;
      for (let match = rule.words.exec(line.text); match; match = rule.words.exec(line.text)) {
        const right = rule.right?.(match) ?? null;
        ledger.fault({
          id: "B10", category: rule.category ?? "wording", severity: rule.severity, at: { line, start: match.index, end: match.index + match[0].length }, message: rule.message.startsWith(`“${match[0]}`) ? rule.message : `“${match[0]}”：${rule.message}`,
          ...(right === null ? {} : { expected: right, replaces: true }),
        });
      }
    }
  });
  duplicates(ledger, lines, places);
  leads(ledger, lines);
}

const LONG = 30;

/** The same long paragraph twice in one part. */
function duplicates(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const seen = new Map<string, Line>();
  lines.forEach((line, index) => {
    const place = places[index];
    if (line.kind !== "prose" || line.text.length < LONG || place?.part !== 3) return;
    const key = line.text.replace(/^（?[一二三四五六七八九十\d]{1,3}[）、.]/, "");
    const before = seen.get(key);
    if (before && place.section !== "projects")
      ledger.fault({ id: "B10", category: "wording", severity: "warning", at: { line, start: 0, end: line.text.length }, message: "这一段与前面的一段一字不差，像是重复粘贴。", expected: "", advice: "请删去重复的一段。" });
    seen.set(key, line);
  });
}

/** 主要原因是： and 主要原因是 side by side. */
function leads(ledger: Ledger, lines: readonly Line[]): void {
  const found = lines.flatMap((line) => [...line.text.matchAll(/主要原因是(：?)/g)].map((match) => ({ line, start: match.index, end: match.index + match[0].length, colon: match[1] === "：" })));
  const colons = found.filter(({ colon }) => colon);
  const rare = colons.length * 4 < found.length ? colons : found.length - colons.length < colons.length / 4 ? found.filter(({ colon }) => !colon) : [];
  for (const { line, start, end, colon } of rare.slice(0, 3))
    ledger.fault({ id: "B10", category: "wording", severity: "info", at: { line, start, end }, message: `别处都写“主要原因是${colon ? "" : "："}”，这里${colon ? "多了" : "缺"}冒号。`, expected: colon ? "主要原因是" : "主要原因是：", replaces: true });
}
