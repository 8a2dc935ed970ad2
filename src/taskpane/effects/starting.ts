import { DoorProblem } from "../../hosts/door";
import type { BlankForms, TemplateRequest } from "../../book/blank-workbook";
import type { PlainWorkbook } from "../../workbook/plain";
import { openDoor } from "./checking";
import type { FileCommands } from "./filing";
import { fetchSample } from "./samples";
import type { Services } from "./services";
import type { Tasks } from "./task";

/** What is offered where there is nothing to check yet. */
export interface StartCommands {
  /** The families and forms of which there are templates; [] where the engine does not answer. */
  readonly templateForms: () => Promise<readonly BlankForms[]>;
  /** Beside a workbook: the template's sheets are added to it; in the workbench: a new workbook of them is opened. */
  readonly openTemplate: (request: TemplateRequest) => Promise<boolean>;
  /** Beside a workbook: in one of its own. */
  readonly openSample: (name: string) => Promise<boolean>;
}

const NO_WORKBOOK: PlainWorkbook = { name: "", sheets: [] };

export function startCommands(services: Services, tasks: Tasks, files: Pick<FileCommands, "openBytes">): StartCommands {
  const { store, engine } = services;
  return {
    templateForms: () => engine.ask(NO_WORKBOOK, "forms").catch(() => []),
    openTemplate: (request) =>
      tasks.run("新建空白模板", async () => {
        const drafts = await engine.ask(NO_WORKBOOK, "template", request);
        if (store.state().around.holdsWorkbook) {
          await openDoor(services).writeSheets(drafts);
          store.dispatch({ type: "noticed", notice: `已加入 ${drafts.length} 张空白表，合计都是公式；填好后点“校验工作簿”。` });
          return;
        }
        const { writeWorkbook } = await import("../../hosts/file/write-workbook");
        const bytes = await writeWorkbook(drafts);
        await files.openBytes(bytes, `${request.year}年${request.kind}预算公开表.xlsx`);
      }),
    openSample: (name) =>
      tasks.run("打开示例", async () => {
        const bytes = await fetchSample(name);
        if (!store.state().around.holdsWorkbook) {
          await files.openBytes(bytes, name);
          return;
        }
        const opened = await services.openElsewhere(bytes).catch(() => false);
        if (!opened)
          throw new DoorProblem(
            "unsupported",
            `这个 ${store.state().around.name} 不能由窗格打开新工作簿。请在浏览器中打开本工具的网页版，点“打开示例”。`,
          );
      }),
  };
}
