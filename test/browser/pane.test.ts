import { paneAccessibilitySuite } from "./accessibility-suite";
import { excelSuite } from "./excel-suite";
import { januaryInExcelSuite } from "./january-suite";
import { proofreadSuite } from "./proofread-suite";
import { onStage } from "./stage";
import { paneTroubleSuite } from "./trouble-suite";

onStage("the pane in Excel", (stage) => {
  excelSuite(stage);
  januaryInExcelSuite(stage);
  proofreadSuite(stage);
  paneTroubleSuite(stage);
  paneAccessibilitySuite(stage);
});
