import type { DraftStyle } from "../../workbook/draft";

/** How a kind of cell looks in a written sheet; the same as in a written file. */
export interface Look {
  /** "@" keeps codes such as 01 as text when they are edited. */
  readonly format: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly strike?: boolean;
  readonly fill?: string;
  readonly border?: boolean;
  readonly horizontal: "Left" | "Center" | "Right" | "General";
  readonly vertical: "Center" | "Top";
  readonly wrap: boolean;
}

export const BORDER_COLOR = "#A6A6A6";
const INPUT_FILL = "#FFF9E5";

const text: Look = { format: "@", fontName: "宋体", fontSize: 11, border: true, horizontal: "Left", vertical: "Center", wrap: true };
const amount: Look = { ...text, format: "#,##0.00", horizontal: "Right", wrap: false };
const plain: Look = { format: "General", fontName: "宋体", fontSize: 11, horizontal: "General", vertical: "Center", wrap: false };

export const LOOKS: Readonly<Record<DraftStyle, Look>> = {
  title: { ...plain, fontSize: 16, bold: true, horizontal: "Center" },
  heading: { ...text, format: "General", bold: true, fill: "#E8EEF4", horizontal: "Center" },
  section: { ...plain, bold: true },
  label: text,
  input: { ...text, fill: INPUT_FILL },
  inputAmount: { ...amount, fill: INPUT_FILL },
  amount,
  percent: { ...amount, format: "0.00%" },
  note: { ...plain, fontSize: 9, color: "#595959" },
  body: { ...plain, fontName: "仿宋", vertical: "Top", wrap: true },
  error: { ...text, format: "General", fill: "#FDE0DD" },
  warning: { ...text, format: "General", fill: "#FFF0CC" },
  info: { ...text, format: "General", fill: "#E3F0FB" },
  done: { ...text, color: "#595959", strike: true },
  blank: plain,
};
