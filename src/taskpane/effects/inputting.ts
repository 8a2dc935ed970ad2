import { DoorProblem } from "../../hosts/door";
import type { Engine } from "../engine/engine";
import type { LastYearFiles } from "../engine/filling";
import { openDoor, readBook } from "./checking";
import type { Services } from "./services";
import type { Tasks } from "./task";

export interface InputCommands {
  /** Creates the five 填报 sheets or adds what they lack; with last year's files, fills in what these give. */
  readonly createInputs: (files?: { readonly workbook?: File; readonly text?: File }) => Promise<boolean>;
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

async function readFiles(engine: Engine, files: { readonly workbook?: File; readonly text?: File }): Promise<LastYearFiles> {
  const { workbook, text } = files;
  const readBookFile = async (file: File): Promise<LastYearFiles["workbook"]> =>
    (await engine.readFile("workbook", await bytesOf(file), file.name)).workbook;
  const readText = async (file: File): Promise<LastYearFiles["text"]> => {
    const [report, { reportText }] = await Promise.all([
      engine.readFile("report", await bytesOf(file), file.name),
      import("../../report/text"),
    ]);
    return reportText(report).map((line) => line.text);
  };
  const [book, lines] = await Promise.all([workbook ? readBookFile(workbook) : null, text ? readText(text) : null]);
  return { workbook: book, text: lines };
}

export function inputCommands(services: Services, tasks: Tasks): InputCommands {
  const { store, engine } = services;
  return {
    createInputs: (files = {}) =>
      tasks.run("新建填报表", async (watch) => {
        const lastYear = await readFiles(engine, files);
        const workbook = await readBook(services, watch);
        watch.stage("正在准备填报表…");
        const { drafts, report, tables } = await engine.ask(workbook, "fill", store.state().choices, lastYear);
        if (tables === 0)
          throw new DoorProblem(
            "empty",
            "没有找到预算公开表，填报表要按公开表的科目和项目来建。请先放入公开表，或在“校验”里指定哪张工作表是哪张公开表。",
          );
        watch.stage("正在写入填报表…");
        await openDoor(services).writeSheets(drafts);
        store.dispatch({ type: "inputReport", lines: report });
        store.dispatch({ type: "changed" });
        store.dispatch({ type: "noticed", notice: "填报表已备好：浅色的格是要填的，已写的内容都保留。" });
      }),
  };
}
