import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "../../src");

/** Files that call the reader of the 填报 sheets: opening a book, and the reader itself. */
test("the 填报 sheets are read where a book is opened, and nowhere else", () => {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const readers = files
    .filter((file) => /\breadInputs\(/.test(readFileSync(path.join(root, file), "utf8")))
    .map((file) => file.split(path.sep).join("/"))
    .sort();
  expect(readers).toEqual(["book/open.ts", "inputs/read.ts"]);
});
