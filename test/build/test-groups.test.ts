import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { testGroups } from "../../scripts/lib/test-groups.mjs";

const root = path.resolve(__dirname, "../..");
const { alone, groups } = testGroups(root);
const together = Object.values(groups).flat();

it("every test file of every folder runs, and runs once", () => {
  const walked = (folder: string): string[] =>
    readdirSync(path.join(root, "test", folder), { withFileTypes: true }).flatMap((entry) => {
      const one = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : walked(one);
      return entry.name.endsWith(".test.ts") || entry.name.endsWith(".test.tsx") ? [one] : [];
    });
  expect([...alone, ...together].sort()).toEqual(walked("").sort());
});

it("walks in a browser, what measures times and what asks for another environment run alone", () => {
  const text = (file: string): string => readFileSync(path.join(root, "test", file), "utf8");
  expect(together.filter((file) => /^(?:browser|linear)\//.test(file) || text(file).startsWith("/** @jest-environment"))).toEqual([]);
});

it("no file of a group puts its own module in the place of another: the next file would get it", () => {
  const mocks = /\bjest\.(?:mock|doMock|unstable_mockModule|setTimeout)\(/;
  expect(together.filter((file) => mocks.test(readFileSync(path.join(root, "test", file), "utf8")))).toEqual([]);
});
