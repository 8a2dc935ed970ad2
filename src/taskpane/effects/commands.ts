import { checkCommands, type CheckCommands } from "./checking";
import { citeCommands, type CiteCommands } from "./citing";
import { diagnoseCommands, type DiagnoseCommands } from "./diagnosing";
import { formCommands, type FormCommands } from "./forming";
import { inputCommands, type InputCommands } from "./inputting";
import { narrateCommands, type NarrateCommands } from "./narrating";
import { fileCommands, type FileCommands } from "./filing";
import { navigateCommands, type NavigateCommands } from "./navigating";
import { pictureCommands, type PictureCommands } from "./picturing";
import { proofCommands, type ProofCommands } from "./proofing";
import { reportCommands, type ReportCommands } from "./reporting";
import { repairCommands, type RepairCommands } from "./repairing";
import { startCommands, type StartCommands } from "./starting";
import type { Services } from "./services";
import { createTasks } from "./task";

/** Everything the user can ask of the pane. */
export interface Commands
  extends
    CheckCommands,
    CiteCommands,
    DiagnoseCommands,
    FileCommands,
    FormCommands,
    InputCommands,
    NarrateCommands,
    NavigateCommands,
    PictureCommands,
    ProofCommands,
    RepairCommands,
    ReportCommands,
    StartCommands {
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
  const reports = reportCommands(services, tasks);
  /** What is open is looked through: a workbook's tables, or all of a report. */
  const check = (): Promise<boolean> => (services.store.state().report ? reports.review() : checks.check());
  /** A report that is open is proofread with its tables, as 校验 does. */
  const proofread = (): Promise<boolean> => {
    const { report, proofSource } = services.store.state();
    return report && report === proofSource?.report ? reports.review() : proofs.proofread();
  };
  return {
    ...checks,
    ...narratives,
    ...citeCommands(services, tasks),
    ...diagnoseCommands(services, tasks),
    ...files,
    ...startCommands(services, tasks, files),
    ...inputCommands(services, tasks),
    ...formCommands(services, tasks),
    ...navigateCommands(services, tasks),
    ...pictureCommands(services, tasks),
    ...proofs,
    ...repairCommands(services, tasks, checks),
    ...reports,
    check,
    proofread,
    refresh: async () => {
      const { analysis, narrative, proof } = services.store.state();
      if (analysis) await check();
      if (narrative) await narratives.narrate();
      if (proof) await proofread();
    },
    cancel: () => tasks.cancel(),
  };
}
