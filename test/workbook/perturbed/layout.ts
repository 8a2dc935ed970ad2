import fc from "fast-check";

/** Every way the same document may be laid out. The first choice of each is how it was published. */
export const choices = {
  // The workbook
  sheetNames: ["plain", "gk", "titled", "numbered", "generic", "numberTitle", "short"],
  order: ["published", "reversed", "shuffled"],
  extraSheets: ["none", "cover", "list", "notes", "inputs", "all"],
  visibility: ["visible", "hidden", "veryHidden"],
  stacked: ["no", "pairs", "pairsClose", "all", "allClose"],
  shift: ["none", "rows", "columns", "both"],
  // What stands above a table
  title: ["own", "numbered", "numberedColon", "spaced", "organisation", "year", "brackets", "missing", "withUnit", "subtitle"],
  numberCell: ["none", "above", "colon"],
  head: ["sameRow", "twoRows", "oneCell", "halfWidth", "split", "stamped"],
  unit: ["万元", "元", "evidentYuan", "mixed", "partlyYuan", "inHeading", "unstated"],
  // Headings
  headings: ["merged", "filled", "bottom", "single", "noCodeLevels", "umbrella", "noUmbrella"],
  headingText: ["plain", "halfWidth", "lineBreaks", "spaced", "year", "twoYears"],
  numberRow: ["none", "stars", "numbers", "lan"],
  pages: ["none", "headings", "title", "full", "signed"],
  extraColumns: ["none", "remarks", "numbers", "rowNumbers"],
  missingColumn: ["none", "first", "middle", "last"],
  // Rows
  codes: ["three", "single", "singleNumber", "numbers", "inherited", "cumulative", "beforeName", "dotted"],
  classes: ["published", "nameOnly", "codeColumn", "joined", "wide", "numberColumn"],
  indent: ["none", "spaces", "ideographic", "dots"],
  total: ["published", "top", "bottom"],
  totalLabel: ["published", "合计", "总计", "合 计", "总　计", "合计："],
  lineOrder: ["published", "reversed"],
  projectCodes: ["published", "blank"],
  trailing: ["none", "notes", "signatures", "both"],
  blankRows: ["none", "inside"],
  // Amounts
  amounts: ["numbers", "text", "separators", "innerSpaces", "fullWidth", "moreDecimals", "parentheses", "unitBehind"],
  zeros: ["blank", "dash", "longDash", "zero", "spaces"],
  oddCells: ["none", "error", "negative", "words"],
} as const;

export type Layout = { readonly [K in keyof typeof choices]: (typeof choices)[K][number] } & { readonly seed: number };

type Name = keyof typeof choices;
const names = Object.keys(choices) as Name[];

/** As published. */
export const published: Layout = {
  ...(Object.fromEntries(names.map((name) => [name, choices[name][0]])) as Omit<Layout, "seed">),
  seed: 1,
};

/** Every choice alone. */
export const alone: readonly { readonly what: string; readonly layout: Layout }[] = names.flatMap((name) =>
  choices[name].slice(1).map((choice) => ({ what: `${name}: ${choice}`, layout: { ...published, [name]: choice } })),
);

const any: fc.Arbitrary<Layout> = fc
  .record({
    ...(Object.fromEntries(
      names.map((name) => [
        name,
        fc.oneof({ weight: 2, arbitrary: fc.constant(choices[name][0]) }, { weight: 1, arbitrary: fc.constantFrom(...choices[name]) }),
      ]),
    ) as unknown as { [K in Name]: fc.Arbitrary<Layout[K]> }),
    seed: fc.nat(),
  })
  .map((layout) => possible(layout));

/** Random combinations, the same ones every time. */
export function combinations(count: number, seed: number): readonly Layout[] {
  return fc.sample(any, { seed, numRuns: count });
}

/** Takes back what, together, leaves a reader of the sheet nothing to go by either. */
function possible(layout: Layout): Layout {
  const one = { ...layout };
  const several = one.stacked !== "no";
  // A table without a title needs a sheet named after it, alone on it, or headings of its own.
  if (one.title === "missing" && several) one.title = "own";
  if (one.title === "missing" && !["titled", "numberTitle", "short"].includes(one.sheetNames)) one.sheetNames = "titled";
  // Without title, a missing column may leave headings that fit another table; with the sheet's name they do not.
  // Words between amounts would be read as rows of a table without codes: they stand in their own cells.
  if (one.missingColumn !== "none" && one.headings === "single") one.headings = "merged";
  return one;
}

/** What was changed, for the name of a test. */
export function describeLayout(layout: Layout): string {
  return (
    names
      .filter((name) => layout[name] !== choices[name][0])
      .map((name) => `${name}=${layout[name]}`)
      .join(" ") || "as published"
  );
}
