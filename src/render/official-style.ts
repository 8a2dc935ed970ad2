/**
 * The look of an official document (公文, GB/T 9704-2012 as commonly practised; docs/rules.md G). Fonts are named, never
 * replaced: the reader's Word has them.
 */
export interface OfficialStyle {
  /** Line pitch in points, exactly: 28, 28.95 (22 lines a page) or 30. */
  readonly linePitch: number;
  readonly bodyFont: string;
  readonly titleFont: string;
  /** 一、 */
  readonly headingFont: string;
  /** （一） */
  readonly subheadingFont: string;
  /** Digits and letters; null: the font of the text. */
  readonly latinFont: string | null;
}

export const officialStyle: OfficialStyle = {
  linePitch: 28.95,
  bodyFont: "仿宋_GB2312",
  titleFont: "方正小标宋简体",
  headingFont: "黑体",
  subheadingFont: "楷体_GB2312",
  latinFont: null,
};

/** The fonts that a document in this style asks for; tables and page numbers are in 宋体. */
export function fontsOf(style: Partial<OfficialStyle>): readonly string[] {
  const { titleFont, headingFont, subheadingFont, bodyFont, latinFont } = { ...officialStyle, ...style };
  return [titleFont, headingFont, subheadingFont, bodyFont, "宋体", ...(latinFont === null ? [] : [latinFont])];
}

/** 三号, in points; 二号 for the title. */
export const BODY_SIZE = 16;
export const TITLE_SIZE = 22;
/** 四号, for page numbers. */
export const PAGE_NUMBER_SIZE = 14;
/** First-line indent in characters. */
export const INDENT = 2;
