import { XmlReader } from "../xml/reader";
import { piecesOf } from "../xml/text-pieces";

/** Reads a part by `read`, which finds the reader at the root and goes through it. Throws `Damage` where the part is not whole. */
export function readPart<Result>(part: string, bytes: Uint8Array, read: (reader: XmlReader) => Result): Result {
  const reader = new XmlReader(part, piecesOf(bytes));
  reader.next();
  const result = read(reader);
  reader.next();
  return result;
}
