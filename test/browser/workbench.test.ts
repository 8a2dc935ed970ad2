import { workbenchAccessibilitySuite } from "./accessibility-suite";
import { deskSuite } from "./desk-suite";
import { januaryInTheWorkbenchSuite, wholeJanuarySuite } from "./january-suite";
import { proofreadAloneSuite } from "./proofread-suite";
import { reportSuite } from "./report-suite";
import { onStage } from "./stage";
import { workbenchTroubleSuite } from "./trouble-suite";
import { workbenchSuite } from "./workbench-suite";

onStage("the workbench", (stage) => {
  // First those that want it as it is before any workbook.
  workbenchTroubleSuite(stage);
  proofreadAloneSuite(stage);
  workbenchAccessibilitySuite(stage);
  workbenchSuite(stage);
  januaryInTheWorkbenchSuite(stage);
  wholeJanuarySuite(stage);
  reportSuite(stage);
  deskSuite(stage);
});
