import { paneAccessibilitySuite } from "./accessibility-suite";
import { excelSuite } from "./excel-suite";
import { januaryInExcelSuite } from "./january-suite";
import { proofreadSuite } from "./proofread-suite";
import { onStage } from "./stage";
import { paneTroubleSuite } from "./trouble-suite";
import { wpsSuite } from "./wps-suite";

onStage("the pane in Excel and in WPS", (stage) => {
  excelSuite(stage);
  wpsSuite(stage);
  januaryInExcelSuite(stage);
  proofreadSuite(stage);
  paneTroubleSuite(stage);
  paneAccessibilitySuite(stage);
});
