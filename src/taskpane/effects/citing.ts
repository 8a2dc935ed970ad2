import type { CellRef } from "../../amount/cell-ref";
import { sentencesAbout, type CitedSentence } from "../../narrative/cited";
import { NO_WORKBOOK, openDoor, readBook } from "./checking";
import type { Services } from "./services";
import type { Tasks } from "./task";

export interface CiteCommands {
  /** Looks at the cell that the user has selected. */
  readonly lookAtSelected: () => Promise<void>;
  /** The sentences about these cells as they will read from what stands on the sheets now; null where that failed. */
  readonly previewOf: (cells: readonly CellRef[]) => Promise<readonly CitedSentence[] | null>;
}

export function citeCommands(services: Services, tasks: Tasks): CiteCommands {
  const { store, engine } = services;
  return {
    lookAtSelected: async () => {
      await tasks.run("看选中的格", async () => {
        const cell = await openDoor(services).selected();
        if (cell) store.dispatch({ type: "selected", cells: [cell] });
        else store.dispatch({ type: "noticed", notice: "没有选中单元格。请先在表上点一格。" });
      });
    },
    previewOf: async (cells) => {
      let workbook = NO_WORKBOOK;
      let found: readonly CitedSentence[] = [];
      const done = await tasks.run("生成这句话", async (watch) => {
        workbook = await readBook(services, watch);
        const { choices, settings } = store.state();
        found = sentencesAbout(await engine.ask(workbook, "narrate", choices, settings.words), cells);
      });
      return done ? found : null;
    },
  };
}
