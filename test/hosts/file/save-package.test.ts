import { readFileSync } from "node:fs";
import path from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { Package } from "../../../src/hosts/file/save/package";
import { openZip } from "../../../src/hosts/file/whole/zip";

const sample = new Uint8Array(readFileSync(path.join(__dirname, "../../../samples/2026-12.xlsx")));

const packedBy = (bytes: Uint8Array): ReadonlyMap<string, Buffer> =>
  new Map(openZip(bytes).map((part) => [part.name, Buffer.from(part.packed())]));

describe("a package written back", () => {
  it("holds what nobody changed exactly as it came, packed, and what was changed as it is to be", () => {
    const file = Package.open(sample);
    file.put("xl/worksheets/sheet2.xml", [strToU8("<worksheet>"), strToU8("甲".repeat(70_000)), strToU8("</worksheet>")]);
    // Only looked at.
    file.root("xl/styles.xml");
    const bytes = file.bytes();
    const before = packedBy(sample);
    const changed = [...packedBy(bytes)].filter(([name, packed]) => before.get(name)?.equals(packed) !== true).map(([name]) => name);
    expect(changed).toEqual(["xl/worksheets/sheet2.xml"]);
    // By another reader.
    const parts = unzipSync(bytes);
    expect(Object.keys(parts)).toEqual(Object.keys(unzipSync(sample)));
    expect(new TextDecoder().decode(parts["xl/worksheets/sheet2.xml"])).toBe(`<worksheet>${"甲".repeat(70_000)}</worksheet>`);
  });

  it("keeps names in any script, stored parts stored, and is the same whenever it is written", () => {
    const odd = zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/附件/图 1.bin": [strToU8("abc"), { level: 0 }] });
    const written = Package.open(odd).bytes();
    expect(openZip(written).map(({ name, method }) => [name, method])).toEqual([
      ["[Content_Types].xml", 8],
      ["xl/附件/图 1.bin", 0],
    ]);
    expect(Buffer.from(unzipSync(written)["xl/附件/图 1.bin"] ?? []).toString()).toBe("abc");
    expect(Buffer.from(Package.open(written).bytes()).equals(Buffer.from(written))).toBe(true);
  });

  it("writes an empty part", () => {
    const file = Package.open(sample);
    file.put("xl/empty.bin", []);
    expect(unzipSync(file.bytes())["xl/empty.bin"]).toHaveLength(0);
  });
});
