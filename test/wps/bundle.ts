import { readFileSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { transformSync } from "@swc/core";

/** What a module names, as files; "" for what a page has not (Node's own modules, which libraries ask for in vain). */
function placeOf(name: string, from: string): string {
  if (name.startsWith("."))
    return require.resolve(extname(name) === "" ? `${resolve(dirname(from), name)}.ts` : resolve(dirname(from), name));
  return /^@/.test(name) ? require.resolve(name) : "";
}

const compiled = (file: string): string => {
  const source = readFileSync(file, "utf8");
  if (!file.endsWith(".ts")) return source;
  return transformSync(source, {
    filename: file,
    module: { type: "commonjs" },
    jsc: { parser: { syntax: "typescript" }, target: "es2021" },
  }).code;
};

/** TypeScript modules as one script for a page: enough for tests, where every import is a plain one. */
export function bundle(entry: string): string {
  const modules = new Map<string, string>();
  const collect = (file: string): void => {
    if (modules.has(file)) return;
    modules.set(file, "");
    const code = compiled(file).replace(
      /\brequire\((["'])([^"'\n]+)\1\)/g,
      (_, __, name: string) => `require(${JSON.stringify(placeOf(name, file))})`,
    );
    for (const [, place = ""] of file.endsWith(".ts") ? code.matchAll(/\brequire\("([^"]+)"\)/g) : []) collect(place);
    modules.set(file, code);
  };
  collect(entry);
  // A library asks for Node's own modules where it finds a way to ask; here it finds none.
  const parts = [...modules].map(([file, code]) => `${JSON.stringify(file)}: (module, exports, require) => {\n${code}\n}`);
  return `(() => {
const modules = {${parts.join(",\n")}};
const made = {};
const require = (file) => {
  if (!(file in modules)) throw new Error("not in a page: " + file);
  if (!(file in made)) { const module = (made[file] = { exports: {} }); modules[file](module, module.exports, file.endsWith(".ts") ? require : undefined); }
  return made[file].exports;
};
require(${JSON.stringify(entry)});
})();`;
}
