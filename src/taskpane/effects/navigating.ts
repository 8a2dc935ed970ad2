import { fullAddress, type CellRef } from "../../amount/cell-ref";
import type { Settings } from "../store/settings";
import type { Place } from "../store/state";
import { openDoor } from "./checking";
import { keepDecisions } from "../desk/kept-decisions";
import { forgetDrafts } from "./drafts";
import type { Services } from "./services";
import { kindOf, messageOf, type Tasks } from "./task";

export const SETTINGS_KEY = "budget.settings";

export interface NavigateCommands {
  readonly goTo: (cells: readonly CellRef[]) => Promise<void>;
  readonly show: (place: Place) => void;
  readonly prefer: (settings: Settings) => void;
  /** The manual, in a window of its own; nothing but this page's own files. */
  readonly openHelp: () => void;
}

export function navigateCommands(services: Services, tasks: Pick<Tasks, "note">): NavigateCommands {
  const { store } = services;
  return {
    goTo: async (cells) => {
      const [first] = cells;
      if (!first) return;
      try {
        await openDoor(services).select(cells);
        tasks.note("定位", "完成");
        store.dispatch({ type: "selected", cells });
        store.dispatch({ type: "noticed", notice: `已定位到 ${fullAddress(first)}。` });
      } catch (cause) {
        tasks.note("定位", `没有完成：${kindOf(cause)}`);
        store.dispatch({ type: "failed", problem: { doing: "定位", message: messageOf(cause) } });
      }
    },
    show: (place) => store.dispatch({ type: "went", place }),
    prefer: (settings) => {
      store.dispatch({ type: "settings", settings });
      if (!settings.keepCopy) {
        forgetDrafts();
        keepDecisions(null);
      }
      services.keep(SETTINGS_KEY, settings);
    },
    openHelp: () => {
      services.openPage("help/index.html");
    },
  };
}
