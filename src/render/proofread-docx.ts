import { conclusion } from "../checks/level";
import type { IRunOptions } from "docx";
import { fullAddress } from "../amount/cell-ref";
import type { ProofFinding, ProofreadReport } from "../proofread/report";
import { clean, font, halfPoints, LANDSCAPE_TEXT_WIDTH, millimetres, PAGE, type Docx } from "./docx-measures";
import { categoryLabel } from "./proof-sheet";

/** What the list is about; printed at its head. */
export interface ProofAbout {
  /** Name of the text, "" where it was pasted. */
  readonly text: string;
  readonly organisation: string | null;
  readonly year: number | null;
}

const HEADINGS = ["序号", "结论", "类别", "段", "原文", "应为", "说明", "依据"] as const;
/** Shares of the width, in hundredths. */
const WIDTHS = [5, 7, 9, 5, 20, 17, 27, 10] as const;
const SHADES = { error: "F8D7DA", warning: "FFF3CD", info: "E7F1FB" } as const;
const TITLE_SIZE = 22;
const TEXT_SIZE = 10.5;
const CELL_SIZE = 9;

/**
 * The faults of a text as a Word document to hand back: a table with one row a finding, then what could not be held
 * against anything. All words of the text and the workbook are put in as text, never as fields.
 *
 * @returns the bytes of a .docx file.
 */
export async function proofreadDocx(report: ProofreadReport, about: ProofAbout): Promise<Uint8Array> {
  const docx = await import("docx");
  const subject = [about.organisation, about.year === null ? null : `${about.year}年`, about.text]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
  const children = [
    line(docx, "预算情况说明校对结果", TITLE_SIZE, { centred: true, name: "方正小标宋简体" }),
    ...(subject === "" ? [] : [line(docx, subject, TEXT_SIZE, { centred: true })]),
    line(docx, report.summary, TEXT_SIZE),
    ...(report.findings.length === 0
      ? [line(docx, "没有发现不符。", TEXT_SIZE)]
      : [
          table(
            docx,
            HEADINGS,
            report.findings.map((finding, index) => findingCells(finding, index + 1)),
            WIDTHS,
          ),
        ]),
    ...(report.coverage.unchecked.length === 0
      ? []
      : [
          line(docx, "未核对的数字", TEXT_SIZE, { strong: true }),
          table(
            docx,
            ["段", "原文", "原因"],
            report.coverage.unchecked.map(({ paragraph, quote, reason }) => ({ cells: [String(paragraph), quote, reason], shade: null })),
            [8, 22, 70],
          ),
        ]),
    line(docx, "", TEXT_SIZE),
  ];
  const document = new docx.Document({
    creator: "预算公开助手",
    title: "预算情况说明校对结果",
    sections: [
      {
        properties: {
          page: {
            size: { ...PAGE.size, orientation: docx.PageOrientation.LANDSCAPE },
            margin: { top: millimetres(20), bottom: millimetres(20), left: millimetres(20), right: millimetres(20) },
          },
        },
        children,
      },
    ],
  });
  return new Uint8Array(await (await docx.Packer.toBlob(document)).arrayBuffer());
}

interface Cells {
  readonly cells: readonly string[];
  /** Background of the second cell. */
  readonly shade: string | null;
}

function findingCells(finding: ProofFinding, number: number): Cells {
  const [cell] = finding.cells;
  return {
    cells: [
      String(number),
      conclusion(finding),
      categoryLabel(finding),
      String(finding.paragraph),
      finding.quote,
      finding.expected,
      [finding.message, finding.advice].filter((part) => part !== "").join(""),
      cell ? fullAddress(cell) : "",
    ],
    shade: SHADES[finding.severity],
  };
}

function line(
  docx: Docx,
  text: string,
  size: number,
  { centred = false, strong = false, name = "仿宋_GB2312" }: { centred?: boolean; strong?: boolean; name?: string } = {},
): InstanceType<Docx["Paragraph"]> {
  return new docx.Paragraph({
    alignment: centred ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
    spacing: { before: 60, after: 60 },
    children: [run(docx, text, size, strong, name)],
  });
}

function run(docx: Docx, text: string, size: number, strong: boolean, name: string): InstanceType<Docx["TextRun"]> {
  const options: IRunOptions = { text: clean(text), size: halfPoints(size), bold: strong, font: font(name, null) };
  return new docx.TextRun(options);
}

function table(docx: Docx, headings: readonly string[], rows: readonly Cells[], widths: readonly number[]): InstanceType<Docx["Table"]> {
  const columnWidths = widths.map((share) => Math.round((LANDSCAPE_TEXT_WIDTH * share) / 100));
  const cell = (text: string, index: number, strong: boolean, shade: string | null): InstanceType<Docx["TableCell"]> =>
    new docx.TableCell({
      width: { size: columnWidths[index] ?? 0, type: docx.WidthType.DXA },
      ...(shade === null ? {} : { shading: { type: docx.ShadingType.CLEAR, color: "auto", fill: shade } }),
      children: [new docx.Paragraph({ children: [run(docx, text, CELL_SIZE, strong, "宋体")] })],
    });
  return new docx.Table({
    columnWidths,
    layout: docx.TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    rows: [
      new docx.TableRow({ tableHeader: true, children: headings.map((heading, index) => cell(heading, index, true, "EDEDED")) }),
      ...rows.map(
        ({ cells, shade }) =>
          new docx.TableRow({
            cantSplit: true,
            children: cells.map((text, index) => cell(text, index, false, index === 1 ? shade : null)),
          }),
      ),
    ],
  });
}
