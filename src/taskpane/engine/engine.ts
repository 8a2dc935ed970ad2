import type { PlainWorkbook } from "../../workbook/plain";
import type { Choices } from "../../workbook/recognised";
import type { Narrative } from "../../narrative/segments";
import type { Analysis } from "./protocol";
