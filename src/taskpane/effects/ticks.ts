import type { Report } from "../../report/report";
import type { State } from "../store/state";
import { draftOf, keepDraft } from "./drafts";

/** Of a report by its name: one that comes back corrected is gone on with. */
const keyOf = ({ name }: Report): string => `公开清单 ${name}`;

/** The duties of a report that a person had ticked, by their numbers. */
export const keptTicks = (report: Report, { settings }: State): readonly number[] =>
  settings.keepCopy ? (draftOf(keyOf(report)) ?? "").split(" ").flatMap((number) => (/^\d+$/.test(number) ? [Number(number)] : [])) : [];

/** Keeps them on this machine, unless the user wants nothing kept. */
export function keepTicks(report: Report, ticks: readonly number[], { settings }: State): void {
  if (settings.keepCopy) keepDraft(keyOf(report), ticks.length === 0 ? null : ticks.join(" "));
}
