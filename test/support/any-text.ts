import fc from "fast-check";

/**
 * A text of any characters at all, halves of characters among them. The library's own kind builds maps of all of Unicode first,
 * which takes longer than the test.
 */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff)), { maxLength }).map((codes) => String.fromCodePoint(...codes));
