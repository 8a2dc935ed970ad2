/** What a number counts: the unit by its plainest name, and by how many places the number is moved to be in it (1.5万人: 15000人). */
export interface Unit {
  /** "" where none is written. */
  readonly name: string;
  /** Of a price: for each of what (元/人). */
  readonly per: string;
  readonly places: number;
  readonly written: string;
}

const WRITTEN =
  /^([万亿]?)(平方公里|平方千米|平方米|立方米|工作日|工作天|公里|千米|公斤|千克|公顷|小时|分钟|季度|个月|个季度|个学期|个星期|个小时|个工作日|场次|批次|人次|户次|台次|车次|件次|课时|学时|人天|平米|㎡|[元件条篇份项个家所处座户户人名位次场期批届轮回天日月周年吨亩米套台辆部艘架册本张幅块棵株头只羽粒袋箱桶瓶盒支颗口盏面枚通课节班组例起宗卷种类步]|%|‰)?((?:[/每]\p{sc=Han}{1,4}){0,3})/u;

/** Words for one and the same: people, wholes, occasions, days … by whichever of them. */
const ALIKE: readonly (readonly string[])[] = [
  ["人", "名", "位"],
  ["个", "家", "所", "处", "座", "户", "项"],
  ["次", "场", "期", "批", "届", "轮", "回", "班", "场次", "批次"],
  ["天", "日"],
  ["月", "个月"],
  ["季度", "个季度"],
  ["小时", "个小时"],
  ["工作日", "个工作日", "工作天"],
  ["公里", "千米"],
  ["平方公里", "平方千米"],
  ["平方米", "㎡", "平米"],
  ["公斤", "千克"],
  ["台", "套", "部", "辆", "架"],
  ["册", "本"],
  ["棵", "株"],
  ["起", "宗", "例"],
  ["课时", "学时", "课", "节"],
];
const PLAIN = new Map(ALIKE.flatMap(([plain = "", ...others]) => others.map((other) => [other, plain] as const)));

/** The unit that a text begins with, behind a number. */
export function unitAt(text: string): Unit {
  const [written = "", large = "", name = "", per = ""] = WRITTEN.exec(text.slice(0, LONGEST)) ?? [];
  const places = large === "万" ? 4 : large === "亿" ? 8 : 0;
  // 12万 is 12万元, and 万 before what is no unit is none either.
  return { name: PLAIN.get(name) ?? name, per: name === "" ? "" : per, places, written };
}
const LONGEST = 20;

/** same: counted in the same · open: one of the two does not say in what · other. */
export function sharedUnit(a: Unit, b: Unit): "same" | "open" | "other" {
  if (a.name === "" || b.name === "") return "open";
  return a.name === b.name ? "same" : "other";
}

const TIME = new Set(["小时", "分钟", "天", "工作日", "月", "季度", "周", "年"]);
const THINGS = new Set(["件", "条", "篇", "份", "个", "册", "张", "台", "幅", "起", "种"]);
const both =
  (names: ReadonlySet<string>) =>
  (a: Unit, b: Unit): boolean =>
    names.has(a.name) && names.has(b.name);

/** Both say how long. */
export const isTime = both(TIME);
/** Both count things, of which there is one number whatever they are counted by. */
export const isThings = both(THINGS);
