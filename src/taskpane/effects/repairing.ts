import { fullAddress, isSameCell, type CellRef } from "../../amount/cell-ref";
import type { Suspect } from "../../checks/report";
import type { CellEntry } from "../../hosts/door";
import { contentAt, heldAt } from "../../workbook/held";
import type { Repair } from "../store/state";
import { openDoor, type CheckCommands } from "./checking";
import { putWhereStill } from "./putting";
import type { Services } from "./services";
import type { Tasks } from "./task";

export interface RepairCommands {
  /** Types what the cell should say into it, and checks again. */
  readonly repair: (suspect: Suspect) => Promise<void>;
  /** Puts back what stood there before a repair, and checks again. */
  readonly takeBack: (repair: Repair) => Promise<void>;
  /** 不是这一格: the cell is right as it stands; another is looked for. */
  readonly vouchFor: (cell: CellRef) => Promise<void>;
  /** It may be this one after all. */
  readonly doubtAgain: (cell: CellRef) => Promise<void>;
}

const place = ({ sheet, row, column }: CellRef): CellRef => ({ sheet, row, column });

export function repairCommands(services: Services, tasks: Tasks, { check, choose }: CheckCommands): RepairCommands {
  const { store } = services;
  const vouched = () => store.state().choices.vouchedFor ?? [];
  return {
    repair: async (suspect) => {
      const { workbook } = store.state();
      if (suspect.entry === undefined || !workbook) return;
      const written: CellEntry = { ...place(suspect), value: typedAs(suspect, contentAt(workbook, suspect).value) };
      const done = await tasks.run("改这一格", async () => {
        const [before] = await openDoor(services).put([written]);
        if (!before) return;
        const { spoken } = await import("../../checks/figure-words");
        const { from, to } = spoken(suspect);
        store.dispatch({ type: "repairs", repairs: [{ what: suspect.what, from, to, written, before }, ...store.state().repairs] });
      });
      if (done) await check();
    },
    takeBack: async (repair) => {
      const done = await tasks.run("撤回", async () => {
        const refused = `${fullAddress(repair.written)} 后来又改过，没有撤回，里面的内容没有动。需要时请自己改。`;
        await putWhereStill(openDoor(services), repair.before, (now) => isOurs(now, repair.written), refused);
        store.dispatch({ type: "repairs", repairs: store.state().repairs.filter((one) => one !== repair) });
      });
      if (done) await check();
    },
    vouchFor: async (cell) => {
      const { workbook, choices } = store.state();
      if (!workbook) return;
      const others = vouched().filter((one) => !isSameCell(one, cell));
      await choose({ ...choices, vouchedFor: [...others, { ...place(cell), held: heldAt(workbook, cell) }] });
    },
    doubtAgain: async (cell) => {
      await choose({ ...store.state().choices, vouchedFor: vouched().filter((one) => !isSameCell(one, cell)) });
    },
  };
}

/** What was written is still there; a cell for text makes a text of a number. */
const isOurs = ({ value, formula }: CellEntry, written: CellEntry): boolean =>
  formula === undefined && (value === written.value || Number(value) === written.value);

/** A code stays a text where it is one; an amount is a number. */
function typedAs({ entry = "", kind }: Suspect, held: unknown): string | number {
  return kind === "code" && typeof held !== "number" ? entry : Number(entry);
}
