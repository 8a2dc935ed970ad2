/** Who may import whom. One rule a line, each with its why. */
const only = (name, from, allowed, comment) => ({
  name, comment, severity: "error",
  from: { path: `^src/${from}/` },
  to: { path: "^src/", pathNot: [from, ...allowed].map((folder) => `^src/${folder}/`) },
});
/** A family's sentences stand beside its tables, but speak the language of narrative. */
const SENTENCES = "^src/templates/[^/]+/narrative/";
const library = (name, packages, allowedFrom, comment) => ({
  name, comment, severity: "error",
  from: { path: "^src/", pathNot: allowedFrom },
  to: { path: `node_modules/(${packages})(/|$)` },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", comment: "data flows one way", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphans", comment: "dead files are deleted", severity: "error", from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" }, to: {} },
    only("amount", "amount", [], "exact numbers know nothing of tables"),
    only("text", "text", [], "words compared as a reader does"),
    { ...only("templates", "templates", ["amount", "text"], "what the tables are, as data"), from: { path: "^src/templates/", pathNot: SENTENCES } },
    only("sentences", "templates/[^/]+/narrative", ["templates", "amount", "text", "workbook", "inputs", "narrative"], "a family's own sentences"),
    only("workbook", "workbook", ["amount", "text", "templates"], "plain sheets become recognised tables"),
    only("checks", "checks", ["amount", "text", "templates", "workbook", "inputs"], "a check is data over recognised tables and 填报 sheets"),
    only("inputs", "inputs", ["amount", "text", "templates", "workbook"], "the 填报 sheets"),
    only("narrative", "narrative", ["amount", "text", "templates", "workbook", "inputs"], "sentences over figures and inputs"),
    only("proofread", "proofread", ["amount", "text", "templates", "workbook", "inputs", "narrative", "checks"], "an existing text against the same figures"),
    only("render", "render", ["amount", "text", "templates", "workbook", "inputs", "narrative", "checks", "proofread"], "results to text, html, docx, sheets"),
    only("functions", "functions", ["amount", "text", "templates"], "custom functions are one-line bodies over amount"),
    only("hosts", "hosts", ["amount", "workbook"], "doors hand over plain data and know no rule"),
    only("cli", "cli", ["amount", "text", "templates", "workbook", "checks", "inputs", "narrative", "proofread", "render", "hosts", "functions"], "the command line is a door of its own, not of the pane"),
    library("decimal-only-in-amount", "decimal\\.js", ["^src/amount/"], "one arithmetic"),
    library("file-libraries-only-in-hosts-file", "@e965/xlsx|hucre|mammoth", ["^src/hosts/file/"], "loaded lazily, replaceable"),
    library("docx-only-in-render", "docx", ["^src/render/"], "loaded lazily, replaceable"),
    library("react-only-in-taskpane", "react|react-dom|@fluentui/[^/]+|@tanstack/[^/]+", ["^src/taskpane/"], "the engine has no face"),
    { name: "engine-has-no-node", comment: "the engine runs in a browser pane", severity: "error", from: { path: "^src/", pathNot: "^src/(cli|hosts/file/node)" }, to: { dependencyTypes: ["core"] } },
  ],
  options: { doNotFollow: { path: "node_modules" }, tsConfig: { fileName: "tsconfig.json" }, tsPreCompilationDeps: true, enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] } },
};
