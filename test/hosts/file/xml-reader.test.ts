/** The reader of XML parts against a parser that is the standard's: the same tokens, or both refuse. */
import { isDeepStrictEqual } from "node:util";
import { SaxesParser } from "saxes";
import { Damage } from "../../../src/hosts/file/whole/damage";
import { XmlReader } from "../../../src/hosts/file/xml/reader";
import { piecesOf, type TextPieces } from "../../../src/hosts/file/xml/text-pieces";
import { Random } from "../../workbook/perturbed/random";

type Event = readonly [kind: "open" | "close" | "text", words: string, attributes?: Readonly<Record<string, string>>];

const ATTRIBUTES = ["r", "t", "s", "x:r", "文"];
const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Words that stand together are one, whatever they were written as. */
function joined(events: readonly Event[]): readonly Event[] {
  const all: Event[] = [];
  for (const event of events) {
    const [kind, words] = event;
    const last = all.at(-1);
    if (kind === "text" && last?.[0] === "text") all[all.length - 1] = ["text", last[1] + words];
    else if (kind !== "text" || words !== "") all.push(event);
  }
  return all;
}

/** null: the parser refuses it. */
function standard(text: string): readonly Event[] | null {
  const events: Event[] = [];
  const parser = new SaxesParser();
  const faults: Error[] = [];
  let depth = 0;
  parser.on("error", (fault) => faults.push(fault));
  parser.on("opentag", ({ name, attributes }) => {
    depth++;
    const known = Object.fromEntries(ATTRIBUTES.flatMap((key) => (attributes[key] === undefined ? [] : [[key, attributes[key]]])));
    events.push(["open", local(name), known]);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    events.push(["close", local(name)]);
  });
  const say = (words: string): void => {
    if (depth > 0) events.push(["text", words]);
  };
  parser.on("text", say);
  parser.on("cdata", say);
  parser.write(text).close();
  return faults.length > 0 ? null : joined(events);
}

function own(pieces: TextPieces): readonly Event[] | null {
  const reader = new XmlReader("part", pieces);
  const events: Event[] = [];
  try {
    for (let token = reader.next(); token !== "end"; token = reader.next())
      if (token === "open") {
        const values = ATTRIBUTES.flatMap((name): [string, string][] => {
          const value = reader.attribute(name);
          return value === undefined ? [] : [[name, value]];
        });
        events.push(["open", reader.name, Object.fromEntries(values)]);
      } else events.push(token === "close" ? ["close", reader.name] : ["text", reader.text()]);
    return joined(events);
  } catch (cause) {
    if (cause instanceof Damage) return null;
    throw cause;
  }
}

/** A text in pieces of so many signs. */
function inPieces(text: string, length: number): TextPieces {
  let at = 0;
  return (atLeast) => {
    if (at >= text.length) return null;
    const piece = text.slice(at, at + Math.max(length, atLeast));
    at += piece.length;
    return piece;
  };
}

const pick = <T>(random: Random, list: readonly T[]): T => {
  const chosen = list[random.below(list.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
};
const NAMES = ["c", "x:c", "row", "表", "a-1.b"];
const WORDS = ["", " ", "12.5", "科目", "&lt;&amp;", "&#x79d1;&#10;", "a\r\nb\rc\n", "]]", "]>", "𠮷", "'\""];
const MISC = ["<!-- - -->", "<!---->", "<?a b?>", "<![CDATA[<&]]>", "<![CDATA[]]>", "<![CDATA[ ]] >]]>"];

function element(random: Random, depth: number): string {
  const name = pick(random, NAMES);
  const attributes = ATTRIBUTES.filter(() => random.below(3) === 0).map((key) => {
    const quote = pick(random, ['"', "'"]);
    const value = pick(random, ["", "A1", "&quot;&#9;", "a\tb\nc", "科目>"]);
    return `${pick(random, [" ", "\n ", "\t"])}${key}${pick(random, ["=", " = "])}${quote}${value}${quote}`;
  });
  const head = `<${name}${attributes.join("")}${pick(random, ["", " "])}`;
  if (random.below(4) === 0) return `${head}/>`;
  const inside = Array.from({ length: depth > 0 ? random.below(5) : 0 }, () =>
    random.below(2) === 0 ? element(random, depth - 1) : pick(random, [...WORDS, ...MISC]),
  );
  return `${head}>${inside.join("")}</${name}${pick(random, ["", " "])}>`;
}

const body = (random: Random): string =>
  pick(random, ["", "<!-- a -->", "<?a b?>\n"]) + element(random, 4) + pick(random, ["", "\n", "<!-- z -->"]);
const document = (random: Random): string => pick(random, ["", '<?xml version="1.0" encoding="UTF-8"?>\n', "<!DOCTYPE a>"]) + body(random);

/** A sign or a few put in, left out or doubled, of those that XML is made of. */
function damaged(text: string, random: Random): string {
  const at = random.below(text.length);
  const until = at + 1 + random.below(6);
  const sign = pick(random, [
    "<",
    ">",
    "/",
    "&",
    ";",
    '"',
    "'",
    "=",
    " ",
    "]]>",
    "--",
    "<!",
    "<?",
    "?>",
    "a",
    "1",
    "&#65;",
    "&x;",
    "</c>",
    "x",
  ]);
  return pick(random, [
    text.slice(0, at) + sign + text.slice(at),
    text.slice(0, at) + text.slice(until),
    text.slice(0, until) + text.slice(at),
    text.slice(0, at),
  ]);
}

/** The texts whose tokens are others than the standard's, when they come in pieces of those lengths. */
const different = (text: string, expected: readonly Event[] | null, lengths: readonly number[]): readonly string[] =>
  lengths.some((length) => !isDeepStrictEqual(own(inPieces(text, length)), expected)) ? [text] : [];

it("gives the standard's tokens, however the text is cut in pieces", () => {
  const texts = Array.from({ length: 300 }, (_, seed) => document(new Random(seed)));
  expect(texts.flatMap((text) => different(text, standard(text), [1, 2, 3, 7, 1000]))).toEqual([]);
  expect(texts.filter((text) => standard(text) !== null).length).toBeGreaterThan(290);
});

it("refuses what the standard refuses, and nothing else", () => {
  const texts = Array.from({ length: 2000 }, (_, seed) => {
    const random = new Random(seed);
    return damaged(body(random), random);
    // Numbers that are no sign's are left as they are written: files hold some.
  }).filter((text) => !/&#(?!x79d1;|10;|9;|65;)/.test(text));
  expect(texts.flatMap((text) => different(text, standard(text), [1, 1000]))).toEqual([]);
  expect(texts.filter((text) => standard(text) === null).length).toBeGreaterThan(700);
});

it.each([
  ["entities of its own", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ["nothing", ""],
  ["blanks", " \n"],
])("refuses %s", (_, text) => {
  expect(own(inPieces(text, 1000))).toBeNull();
});

it("reads bytes in every encoding of a package, with and without a mark", () => {
  const text = '<a r="科目">𠮷一</a>';
  const wide = (little: boolean): Uint8Array => {
    const bytes = new Uint8Array(text.length * 2);
    Array.from({ length: text.length }, (_, i) => new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), little));
    return bytes;
  };
  const marked = (mark: readonly number[], bytes: Uint8Array): Uint8Array => Uint8Array.from([...mark, ...bytes]);
  const plain = new TextEncoder().encode(text);
  for (const bytes of [
    plain,
    marked([0xef, 0xbb, 0xbf], plain),
    wide(true),
    wide(false),
    marked([0xff, 0xfe], wide(true)),
    marked([0xfe, 0xff], wide(false)),
  ])
    expect(own(piecesOf(bytes))).toEqual([
      ["open", "a", { r: "科目" }],
      ["text", "𠮷一"],
      ["close", "a"],
    ]);
});

it("a part beyond one piece is cut between signs, not within them", () => {
  const words = "科目𠮷".repeat(60_000);
  for (const shift of ["", "a", "ab", "abc"]) {
    const [, text] = own(piecesOf(new TextEncoder().encode(`<a>${shift}${words}</a>`))) ?? [];
    expect(text?.[1]).toBe(shift + words);
  }
});

it("bytes that are none of its encoding are damage", () => {
  expect(own(piecesOf(Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])))).toBeNull();
});
