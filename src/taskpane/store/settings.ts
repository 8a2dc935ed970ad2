import { officialStyle } from "../../render/official-style";
import { readWords, type WordChoices } from "./word-choices";

/** What the user prefers on this machine; nothing here changes a figure. */
export interface Settings {
  readonly theme: "auto" | "light" | "dark";
  /** Checks again by itself after a change, otherwise results are marked stale. */
  readonly live: boolean;
  /** Keeps what is being written, and a copy of unsaved work (workbench), on this machine. */
  readonly keepCopy: boolean;
  /** Line pitch of the body, points. */
  readonly pitch: number;
  readonly bodyFont: string;
  readonly headingFont: string;
  readonly subheadingFont: string;
  /** Western letters and digits in Times New Roman rather than in the body's font. */
  readonly westernFont: boolean;
  /** Puts the pictures into the whole report. */
  readonly withPictures: boolean;
  /** Where localities differ in words; what is absent follows the template. */
  readonly words: WordChoices;
}

export const defaultSettings: Settings = {
  theme: "auto",
  live: false,
  keepCopy: true,
  pitch: officialStyle.linePitch,
  bodyFont: officialStyle.bodyFont,
  headingFont: officialStyle.headingFont,
  subheadingFont: officialStyle.subheadingFont,
  westernFont: false,
  withPictures: false,
  words: {},
};

export const pitches: readonly number[] = [28, 28.95, 29, 30];
export const bodyFonts: readonly string[] = ["仿宋_GB2312", "仿宋", "方正仿宋_GBK"];
export const subheadingFonts: readonly string[] = ["楷体_GB2312", "楷体", "方正楷体_GBK"];
export const headingFonts: readonly string[] = ["黑体", "方正黑体_GBK"];

const oneOf = <T>(value: unknown, known: readonly T[], otherwise: T): T => known.find((entry) => entry === value) ?? otherwise;
const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === "boolean" ? value : otherwise);

/** Settings from what was stored, whatever it holds; what is not understood takes its default. */
export function readSettings(stored: unknown): Settings {
  const from = (typeof stored === "object" && stored !== null ? stored : {}) as Readonly<Partial<Record<keyof Settings, unknown>>>;
  return {
    theme: oneOf(from.theme, ["auto", "light", "dark"] as const, defaultSettings.theme),
    live: flag(from.live, defaultSettings.live),
    keepCopy: flag(from.keepCopy, defaultSettings.keepCopy),
    pitch: oneOf(from.pitch, pitches, defaultSettings.pitch),
    bodyFont: oneOf(from.bodyFont, bodyFonts, defaultSettings.bodyFont),
    headingFont: oneOf(from.headingFont, headingFonts, defaultSettings.headingFont),
    subheadingFont: oneOf(from.subheadingFont, subheadingFonts, defaultSettings.subheadingFont),
    westernFont: flag(from.westernFont, defaultSettings.westernFont),
    withPictures: flag(from.withPictures, defaultSettings.withPictures),
    words: readWords(from.words),
  };
}
