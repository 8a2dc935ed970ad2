import { checkCommands, type CheckCommands } from "./checking";
import { inputCommands, type InputCommands } from "./inputting";
import { narrateCommands, type NarrateCommands } from "./narrating";
import { fileCommands, type FileCommands } from "./filing";
import { navigateCommands, type NavigateCommands } from "./navigating";
import { proofCommands, type ProofCommands } from "./proofing";
import { startCommands, type StartCommands } from "./starting";
import type { Services } from "./services";
import { createTasks } from "./task";

/** Everything the user can ask of the pane. */
export interface Commands extends CheckCommands, FileCommands, InputCommands, NarrateCommands, NavigateCommands, ProofCommands, StartCommands {
  /** Makes anew whatever results are shown. */
  readonly refresh: () => Promise<void>;
  /** Gives up what is under way. */
  readonly cancel: () => void;
}

export function createCommands(services: Services): Commands {
  const tasks = createTasks(services.store, () => services.engine.cancel());
  const checks = checkCommands(services, tasks);
  const narratives = narrateCommands(services, tasks);
  const files = fileCommands(services, tasks);
  const proofs = proofCommands(services, tasks);
  return {
    ...checks,
    ...narratives,
    ...files,
    ...startCommands(services, tasks, files),
    ...inputCommands(services, tasks),
    ...navigateCommands(services),
    ...proofs,
    refresh: async () => {
      const { analysis, narrative, proof } = services.store.state();
      if (analysis) await checks.check();
      if (narrative) await narratives.narrate();
      if (proof) await proofs.proofread();
    },
    cancel: () => tasks.cancel(),
  };
}
