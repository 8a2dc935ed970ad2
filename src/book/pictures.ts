import { pictureFigures, type PictureFigures } from "../pictures/figures/all";
import { rulesOf } from "../templates/houses";
import type { Book } from "./open";

/** What the pictures of a workbook show, by the rules of its template. */
export const figuresToDraw = ({ recognised, inputs }: Book): PictureFigures =>
  pictureFigures(recognised, inputs, rulesOf(recognised.template));
