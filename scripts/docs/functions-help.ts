import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { helpPage } from "./help-page";

/** What the functions' help links open: docs/functions.md as docs/help/functions.html. */
mkdirSync("docs/help", { recursive: true });
writeFileSync("docs/help/functions.html", helpPage(readFileSync("docs/functions.md", "utf8")));
