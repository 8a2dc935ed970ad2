import { strFromU8, strToU8, zipSync } from "fflate";
import { archived, inArchive, isArchive, whyNotRead } from "../../../src/hosts/file/archive";

type Files = Readonly<Record<string, string | Uint8Array>>;

const zip = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content])),
  );

/** The same with other bytes in place of some, of the same length, in the head and in the directory. */
function withBytes(bytes: Uint8Array, was: string, is: readonly number[]): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  expect(was).toHaveLength(is.length);
  expect(text.split(was)).toHaveLength(3);
  return new Uint8Array(Buffer.from(text.replaceAll(was, Buffer.from(is).toString("latin1")), "latin1"));
}

const read = (bytes: Uint8Array, path: string): string => strFromU8(inArchive(bytes, path, "收.zip"));

it.each<[string, Uint8Array, string]>([
  ["UTF-8 that says so", zip({ "甲局/表.xlsx": "x" }), "甲局/表.xlsx"],
  // 甲局\表.xlsx in GBK, as programs of Windows pack it.
  ["GBK", withBytes(zip({ "AAAA/BB.xlsx": "x" }), "AAAA/BB", [0xbc, 0xd7, 0xbe, 0xd6, 0x5c, 0xb1, 0xed]), "甲局/表.xlsx"],
  // 联通.xlsx: its first byte begins nothing in UTF-8, but looks as if it did.
  ["GBK that is nearly UTF-8", withBytes(zip({ "AAAA.xlsx": "x" }), "AAAA", [0xc1, 0xaa, 0xcd, 0xa8]), "联通.xlsx"],
  // 啦 in GBK is U+0372 in UTF-8.
  ["GBK that is UTF-8 by chance", withBytes(zip({ "QQ.xlsx": "x" }), "QQ", [0xc0 + 0x0d, 0xb2]), "筒.xlsx"],
  // As the Finder of macOS packs it.
  ["UTF-8 that does not say so", withBytes(zip({ "AAAAAA.xlsx": "x" }), "AAAAAA", [...strToU8("甲局")]), "甲局.xlsx"],
])("names in %s", (_, bytes, path) => {
  expect(archived(bytes, "收.zip").files).toEqual([path]);
  expect(read(bytes, path)).toBe("x");
});

it("paths that lead out of it lead into it; what systems leave behind is not there; other kinds are named", () => {
  const bytes = zip({
    "../../etc/a.xlsx": "1",
    "C:\\b.docx": "2",
    "/c.txt": "3",
    "__MACOSX/._a.xlsx": "4",
    ".DS_Store": "5",
    "旧.doc": "6",
  });
  expect(archived(bytes, "收.zip")).toEqual({ files: ["etc/a.xlsx", "b.docx", "c.txt"], others: ["旧.doc"] });
  expect(["etc/a.xlsx", "b.docx", "c.txt"].map((path) => read(bytes, path))).toEqual(["1", "2", "3"]);
});

it("archives in archives, to a depth; one of those that cannot be looked into is told of where it is read", () => {
  const office = zip({ "表.xlsx": "x", "旧.doc": "x" });
  const deep = zip({ "三.zip": zip({ "四.zip": office }) });
  const bytes = zip({ "甲局.zip": office, "断了.zip": office.subarray(0, 60), "二.zip": deep });
  expect(archived(bytes, "收.zip")).toEqual({
    files: ["甲局.zip/表.xlsx", "断了.zip", "二.zip/三.zip/四.zip"],
    others: ["甲局.zip/旧.doc"],
  });
  expect(read(bytes, "甲局.zip/表.xlsx")).toBe("x");
  const told = (path: string): string => whyNotRead(inArchive(bytes, path, path), path).message;
  expect(told("断了.zip")).toMatch(/^“断了.zip”已损坏/);
  expect(told("二.zip/三.zip/四.zip")).toMatch(/是压缩包.*请先解压/);
});

/** A directory that claims so many bytes for each of its files. */
function claiming(size: number): Uint8Array {
  const bytes = Uint8Array.from(zip({ "a.xlsx": "x", "b.xlsx": "x", "c.xlsx": "x", "d.xlsx": "x" }));
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return bytes;
}

/** As if every file had a password. */
function locked(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) copy[at + 8] = (copy[at + 8] ?? 0) | 1;
    if (view.getUint32(at, true) === 0x04034b50) copy[at + 6] = (copy[at + 6] ?? 0) | 1;
  }
  return copy;
}

it.each<[string, Uint8Array, RegExp]>([
  ["a password", locked(zip({ "表.xlsx": "x" })), /^压缩包“收.zip”设有密码，没有读取。请用密码解压/],
  ["a file that would fill the memory", claiming(0x7fffffff), /^压缩包“收.zip”里的文件太多或太大/],
  ["files that would fill it together", claiming(450_000_000), /^压缩包“收.zip”里的文件太多或太大/],
  ["nothing that can be read", zip({ "旧.doc": "x" }), /^压缩包“收.zip”里没有 .xlsx.*旧式文档（旧.doc）：请用 Word/],
  ["nothing", zip({}), /^压缩包“收.zip”里没有 .xlsx.*请向原单位重新索取。$/],
  ["one path twice", zip({ "a/表.xlsx": "x", "a/./表.xlsx": "y" }), /重复出现/],
])("not looked into, with what to do: %s", (_, bytes, words) => {
  expect(isArchive(bytes, "收.zip")).toBe(true);
  expect(whyNotRead(bytes, "收.zip").message).toMatch(words);
});

it("a workbook under the name of an archive is a workbook", () => {
  expect(isArchive(zip({ "[Content_Types].xml": "<Types/>" }), "表.zip")).toBe(false);
  expect(isArchive(zip({ "表.xlsx": "x" }), "表.xlsx")).toBe(false);
});
