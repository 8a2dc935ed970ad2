/**
 * Stands at the head of the one file that the command line is handed out as. The files of the build follow it, packed, in
 * the comment at the end: they are unpacked in memory when they are asked for, and nothing is written to the disk.
 */
const fs = require("node:fs");
const path = require("node:path");
const threads = require("node:worker_threads");
const vm = require("node:vm");
const { inflateRawSync } = require("node:zlib");

const source = fs.readFileSync(__filename, "latin1");
const begin = source.lastIndexOf("/*") + 2;
const packedFrom = source.indexOf("\n", begin) + 1;
/** Where each file stands among the packed ones: `[from, to]`, by its path. */
const places = new Map(JSON.parse(source.slice(begin, packedFrom)));

/** The program takes this file for its folder: no path on the disk can lie below a file, so none is hidden by it. */
const below = (asked) => path.relative(__filename, asked).split(path.sep).join("/");
const isFile = (asked) => typeof asked === "string" && places.has(below(asked));
const isFolder = (asked) => typeof asked === "string" && [...places.keys()].some((name) => name.startsWith(`${below(asked)}/`));
const unpacked = (name) => {
  const [from, to] = places.get(name);
  return inflateRawSync(Buffer.from(source.slice(packedFrom + from, packedFrom + to), "base64"));
};

/** What the program finds otherwise here than in its folder. */
const given = {
  fs: { ...fs, existsSync: (asked) => isFile(asked) || isFolder(asked) || fs.existsSync(asked) },
  "fs/promises": {
    ...fs.promises,
    readFile: async (asked, encoding) => {
      if (!isFile(asked)) return fs.promises.readFile(asked, encoding);
      const bytes = unpacked(below(asked));
      return encoding === undefined ? bytes : bytes.toString(encoding);
    },
  },
  worker_threads: {
    ...threads,
    Worker: class extends threads.Worker {
      constructor(program, options) {
        super(__filename, { ...options, argv: [below(program)] });
      }
    },
  },
};

const loaded = new Map();
function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const asks = (asked) => given[asked.replace(/^node:/, "")] ?? (asked.startsWith("./") ? load(asked.slice(2)) : require(asked));
  const filename = path.join(__filename, name);
  const run = vm.compileFunction(unpacked(name).toString(), ["exports", "require", "module", "__filename", "__dirname"], { filename });
  run(module.exports, asks, module, filename, __filename);
  return module.exports;
}

load(threads.isMainThread ? "budget.cjs" : process.argv[2]);
