import { Damage, TooMuch } from "./damage";
import { LIMITS } from "./limits";
import { scanXml } from "./xml";

/** How many texts the shared strings hold. */
export function countShared(part: string, bytes: Uint8Array): number {
  let count = 0;
  let letters = 0;
  scanXml(part, bytes, {
    open: (name) => {
      if (name !== "si") return;
      count++;
      letters = 0;
    },
    text: (text) => {
      if ((letters += text.length) > LIMITS.letters) throw new TooMuch("一格的文字太长");
    },
  });
  return count;
}

/**
 * Goes through a sheet's part: how many cells it holds. Throws `Damage` where it is cut off, or where a cell points at a
 * shared text that is not there.
 */
export function countCells(part: string, bytes: Uint8Array, shared: number): number {
  let cells = 0;
  let pointing = false;
  let inValue = false;
  let value = "";
  let root = "";
  scanXml(part, bytes, {
    open: (name, attributes) => {
      if (root === "") root = name;
      if (name === "c") {
        cells++;
        pointing = attributes["t"] === "s";
      } else if (name === "v") {
        inValue = pointing;
        value = "";
      }
    },
    text: (text) => {
      if (inValue) value += text;
    },
    close: (name) => {
      if (name !== "v" || !inValue) return;
      inValue = false;
      if (value.trim() !== "" && !(Number(value) >= 0 && Number(value) < shared)) throw new Damage(part, "指向的文字不存在");
    },
  });
  if (!/sheet$/i.test(root)) throw new Damage(part, "不是工作表的内容");
  return cells;
}
