import { readFile, writeFile } from "node:fs/promises";
import { DoorProblem } from "../hosts/door";

/** Writes a file for the user. Throws `DoorProblem` when it cannot be written. */
export async function save(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (cause) {
    throw new DoorProblem("readOnly", `无法写入“${path}”。请检查文件夹是否存在、文件是否正被其他程序打开。`, { cause });
  }
}

/** As `save`, but a file that is there already and says something else is left alone: somebody may have filled it in. */
export async function saveNew(path: string, content: Uint8Array): Promise<void> {
  const there = await readFile(path).catch(() => null);
  if (there && !there.equals(content)) throw new DoorProblem("readOnly", `已有文件“${path}”，没有覆盖它。请换一个文件名，或先把它移走。`);
  await save(path, content);
}
