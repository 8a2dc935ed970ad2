import { houses, commonHouse } from "../templates/houses";
import { prepare, type Catalogue } from "../templates/prepare";

let known: Catalogue | null = null;

/** The families this tool comes with, made ready when first asked for. */
export function standardCatalogue(): Catalogue {
  known ??= prepare(
    houses.map(({ family }) => family),
    commonHouse.family,
  );
  return known;
}
