const OPPOSITE: Readonly<Record<string, string>> = {
  增加: "减少",
  减少: "增加",
  增长: "下降",
  下降: "增长",
  上升: "下降",
  增幅: "降幅",
  降幅: "增幅",
  降低: "提高",
  提高: "降低",
  压减: "增加",
  调减: "调增",
  调增: "调减",
};

/** The word for the other direction that a writer of this one would use; "" for others. */
export const opposite = (word: string): string => OPPOSITE[word] ?? "";
