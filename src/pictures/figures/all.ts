import type { Check } from "../../checks/engine/check";
import type { Inputs } from "../../inputs/read";
import type { Recognised } from "../../workbook/recognised";
import { changeFigures, threePublicFigures, type ChangeFigures, type ThreePublicFigures } from "./changes";
import { flowFigures, type FlowFigures } from "./flow";

/** All that the pictures of a workbook show, as plain data. */
export interface PictureFigures {
  /** 某局2026年; "" where neither is known. */
  readonly whose: string;
  readonly flow: FlowFigures;
  readonly changes: ChangeFigures;
  /** null: the tables do not have it. */
  readonly threePublic: ThreePublicFigures | null;
}

export function pictureFigures(recognised: Recognised, inputs: Inputs, checks: readonly Check[]): PictureFigures {
  const { organisation, year } = recognised;
  return {
    whose: `${organisation ?? ""}${year === null ? "" : `${String(year)}年`}`,
    flow: flowFigures(recognised, checks),
    changes: changeFigures(recognised, inputs),
    threePublic: threePublicFigures(recognised, inputs),
  };
}
