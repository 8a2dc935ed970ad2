import type { Finding } from "./report";

/** What a finding is to the user: 不符, 请核实, 提示, 尾差, 未执行. */
export type Level = "error" | "warning" | "info" | "rounding" | "notRun";

/** Weightiest first. */
export const levels: readonly Level[] = ["error", "warning", "info", "notRun", "rounding"];

export const levelWords: Readonly<Record<Level, string>> = {
  error: "不符",
  warning: "请核实",
  info: "提示",
  notRun: "未执行",
  rounding: "尾差",
};

export function levelOf(finding: Pick<Finding, "verdict" | "severity">): Level {
  return finding.verdict === "broken" ? finding.severity : finding.verdict;
}

/** What a finding is called, wherever findings are listed. */
export const conclusion = (finding: Pick<Finding, "verdict" | "severity">): string => levelWords[levelOf(finding)];
