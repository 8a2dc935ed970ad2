import type { Paper } from "../../paper";
import { paper as before } from "../paper";

/** As before, but that both classifications are headed alike. */
export const paper: Paper = {
  ...before,
  functional: { code: "科目编码", name: "科目名称", parts: [] },
  economic: { code: "科目编码", name: "科目名称", parts: [] },
  classes: "项目",
};
