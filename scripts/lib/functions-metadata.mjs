/**
 * What the generator leaves out of functions.json: without allowErrorForDataTypeAny, Excel answers #VALUE! for a range with
 * an error in it and never calls the function, so #N/A and #DIV/0! could not pass on; and the help links' own server.
 */
export function finishMetadata(json, developmentBase, base) {
  const finished = { allowErrorForDataTypeAny: true, ...JSON.parse(json) };
  return JSON.stringify(finished, null, 2).replaceAll(developmentBase, base);
}

/** How many ranges a function takes in WPS that takes any number of them in Excel. */
const MOST_RANGES = 8;

const typeOf = ({ type = "any", dimensionality, optional }) => `${type}${dimensionality === "matrix" ? "[][]" : ""}${optional ? "?" : ""}`;

/** A parameter that may be given again and again, once for each time. */
const repeated = ({ name, description, repeating, ...more }) =>
  repeating
    ? Array.from({ length: MOST_RANGES }, (_, i) => ({
        name: `${name}${i + 1}`,
        type: typeOf({ ...more, dimensionality: "matrix", optional: i > 0 }),
        description,
      }))
    : [{ name, type: typeOf(more), description }];

/**
 * The same functions as WPS is told of them, as a script for its page. Those whose names are not plain letters are left out:
 * WPS takes letters, digits and _ only.
 */
export function wpsFunctions(json) {
  const { functions } = JSON.parse(json);
  const described = functions
    .filter(({ name }) => /^[A-Za-z_]\w*$/.test(name))
    .map(({ name, description, parameters, result }) => ({
      name,
      description,
      repeats: parameters.some(({ repeating }) => repeating === true),
      result: { type: typeOf(result) },
      parameters: parameters.flatMap(repeated),
    }));
  return `globalThis.budgetFunctions = ${JSON.stringify(described)};\n`;
}
