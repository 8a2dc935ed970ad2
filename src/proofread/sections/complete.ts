/** Wholes that have these parts and no others, by the words before their amounts. */
const COMPLETE: readonly (readonly [whole: RegExp, parts: readonly RegExp[]])[] = [
  [/三公[”"]?经费/, [/因公出国/, /公务用车|公车/, /公务接待/]],
  [/(?:公务用车|公车)购置[及和]运[行维]/, [/购置(?!及|和)/, /运行|运维/]],
  [/基本支出/, [/人员(?:经费|支出)/, /公用(?:经费|支出)/]],
  [/政府采购/, [/货物/, /工程/, /服务/]],
];

/** Whether what is told of a whole are all its parts: then they come to it, whatever was mistyped. */
export const isComplete = (whole: string, parts: string): boolean =>
  COMPLETE.some(([name, all]) => name.test(whole) && all.every((part) => part.test(parts)));
