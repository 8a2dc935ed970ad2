import type { WordRule } from "./rule";

const APART = "(?<![\\d.,A-Za-z])";
const ALONE = "(?![\\d.,])";

/** What must not stand in a document that everybody reads: spaces within the numbers are gone already. */
export const personal: readonly WordRule[] = [
  {
    words: new RegExp(`${APART}(?:\\+?86-?)?1[3-9]\\d-?\\d{4}-?\\d{4}${ALONE}`, "g"),
    severity: "warning",
    message: "公开件里不应有个人手机号码。",
  },
  {
    words: new RegExp(
      `(?<!代码：?)${APART}[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]${ALONE}|(?<=身份证(?:号码?)?：?)\\d{15}${ALONE}`,
      "g",
    ),
    severity: "warning",
    message: "公开件里不应有身份证号码。",
  },
  {
    words: new RegExp(`${APART}62\\d{14,17}${ALONE}|(?<=(?:账号|账户|帐号|卡号|户号)[：为]?)\\d(?:-?\\d){11,21}${ALONE}`, "g"),
    severity: "warning",
    message: "公开件里不应有银行账号。",
  },
];
