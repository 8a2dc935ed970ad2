import { looks } from "./looks";
import { sounds } from "./sounds";
import { terms } from "./terms";

/** A word of the trade with one of its characters taken for another that sounds or looks like it. */
export interface Confusion {
  readonly start: number;
  readonly end: number;
  readonly right: string;
  /** The wrong character stands at the edge of the word, beside another one: what ought to stand there may be more than the word. */
  readonly edge: boolean;
}

/** Character -> the groups it is in. */
const groups = new Map<string, number[]>();
[...sounds, ...looks].forEach((group, index) => {
  for (const character of group) groups.set(character, [...(groups.get(character) ?? []), index]);
});

function alike(a: string, b: string): boolean {
  const others = groups.get(b);
  return others !== undefined && (groups.get(a) ?? []).some((group) => others.includes(group));
}

const known = new Set(terms);
/** Two characters as one number: looked up at every place of a text. */
const pairOf = (text: string, first: number, second: number): number => text.charCodeAt(first) * 0x10000 + text.charCodeAt(second);
/** In 16 bits: most places of a text are told by this alone to hold nothing. */
const hashOf = (text: string, first: number, second: number): number => ((text.charCodeAt(first) * 31) ^ text.charCodeAt(second)) & 0xffff;
/** A stretch of a word that is intact wherever the one wrong character stands outside it. */
interface Anchor {
  readonly text: string;
  /** Words that have it, and where in them. */
  readonly words: { readonly word: string; readonly offset: number }[];
}

/** By their first two characters: one half of a word, or of a short one two of its three characters, is always intact. */
const anchors = anchorsOf(terms);
/** Short words by the first and the last character, for the one between. */
const frames = framesOf(terms.filter(({ length }) => length === 3));

function anchorsOf(words: readonly string[]): ReadonlyMap<number, readonly Anchor[]> {
  const found = new Map<string, Anchor>();
  const add = (word: string, offset: number, end: number): void => {
    const text = word.slice(offset, end);
    const anchor = found.get(text);
    if (anchor) anchor.words.push({ word, offset });
    else found.set(text, { text, words: [{ word, offset }] });
  };
  for (const word of words) {
    const half = word.length >> 1;
    add(word, 0, Math.max(2, half));
    add(word, Math.min(half, word.length - 2), word.length);
  }
  const byPair = new Map<number, Anchor[]>();
  for (const anchor of found.values()) byPair.set(pairOf(anchor.text, 0, 1), [...(byPair.get(pairOf(anchor.text, 0, 1)) ?? []), anchor]);
  return byPair;
}

function framesOf(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const word of words) found.set(pairOf(word, 0, 2), [...(found.get(pairOf(word, 0, 2)) ?? []), word]);
  return found;
}

const NONE: readonly never[] = [];

/** Where an anchor (1) or a frame (2) may be, by hash. */
const hints = new Uint8Array(0x10000);
const hint = (text: string, second: number, bit: number): void => {
  const at = hashOf(text, 0, second);
  hints[at] = (hints[at] ?? 0) | bit;
};
for (const group of anchors.values()) for (const { text } of group) hint(text, 1, 1);
for (const words of frames.values()) for (const word of words) hint(word, 2, 2);
const mayBe = (text: string, first: number, second: number, bit: number): boolean =>
  ((hints[hashOf(text, first, second)] ?? 0) & bit) !== 0;

/** Every such place of a text, the longest word first where several fit. */
export function confusionsIn(text: string): readonly Confusion[] {
  const found: Confusion[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (mayBe(text, at, at + 1, 1))
      for (const anchor of anchors.get(pairOf(text, at, at + 1)) ?? NONE)
        if (text.startsWith(anchor.text, at)) for (const { word, offset } of anchor.words) consider(word, at - offset);
    if (mayBe(text, at, at + 2, 2)) for (const word of frames.get(pairOf(text, at, at + 2)) ?? NONE) consider(word, at);
  }
  return longest(found);

  function consider(word: string, start: number): void {
    const end = start + word.length;
    if (start < 0 || end > text.length) return;
    const differs = onlyDifference(text, start, word);
    if (differs < 0 || !alike(text.charAt(start + differs), word.charAt(differs)) || known.has(text.slice(start, end))) return;
    const edge = (differs === 0 && joins(text.charAt(start - 1))) || (differs === word.length - 1 && joins(text.charAt(end)));
    if (
      edge &&
      (differs === 0 ? isNeighbours(text, start - 1, word.slice(1), BEGINS) : isNeighbours(text, end - 1, word.slice(0, -1), ENDS))
    )
      return;
    found.push({ start, end, right: word, edge });
  }
}

const HAN = /\p{sc=Han}/u;
/** Characters that stand by themselves between words. */
const APART = "的是为和与较比等由共";
const joins = (neighbour: string): boolean => HAN.test(neighbour) && !APART.includes(neighbour);

/** What is left of a word may begin another (用车, 会经费), or end one. */
const BEGINS = /^[用会业务员公部]/;
const ENDS = /[用会业务员费人]$/;
const SHORTEST_REST = 3;
/** Everyday words whose second character sounds like the first of a word of the trade, or whose first like the last of one. */
const COMMON = (
  "保证 论证 验证 认证 公证 求证 查证 办公 周转 运转 合作 协作 制作 操作 运作 写作 创作 作为 成为 认为 行为 落实 充实 现实 真实 切实 扎实 核实 " +
  "确实 及时 按时 同时 随时 准时 临时 超时 定时 小时 学时 我市 全市 本市 该市 城市 方式 形式 模式 正式 格式 知识 意识 认识 建设 开设 铺设 架设 " +
  "申请 邀请 聘请 提请 报请 公务 业务 任务 服务 事务 债务 财务 职务 义务 医务 总务 警务 政务 党务 税务 商务 劳务 家务 实务 特务 勤务 法务 服务员 " +
  "加工 施工 职工 员工 民工 分工 人工 手工 开工 竣工 完工 复工 用工 招工 误工 计划 规划 策划 利益 效益 权益 收益 公益 有益 增益 日益"
).split(" ");
/** Every two characters side by side in the words of the trade and of every day. */
const together = new Set(
  [...COMMON, ...terms].flatMap((word) => Array.from({ length: word.length - 1 }, (_, at) => pairOf(word, at, at + 1))),
);

/**
 * At an edge the character may belong to the neighbour: 保证|府采购, 办公|会经费. So it does where the two make a word of the trade,
 * or stand together elsewhere in the text, or where too little of the word is left to tell.
 */
function isNeighbours(text: string, at: number, rest: string, makes: RegExp): boolean {
  if (rest.length < SHORTEST_REST || makes.test(rest) || known.has(rest)) return true;
  const pair = text.slice(at, at + 2);
  return together.has(pairOf(text, at, at + 1)) || text.indexOf(pair) < at || text.includes(pair, at + 1);
}

/** Where the text differs from the word, if in one place only; else -1. */
function onlyDifference(text: string, start: number, word: string): number {
  let differs = -1;
  for (let i = 0; i < word.length; i += 1) {
    if (text.charCodeAt(start + i) === word.charCodeAt(i)) continue;
    if (differs >= 0) return -1;
    differs = i;
  }
  return differs;
}

function longest(found: readonly Confusion[]): readonly Confusion[] {
  const kept: Confusion[] = [];
  for (const one of [...found].sort((a, b) => Number(a.edge) - Number(b.edge) || b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (!kept.some(({ start, end }) => one.start < end && one.end > start)) kept.push(one);
  return kept;
}
