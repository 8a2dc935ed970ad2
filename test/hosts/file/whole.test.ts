import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import * as XLSX from "@e965/xlsx";
import { unzipSync, zipSync, strToU8 } from "fflate";
import { byteMutations, partMutations, sectorMutations } from "../../../scripts/fuzz/mutations";
import { DoorProblem } from "../../../src/hosts/door";
import { reportLines } from "../../support/report-lines";
import { readWorkbook } from "../../../src/hosts/file/read-workbook";
import { biffWorkbook } from "../../../src/hosts/file/whole/biff";
import { Damage } from "../../../src/hosts/file/whole/damage";
import type { PlainWorkbook } from "../../../src/workbook/plain";
import { Random } from "../../workbook/perturbed/random";

const sample = new Uint8Array(readFileSync("samples/2026-12.xlsx"));
const as = (bookType: XLSX.BookType): Uint8Array =>
  new Uint8Array(XLSX.write(XLSX.read(sample, { type: "array" }), { type: "array", bookType }) as ArrayBuffer);

/** The file's cells, or the words it is refused in. Anything but a `DoorProblem` fails the test. */
async function outcome(bytes: Uint8Array): Promise<PlainWorkbook["sheets"] | string> {
  try {
    return (await readWorkbook(bytes, "公开表.xlsx")).sheets;
  } catch (cause) {
    if (cause instanceof DoorProblem) return cause.message;
    throw cause;
  }
}

function repack(change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(sample);
  change(parts);
  return zipSync(parts);
}

/** The part of a sheet in the sample. */
const sheet2 = "xl/worksheets/sheet2.xml";
const without =
  (name: string) =>
  (parts: Record<string, Uint8Array>): void =>
    void Reflect.deleteProperty(parts, name);

describe("a workbook is read whole or refused", () => {
  it.each([
    ["xlsx", sample, { ...byteMutations, ...partMutations }],
    ["ods", as("ods"), { ...byteMutations }],
  ] as const)("%s: whatever happens to bytes and parts", async (_, good, mutations) => {
    const whole = await outcome(good);
    for (const [kind, mutate] of Object.entries(mutations))
      for (let seed = 1; seed <= 10; seed++) {
        const read = await outcome(mutate(good, new Random(seed)));
        if (typeof read === "string") expect(read).toMatch(/已损坏|没有读取|不是电子表格|空文件|设有打开密码/);
        else expect({ kind, seed, whole: isDeepStrictEqual(read, whole) }).toEqual({ kind, seed, whole: true });
      }
  });

  it("xls: sectors, links and cuts end in words", async () => {
    const good = as("biff8");
    for (const mutate of [...Object.values(sectorMutations), ...Object.values(byteMutations)])
      for (let seed = 1; seed <= 10; seed++) {
        const read = await outcome(mutate(good, new Random(seed)));
        if (typeof read === "string") expect(read).toMatch(/[\u4e00-\u9fff]/);
      }
  });

  it("xls: zeros in the place of records are damage, however well the records behind them go on", () => {
    const record = (type: number, ...bytes: number[]): number[] => [type & 255, type >> 8, bytes.length, 0, ...bytes];
    const stream = (between: readonly number[]): Uint8Array =>
      Uint8Array.from([...record(0x0809, 0, 5, 5, 0, 0, 0, 0, 0), ...between, ...record(0x0042, 0xa8, 3), ...record(0x000a)]);
    expect(biffWorkbook(stream([]))).toEqual({ encrypted: false });
    expect(() => biffWorkbook(stream([0, 0, 0, 0]))).toThrow(Damage);
  });

  it.each([
    ["a sheet's part is gone", repack(without(sheet2)), /“表2”所在的部分已损坏（缺失）/],
    ["a sheet's part holds zeros", repack((parts) => void parts[sheet2]?.fill(0)), /“表2”所在的部分已损坏/],
    [
      "a sheet's part is cut off",
      repack((parts) => void (parts[sheet2] = (parts[sheet2] ?? new Uint8Array()).subarray(0, 2000))),
      /“表2”所在的部分已损坏/,
    ],
    ["the list of relations is gone", repack(without("xl/_rels/workbook.xml.rels")), /没有登记/],
    ["the styles are gone", repack(without("xl/styles.xml")), /记录格式的部分已损坏（缺失）/],
    ["the content types are gone", repack(without("[Content_Types].xml")), /记录各部分名单的部分/],
  ])("%s", async (_, bytes, words) => {
    expect(await outcome(bytes)).toMatch(words);
  });

  it("a cell that points at a shared text that is not there", async () => {
    const book = XLSX.write(XLSX.read(sample, { type: "array" }), { type: "array", bookType: "xlsx", bookSST: true }) as ArrayBuffer;
    const parts = unzipSync(new Uint8Array(book));
    parts["xl/sharedStrings.xml"] = strToU8(
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>只有一条</t></si></sst>',
    );
    expect(await outcome(zipSync(parts))).toMatch(/“表1”所在的部分已损坏（指向的文字不存在）/);
  });

  it("a package that would fill the memory is told before it does", async () => {
    const bomb = zipSync({ "xl/workbook.xml": [new Uint8Array(6_000_000), { level: 1 }] });
    // The list of the package says a hundred times as much; nobody need write it out to say so.
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at++) {
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 600_000_000, true);
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 600_000_000, true);
    }
    expect(await outcome(bomb)).toMatch(/展开后太大/);
  });

  describe("a zip that ends with a comment", () => {
    const SIGNATURE = [0x50, 0x4b, 5, 6];
    const END = 22;
    /** The sample with such bytes behind its end record, which calls them its comment, or does not. */
    const followed = (bytes: readonly number[], isComment = true): Uint8Array => {
      const all = Uint8Array.from([...sample, ...bytes]);
      if (isComment) new DataView(all.buffer).setUint16(sample.length - 2, bytes.length, true);
      return all;
    };
    /** An end record of no entries that would stand behind `before` more bytes, with a comment of that length. */
    const empty = (before: number, comment: number): number[] => {
      const record = new DataView(new ArrayBuffer(END));
      SIGNATURE.forEach((byte, i) => record.setUint8(i, byte));
      record.setUint32(16, sample.length + before, true);
      record.setUint16(20, comment, true);
      return [...new Uint8Array(record.buffer)];
    };

    it.each<[string, readonly number[]]>([
      ["words", [...strToU8("由单位内部平台导出")]],
      ["the signature of an end record", [...SIGNATURE, ...Array<number>(40).fill(0x20)]],
      ["the signature too near the end for a record", [0x20, ...SIGNATURE]],
      ["signatures all through the longest comment", Array.from({ length: 0xffff }, (_, i) => SIGNATURE[i % 4] ?? 0)],
      ["an end record whose comment does not reach the end", [...empty(0, 3), ...strToU8("又四五")]],
    ])("is read, whatever the comment holds: %s", async (_, comment) => {
      expect(await outcome(followed(comment))).toEqual(await outcome(sample));
    });

    it("is refused where another end record fits the file as well", async () => {
      expect(await outcome(followed(empty(0, 0)))).toMatch(/里面有两份名单/);
      expect(await outcome(followed([...empty(0, 4), 1, 2, 3, 4]))).toMatch(/里面有两份名单/);
    });

    it("is cut off where nothing but its end is there", async () => {
      for (let length = 4; length < END; length++)
        expect(await outcome(Uint8Array.from({ length }, (_, i) => SIGNATURE[i % 4] ?? 0))).toMatch(/不完整/);
    });

    it("is read with something hung on behind it, as before", async () => {
      expect(await outcome(followed(Array<number>(512).fill(0), false))).toEqual(await outcome(sample));
    });
  });

  it("what Excel does not mind is read: control signs in text, backslashes and other capitals in names, an unused part missing", async () => {
    const odd = repack((parts) => {
      for (const [name, part] of Object.entries(parts))
        if (/sheet3\.xml$/.test(name)) {
          parts[name.replace("sheet3", "SHEET3").replaceAll("/", "\\")] = part;
          Reflect.deleteProperty(parts, name);
        }
    });
    expect(await outcome(odd)).toEqual(await outcome(sample));
  });
});

it("numbers that are none are seen at their cell, the rest is read", async () => {
  const bytes = repack((parts) => {
    const xml = new TextDecoder().decode(parts[sheet2]);
    parts[sheet2] = strToU8(xml.replace(/<v>24<\/v>/, "<v>NaN</v>"));
  });
  const [before, after] = [await outcome(sample), await outcome(bytes)];
  if (typeof before === "string" || typeof after === "string") throw new Error("both are read");
  const changed = after.flatMap((sheet, i) =>
    sheet.values.flatMap((row, r) => row.filter((value, c) => JSON.stringify(value) !== JSON.stringify(before[i]?.values[r]?.[c]))),
  );
  expect(changed).toEqual([{ error: "#NUM!" }]);
});

it("a Word file is read whole or refused, too", async () => {
  const { narrativeDocx } = await import("../../../src/render/docx");
  const paragraph = { segments: [{ kind: "words" as const, text: "一般公共预算1,219.43万元。" }] };
  const good = await narrativeDocx({
    title: "第三部分",
    variant: "2026-12",
    year: 2026,
    sections: [{ number: "一", heading: "总体情况", paragraphs: [paragraph] }],
    todo: [],
  } as never);
  const whole = await reportLines(good, "说明.docx");
  for (const mutate of Object.values(byteMutations))
    for (let seed = 1; seed <= 10; seed++) {
      const read: unknown = await reportLines(mutate(good, new Random(seed)), "说明.docx").catch((cause: unknown) => cause);
      if (Array.isArray(read)) expect(read).toEqual(whole);
      else expect(read).toBeInstanceOf(DoorProblem);
    }
});

describe("parts that are whole and stand for another", () => {
  /** The sample's list of relations with two targets in each other's place. */
  const exchanged = (one: string, other: string): Uint8Array =>
    repack((parts) => {
      const name = "xl/_rels/workbook.xml.rels";
      const xml = new TextDecoder().decode(parts[name]);
      parts[name] = strToU8(xml.replace(`"${one}"`, '"?"').replace(`"${other}"`, `"${one}"`).replace('"?"', `"${other}"`));
    });
  const targets = Array.from(
    new TextDecoder().decode(unzipSync(sample)["xl/_rels/workbook.xml.rels"]).matchAll(/Target="([^"]*)"/g),
    ([, target = ""]) => target,
  );
  const styles = targets.find((target) => target.endsWith("styles.xml")) ?? "";

  it.each(targets.filter((target) => target !== styles))("%s in the place of the styles is damage", async (target) => {
    expect(await outcome(exchanged(target, styles))).toMatch(/不是(?:工作表|格式|共用文字)的内容/);
  });
});

it("an .ods that says in a few words that everything is there a hundred thousand times is told at once", async () => {
  const parts = unzipSync(as("ods"));
  const xml = new TextDecoder().decode(parts["content.xml"]);
  const repeated = (element: string, attribute: string, times: number): Uint8Array => {
    const written = xml.replace(new RegExp(`<table:${element}(?= |>)`, "g"), `$& table:${attribute}="${String(times)}"`);
    return zipSync({ ...parts, "content.xml": strToU8(written) });
  };
  const began = process.cpuUsage();
  expect(await outcome(repeated("table-row", "number-rows-repeated", 100_000))).toMatch(/有内容的格多于 200 万个/);
  expect(await outcome(repeated("table-cell", "number-columns-repeated", 16_000))).toMatch(/有内容的格多于 200 万个/);
  // Its own work, whatever else the machine does meanwhile.
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
});
