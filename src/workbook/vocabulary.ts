import type { Unit } from "../amount/unit";
import { remembered } from "../text/remembered";
import { normalise } from "../text/wording";

const set = (...words: string[]): ReadonlySet<string> => new Set(words.map(normalise));

export const CLASS_HEAD = set("类");
export const GROUP_HEAD = set("款");
export const ITEM_HEAD = set("项");
/** 功能分类科目, 支出经济分类, 政府预算经济科目…: a classification, whose it is before it, with or without 科目. */
const WHOSE = ["", "支出", "部门", "部门预算", "部门预算支出", "政府", "政府预算", "政府预算支出"];
const SUBJECTS = WHOSE.flatMap((whose) =>
  ["功能分类科目", "经济分类科目", "功能科目", "经济科目", "功能分类", "经济分类"].map((kind) => whose + kind),
);

const followed = (stems: readonly string[], tails: readonly string[]): readonly string[] =>
  stems.flatMap((stem) => tails.map((tail) => stem + tail));

export const CODE_HEADS = set(...followed(["", "科目", ...SUBJECTS], ["编码", "代码"]), "类款项");
/** Subjects below the units they are of, in one column with them. */
const UNITS_AND_SUBJECTS = ["单位名称(科目)", "单位(科目名称)", "单位名称(科目名称)", "单位(科目)名称"];
export const NAME_HEADS = set("科目名称", ...followed(SUBJECTS, ["", "名称"]), ...UNITS_AND_SUBJECTS);
/** The number of an office: neither a subject's code nor an amount. */
export const OFFICE_CODE_HEADS = set(...followed(["部门", "单位", "预算单位", "部门(单位)", "部门单位"], ["代码", "编码"]));
const OFFICE_NAME_HEADS = set("单位名称", "部门名称", "部门(单位)名称", "部门单位名称");
export const PROJECT_HEADS = set("项目名称", "项目(名称)");
/** Headings over names: below one of them stands no heading but another of these, so any other word begins the body. */
export const LABEL_HEADS: ReadonlySet<string> = new Set([
  ...NAME_HEADS,
  ...PROJECT_HEADS,
  ...set("项目", "科目", "内容", "单位名称", "“三公”经费支出内容"),
]);

/** Whether a normalised text is the heading of codes or names: such a word names no row. */
export function isLabelHeading(word: string): boolean {
  return (
    LABEL_HEADS.has(word) ||
    OFFICE_CODE_HEADS.has(word) ||
    OFFICE_NAME_HEADS.has(word) ||
    CODE_HEADS.has(word) ||
    CLASS_HEAD.has(word) ||
    GROUP_HEAD.has(word) ||
    ITEM_HEAD.has(word)
  );
}

/** Columns that count rows: never labels, never amounts. */
export const ROW_NUMBER_HEADS = set("行次", "序号", "栏次");
/** Group headings over the right side of a two-sided table. */
export const RIGHT_GROUPS = set("支出", "财政拨款支出", "支出预算", "本年支出", "支出用途");
const OTHER_HEADS = set(
  "科目",
  "项目",
  "收入",
  "支出",
  "预算数",
  "资金来源",
  "单位名称",
  "备注",
  "基本支出",
  "项目支出",
  "小计",
  "栏次",
  "内容",
  "“三公”经费支出内容",
);

/** Headings that every family's tables share. */
const shared: readonly string[] = [
  ...CLASS_HEAD,
  ...GROUP_HEAD,
  ...ITEM_HEAD,
  ...CODE_HEADS,
  ...NAME_HEADS,
  ...PROJECT_HEADS,
  ...ROW_NUMBER_HEADS,
  ...OFFICE_CODE_HEADS,
  ...OFFICE_NAME_HEADS,
  ...RIGHT_GROUPS,
  ...OTHER_HEADS,
];

/** Headings may carry a unit, a number or the year: "预算数（万元）", "合计(1)", "2026年预算数". */
const TAIL = /\((?:单位:)?(?:万元|元|\d{1,2}(?:=[^()]*)?)\)$/;
const THIS_YEAR = /^本年度?(?=预算数$|金额$)/;
const NAMED_YEAR = /^(20\d\d)年度?(?=.*(?:预算数|金额)$)/;
/** The year's budget says no less than its figures. */
const YEARS_BUDGET = /^(20\d\d年度?)预算$/;
const UNIT_TAIL = /\((?:单位:)?(万元|元)\)$/;
/** No heading begins with a digit but one that names the year. */
const MAY_BE_HEADING = /^[^\d０-９]|^\s*[\d０-９]{4}\s*年/;

/** The unit a heading states beside its words: "预算数（万元）". */
export function unitInHeading(raw: string): Unit | null {
  const unit = UNIT_TAIL.exec(normalise(raw))?.[1];
  return unit === "元" || unit === "万元" ? unit : null;
}

/** A heading that may name its year. */
export interface DatedHeading {
  readonly word: string;
  readonly year: number | null;
}

/** "2026年预算数", "2026年预算" -> 2026 and "预算数": of two such columns the later year is the budget's. */
export const headingYear = remembered((written): DatedHeading => {
  const heading = written.replace(YEARS_BUDGET, "$1预算数");
  const year = NAMED_YEAR.exec(heading)?.[1];
  return year === undefined ? { word: heading, year: null } : { word: heading.replace(NAMED_YEAR, ""), year: Number(year) };
});

const headingOf = remembered((raw) => normalise(raw).replace(TAIL, "").replace(THIS_YEAR, ""));

/** Normalises headings and knows which words are one. */
export class Words {
  private readonly headings: ReadonlySet<string>;
  private readonly longest: number;

  /** @param own headings of one family's tables. */
  constructor(own: Iterable<string>) {
    this.headings = new Set([...shared, ...own]);
    this.longest = Math.max(...[...this.headings].map((word) => word.length));
  }

  /** The normalised heading text. */
  heading(raw: string): string {
    return headingOf(raw);
  }

  isHeading(raw: string): boolean {
    return raw.length <= this.longest * 3 && MAY_BE_HEADING.test(raw) && this.headings.has(headingYear(this.heading(raw)).word);
  }
}
