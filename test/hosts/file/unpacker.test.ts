import { deflateSync } from "fflate";
import { nodeUnpacker } from "../../../src/hosts/file/node-unpacker";
import { anywhere } from "../../../src/hosts/file/whole/unpacker";

const words = new TextEncoder().encode("一般公共预算1,219.43万元，".repeat(400));
const packed = deflateSync(words);

/** What an unpacker makes of packed bytes: theirs, or that it cannot. */
const made = (unpacker: typeof anywhere, bytes: Uint8Array, size: number): unknown => {
  try {
    return [...unpacker.inflate(bytes, size)];
  } catch {
    return "cannot";
  }
};

it("Node unpacks what was packed, and its checksum is that of zip files", () => {
  expect(made(nodeUnpacker, packed, words.length)).toEqual([...words]);
  expect(made(nodeUnpacker, deflateSync(new Uint8Array(0)), 0)).toEqual([]);
  // The check value of CRC-32 for these nine digits.
  expect(nodeUnpacker.crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});

it("Node unpacks many parts in one, or none where one of them is not whole", () => {
  const few = new TextEncoder().encode("合计");
  const parts = [words, few, new Uint8Array(0)].map((plain) => ({
    bytes: deflateSync(plain),
    size: plain.length,
    crc: nodeUnpacker.crc32(plain),
  }));
  expect(nodeUnpacker.inflateAll?.(parts)?.map((plain) => [...plain])).toEqual([[...words], [...few], []]);
  const [first, second] = parts;
  if (!first || !second) throw new Error("two parts");
  const damaged = [
    { ...second, crc: first.crc },
    { ...second, size: second.size + 1 },
    { ...second, bytes: second.bytes.subarray(0, 3) },
    { ...second, bytes: Uint8Array.of(...second.bytes, 0) },
  ];
  for (const one of damaged) expect(nodeUnpacker.inflateAll?.([first, one, first])).toBeNull();
});

it.each<[string, Uint8Array, number]>([
  ["cut off", packed.subarray(0, packed.length >> 1), words.length],
  ["more than it says", packed, words.length - 100],
  ["less than it says", packed, words.length + 100],
  ["no packed bytes at all", new Uint8Array([0xff, 0xff, 0xff, 0xff]), words.length],
  ["something behind the end", new Uint8Array([...packed, 1, 2, 3]), words.length],
])("of %s the same becomes as anywhere", (_, bytes, size) => {
  expect(made(nodeUnpacker, bytes, size)).toEqual(made(anywhere, bytes, size));
});
