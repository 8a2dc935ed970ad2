import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./project.mjs";

/** The packages that are shipped, by the lock file: everything that no development tool alone asks for. */
export function shipped() {
  const { packages } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([place, { dev, devOptional, link }]) => place !== "" && !dev && !devOptional && !link && existsSync(path.join(root, place)))
    .map(([place, { version, license }]) => ({
      place,
      name: place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      license: license ?? (textsOf(place).length > 0 ? "(as in the text below)" : ""),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function textsOf(place) {
  const folder = path.join(root, place);
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file) && !/\.(js|ts|json)$/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), "utf8").trim());
}

/** The licences of everything that is shipped, as one text; office.js comes under Microsoft's own conditions. */
export function licenceTexts() {
  const parts = shipped().map(({ place, name, version, license }) => {
    const texts = textsOf(place);
    return [
      `${name} ${version}`,
      license,
      ...(texts.length > 0 ? texts : ["(The package comes without a licence text; its licence is the one named above.)"]),
    ].join("\n\n");
  });
  return `This program is made with the following packages.\n\n${parts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}
