import { accessibilitySuite } from "./accessibility-suite";
import { excelSuite } from "./excel-suite";
import { openStage, type Stage } from "./stage";
import { proofreadSuite } from "./proofread-suite";
import { reportSuite } from "./report-suite";
import { troubleSuite } from "./trouble-suite";
import { workbenchSuite } from "./workbench-suite";

/** One browser for everything that runs over the built pages. */
describe("the built pages", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  workbenchSuite(() => stage);
  excelSuite(() => stage);
  proofreadSuite(() => stage);
  reportSuite(() => stage);
  troubleSuite(() => stage);
  accessibilitySuite(() => stage);

  // Last, when every page of the suite has been seen.
  describe("after all this", () => {
    it("have asked nothing of any other origin", () => expect(stage.elsewhere).toEqual([]));
    it("have thrown nothing to the console", () => expect(stage.faults).toEqual([]));
  });
});
