import { licenceTexts, shipped } from "../../scripts/lib/licences.mjs";

it("every package that is shipped has its licence in the text, office.js its conditions", () => {
  const texts = licenceTexts();
  for (const { name, version, license } of shipped()) {
    expect(texts).toContain(`${name} ${version}`);
    expect(`${name}: ${license}`).not.toMatch(/^(?!.*MIT OR).*GPL|: $/);
  }
  expect(texts).toContain("MICROSOFT SOFTWARE LICENSE TERMS");
});

it("what only tools ask for is not named", () => {
  expect(shipped().map(({ name }) => name)).toEqual(
    expect.arrayContaining(["react", "parse5", "fflate", "decimal.js", "@microsoft/office-js"]),
  );
  expect(shipped().map(({ name }) => name)).not.toContain("webpack");
});
