import type { Finding } from "./report";

/**
 * 审核说明: why a finding is left as it is. It speaks of the figures it was written for: when any of them changes the
 * note no longer stands and is shown as lapsed, never silently kept.
 */
export interface ReviewNote {
  /** "" where it was taken back. */
  readonly text: string;
  /** The figures the note was written for. */
  readonly figures: string;
  /** ISO time. */
  readonly writtenAt: string;
}

/** By finding key. */
export type ReviewNotes = Readonly<Record<string, ReviewNote>>;

/** What the notes come to against today's findings. */
export interface SettledNotes {
  /** Finding key -> the note that stands. */
  readonly standing: ReadonlyMap<string, ReviewNote>;
  /** Finding key -> a note whose figures have changed since. */
  readonly lapsed: ReadonlyMap<string, ReviewNote>;
}

/** The figures of a finding, in order: both sides, the difference and every cell's value. Moving rows does not change it. */
export function figuresOf(finding: Finding): string {
  return [finding.left, finding.right, finding.difference, ...finding.cells.map((cell) => cell.value)]
    .map((figure) => figure ?? "")
    .join("|");
}

export function settleNotes(notes: ReviewNotes, findings: readonly Finding[]): SettledNotes {
  const standing = new Map<string, ReviewNote>();
  const lapsed = new Map<string, ReviewNote>();
  for (const finding of findings) {
    const note = Object.hasOwn(notes, finding.key) ? notes[finding.key] : undefined;
    if (note && note.text !== "") (note.figures === figuresOf(finding) ? standing : lapsed).set(finding.key, note);
  }
  return { standing, lapsed };
}

/** The notes with one written (or, with no words, taken back: that it was is remembered). `now` is an ISO time. */
export function withNote(notes: ReviewNotes, finding: Finding, text: string, now: string): ReviewNotes {
  const words = text.trim();
  return { ...notes, [finding.key]: { text: words, figures: figuresOf(finding), writtenAt: now } };
}

/** Notes from what the workbook kept, whatever it holds; what is not a note is left out. */
export function readNotes(stored: unknown): ReviewNotes {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, value]: [string, unknown]) => {
      const note = readNote(value);
      return note ? [[key, note]] : [];
    }),
  );
}

function readNote(value: unknown): ReviewNote | null {
  if (typeof value !== "object" || value === null) return null;
  const { text, figures, writtenAt } = value as Partial<Record<keyof ReviewNote, unknown>>;
  return typeof text === "string" && typeof figures === "string" && typeof writtenAt === "string" ? { text, figures, writtenAt } : null;
}
