import { checkCommands, type CheckCommands } from "./checking";
import { inputCommands, type InputCommands } from "./inputting";
import { narrateCommands, type NarrateCommands } from "./narrating";
import { fileCommands, type FileCommands } from "./filing";
import { navigateCommands, type NavigateCommands } from "./navigating";
import type { Services } from "./services";
import { createTasks } from "./task";

/** Everything the user can ask of the pane. */
export interface Commands extends CheckCommands, FileCommands, InputCommands, NarrateCommands, NavigateCommands {
  /** Makes anew whatever results are shown. */
  readonly refresh: () => Promise<void>;
  /** Gives up what is under way. */
  readonly cancel: () => void;
}

export function createCommands(services: Services): Commands {
  const tasks = createTasks(services.store, () => services.engine.cancel());
  const checks = checkCommands(services, tasks);
  const narratives = narrateCommands(services, tasks);
  return {
    ...checks,
    ...narratives,
    ...fileCommands(services, tasks),
    ...inputCommands(services, tasks),
    ...navigateCommands(services),
    refresh: async () => {
      const { analysis, narrative } = services.store.state();
      if (analysis) await checks.check();
      if (narrative) await narratives.narrate();
    },
    cancel: () => tasks.cancel(),
  };
}
