import { readFileSync } from "node:fs";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { filesUnder } from "./file-list.mjs";

/** What the built command line reads while it runs, by its paths: not the licences, which lie beside it. */
export const commandLineFiles = (folder) =>
  filesUnder(folder)
    .filter((name) => !/licences?\.txt$/i.test(name))
    .map((name) => [name, readFileSync(path.join(folder, name))]);

/**
 * The program in one file: `head` (tools/package/one-file.cjs) and, in a comment behind it, the files that it unpacks in
 * memory, `[path, bytes]`. In base64 no bytes can end the comment, and a line break keeps a last `/` from beginning one with its end.
 */
export function oneFile(head, files) {
  const places = [];
  const packed = [];
  let from = 0;
  for (const [name, bytes] of files) {
    const text = deflateRawSync(bytes, { level: 9 }).toString("base64");
    places.push([name, [from, from + text.length]]);
    packed.push(text);
    from += text.length;
  }
  return `${head}\n/*${JSON.stringify(places)}\n${packed.join("")}\n*/\n`;
}
