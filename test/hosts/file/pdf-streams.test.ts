import { strToU8, zlibSync } from "fflate";
import { requireModestStreams } from "../../../src/hosts/file/pdf-streams";
import { TooLarge } from "../../../src/report/limits";

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const stream = (dictionary: string, data: Uint8Array): Uint8Array =>
  joined(strToU8(`7 0 obj\n<< /Length ${String(data.length)} ${dictionary} >>\nstream\r\n`), data, strToU8("\nendstream\nendobj\n"));

const blanks = new Uint8Array(40_000_000).fill(32);
const once = zlibSync(blanks, { level: 6 });

it.each<[string, Uint8Array]>([
  ["a page's content", stream("/Filter /FlateDecode", once)],
  ["a list of objects", stream("/Type /ObjStm /N 1 /First 10 /Filter [/FlateDecode]", once)],
  [
    "what is packed twice",
    joined(
      strToU8("%PDF-1.7\n"),
      stream("/Filter [/FlateDecode /FlateDecode]", zlibSync(joined(once, new Uint8Array(once.length * 2)), { level: 0 })),
    ),
  ],
  [
    "many, each of which would do",
    joined(...new Array<Uint8Array>(8).fill(stream("/Filter /FlateDecode", zlibSync(new Uint8Array(25_000_000).fill(32))))),
  ],
])("%s that unpacks to more than any report has is told before it is unpacked", async (_, bytes) => {
  await expect(requireModestStreams(bytes)).rejects.toBeInstanceOf(TooLarge);
});

it.each<[string, Uint8Array]>([
  ["a picture, which is not unpacked", stream("/Type /XObject /Subtype /Image /Filter /FlateDecode", once)],
  ["an ordinary page", stream("/Filter /FlateDecode", zlibSync(strToU8("BT (1,234.50) Tj ET ".repeat(5000)), { level: 1 }))],
  ["what is no stream that can be unpacked", stream("/Filter /FlateDecode", new Uint8Array(5000).fill(7))],
])("%s is let through", async (_, bytes) => {
  await expect(requireModestStreams(bytes)).resolves.toBeUndefined();
});
