import type { Book } from "../book";
import { seeCells, type Fault, type Ledger } from "../ledger";
import { canon } from "../../text/canon";
import { maySameOffice } from "../../text/same-office";
import { spanText } from "../text/lines";

/** A text and a workbook of two organisations: one cause, said once. Which of the two is right nobody can tell from them. */
export function judgeOtherOrganisation(ledger: Ledger): void {
  const other = ledger.book.otherOrganisation;
  if (!other) return;
  const { line, start, name } = other.said;
  const short = maySameOffice(canon(name), canon(other.workbook));
  // Where each office words its text as it likes, it may call itself by the short name.
  if (short && ledger.freely) return;
  ledger.fault({
    id: "S03",
    category: "name",
    severity: short ? "warning" : "error",
    at: { line, start, end: start + name.length },
    message: `${bothNames(ledger.book, other)}，${short ? "像是全称和简称" : "不是同一个名称"}。下面按报告的名称核对。`,
    cells: other.cells,
    advice: short
      ? "请统一成一个名称；如果是两个单位，工作簿拿错了，请换成对的。"
      : "请先看是不是拿错了文件；如果是单位改了名，或沿用了别的单位的文本，请把名称全部改成一致。",
  });
}

/** 报告通篇写的单位是…（58处），工作簿写的是…. */
export function bothNames(
  { called }: Pick<Book, "called">,
  { said: { name, times, others }, workbook, cells }: NonNullable<Book["otherOrganisation"]>,
): string {
  const also = others === 0 ? "" : `（报告里也有${String(others)}处）`;
  return `报告通篇写的单位是“${name}”（${String(times)}处），${called}写的是“${canon(workbook)}”${seeCells(cells)}${also}`;
}

/** Without what only says once more that the two names differ; a third name stays told, but which of the two it ought to be is not certain. */
export function withoutEitherName(faults: readonly Fault[], { otherOrganisation: other }: Book): readonly Fault[] {
  if (!other) return faults;
  const [own, theirs] = [other.said.name, canon(other.workbook)];
  const isOwn = (fault: Fault): boolean => fault.category === "name" && [own, theirs].includes(canon(fault.expected ?? ""));
  return faults.flatMap((fault) => {
    if (!isOwn(fault) || fault.place === true) return [fault];
    const said = spanText(fault.at);
    const either = [own, theirs].some((name) => said === name || said === `${name}部门` || said === `${name}单位`);
    return either ? [] : [{ ...fault, replaces: false }];
  });
}
