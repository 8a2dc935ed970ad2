import type { GridCell, ReportTable } from "../report";
import { joinedText } from "./lines";

/** 1,933.51, -20, 5.9%, 031: all of it. */
const WHOLE_NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/;
const PART_OF_NUMBER = /^[-\d.,%]+$/;
const isNumber = (text: string): boolean => PART_OF_NUMBER.test(text) && /\d/.test(text);
/** 208社会保障和就业支出. */
const CODED_NAME = /^\d{3,7}\p{Script=Han}/u;
const FIGURE = /^-?\d[\d,.]*%?$/;
/** 03.10 is no amount, while 03 may be a code. */
const ZERO_BEFORE = /^-?0\d.*[.,]/;

/** How the whole numbers of a column are printed. */
interface Printed {
  readonly decimals: ReadonlySet<number>;
  /** Codes of one length. */
  readonly length: number | null;
  readonly grouped: boolean;
}

const decimalsOf = (text: string): number => (text.replace("%", "").split(".")[1] ?? "").length;

function printedAs(numbers: readonly string[]): Printed {
  const lengths = new Set(numbers.map(({ length }) => length));
  const codes = numbers.length > 1 && lengths.size === 1 && numbers.every((text) => /^\d{2,}$/.test(text));
  return {
    decimals: new Set(numbers.map(decimalsOf)),
    length: codes ? (numbers[0]?.length ?? null) : null,
    grouped: numbers.some((text) => text.includes(",")),
  };
}

/** Whether the text is a whole number as its column prints them. */
function isPrinted(text: string, { decimals, length, grouped }: Printed): boolean {
  if (!WHOLE_NUMBER.test(text) || ZERO_BEFORE.test(text)) return false;
  if (length !== null) return text.length === length;
  if (decimals.size > 0 && !decimals.has(decimalsOf(text))) return false;
  return !(grouped && /^-?\d{4}/.test(text));
}

const bare = (cell: GridCell | undefined): string => (cell?.text ?? "").replace(/\s/g, "");
const isBlank = (cell: GridCell | undefined): boolean => bare(cell) === "";

/** A row that the end of a page may have broken: its beginning, what stands first on the next page, and the rows around them. */
export interface Break {
  readonly row: readonly GridCell[];
  readonly rest: readonly GridCell[];
  /** The table's other rows, its headings left out. */
  readonly others: readonly (readonly GridCell[])[];
  /** How many characters more its cells would hold. */
  readonly room: readonly number[];
}

/** How a cell may go on over the page: surely, perhaps, only where another surely does, or not at all. */
type GoesOn = "torn" | "perhaps" | "beside torn" | "no";

function numberGoesOn(head: string, tail: string, printed: Printed, room: number): GoesOn {
  if (!isPrinted(head + tail, printed)) return "no";
  if (!WHOLE_NUMBER.test(head) || !isPrinted(tail, printed)) return "torn";
  // 5 above 81.00 may be 581.00, or a number that has its own way of being printed.
  return !isPrinted(head, printed) || isFull(room, tail) ? "perhaps" : "no";
}

/** What a line's end leaves together: a word of letters or digits, and marks with what they stand at. */
const UNBROKEN = /^[（(“‘《【]*(?:[A-Za-z]+|[\d.,%]+|.)[，。、；：！？）)”’》】]*/u;
const SLACK = 0.6;
const widthOf = (text: string): number => Array.from(text).reduce((sum, one) => sum + (/[ -~]/.test(one) ? 0.5 : 1), 0);

/** Whether no room was left for how the rest begins. */
const isFull = (room: number, tail: string): boolean =>
  room < (isNumber(tail) ? 1 : Math.min(LONGEST_RUN, widthOf(UNBROKEN.exec(tail)?.[0] ?? ""))) + SLACK;
/** A longer run of letters is parted like words. */
const LONGEST_RUN = 6;

/** The first of a list's points, a class behind its code: what begins so is no rest. */
const NUMBERING = /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．](?!\d)|\d{3,7}\p{Script=Han})/u;

/** 财政拨款（补 above 助）小计: a bracket that only the other half closes. */
const isInBracket = (head: string, tail: string): boolean => /（[^（）]*$/.test(head) && /^[^（）]*）/.test(tail);

function wordsGoOn(head: string, tail: string, column: number, room: number): GoesOn {
  if (isInBracket(head, tail)) return "torn";
  // A label that ends in a bracket, 项目资金（万元）, is whole.
  if ((column === 0 && /[）)]$/.test(head)) || NUMBERING.test(tail)) return "no";
  if (isNumber(tail) && !/[\d≥≤＞＜>]$/.test(head)) return "no";
  return isFull(room, tail) ? "perhaps" : "beside torn";
}

function goesOn({ row, rest, others, room }: Break, column: number): GoesOn {
  const [head, tail] = [bare(row[column]), bare(rest[column])];
  if (head === "") return "no";
  if (!isNumber(head)) return wordsGoOn(head, tail, column, room[column] ?? Infinity);
  // 2024 above 年预算数
  if (YEAR.test(head) && tail.startsWith("年")) return "torn";
  const coded = others.filter((other) => CODED_NAME.test(bare(other[column]))).length;
  if (!isNumber(tail)) return coded >= FEWEST_ROWS && CODED_NAME.test(head + tail) ? "torn" : "no";
  const numbers = others.map((other) => bare(other[column])).filter((text) => WHOLE_NUMBER.test(text));
  const amounts = others.flatMap((other) => other.map(bare).filter((text) => FIGURE.test(text) && /[.,]/.test(text)));
  return numberGoesOn(head, tail, printedAs(numbers.length > 0 ? numbers : amounts), room[column] ?? Infinity);
}

const YEAR = /^20\d\d$/;

/** Fewer rows do not tell what every row has. */
const FEWEST_ROWS = 3;

/** Whether what stands on the next page lacks what every row of the table has. */
function lacksWhatAllHave({ row, rest, others }: Break): boolean {
  if (others.length < FEWEST_ROWS) return false;
  return rest.some((cell, column) => isBlank(cell) && [...others, row].every((other) => !isBlank(other[column])));
}

/** The rest of a name: longer words may be a row of their own, where not every row has figures. */
const REST_OF_NAME = /^[\p{sc=Han}（）()“”、]{1,30}$/u;
const SHORT = 8;
const TOTAL = /[合总小]计$/;
/** No row is called by one character, wherever its name ended above. */
const ONE = /^\p{sc=Han}$/u;

/**
 * Whether a page begins with the rest of the name above: words under a name, with no figure beside them, behind a row that has its
 * own. More than one character is it only where every row that has such a name has figures.
 */
function isRestOfName({ row, rest, others }: Break): boolean {
  const column = rest.findIndex((cell) => !isBlank(cell));
  const tail = bare(rest[column]);
  if (!REST_OF_NAME.test(tail) || rest.some((cell, at) => at !== column && !isBlank(cell))) return false;
  const isNamed = (one: readonly GridCell[]): boolean => /\p{sc=Han}[）)]?$/u.test(bare(one[column]));
  const hasFigures = (one: readonly GridCell[]): boolean => one.slice(column + 1).some((cell) => FIGURE.test(bare(cell)));
  if (!isNamed(row) || !hasFigures(row)) return false;
  const named = others.filter(isNamed);
  if (tail.length > SHORT && (named.length < FEWEST_ROWS || TOTAL.test(bare(row[column])))) return false;
  return ONE.test(tail) || named.every(hasFigures);
}

/** The row below the headings that numbers the columns. */
function countsColumns(row: readonly GridCell[]): boolean {
  const numbers = row.map(bare).filter(isNumber);
  return numbers.length > 1 && numbers.every((text, at) => Number(text) === Number(numbers[0]) + at && !YEAR.test(text));
}

/**
 * Whether the first row of a page is the rest of the last one before: every cell goes on from the one above it, words that ran to
 * the edge of their cell, numbers that are whole together. Where numbers stand in it, one of them must be torn, neither half being
 * printed as the column's numbers are, or it must lack what every row has.
 */
function isRest(broken: Break): boolean {
  if (countsColumns(broken.row)) return false;
  const said = broken.rest.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
  const ways = said.map((column) => goesOn(broken, column));
  const isWords = (column: number): boolean => !isNumber(bare(broken.row[column]));
  if (ways.includes("torn")) return !ways.includes("no");
  if (ways.length > 0 && ways.every((way) => way === "perhaps") && (said.every(isWords) || lacksWhatAllHave(broken))) return true;
  return isRestOfName(broken);
}

const hasNumber = (row: readonly GridCell[]): boolean => row.some((cell) => FIGURE.test(bare(cell)));

/** Where the words of a cell of the last row stand: in the row where its merged area begins. */
function ownerOf({ rows, merges }: ReportTable, column: number): number {
  const last = rows.length - 1;
  const area = merges.find(({ top, bottom, left, right }) => top < last && bottom === last && left <= column && column <= right);
  return area?.top ?? last;
}

/** The table with its last row whole, where the page's end broke it; null where the next page begins with a row of its own. */
export function mended(first: ReportTable, second: ReportTable, skipped: number, room: readonly number[]): ReportTable | null {
  const rest = second.rows[skipped];
  const last = first.rows.at(-1);
  if (!rest || !last) return null;
  const owners = last.map((_, column) => ownerOf(first, column));
  const row = last.map((cell, column) => first.rows[owners[column] ?? -1]?.[column] ?? cell);
  const body = first.rows.slice(Math.max(0, first.rows.findIndex(hasNumber)), -1).filter((cells) => !countsColumns(cells));
  if (!isRest({ row, rest, others: [...body, ...second.rows.slice(skipped + 1)], room })) return null;
  const whole = (cell: GridCell, column: number): GridCell => {
    const tail = rest[column]?.text ?? "";
    const numbers = isNumber(bare(cell)) && isNumber(bare(rest[column]));
    return { ...cell, text: numbers ? bare(cell) + bare(rest[column]) : joinedText(cell.text, tail) };
  };
  const rows = first.rows.map((cells, at) => cells.map((cell, column) => (owners[column] === at ? whole(cell, column) : cell)));
  return { ...first, rows };
}
