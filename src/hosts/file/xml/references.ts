/** A reference, or what begins like one: "&amp;", "&#10;", "&#x4e00;". */
const REFERENCE = /&(#?)([^;<&\s]{0,40})(;?)/g;
const NAMED: ReadonlyMap<string, string> = new Map(Object.entries({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }));

/** The sign of that number; one that XML forbids is still what the file says, and half of a pair may find its other half. */
function numbered(digits: string): string | null {
  const code = /^x[\da-f]{1,8}$/i.test(digits) ? parseInt(digits.slice(1), 16) : /^\d{1,10}$/.test(digits) ? Number(digits) : -1;
  return code < 0 || code > 0x10ffff ? null : String.fromCodePoint(code);
}

/**
 * Words as they read: references resolved. A number that names no sign is left as it is written; null where there is
 * anything else that XML does not know: its five names are all there are.
 */
export function resolved(written: string): string | null {
  let unknown = 0;
  const words = written.replace(REFERENCE, (whole, hash: string, name: string, end: string) => {
    const sign = end === "" ? undefined : hash === "" ? NAMED.get(name) : (numbered(name) ?? whole);
    if (sign === undefined) unknown++;
    return sign ?? "";
  });
  return unknown === 0 ? words : null;
}
