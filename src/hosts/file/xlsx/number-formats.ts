import { BUILT_IN_FORMATS } from "./built-in-formats";
import { readPart } from "./read-part";
import { shownText } from "./text-item";

/** Number formats by the number of a cell's format; undefined is General. */
export type NumberFormats = readonly (string | undefined)[];

const STYLES = { roots: new Set(["styleSheet"]), what: "格式" };

/** The number format of every cell format in the style sheet (ECMA-376 part 1, 18.8.30 and 18.8.45). Throws `Damage`. */
export function readNumberFormats(part: string, bytes: Uint8Array): NumberFormats {
  const codes = new Map(BUILT_IN_FORMATS);
  const wanted: number[] = [];
  readPart(part, bytes, STYLES, (reader) => {
    const addCode = (): void => {
      const [id, code] = [Number(reader.attribute("numFmtId")), reader.attribute("formatCode")];
      if (id > 0 && code !== undefined) codes.set(id, shownText(code));
    };
    const addFormat = (name: string): void => {
      if (name === "xf") wanted.push(Number(reader.attribute("numFmtId") ?? 0));
    };
    reader.children((name) => {
      if (name === "numFmts") reader.children(addCode);
      else if (name === "cellXfs") reader.children(addFormat);
    });
  });
  return wanted.map((id) => {
    const code = codes.get(id);
    return code === "General" ? undefined : code;
  });
}
