import type { Exact } from "../../amount/exact";
import { formatAmount, GROUPED } from "../../amount/format";
import { oneSlip } from "../../text/edits";
import { spanText } from "../text/lines";
import { printedPlaces, type Stated } from "./figures";

/** An amount in the unit that a figure of the text is written in. */
const inUnitOf = ({ written }: Stated, value: Exact): Exact =>
  written === "元" ? value.shifted(4) : written === "亿元" ? value.shifted(-4) : value;

/** As it would be printed beside that figure: 881,300.39元. */
export const asBeside = (stated: Stated, value: Exact): string => `${formatAmount(inUnitOf(stated, value), GROUPED)}${stated.written}`;

/** Whether one keystroke makes the figure that is printed what it ought to be, written in its own unit and with its own decimals. */
export function isSlipOf(stated: Stated, right: Exact): boolean {
  const said = spanText(stated.digits);
  const own = inUnitOf(stated, right);
  return oneSlip(said, own.toFixed(Math.max(printedPlaces(said), own.decimals())));
}
