import { fullAddress } from "../amount/cell-ref";
import { formatAmount, GROUPED } from "../amount/format";
import type { AmountInput, Inputs } from "../inputs/read";
import type { ChangedCell } from "./changed-cell";

/** A figure of a 填报 sheet by what it is of: the same row in both rounds, wherever it stands. */
interface InputFigure {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly figure: AmountInput;
}

/** Rows that mean the same are told apart by their order. */
function figuresOf({ priors, others }: Inputs): ReadonlyMap<string, InputFigure> {
  const all: readonly InputFigure[] = [
    ...priors.map(({ category, code, name, prior }) => ({
      table: "填报-上年对比",
      row: [category, code, name].filter((part) => part !== "").join("·"),
      column: "上年预算数",
      figure: prior,
    })),
    ...others.map(({ category, name, value }) => ({ table: "填报-其他事项", row: `${category}·${name}`, column: "数值", figure: value })),
  ];
  const figures = new Map<string, InputFigure>();
  for (const one of all) {
    let key = `${one.table}|${one.row}`;
    while (figures.has(key)) key += "|";
    figures.set(key, one);
  }
  return figures;
}

const written = ({ value }: AmountInput): string =>
  value === null ? "" : value.decimals() <= 2 ? formatAmount(value, GROUPED) : value.toString();

/** Figures of the 填报 sheets that say something else now. What was still to be filled in had been asked for. */
export function changedInputs(before: Inputs, after: Inputs, asked: ReadonlySet<string>): readonly ChangedCell[] {
  const was = figuresOf(before);
  return [...figuresOf(after)].flatMap(([key, is]): readonly ChangedCell[] => {
    const old = was.get(key);
    if (!old) return [];
    const [one, other] = [old.figure.value, is.figure.value];
    if (one === other || (one && other && one.equals(other))) return [];
    return [
      {
        kind: "amount",
        table: is.table,
        row: is.row,
        column: is.column,
        before: written(old.figure),
        after: written(is.figure),
        beforeCell: old.figure.cell,
        afterCell: is.figure.cell,
        asked: one === null || asked.has(fullAddress(old.figure.cell)),
      },
    ];
  });
}
