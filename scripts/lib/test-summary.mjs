/** What a run of the tests comes to, in plain lines: how many passed, what was skipped and where, which files took longest. */
import path from "node:path";

const SLOWEST = 10;

const shown = (file, root) => path.relative(root, file).replaceAll(path.sep, "/");

/** @param outcome jest's own JSON of the run. @param parts what became of the parts beside the tests. @returns {readonly string[]} */
export function summaryOf(outcome, parts, root) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = outcome;
  const skipped = testResults.flatMap(({ name, assertionResults }) => {
    const count = assertionResults.filter(({ status }) => status === "pending" || status === "todo").length;
    return count === 0 ? [] : [{ name: shown(name, root), count }];
  });
  const slowest = testResults
    .map(({ name, startTime, endTime }) => ({ name: shown(name, root), seconds: (endTime - startTime) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST);
  const all = skipped.reduce((sum, { count }) => sum + count, 0);
  return [
    "the slowest files:",
    ...slowest.map(({ name, seconds }) => `  ${seconds.toFixed(1).padStart(6)} s  ${name}`),
    all === 0 ? "none skipped" : `${all} skipped, for what this machine lacks:`,
    ...skipped.sort((a, b) => b.count - a.count).map(({ name, count }) => `  ${String(count).padStart(6)}    ${name}`),
    ...parts.failed.map((name) => `failed: ${name}`),
    `${numPassedTests + parts.passed} passed, ${numFailedTests + numRuntimeErrorTestSuites + parts.failed.length} failed`,
  ];
}
