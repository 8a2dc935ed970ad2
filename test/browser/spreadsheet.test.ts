import { spreadsheetSuite } from "./spreadsheet-suite";
import { onStage } from "./stage";

onStage("the workbench's sheet", spreadsheetSuite);
