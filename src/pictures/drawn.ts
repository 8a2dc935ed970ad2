import { changesPicture } from "./changes";
import type { PictureFigures } from "./figures/all";
import { flowPicture } from "./flow";
import type { Picture } from "./shape";
import { threePublicPicture } from "./three-public";

/** flow: where the money comes from and goes · changes: subjects against last year · threePublic: “三公” over two years. */
export type PictureKind = "flow" | "changes" | "threePublic";

/** As files pictures have this width in pixels, whatever the pane's. */
export const PRINTED_WIDTH = 640;

/** A picture to be laid out for a width in pixels; or what keeps it from being drawn, in Chinese. */
export type Drawn = { readonly kind: PictureKind; readonly title: string } & (
  | { readonly lay: (width: number) => Picture }
  | { readonly lacks: string }
);

/** The pictures of a workbook in the order of the narrative. */
export function picturesOf({ whose, flow, changes, threePublic }: PictureFigures): readonly Drawn[] {
  const drawn = (kind: PictureKind, what: string, lay: ((title: string, width: number) => Picture) | string): Drawn => {
    const title = `${whose}${what}`;
    return typeof lay === "string" ? { kind, title: what, lacks: lay } : { kind, title, lay: (width) => lay(title, width) };
  };
  return [
    drawn("flow", "收入到支出", "problem" in flow ? flow.problem : (title, width) => flowPicture(flow, title, width)),
    drawn(
      "changes",
      "各科目支出与上年预算相比",
      changes.subjects.length === 0
        ? "还没有填上年数。请先到“填报”里填，或从上年的公开表取数。"
        : (title, width) => changesPicture(changes, title, width),
    ),
    drawn(
      "threePublic",
      "“三公”经费两年对比",
      threePublic ? (title, width) => threePublicPicture(threePublic, title, width) : "公开表里没有“三公”经费的表，或其中没有读出数。",
    ),
  ];
}
