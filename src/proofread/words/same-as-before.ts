/** ，与上年预算持平, ，同2025年一致: no change, said at the place where a change would stand. */
export const SAME_AS_BEFORE = /^[，、]?(?:比|较|与|同)[^，。；]{2,24}?(持平|相同|一致)/;
