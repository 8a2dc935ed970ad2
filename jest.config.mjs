const swc = [
  "@swc/jest",
  { jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } } },
];

/** Unit tests run in Node; tests under test/browser drive real Chromium over the built pages. */
export default {
  testEnvironment: "<rootDir>/test/support/own-global.mjs",
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  transform: { "^.+\\.(t|j|mj)sx?$": swc },
  transformIgnorePatterns: [
    "/node_modules/(?!(hucre|lodash-es|nanoid|rbush|quickselect|numfmt|kdbush|cjk-regex|unicode-regex|regexp-util|franc-min|trigram-utils|n-gram|collapse-white-space|@univerjs/[^/]+/node_modules/nanoid)/)",
  ],
  globalSetup: "<rootDir>/test/support/pdfjs-setup.mjs",
  moduleNameMapper: {
    "\\.css$": "<rootDir>/test/support/style-stub.ts",
    "^pdfjs-dist/legacy/build/(.+)\\.mjs$": "<rootDir>/node_modules/.cache/pdfjs/$1.js",
  },
  testSequencer: "<rootDir>/test/support/longest-first.mjs",
  // For two cores: a walk through a browser waits a third of its time, and another file's work goes on meanwhile.
  maxWorkers: 3,
  testTimeout: 120000,
};
