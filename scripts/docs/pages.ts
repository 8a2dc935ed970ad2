/** A page of the offline help: where it is written, what it becomes under docs/help, and its word in the help's menu. */
export interface HelpPage {
  readonly source: string;
  readonly file: string;
  readonly word: string;
}

/** In the menu's order. The pane, the manifest and the functions' help links name the files, so they keep their names. */
export const helpPages: readonly HelpPage[] = [
  { source: "docs/manual.md", file: "index.html", word: "使用说明" },
  { source: "docs/functions.md", file: "functions.html", word: "自定义函数" },
  { source: "docs/checks.md", file: "checks.html", word: "审核目录" },
  { source: "docs/rules.md", file: "rules.html", word: "审核依据" },
  { source: "docs/terms.md", file: "terms.html", word: "名词解释" },
  { source: "docs/deploying.md", file: "deploying.html", word: "部署说明" },
  { source: "docs/command-line.md", file: "command-line.html", word: "命令行" },
  { source: "docs/wps-trial.md", file: "wps-trial.html", word: "WPS 试用" },
];

export const HELP_FOLDER = "docs/help";
