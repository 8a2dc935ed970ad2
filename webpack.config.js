"use strict";
const fs = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const CssPlugin = require("mini-css-extract-plugin");

/** The manifest in the repository speaks of this address; a build for an office's own server replaces it. */
const DEVELOPMENT_BASE = "https://localhost:3000";

/** Nothing leaves the machine: every source is the page's own origin. Fluent writes its styles into the page. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'none'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What Excel loads of office.js, of 86 MB. */
const OFFICE_FILES = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-web-16.00.js",
  "excel-win32-16.00.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-ios-16.00.js",
  "excel-winrt-16.00.js",
  "telemetry/oteljs_agave.js",
  "ariatelemetry/aria-web-telemetry.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
];
const OFFICE_FOLDER = path.join(__dirname, "node_modules/@microsoft/office-js/dist");

const at = (...parts) => path.resolve(__dirname, ...parts);
const FUNCTIONS = "./src/functions/functions.ts";
const withFunctions = fs.existsSync(at(FUNCTIONS));

const shared = {
  mode: "production",
  devtool: false,
  resolve: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: "swc-loader",
        options: {
          jsc: { target: "es2021", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } },
        },
      },
      { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
      { test: /\.(png|svg)$/, type: "asset" },
    ],
  },
  stats: "errors-warnings",
};

const page = (filename, office) =>
  new HtmlPlugin({
    filename,
    template: "./src/taskpane/taskpane.html",
    // The functions are registered with Excel in the pane's own page: one shared runtime.
    chunks: office && withFunctions ? ["functions", "pane"] : ["pane"],
    scriptLoading: "defer",
    templateParameters: { office, policy: CONTENT_SECURITY_POLICY },
  });

function pages(base) {
  return {
    ...shared,
    name: "pages",
    target: ["web", "es2021"],
    entry: { pane: "./src/taskpane/start.tsx", ...(withFunctions && { functions: FUNCTIONS }) },
    output: {
      path: at("dist"),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      assetModuleFilename: "[name].[contenthash:8][ext]",
      clean: { keep: /^cli\// },
    },
    optimization: { runtimeChunk: "single", chunkIds: "deterministic" },
    // The budget for what loads first is held by a test, which weighs it compressed.
    performance: false,
    plugins: [
      page("taskpane.html", true),
      page("index.html", false),
      new CssPlugin({ filename: "[name].[contenthash:8].css" }),
      ...(withFunctions ? [new CustomFunctionsMetadataPlugin({ output: "functions.json", input: FUNCTIONS })] : []),
      new CopyPlugin({
        patterns: [
          ...OFFICE_FILES.map((file) => ({ from: path.join(OFFICE_FOLDER, file), to: `office-js/${file}`, info: { minimized: true } })),
          { from: "manifest.xml", to: "manifest.xml", transform: (text) => String(text).replaceAll(DEVELOPMENT_BASE, base) },
          { from: "assets/*.png", to: "assets/[name][ext]" },
          { from: "samples/*.xlsx", to: "samples/[name][ext]", noErrorOnMissing: true },
          { from: "docs/help", to: "help", noErrorOnMissing: true },
        ],
      }),
    ],
  };
}

const commandLine = {
  ...shared,
  name: "cli",
  target: "node20",
  entry: { budget: "./src/cli/main.ts" },
  output: { path: at("dist/cli"), filename: "[name].cjs", chunkFilename: "[name].[contenthash:8].cjs", clean: true },
  plugins: [new CssPlugin()],
  performance: false,
};

module.exports = (env = {}) => {
  const base = String(env.base ?? process.env.BUDGET_BASE_URL ?? DEVELOPMENT_BASE).replace(/\/+$/, "");
  return [pages(base), commandLine].filter(({ entry }) => Object.values(entry).every((file) => fs.existsSync(at(file))));
};
