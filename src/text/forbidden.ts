/** Characters that neither XML nor HTML allows at all: control characters, halves of characters, no characters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without what no document may hold. What else must be escaped is for the writer. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, "");
}
