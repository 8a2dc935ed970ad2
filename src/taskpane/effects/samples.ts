import { DoorProblem } from "../../hosts/door";

/** The sample offered first. */
export const SAMPLE = "2026-12.xlsx";

/** A sample workbook from the page's own server. Throws `DoorProblem`. */
export async function fetchSample(name: string): Promise<Uint8Array> {
  // Only a plain file name of our own folder: the address bar is not to lead anywhere else.
  if (!/^[\w-]+\.xlsx$/.test(name)) throw new DoorProblem("unknown", `没有名为“${name}”的示例。`);
  const response = await fetch(`samples/${name}`).catch(() => null);
  if (!response?.ok) throw new DoorProblem("unknown", `没有取到示例“${name}”。请检查本页所在的服务器是否正常，或直接打开您自己的工作簿。`);
  return new Uint8Array(await response.arrayBuffer());
}
