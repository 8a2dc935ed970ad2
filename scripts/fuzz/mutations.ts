import { unzipSync, zipSync } from "fflate";
import type { Random } from "../../test/workbook/perturbed/random";

/** Makes a damaged file of a good one; the same for the same random numbers. */
export type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[random.below(list.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}

const joined = (...pieces: readonly Uint8Array[]): Uint8Array => Uint8Array.from(pieces.flatMap((piece) => Array.from(piece)));

/** A stretch of the file: where it begins and ends. */
function stretch(bytes: Uint8Array, random: Random, longest: number): [number, number] {
  const from = random.below(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + random.below(longest))];
}

/** What happens to bytes on the way: one bit, a few bytes, a cut, a stretch lost, doubled or blank. */
export const byteMutations: Readonly<Record<string, Mutation>> = {
  bit: (bytes, random) => {
    const copy = bytes.slice();
    const at = random.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
    return copy;
  },
  bytes: (bytes, random) => {
    const copy = bytes.slice();
    for (let left = 1 + random.below(20); left > 0; left--) copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  cut: (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  lost: (bytes, random) => {
    const [from, to] = stretch(bytes, random, 2000);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  doubled: (bytes, random) => {
    const [from, to] = stretch(bytes, random, 2000);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  blank: (bytes, random) => {
    const [from, to] = stretch(bytes, random, 4000);
    return bytes.slice().fill(0, from, to);
  },
};

/** The parts of a zip changed and packed again, so that every checksum fits. */
function repacked(bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts, { mtime: new Date(2000, 0, 1) });
}

const names = (parts: Readonly<Record<string, Uint8Array>>): string[] => Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));

/** What a broken program or a careless repair does to a package's parts. */
export const partMutations: Readonly<Record<string, Mutation>> = {
  dropped: (bytes, random) => repacked(bytes, (parts) => void Reflect.deleteProperty(parts, pick(random, names(parts)))),
  zeros: (bytes, random) => repacked(bytes, (parts) => void parts[pick(random, names(parts))]?.fill(0)),
  shortened: (bytes, random) =>
    repacked(bytes, (parts) => {
      const name = pick(random, names(parts));
      const part = parts[name] ?? new Uint8Array();
      parts[name] = part.subarray(0, random.below(part.length));
    }),
  emptied: (bytes, random) => repacked(bytes, (parts) => void (parts[pick(random, names(parts))] = new Uint8Array())),
};

const ODD_VALUES = [
  "NaN",
  "INF",
  "-",
  "",
  "1e999",
  "#DIV/0!",
  "99999999999",
  "-1",
  "&#11;",
  "&lt;",
  "A0",
  "XFE1048577",
  "true",
  "9".repeat(400),
];

/** Changes one tag, attribute or text of a part. */
function changedXml(xml: string, random: Random): string {
  const found = (pattern: RegExp): { index: number; words: string }[] => {
    const all = Array.from(xml.matchAll(pattern), ({ index, 0: words }) => ({ index, words }));
    return all.length > 0 ? all : [{ index: 0, words: xml.slice(0, 2) }];
  };
  const tag = pick(random, found(/<[^<>]{1,2000}>/g));
  const [from, to] = [tag.index, tag.index + tag.words.length];
  const value = pick(random, ODD_VALUES);
  const text = pick(random, found(/>[^<>]{1,200}</g));
  return pick(random, [
    () => xml.slice(0, from) + xml.slice(to),
    () => xml.slice(0, to) + tag.words + xml.slice(to),
    () => xml.slice(0, from) + tag.words.replace(/="[^"]*"/, `="${value}"`) + xml.slice(to),
    () => xml.slice(0, from) + tag.words.replace(/ [\w:]+="[^"]*"/, "") + xml.slice(to),
    () => `${xml.slice(0, text.index + 1)}${value}${xml.slice(text.index + text.words.length - 1)}`,
  ])();
}

/** A part that is XML still, or nearly, but says something odd. */
export const xmlMutations: Readonly<Record<string, Mutation>> = {
  xml: (bytes, random) =>
    repacked(bytes, (parts) => {
      for (let left = 1 + random.below(3); left > 0; left--) {
        const name = pick(random, names(parts));
        parts[name] = bytesOf(changedXml(textOf(parts[name] ?? new Uint8Array()), random));
      }
    }),
};

/** What happens to the sectors of an OLE file: another's content, nothing, or rubbish in one of them, or a wrong link. */
export const sectorMutations: Readonly<Record<string, Mutation>> = {
  sector: (bytes, random) => {
    const copy = bytes.slice();
    const sectors = Math.max(1, Math.floor(copy.length / 512) - 1);
    const [to, from] = [512 * (1 + random.below(sectors)), 512 * (1 + random.below(sectors))];
    pick(random, [
      () => copy.copyWithin(to, from, from + 512),
      () => copy.fill(0, to, to + 512),
      () => copy.fill(0xff, to, to + 512),
      () =>
        copy.set(
          Uint8Array.from({ length: Math.min(512, copy.length - to) }, () => random.below(256)),
          to,
        ),
    ])();
    return copy;
  },
  word: (bytes, random) => {
    const copy = bytes.slice();
    new DataView(copy.buffer).setUint32(
      4 * random.below(Math.floor(copy.length / 4)),
      pick(random, [0, 1, 0xfffffffe, 0xffffffff, random.below(2 ** 31)]),
      true,
    );
    return copy;
  },
};
