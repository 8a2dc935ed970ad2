import type { CellRef } from "../../amount/cell-ref";
import type { FileDoor } from "../../hosts/file/file-door";
import type { PlainWorkbook } from "../../workbook/plain";
import { download } from "./download";
import { openReportFile } from "./reporting";
import type { Services } from "./services";
import { messageOf, type Tasks } from "./task";

/** What the workbench can do with files. */
export interface FileCommands {
  readonly openFile: (file: File) => Promise<boolean>;
  readonly openBytes: (bytes: Uint8Array, name: string) => Promise<void>;
  readonly editCell: (cell: CellRef, text: string) => void;
  readonly saveAs: () => Promise<void>;
  /** Whether closing would lose something. */
  readonly unsaved: () => boolean;
}

export function fileCommands(services: Services, tasks: Tasks): FileCommands {
  const { store } = services;
  let opened: FileDoor | null = null;

  const open = async (bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<void> => {
    const { isReportFile } = await import("../../hosts/file/read-report");
    if (await isReportFile(bytes)) {
      await openReportFile(services, bytes, name, signal);
      opened = null;
      return;
    }
    const { FileDoor: Door } = await import("../../hosts/file/file-door");
    const door = await Door.open(bytes, name, (file, title) => services.engine.readFile("workbook", file, title));
    signal?.throwIfAborted();
    opened = door;
    services.setDoor(door);
    store.dispatch({ type: "opened", name, workbook: door.workbook });
    door.watch({
      onSelect: (cells) => store.dispatch({ type: "selected", cells }),
      onContent: () => {
        if (services.door() === door) store.dispatch({ type: "content", workbook: door.workbook });
      },
    });
    store.dispatch({ type: "noticed", notice: `已打开“${name}”，共 ${sheetCount(door.workbook)} 张工作表。` });
  };

  return {
    openFile: (file) => tasks.run("打开文件", async ({ signal }) => open(new Uint8Array(await file.arrayBuffer()), file.name, signal)),
    openBytes: open,
    editCell: (cell, text) => {
      try {
        opened?.edit(cell, text);
      } catch (cause) {
        store.dispatch({ type: "failed", problem: { doing: "修改单元格", message: messageOf(cause) } });
      }
    },
    saveAs: async () => {
      const door = opened;
      if (!door) return;
      const saved = await tasks.run("另存", async () => download(await door.saveAs(), door.savedName, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
      if (saved) store.dispatch({ type: "noticed", notice: `已另存为“${door.savedName}”，请在浏览器的下载文件夹中查看。` });
    },
    unsaved: () => opened?.changed ?? false,
  };
}

const sheetCount = (workbook: PlainWorkbook): number => workbook.sheets.filter((sheet) => sheet.visibility === "visible").length;
