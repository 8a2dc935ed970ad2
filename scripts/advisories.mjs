/** npm run advisories: known weaknesses of what is shipped, as the registry's audit answers for the lock file. */
import { spawnSync } from "node:child_process";
import { root } from "./lib/project.mjs";

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
  cwd: root,
  encoding: "utf8",
  shell: process.platform === "win32",
});
let report = null;
try {
  report = JSON.parse(stdout);
} catch {
  // No answer.
}
if (!report?.vulnerabilities) {
  console.log("软件源没有回答漏洞查询（不能上网，或镜像不提供）。请在能上网的电脑上再运行一次。");
  process.exitCode = 2;
} else {
  const found = Object.values(report.vulnerabilities);
  for (const { name, severity, range, via } of found)
    console.log(`${severity}\t${name} ${range}\t${via.map((cause) => cause.title ?? cause).join("; ")}`);
  console.log(found.length === 0 ? "没有已知的漏洞。" : `共 ${found.length} 个。`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
