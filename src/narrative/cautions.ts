import type { CellRef } from "../amount/cell-ref";
import type { TableKey } from "../templates/define";
import type { Table } from "../workbook/recognised";
import { segmentsText, type Narrative, type Section } from "./segments";

/** Tables whose figures are doubted for one reason. */
interface Doubted {
  readonly keys: readonly TableKey[];
  readonly tables: readonly Table[];
  /** One Chinese sentence. */
  readonly why: string;
  /** What to do first, one Chinese sentence. */
  readonly advice: string;
}

/** The narrative with what is to be put right before it is used: tables that are doubted, and the sections written from them. */
export function cautioned(narrative: Narrative, doubted: readonly Doubted[]): Narrative {
  const cautions = doubted.flatMap(({ keys, tables, why, advice }) => {
    const sections = narrative.sections.filter(
      (section) => keys.some((key) => isAbout(section, key)) || tables.some((table) => isWrittenFrom(section, table)),
    );
    if (sections.length === 0) return [];
    const these = keys.length > 1 ? "这些表" : "这张表";
    return [`${why}说明的${sectionsSaid(sections, narrative.sections)}要用${these}。${advice}改好后请重新生成说明。`];
  });
  return { ...narrative, cautions };
}

/** That there is nothing in its table, or no such table, a section says without a figure. */
const isAbout = ({ key }: Section, table: TableKey): boolean => key === (table === "overview" ? "overall" : table);

const isWrittenFrom = ({ heading, paragraphs }: Section, table: Table): boolean =>
  [heading, ...paragraphs.map(({ segments }) => segments)]
    .flat()
    .some((segment) => (segment.kind === "figure" || segment.kind === "input") && segment.cells.some((cell) => isIn(table, cell)));

const isIn = ({ sheet, area }: Table, { sheet: name, row, column }: CellRef): boolean =>
  sheet.name === name && area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;

/** 第四、五节; by their headings where a number is another section's too, or none. */
function sectionsSaid(sections: readonly Section[], all: readonly Section[]): string {
  const isOnly = ({ number }: Section): boolean => number !== "" && all.filter((other) => other.number === number).length === 1;
  return sections.every(isOnly)
    ? `第${sections.map(({ number }) => number).join("、")}节`
    : sections.map(({ heading, number }) => `“${segmentsText(heading) || number}”`).join("、");
}
