/** What readers call a namespace, whatever prefix the file uses; transitional and strict say the same. */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, "w"],
  [/\/officeDocument\/(?:2006\/)?math$/, "m"],
  [/\/officeDocument\/(?:2006\/)?relationships$/, "r"],
  [/\/markup-compatibility\/2006$/, "mc"],
  [/\/drawingml\/(?:2006\/)?main$/, "a"],
  [/\/drawingml\/(?:2006\/)?chart$/, "c"],
  [/\/drawing\/2014\/chartex$/, "cx"],
  [/\/drawingml\/(?:2006\/)?diagram$/, "dgm"],
  [/\/drawingml\/(?:2006\/)?picture$/, "pic"],
  [/\/drawingml\/(?:2006\/)?wordprocessingDrawing$/, "wp"],
  [/wordprocessingShape$/, "wps"],
  [/wordprocessingGroup$/, "wpg"],
  [/wordprocessingCanvas$/, "wpc"],
  [/^urn:schemas-microsoft-com:vml$/, "v"],
  [/^urn:schemas-microsoft-com:office:office$/, "o"],
  [/^http:\/\/www\.w3\.org\/XML\/1998\/namespace$/, "xml"],
  [/\/package\/2006\/(?:relationships|content-types)$/, ""],
];

const usual = (uri: string): string => (uri === "" ? "" : (NAMESPACES.find(([pattern]) => pattern.test(uri))?.[1] ?? "other"));

/** The prefixes that hold at a place of the file, and what names written with them are called. */
export interface Scope {
  readonly element: (written: string) => string;
  /** Unlike elements', attributes' names without a prefix are of no namespace. */
  readonly attribute: (written: string) => string;
  /** The scope of an element that declares these: addresses by prefix, "" for names without one. */
  readonly within: (declared: ReadonlyMap<string, string>) => Scope;
}

function scopeOf(prefixes: ReadonlyMap<string, string>): Scope {
  const known = new Map<string, string>();
  const named = (written: string, bare: string | undefined): string => {
    const colon = written.indexOf(":");
    const prefix = colon < 0 ? bare : prefixes.get(written.slice(0, colon));
    if (prefix === undefined) throw new Error(`nothing says what “${written}” belongs to`);
    const local = written.slice(colon + 1);
    return prefix === "" ? local : `${prefix}:${local}`;
  };
  return {
    element: (written) => {
      let name = known.get(written);
      if (name === undefined) known.set(written, (name = named(written, prefixes.get(""))));
      return name;
    },
    attribute: (written) => named(written, ""),
    within: (declared) => scopeOf(new Map([...prefixes, ...[...declared].map(([prefix, uri]) => [prefix, usual(uri)] as const)])),
  };
}

/** The scope outside of all elements. */
export const outermost: Scope = scopeOf(
  new Map([
    ["", ""],
    ["xml", "xml"],
    ["xmlns", "xmlns"],
  ]),
);
