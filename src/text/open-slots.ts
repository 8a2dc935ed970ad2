/** 〔待填：主要原因〕, 〔缺表6：人员经费〕: what this tool, or a form, puts where something is still to be filled in. */
const OPEN_SLOT = /〔[待缺][^〔〕]{0,200}〕/g;

export interface OpenSlot {
  readonly start: number;
  readonly end: number;
}

/** The places of a text that are still to be filled in, brackets included. What stands in them is no figure and no statement. */
export function openSlotsIn(text: string): readonly OpenSlot[] {
  return text.includes("〔")
    ? [...text.matchAll(OPEN_SLOT)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    : [];
}
