/**
 * What the generator leaves out of functions.json: without allowErrorForDataTypeAny, Excel answers #VALUE! for a range with
 * an error in it and never calls the function, so #N/A and #DIV/0! could not pass on; and the help links' own server.
 */
export function finishMetadata(json, developmentBase, base) {
  const finished = { allowErrorForDataTypeAny: true, ...JSON.parse(json) };
  return JSON.stringify(finished, null, 2).replaceAll(developmentBase, base);
}
