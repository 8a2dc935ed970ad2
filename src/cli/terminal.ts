import { debuglog } from "node:util";

/** Where results, progress and complaints go; tests put their own in. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether the person sees colours. */
  readonly colour: boolean;
}

const CODES = { red: 31, yellow: 33, cyan: 36, green: 32, bold: 1, dim: 2 } as const;

/** The text in a colour, or as it is where nobody sees colours. */
export function paint(terminal: Pick<Terminal, "colour">, colour: keyof typeof CODES, text: string): string {
  return terminal.colour ? `\u001b[${String(CODES[colour])}m${text}\u001b[0m` : text;
}

/** Chinese letters and signs take two places. */
const width = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026]/.test(letter)
        ? 2
        : 1),
    0,
  );

/** The rows with their columns aligned; the last column runs free. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length)) - 1;
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...rows.map((row) => width(row[c] ?? ""))));
  return rows.map((row) => row.map((text, c) => (c < columns ? text + " ".repeat((widths[c] ?? 0) - width(text)) : text)).join("  "));
}

/** Text from a workbook for one terminal line: no line ends, no control codes that could move the cursor. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();

const QUIET_FOR = 1000;

/** Says on stderr what is being done, once the whole has taken longer than a second, and not more than once a second. */
export function progress(
  terminal: Terminal,
  total: number,
  verb: string,
  now: () => number = Date.now,
): (done: number, name: string) => void {
  let said = now();
  return (done, name) => {
    if (done >= total || now() - said <= QUIET_FOR) return;
    said = now();
    terminal.err(`正在${verb}（${String(done + 1)}/${String(total)}）：${oneLine(name)}\n`);
  };
}

const debug = debuglog("budget");

/**
 * A fault of this program, as one sentence that names the step and the file: what became of one file must not keep the others
 * from being done. What the program itself says goes to those who ask for it: NODE_DEBUG=budget.
 */
export function faultMessage(step: string, file: string, cause: unknown): string {
  debug("%s", cause instanceof Error ? cause.stack : cause);
  return `${step}“${oneLine(file)}”时出错，没有得出结果。请用 Excel 或 WPS 打开它、另存为 .xlsx 后再试；仍不行，请把这个文件交给维护人员。`;
}
