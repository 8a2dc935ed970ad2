/** A cell as the tests write it: numbers, texts, TRUE/FALSE, null for blank, { error } for "#N/A". */
export type Cell = number | string | boolean | null | { readonly error: string };
export type Table = Cell[][];
type Call = (name: string, parameters: (Table | null)[]) => Table;

const TOKEN =
  /\s*(?:(?<number>[+-]?\d+(?:\.\d+)?(?:E\d+)?)|"(?<text>(?:[^"]|"")*)"|(?<error>#(?:N\/A|DIV\/0!|VALUE!|NUM!|NULL!|REF!|NAME\?))|(?<truth>TRUE|FALSE)|BUDGET\.(?<name>[\p{L}\d.]+)\(|(?<mark>[{},;()]))/uy;

/** Works out "=BUDGET.NAME(…)" with constants, array constants and nested calls: all that the gallery needs. */
export function evaluate(formula: string, call: Call): Table {
  if (!formula.startsWith("=")) throw new Error(`no formula: ${formula}`);
  let at = 1;
  const next = (): Record<string, string | undefined> => {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(formula);
    if (!match) throw new Error(`cannot read ${formula} at ${at}`);
    at = TOKEN.lastIndex;
    return match.groups ?? {};
  };
  const peek = (): string | undefined => {
    const before = at;
    const { mark } = next();
    at = before;
    return mark;
  };
  const constant = (token: Record<string, string | undefined>): Cell => {
    if (token["number"] !== undefined) return Number(token["number"]);
    if (token["text"] !== undefined) return token["text"].replace(/""/g, '"');
    if (token["error"] !== undefined) return { error: token["error"] };
    if (token["truth"] !== undefined) return token["truth"] === "TRUE";
    throw new Error(`cannot read ${formula} near ${at}`);
  };
  const array = (): Table => {
    const rows: Table = [[]];
    for (;;) {
      rows.at(-1)?.push(constant(next()));
      const { mark } = next();
      if (mark === ";") rows.push([]);
      else if (mark !== ",") return rows;
    }
  };
  const expression = (): Table => {
    const token = next();
    if (token["name"] !== undefined) return call(token["name"], parameters());
    return token["mark"] === "{" ? array() : [[constant(token)]];
  };
  const parameters = (): (Table | null)[] => {
    const list: (Table | null)[] = [];
    for (;;) {
      list.push(peek() === "," || peek() === ")" ? null : expression());
      if (next()["mark"] === ")") return list;
    }
  };
  return expression();
}
