import { classCodeOf } from "../templates/common/subjects";
import type { PanelSide, TableSpec } from "../templates/define";
import { remembered, rememberedFor } from "../text/remembered";
import { isTotalLabel, normaliseLabel, withoutNumbering } from "../text/wording";
import type { ColumnMap } from "./columns";
import { nameOf, textAt, type RowDraft, type RowReader } from "./row-reader";

const CLASS_AHEAD = /^\s*(2\d\d)(?!\d)\s*/;

/** Rows of tables with panels: a line or a class of expenditure in each; any may be blank. */
export function panelReader(spec: TableSpec, columns: ColumnMap): RowReader {
  const readers = columns.panels.map((panel) => ({ panel, read: lineReader(spec, panel.side) }));
  return (cells, left) =>
    readers.flatMap(({ panel, read }, place): readonly RowDraft[] => {
      const raw = textAt(cells, panel.label);
      const coded = textAt(cells, panel.code);
      // A line of the last panel may be named in the label column of the one before, across both.
      const borrowed = raw.trim() === "" && place > 1 ? textAt(cells, columns.panels[place - 1]?.label ?? null) : "";
      const labelColumn = left + (panel.label ?? panel.code ?? 0);
      if (borrowed.trim() !== "") return read(borrowed, labelColumn, false);
      if (raw.trim() === "" && coded.trim() === "") return [];
      // …and is no row of that one.
      const next = readers[place + 1];
      if (
        place > 0 &&
        next &&
        next.panel.side !== "left" &&
        textAt(cells, next.panel.label).trim() === "" &&
        next.read(raw, labelColumn, true).length > 0
      )
        return [];
      const line = read(raw.trim() === "" ? coded : raw, labelColumn, false);
      if (line.length > 0) return line;
      const subject = panel.side === spec.classSide ? classRow(raw, coded, panel.side, labelColumn) : null;
      return [subject ?? { kind: "other", name: nameOf(raw), side: panel.side, labelColumn }];
    });
}

/** A fixed line of a panel. */
interface Line {
  readonly key: string;
  readonly total: boolean;
  readonly section: string | null;
}

/** The lines of a panel by their labels, and the sections they stand in. */
interface Lines {
  readonly labelled: (label: string) => readonly Line[];
  readonly sections: readonly string[];
}

/** Laid out once for all workbooks. */
const linesOf = rememberedFor((spec: TableSpec): ((side: PanelSide) => Lines) =>
  remembered<Lines, PanelSide>((side) => {
    const lines = Object.entries(spec.lines)
      .filter(([, line]) => (line.side ?? "left") === side)
      .map(([key, line]) => ({
        key,
        total: line.total === true,
        section: line.section ?? null,
        labels: new Set(line.labels.map(normaliseLabel)),
      }));
    return {
      labelled: remembered((label) => lines.filter(({ labels }) => labels.has(label))),
      sections: [...new Set(lines.flatMap((line) => (line.section === null ? [] : [line.section])))],
    };
  }),
);

/**
 * Reads a panel's fixed lines and its total, each once; [] for other words.
 * `peek`: only asks whether the words are a line of this panel.
 */
function lineReader(spec: TableSpec, side: PanelSide): (raw: string, labelColumn: number, peek: boolean) => readonly RowDraft[] {
  const { labelled, sections } = linesOf(spec)(side);
  const used = new Set<string>();
  let section = sections[0] ?? null;
  return (raw, labelColumn, peek) => {
    const label = normaliseLabel(raw);
    if (!peek)
      section = sections.find((name) => label.startsWith(name) || (name === "上年结转结余" && /^上年结(?:转|余)/.test(label))) ?? section;
    const line = labelled(label).find(({ key, section: own }) => !used.has(key) && (own === null || own === section));
    if (line && !peek) used.add(line.key);
    const total = line ? line.total : isTotalLabel(label);
    return line || total ? [{ kind: total ? "total" : "line", name: nameOf(raw), line: line?.key ?? null, side, labelColumn }] : [];
  };
}

const codeAhead = (text: string): string | null => CLASS_AHEAD.exec(text.normalize("NFKC"))?.[1] ?? null;

/** A class's name, without the code or numbering before it, and that code; "" where there are no words. */
const classNamed = remembered((raw): { readonly name: string; readonly ahead: string | null } => {
  const ahead = codeAhead(raw);
  const name = withoutNumbering(nameOf(ahead === null ? raw : raw.replace(/^[\s\u200b]*[\d０-９]{3}/, "")));
  return { name: /\p{L}/u.test(name) ? name : "", ahead };
});

/** A class of expenditure: by its code, or by a name it has had. */
function classRow(raw: string, coded: string, side: PanelSide, labelColumn: number): RowDraft | null {
  const { name, ahead } = classNamed(raw);
  if (name === "") return null;
  const code = (coded.trim() === "" ? ahead : codeAhead(coded)) ?? classCodeOf(name);
  return code === null ? null : { kind: "class", code, name, side, labelColumn };
}
