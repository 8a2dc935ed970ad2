import { printed, type Template } from "../../templates/family";
import { rememberedFor } from "../../text/remembered";
import { levelWords, type Identity, type RowSelector, type Side, type Term } from "./expression";
import { tableWord } from "./resolve";

/** After a term: all rows that it names, added up. "Σ" before it is read as the same. */
const SUMMED = "之和";

/**
 * An identity in the tables' own words; what is printed can be pasted into 自定义审核 and means the same.
 * @param template decides how tables, totals and columns are called.
 */
export function printIdentity(identity: Identity, template: Template): string {
  return printerFor(template)(identity);
}

/** Of all workbooks of a template the same. */
const printerFor = rememberedFor((template: Template) => rememberedFor((identity: Identity) => print(identity, template)));

function print(identity: Identity, template: Template): string {
  const leader = [...identity.left, ...identity.right].find((term) => !term.sum && term.row.by === "each");
  const level = leader?.row.by === "each" ? leader.row.level : null;
  const same = level === "project" ? "同一项目" : level === "row" ? "同一行" : "同一科目";
  const side = (terms: Side): string => terms.map((term, index) => printTerm(term, index, template, same)).join("");
  return `${side(identity.left)} ${identity.operator} ${side(identity.right)}`;
}

function printTerm(term: Term, index: number, template: Template, same: string): string {
  const sign = term.sign === -1 ? (index === 0 ? "-" : " - ") : index === 0 ? "" : " + ";
  return `${sign}${tableWord(term.table, template)}[${rowWord(term.row, term, same, template)}, ${columnWord(term, template)}]${term.sum ? SUMMED : ""}`;
}

function rowWord(row: RowSelector, term: Term, same: string, template: Template): string {
  switch (row.by) {
    case "total":
      return printed(template, term.table)?.spec.totalWord ?? "总计";
    case "line":
      return row.line;
    case "code":
      return row.code;
    case "each":
      return levelWords[row.level];
    case "under":
      return `所属${levelWords[row.level]}`;
    case "same":
      return same;
  }
}

function columnWord({ table, column }: Term, template: Template): string {
  return printed(template, table)?.spec.columns[column]?.word ?? column;
}
