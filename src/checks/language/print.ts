import { specOf } from "../../templates/xinjiang/tables/index";
import type { VariantId } from "../../templates/xinjiang/variants";
import { levelWords, type Identity, type RowSelector, type Side, type Term } from "./expression";
import { tableWord } from "./resolve";

/**
 * An identity in the tables' own words; what is printed can be pasted into 自定义审核 and means the same.
 * @param variant decides the printed table numbers.
 */
export function printIdentity(identity: Identity, variant: VariantId): string {
  const leader = [...identity.left, ...identity.right].find((term) => !term.sum && term.row.by === "each");
  const level = leader?.row.by === "each" ? leader.row.level : null;
  const same = level === "project" ? "同一项目" : level === "row" ? "同一行" : "同一科目";
  const side = (terms: Side): string => terms.map((term, index) => printTerm(term, index, variant, same)).join("");
  return `${side(identity.left)} ${identity.operator} ${side(identity.right)}`;
}

function printTerm(term: Term, index: number, variant: VariantId, same: string): string {
  const sign = term.sign === -1 ? (index === 0 ? "-" : " - ") : index === 0 ? "" : " + ";
  return `${sign}${term.sum ? "Σ" : ""}${tableWord(term.table, variant)}[${rowWord(term.row, term, same)}, ${term.column}]`;
}

function rowWord(row: RowSelector, term: Term, same: string): string {
  switch (row.by) {
    case "total":
      return specOf(term.table).layout === "twoSided" ? "支出总计" : "总计";
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
