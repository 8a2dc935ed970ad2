import path from "node:path";
import type { Desk } from "../desk/desk";
import { writeDesk } from "../handout/desk-file";
import { onDisk } from "../hosts/file/among-files";
import { save } from "./save";
import { oneLine, type Terminal } from "./terminal";

/** A file as the written desk names it, from where the desk lies: it is opened by a click while both stay where they are. */
function linkFrom(folder: string): (file: string) => string {
  return (file) => {
    const relative = path
      .relative(folder, path.resolve(onDisk(file)))
      .split(path.sep)
      .map(encodeURIComponent)
      .join("/");
    return relative.startsWith("..") ? relative : `./${relative}`;
  };
}

/** Writes the desk as a file to hand on, .xlsx or .html by its name. Throws `DoorProblem` when it cannot be written. */
export async function saveDesk(terminal: Terminal, report: string, desk: Desk): Promise<void> {
  const format = /\.html$/i.test(report) ? "html" : "xlsx";
  await save(report, await writeDesk(format, desk, { title: "部门预算公开审核", link: linkFrom(path.dirname(path.resolve(report))) }));
  terminal.err(`已写入“${oneLine(report)}”。\n`);
}
