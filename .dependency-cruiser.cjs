/** Who may import whom. One rule a line, each with its why. */
const only = (name, from, allowed, comment) => ({
  name, comment, severity: "error",
  from: { path: `^src/${from}/` },
  to: { path: "^src/", pathNot: [from, ...allowed].map((folder) => `^src/${folder}/`) },
});
const library = (name, packages, allowedFrom, comment) => ({
  name, comment, severity: "error",
  from: { path: "^src/", pathNot: allowedFrom },
  to: { path: `node_modules/(${packages})(/|$)` },
});

/** The rules of the families, and what gathers them: they stand on the engine, the rest of the templates below it. */
const RULES = "^src/templates/([^/]+/(checks|narrative)/|[^/]+/index\\.ts$|house\\.ts$|houses\\.ts$|chapters\\.ts$)";

module.exports = {
  forbidden: [
    { name: "no-cycles", comment: "data flows one way", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphans", comment: "dead files are deleted", severity: "error", from: { orphan: true, path: "^src/", pathNot: "\\.d\\.ts$" }, to: {} },
    only("amount", "amount", ["text"], "exact numbers know nothing of tables"),
    only("text", "text", [], "words compared as a reader does"),
    {
      name: "templates-are-words", comment: "what the tables are, as data: of the engine they know nothing", severity: "error",
      from: { path: "^src/templates/", pathNot: RULES },
      to: { path: "^src/", pathNot: "^src/(templates|text|amount)/" },
    },
    {
      name: "rules-over-tables", comment: "a rule is data over recognised tables and 填报 sheets", severity: "error",
      from: { path: RULES },
      to: { path: "^src/", pathNot: "^src/(templates|text|amount|workbook|checks|inputs|narrative)/" },
    },
    {
      name: "engine-knows-no-family", comment: "a family is one folder, and only the book and its rules open it", severity: "error",
      from: { path: "^src/(workbook|checks|inputs|blank|narrative|proofread|review|render|functions|hosts|cli|taskpane)/" },
      to: { path: "^src/templates/", pathNot: "^src/templates/(define|family|paper|prepare|common/subjects|duties/|[^/]+/narrative)" },
    },
    only("workbook", "workbook", ["amount", "text", "templates"], "plain sheets become recognised tables"),
    only("report", "report", ["amount", "text", "workbook"], "a finished report as blocks, and its tables as plain sheets"),
    only("compare", "compare", ["amount", "text", "templates", "workbook"], "printed tables against the workbook's own"),
    only("checks", "checks", ["amount", "text", "templates", "workbook", "inputs"], "the language and the engine of the rules"),
    only("inputs", "inputs", ["amount", "text", "templates", "workbook"], "the 填报 sheets"),
    only("blank", "blank", ["amount", "text", "templates", "workbook", "checks", "inputs"], "a blank workbook, from the tables' descriptions and the identities"),
    only("book", "book", ["amount", "text", "templates", "workbook", "checks", "inputs", "blank"], "a workbook in hand: recognised, read and checked with the families' rules"),
    only("narrative", "narrative", ["amount", "text", "templates", "workbook", "inputs"], "sentences over figures and inputs"),
    only("review", "review", ["amount", "text", "templates", "workbook", "checks", "inputs", "book", "compare", "proofread", "report"],
      "a finished report looked through: what reads its tables and what reads its words, put together"),
    only("proofread", "proofread", ["amount", "text", "templates", "workbook", "inputs", "narrative", "checks", "book"], "an existing text against the same figures"),
    only("render", "render", ["amount", "text", "templates", "workbook", "inputs", "narrative", "checks", "proofread", "review", "report"], "results to text, html, docx, sheets"),
    only("handout", "handout", ["amount", "workbook", "checks", "proofread", "report", "review", "render", "hosts"], "results as files to hand on"),
    only("functions", "functions", ["amount", "text", "templates"], "custom functions are one-line bodies over amount"),
    only("hosts", "hosts", ["amount", "text", "workbook", "report"], "doors hand over plain data and know no rule"),
    only("cli", "cli", ["amount", "text", "templates", "workbook", "checks", "inputs", "book", "narrative", "proofread", "render", "hosts", "functions", "report", "review", "handout"],
      "the command line is a door of its own, not of the pane"),
    library("decimal-only-in-amount", "decimal\\.js", ["^src/amount/"], "one arithmetic"),
    library("file-libraries-only-in-hosts-file", "@e965/xlsx|hucre|pdfjs-dist|parse5|saxes|fflate", ["^src/hosts/file/"], "loaded lazily, replaceable"),
    library("docx-only-in-render", "docx", ["^src/render/"], "loaded lazily, replaceable"),
    library("react-only-in-taskpane", "react|react-dom|@fluentui/[^/]+|@tanstack/[^/]+", ["^src/taskpane/"], "the engine has no face"),
    { name: "engine-has-no-node", comment: "the engine runs in a browser pane", severity: "error", from: { path: "^src/", pathNot: "^src/(cli|hosts/file/(apart/)?node)" }, to: { dependencyTypes: ["core"] } },
  ],
  options: { doNotFollow: { path: "node_modules" }, tsConfig: { fileName: "tsconfig.json" }, tsPreCompilationDeps: true, enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] } },
};
