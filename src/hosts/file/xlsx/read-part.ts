import { Damage } from "../whole/damage";
import { XmlReader } from "../xml/reader";
import { piecesOf } from "../xml/text-pieces";

/**
 * Reads a part by `read`, which finds the reader at the root and goes through it. Throws `Damage` where the part is not
 * whole, or is another: its root is none of those it may have.
 */
export function readPart<Result>(
  part: string,
  bytes: Uint8Array,
  { roots, what }: { readonly roots: ReadonlySet<string>; readonly what: string },
  read: (reader: XmlReader) => Result,
): Result {
  const reader = new XmlReader(part, piecesOf(bytes));
  reader.next();
  if (!roots.has(reader.name)) throw new Damage(part, `不是${what}的内容`);
  const result = read(reader);
  reader.next();
  return result;
}
