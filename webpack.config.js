const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const CssPlugin = require("mini-css-extract-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const webpack = require("webpack");

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

const at = (...parts) => path.resolve(__dirname, ...parts);

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
const OFFICE_FOLDER = at("node_modules/@microsoft/office-js/dist");

/** What bears no mark of its content in its name lies in a folder of its version: browsers may keep it as long as they like. */
const versionOf = (name) => require(`${name}/package.json`).version;
const OFFICE = `office-js/${versionOf("@microsoft/office-js")}`;

/** What pdfjs asks for while it reads: character maps, the fourteen standard fonts, decoders. */
const pdfFiles = (to) =>
  ["cmaps", "standard_fonts", "wasm"].map((folder) => ({
    from: at("node_modules/pdfjs-dist", folder),
    to: `${to}/${folder}`,
    info: { minimized: true },
  }));

/** What the spreadsheet and its calculations have in common. */
const SHEET_ENGINE = /[\\/]node_modules[\\/]@univerjs[\\/](core|engine-formula|engine-render|sheets)[\\/]lib[\\/]es[\\/]index\.js$/;

/** The add-in for WPS: a folder that is copied as it is, and is served from an office's own address as well. */
const { version: VERSION } = require("./package.json");
const WPS = `wps/jsaddons/BudgetDisclosure_${VERSION}`;

const FUNCTIONS = ["./src/functions/functions.ts", "./src/functions/functions-zh.ts"];

/** TypeScript for what runs it: class fields that are spelt out for older browsers cost every object that is made. */
const typescript = (target) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: "swc-loader",
  options: { jsc: { target, parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } } },
});

const versioned = (text) => String(text).replaceAll("{version}", VERSION);

const shared = {
  mode: "production",
  devtool: false,
  resolve: {
    extensions: [".ts", ".tsx", ".mjs", ".js"],
    // Weight of the spreadsheet library that no sheet needs.
    alias: { "cjk-regex$": at("tools/univer/cjk-regex.mjs"), "franc-min$": at("tools/univer/franc-min.mjs") },
  },
  module: {
    rules: [
      { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
      { test: /\.(png|svg)$/, type: "asset" },
      { test: /[\\/]@univerjs[\\/](core|docs-ui)[\\/]lib[\\/]es[\\/]index\.js$/, loader: at("tools/univer/drop-pictures.cjs") },
      { test: /[\\/]@univerjs[\\/]sheets-formula[\\/]lib[\\/]es[\\/]index\.js$/, loader: at("tools/univer/no-pause.cjs") },
      { test: /[\\/]@univerjs[\\/]sheets-ui[\\/]lib[\\/]es[\\/]index\.js$/, loader: at("tools/univer/no-text-marks.cjs") },
    ],
  },
  // The minimizer of the compiler that is here already: as small, in a third of the time.
  optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
  stats: "errors-warnings",
};

const page = (filename, office) =>
  new HtmlPlugin({
    filename,
    template: "./src/taskpane/taskpane.html",
    // The functions are registered with Excel in the pane's own page: one shared runtime.
    chunks: office ? ["functions", "pane"] : ["pane"],
    // The template itself says where scripts and styles stand.
    inject: false,
    scriptLoading: "defer",
    templateParameters: { office: office && OFFICE, policy: CONTENT_SECURITY_POLICY },
  });

/** A page of the add-in for WPS: it finds its scripts beside it. */
const wpsPage = (filename, template, chunks) =>
  new HtmlPlugin({
    filename: `${WPS}/${filename}`,
    template,
    chunks,
    publicPath: "",
    inject: false,
    scriptLoading: "defer",
    templateParameters: { office: false, policy: CONTENT_SECURITY_POLICY },
  });

/** Of what is built, what the pane in WPS may want: all but the workbench's spreadsheet, the list of many files, and Excel's. */
const NOT_IN_WPS = /^(?:cli|wps|office-js)\/|\.html$|^functions\.|^manifest\.xml$|^samples\/(?!2026-12\.xlsx$)/;

/** Puts the same files into the folder for WPS, compiled once. */
class WpsPackagePlugin {
  constructor(functionsFile, functionsScript) {
    this.functionsFile = functionsFile;
    this.functionsScript = functionsScript;
  }

  apply(compiler) {
    // When everything has its final name and content.
    const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.thisCompilation.tap("WpsPackagePlugin", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "WpsPackagePlugin", stage }, (assets) => {
        const spreadsheet = new Set(
          [...compilation.chunks]
            .filter((chunk) =>
              [...compilation.chunkGraph.getChunkModules(chunk)].some(({ resource = "" }) => /[\\/]@univerjs[\\/]/.test(resource)),
            )
            .flatMap((chunk) => [...chunk.files]),
        );
        const emit = (name, source) => compilation.emitAsset(`${WPS}/${name}`, source, { minimized: true });
        for (const [name, source] of Object.entries(assets))
          if ((!NOT_IN_WPS.test(name) || name.startsWith("help/")) && !spreadsheet.has(name)) emit(name, source);
        emit("functions.js", new webpack.sources.RawSource(this.functionsScript(String(assets[this.functionsFile].source()))));
      });
    });
  }
}

/** Lists what was built, when all of it lies in the folder: the self-check page and the package go by it. */
class FileListPlugin {
  constructor(fileList) {
    this.fileList = fileList;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap("FileListPlugin", () => this.fileList(compiler.outputPath, VERSION));
  }
}

/** Finishes the generated functions.json: the server's own address, and errors in arguments. */
class FunctionsMetadataPlugin {
  constructor(file, finished) {
    this.file = file;
    this.finished = finished;
  }

  apply(compiler) {
    // Last, when the page plugin's own compilations have handed in the same file.
    const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.thisCompilation.tap("FunctionsMetadataPlugin", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "FunctionsMetadataPlugin", stage }, () => {
        compilation.updateAsset(this.file, (source) => new webpack.sources.RawSource(this.finished(String(source.source()))));
      });
    });
  }
}

/**
 * Built to be served from this machine (npm start, npm run dev): not minified, and what has not changed is taken from the build
 * before, the spreadsheet among it. A folder of its own: what is handed out is never a build of this kind.
 */
const served = (config, sourceMaps) => ({
  ...config,
  devtool: sourceMaps ? "source-map" : false,
  output: { ...config.output, path: at("node_modules/.cache/served"), clean: true },
  optimization: { ...config.optimization, minimize: false },
  cache: { type: "filesystem", name: sourceMaps ? "dev" : "served", buildDependencies: { config: [__filename] } },
});

function pages(base, { DEVELOPMENT_BASE, escapeXml, licenceTexts, finishMetadata, wpsFunctions, fileList }) {
  return {
    ...shared,
    module: { rules: [typescript("es2021"), ...shared.module.rules] },
    name: "pages",
    target: ["web", "es2021"],
    entry: {
      status: "./src/status/status.ts",
      pane: "./src/taskpane/start.tsx",
      functions: FUNCTIONS,
      addin: ["./src/hosts/wps/addin.ts", ...FUNCTIONS],
    },
    output: {
      path: at("dist"),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      assetModuleFilename: "[name].[contenthash:8][ext]",
      clean: { keep: /^cli\// },
    },
    optimization: {
      ...shared.optimization,
      runtimeChunk: "single",
      chunkIds: "deterministic",
      // The spreadsheet and the worker that calculates for it stand on the same engine: fetched and compiled once.
      splitChunks: {
        cacheGroups: {
          engine: {
            test: SHEET_ENGINE,
            chunks: "async",
            name: ({ resource = "" }) => `sheet-${SHEET_ENGINE.exec(resource)?.[1] ?? "engine"}`,
          },
        },
      },
    },
    // The budget for what loads first is held by a test, which weighs it compressed.
    performance: false,
    plugins: [
      page("taskpane.html", true),
      page("index.html", false),
      new HtmlPlugin({
        filename: "status.html",
        template: "./src/status/status.html",
        chunks: ["status"],
        inject: false,
        scriptLoading: "defer",
        templateParameters: { policy: CONTENT_SECURITY_POLICY },
      }),
      new FileListPlugin(fileList),
      wpsPage("index.html", "./wps/index.html", ["addin"]),
      wpsPage("taskpane.html", "./src/taskpane/taskpane.html", ["pane"]),
      new CssPlugin({ filename: "[name].[contenthash:8].css" }),
      new CustomFunctionsMetadataPlugin({ output: "functions.json", input: FUNCTIONS }),
      new WpsPackagePlugin("functions.json", wpsFunctions),
      new FunctionsMetadataPlugin("functions.json", (text) => finishMetadata(text, DEVELOPMENT_BASE, base)),
      new CopyPlugin({
        patterns: [
          ...OFFICE_FILES.map((file) => ({ from: path.join(OFFICE_FOLDER, file), to: `${OFFICE}/${file}`, info: { minimized: true } })),
          ...pdfFiles(`pdf/${versionOf("pdfjs-dist")}`),
          { from: "manifest.xml", to: "manifest.xml", transform: (text) => String(text).replaceAll(DEVELOPMENT_BASE, escapeXml(base)) },
          { from: "wps/ribbon.xml", to: `${WPS}/ribbon.xml` },
          { from: "wps/publish.xml", to: "wps/jsaddons/publish.xml", transform: versioned },
          {
            from: "wps/jsplugins.xml",
            to: "wps/jsplugins.xml",
            transform: (text) => versioned(text).replaceAll(DEVELOPMENT_BASE, escapeXml(base)),
          },
          { from: "package-lock.json", to: "licences.txt", transform: licenceTexts, info: { minimized: true } },
          { from: "assets/*.png", to: "assets/[name][ext]" },
          { from: "samples/*.xlsx", to: "samples/[name][ext]", noErrorOnMissing: true },
          { from: "docs/help", to: "help", noErrorOnMissing: true },
          // The help's pages name them as ../screenshots, in the repository and on the server alike.
          { from: "docs/screenshots/*.png", to: "screenshots/[name][ext]", noErrorOnMissing: true },
        ],
      }),
    ],
  };
}

const commandLine = ({ licenceTexts }) => ({
  ...shared,
  module: { rules: [typescript("es2022"), ...shared.module.rules] },
  name: "cli",
  target: "node20",
  entry: { budget: "./src/cli/main.ts", reader: "./src/hosts/file/apart/node-worker.ts", checker: "./src/cli/check-worker.ts" },
  output: { path: at("dist/cli"), filename: "[name].cjs", chunkFilename: "[name].[contenthash:8].cjs", clean: true },
  node: { __dirname: false },
  // It is read from this machine's disk: shorter names do, and the tenth that is left would take as long again.
  optimization: {
    minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, minimizerOptions: { compress: false, mangle: true } })],
  },
  // The command line lists the functions as Excel knows them.
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: "functions.json", input: FUNCTIONS }),
    new CopyPlugin({
      patterns: [...pdfFiles("pdf"), { from: "package-lock.json", to: "licences.txt", transform: licenceTexts, info: { minimized: true } }],
    }),
  ],
  performance: false,
});

/** What the scripts share with the build: modules, which a file of this name can only ask for. */
async function library() {
  const files = ["base-address", "file-list", "licences", "functions-metadata"].map((name) => import(`./scripts/lib/${name}.mjs`));
  return Object.assign({}, ...(await Promise.all(files)));
}

module.exports = async (env = {}) => {
  const lib = await library();
  const base = lib.baseAddress(String(env.base ?? process.env.BUDGET_BASE_URL ?? lib.DEVELOPMENT_BASE));
  if (env.serve) return served(pages(base, lib), env.serve === "dev");
  return [pages(base, lib), commandLine(lib)];
};
