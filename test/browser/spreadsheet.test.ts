import { spreadsheetSuite } from "./spreadsheet-suite";
import { openStage, type Stage } from "./stage";

describe("the workbench's sheet", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  spreadsheetSuite(() => stage);

  describe("after all this", () => {
    it("nothing was asked of any other origin", () => expect(stage.elsewhere).toEqual([]));
    it("nothing was thrown to the console", () => expect(stage.faults).toEqual([]));
  });
});
