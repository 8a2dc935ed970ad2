import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export const FILE_LIST = "files.json";

/** What is written for an office's own address, and so differs from office to office: its content is not vouched for. */
export const ADDRESSED = /(?:^|\/)(?:manifest\.xml|functions\.json|jsplugins\.xml)$/;

/** The command line is built beside the pages and is not published with them. */
const NOT_PUBLISHED = /^cli\//;

/** The files of a folder by their paths from it, with forward slashes, in order. */
export const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/**
 * Writes files.json into a folder of built pages: the version, and every published file with its size in bytes and the SHA-256
 * of its content; of those that bear an address, size and sum are left out.
 */
export function fileList(folder, version) {
  const files = filesUnder(folder)
    .filter((name) => name !== FILE_LIST && !NOT_PUBLISHED.test(name))
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      return ADDRESSED.test(name) ? { name, size: null, sha256: null } : { name, size: bytes.length, sha256: sha256(bytes) };
    });
  writeFileSync(path.join(folder, FILE_LIST), `${JSON.stringify({ version, files }, null, 1)}\n`);
}
