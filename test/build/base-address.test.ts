import { baseAddress, escapeXml } from "../../scripts/lib/base-address.mjs";

it.each([
  ["https://intranet.example/budget/", "https://intranet.example/budget"],
  ["https://10.1.2.3:8443", "https://10.1.2.3:8443"],
  ["https://intranet.example/预算", "https://intranet.example/%E9%A2%84%E7%AE%97"],
])("%s is an address to build for", (given, base) => {
  expect(baseAddress(given)).toBe(base);
});

it.each([
  ["http://intranet.example", /https/],
  ["intranet.example", /不是网址/],
  ["https://intranet.example/?a=1&b=2", /只能有服务器和目录/],
])("%s is refused in words", (given, words) => {
  expect(() => baseAddress(given)).toThrow(words);
});

it("what an address may hold is escaped in the manifest", () => {
  expect(escapeXml(baseAddress("https://intranet.example/a&b'c"))).toBe("https://intranet.example/a&amp;b&apos;c");
});
