import type { NarrativeSettings } from "../../narrative/settings";

/** The words that 设置 offers a choice of. */
export type WordChoices = Partial<
  Pick<
    NarrativeSettings,
    "overallHeading" | "unchanged" | "itemMark" | "priorOnly" | "operatingHeading" | "remarksHeading" | "equipmentLead"
  >
>;

/** One choice: its label, and each value with the words that show what it does. */
export interface WordOption {
  readonly key: keyof WordChoices;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly word: string }[];
}

export const wordOptions: readonly WordOption[] = [
  {
    key: "overallHeading",
    label: "第一节标题",
    values: [
      { value: "总体说明", word: "收支预算情况总体说明" },
      { value: "的总体说明", word: "收支预算情况的总体说明" },
    ],
  },
  {
    key: "unchanged",
    label: "没有增减时",
    values: [
      { value: "zero", word: "增加0.00万元，增长0.00%" },
      { value: "flat", word: "与上年预算持平" },
    ],
  },
  {
    key: "itemMark",
    label: "逐项编号",
    values: [
      { value: ".", word: "1." },
      { value: "、", word: "1、" },
    ],
  },
  {
    key: "priorOnly",
    label: "仅上年有的科目",
    values: [
      { value: "byCode", word: "按科目编码排" },
      { value: "last", word: "排在最后" },
    ],
  },
  {
    key: "operatingHeading",
    label: "运行经费标题",
    values: [
      { value: "单位运行经费情况", word: "单位运行经费情况" },
      { value: "机关运行经费情况", word: "机关运行经费情况" },
    ],
  },
  {
    key: "remarksHeading",
    label: "最后一项标题",
    values: [
      { value: "其他需说明的事项", word: "其他需说明的事项" },
      { value: "其他需要说明的事项", word: "其他需要说明的事项" },
    ],
  },
  {
    key: "equipmentLead",
    label: "大型设备",
    values: [
      { value: "单价", word: "单价50万元以上大型设备" },
      { value: "单位价值", word: "单位价值50万元以上大型设备" },
    ],
  },
];

/** The choices with one made, or (value "") given back to the template. */
export function withWord(words: WordChoices, key: keyof WordChoices, value: string): WordChoices {
  return readWords({ ...words, [key]: value });
}

/** Word choices from what was stored, whatever it holds; only offered values are kept. */
export function readWords(stored: unknown): WordChoices {
  if (typeof stored !== "object" || stored === null) return {};
  const given = new Map(Object.entries(stored as Record<string, unknown>));
  const kept = wordOptions.flatMap(({ key, values }) =>
    values.filter(({ value }) => value === given.get(key)).map(({ value }) => [key, value] as const),
  );
  return Object.fromEntries(kept);
}
