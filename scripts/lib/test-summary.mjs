/** What a run of the tests comes to, in plain lines: how many passed, what was skipped and where, which files took longest. */
import path from "node:path";
import { TOGETHER } from "./test-groups.mjs";

const SLOWEST = 10;

const shown = (file, root) => path.relative(root, file).replaceAll(path.sep, "/");

/** Each test file's tests and seconds; of a group, file by file, each by the tests' own times. */
function filesOf(testResults, root) {
  return testResults.flatMap(({ name, startTime, endTime, assertionResults }) => {
    const file = shown(name, root);
    if (!file.startsWith(`${TOGETHER}/`)) return [{ name: file, tests: assertionResults, seconds: (endTime - startTime) / 1000 }];
    const own = (test) => `test/${test.ancestorTitles[0]}`;
    return [...new Set(assertionResults.map(own))].map((one) => {
      const tests = assertionResults.filter((test) => own(test) === one);
      return { name: one, tests, seconds: tests.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000 };
    });
  });
}

/** @param outcome jest's own JSON of the run. @param parts what became of the parts beside the tests. @returns {readonly string[]} */
export function summaryOf(outcome, parts, root) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = outcome;
  const files = filesOf(testResults, root);
  const skipped = files.flatMap(({ name, tests }) => {
    const count = tests.filter(({ status }) => status === "pending" || status === "todo").length;
    return count === 0 ? [] : [{ name, count }];
  });
  const slowest = [...files].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
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
