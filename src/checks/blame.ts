import type { Cause } from "./cause";
import type { CheckReport, Finding, Suspect } from "./report";

/** What went wrong, with the findings that it explains and nothing named before it does. */
export interface Blamed<Of> {
  readonly of: Of;
  readonly findings: readonly Finding[];
}

/** A report by what went wrong: one cause, one entry. */
export interface Blame {
  readonly causes: readonly Blamed<Cause>[];
  /** The cells suspected of what no cause explains; another guess at the same findings has none of its own. */
  readonly suspects: readonly Blamed<Suspect>[];
  /** What nothing explains: to be looked at one by one. */
  readonly rest: readonly Finding[];
}

/** Gathers the findings under what explains them; each stands once. */
export function blameOf({ causes, suspects, findings }: Pick<CheckReport, "causes" | "suspects" | "findings">): Blame {
  const left = new Map(findings.map((finding) => [finding.key, finding]));
  const take = <Of extends Cause | Suspect>(of: Of): Blamed<Of> => ({
    of,
    findings: of.explains.flatMap((key) => {
      const finding = left.get(key);
      left.delete(key);
      return finding ?? [];
    }),
  });
  const fromCauses = causes.map(take);
  const fromSuspects = suspects.filter(({ ofCause }) => ofCause !== true).map(take);
  return { causes: fromCauses, suspects: fromSuspects, rest: [...left.values()] };
}

/** How many places want mending, and how many findings that would clear. */
export function blameCounts({ causes, suspects }: Blame): { readonly places: number; readonly cleared: number } {
  const telling = [...causes, ...suspects].filter(({ findings }) => findings.length > 0);
  return { places: telling.length, cleared: telling.reduce((sum, { findings }) => sum + findings.length, 0) };
}
