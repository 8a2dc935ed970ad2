import type { ReportReview } from "../../engine/protocol";

export interface ReviewHeadline {
  readonly tone: "broken" | "incomplete" | "clean";
  readonly title: string;
}

/** Tables and words in one sentence. */
export function reviewHeadline({ remarks, proof, duties }: Pick<ReportReview, "remarks" | "proof" | "duties">): ReviewHeadline {
  const errors = remarks.filter(({ severity }) => severity === "error").length;
  const others = remarks.length - errors;
  const missing = duties.filter(({ state }) => state === "missing").length;
  const parts = [
    errors > 0 ? `有 ${errors} 处不符` : "没有不符",
    ...(others > 0 ? [`${others} 处请看`] : []),
    ...(missing > 0 ? [`缺 ${missing} 项内容`] : []),
  ];
  const open = others + missing + proof.coverage.unchecked.length;
  return { tone: errors > 0 ? "broken" : open > 0 ? "incomplete" : "clean", title: `报告${parts.join("，")}` };
}
