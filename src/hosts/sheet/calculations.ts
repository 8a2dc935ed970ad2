import type { FormulaCalculationSessionService } from "@univerjs/sheets-formula";

/** A change that leads to no calculation (a width, a look) is waited for no longer than this, in milliseconds. */
const STARTS_WITHIN = 300;

/** What is being calculated, and what will be: the library begins some time after the change that it answers to. */
export class Calculations {
  /** The calculation that was the last when something was entered; null where none was entered since. */
  private before: number | null = null;

  constructor(private readonly session: FormulaCalculationSessionService) {}

  /** A person has changed something: a calculation will follow. */
  entered(): void {
    this.before = this.session.state.id;
  }

  private get isUnderWay(): boolean {
    const { id, initialized, started, resultApplied } = this.session.state;
    // Before the first painting nothing is calculated, and a hidden page may never be painted.
    return initialized && (id === this.before || (started && !resultApplied));
  }

  /** Until everything entered so far is calculated. */
  async settled(): Promise<void> {
    const { before } = this;
    // Twice: what was under way at the entry may be waited for first, then what answers to it.
    for (let waits = 0; waits < 2 && this.isUnderWay; waits++) await this.session.waitForLatestApplied(undefined, STARTS_WITHIN);
    if (this.before === before) this.before = null;
  }
}
