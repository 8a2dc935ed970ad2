/** What the self-check page says of a server: one row a thing looked at. Pure: what was seen goes in, words come out. */

export interface Row {
  readonly what: string;
  readonly verdict: "正常" | "注意" | "不行";
  readonly said: string;
  /** What to do about it; empty where nothing is to be done. */
  readonly todo: string;
}

const row = (what: string, verdict: Row["verdict"], said: string, todo = ""): Row => ({ what, verdict, said, todo });

/** Where the page was opened from. */
export function judgeAddress({ protocol, hostname }: { readonly protocol: string; readonly hostname: string }): Row {
  const what = "网址";
  if (protocol === "https:")
    return row(what, "正常", "https。打开本页时浏览器提示过证书有问题的，Excel 加载不了，请先把单位的根证书装到这台电脑。");
  if (hostname === "localhost" || hostname === "127.0.0.1") return row(what, "正常", "本机试用。");
  return row(
    what,
    "注意",
    "不是 https：网页工作台可以用，Excel 加载项不能加载。",
    "要用 Excel 加载项，请给服务器配证书，用 https 打开本页再看一次。",
  );
}

/** One of the published files as the list in files.json names it. */
export interface Listed {
  readonly name: string;
  readonly size: number | null;
}

/** What the server answered for one file. */
export interface Answer {
  readonly name: string;
  /** 0 when there was no answer at all. */
  readonly status: number;
  readonly type: string | null;
  readonly cache: string | null;
}

/** The type by which a browser, or Excel, takes a file; others are fetched as bytes, whatever they are called. */
const TYPES: readonly (readonly [RegExp, RegExp, string])[] = [
  [/\.html$/, /^text\/html/, "text/html"],
  [/\.js$/, /^(?:text|application)\/(?:x-)?javascript/, "text/javascript"],
  [/\.css$/, /^text\/css/, "text/css"],
  [/\.json$/, /^application\/json/, "application/json"],
  [/\.xml$/, /^(?:application|text)\/xml/, "application/xml"],
  [/\.png$/, /^image\/png/, "image/png"],
  [/\.svg$/, /^image\/svg\+xml/, "image/svg+xml"],
];

const SHOWN = 3;
const some = (names: readonly string[]): string =>
  `${names.slice(0, SHOWN).join("、")}${names.length > SHOWN ? ` 等 ${String(names.length)} 个` : ""}`;

/** Whether every file is there. */
export function judgePresence(answers: readonly Answer[]): Row {
  const what = "文件";
  const missing = answers.filter(({ status }) => status !== 200).map(({ name }) => name);
  if (missing.length === 0) return row(what, "正常", `${String(answers.length)} 个文件都能取到。`);
  return row(
    what,
    "不行",
    `${some(missing)}取不到。`,
    "请把整个 web 文件夹重新复制一遍；文件在服务器上而仍取不到的，是服务器不认得这种扩展名（IIS 请用随附的 web.config）。",
  );
}

/** Whether each file comes as what it is. */
export function judgeTypes(answers: readonly Answer[]): Row {
  const what = "文件类型";
  const wrong = answers
    .filter(({ status }) => status === 200)
    .flatMap(({ name, type }) => {
      const meant = TYPES.find(([file]) => file.test(name));
      return meant && !meant[1].test(type ?? "") ? [`${name} 是 ${type ?? "没有写明"}，应为 ${meant[2]}`] : [];
    });
  if (wrong.length === 0) return row(what, "正常", "各种文件的类型都对。");
  return row(what, "不行", `${some(wrong)}。`, "请在服务器上按扩展名设好类型（MIME），照随附的 nginx.conf 或 web.config。");
}

/** A file whose name or folder changes with its content. */
const versioned = (name: string): boolean => /\.[0-9a-f]{8}\.\w+$/.test(name) || /(?:^|\/)(?:office-js|pdf)\/\d[\d.]*\//.test(name);

const seconds = (cache: string | null): number => Number(/max-age=(\d+)/.exec(cache ?? "")?.[1] ?? "0");
const alwaysAsks = (cache: string | null): boolean => /no-cache|no-store|max-age=0\b/.test(cache ?? "");

/** What may be kept long is, what must be asked for each time is not. */
export function judgeCaching(answers: readonly Answer[]): Row {
  const what = "缓存";
  const there = answers.filter(({ status }) => status === 200);
  const kept = there.filter(({ name, cache }) => !versioned(name) && !alwaysAsks(cache)).map(({ name }) => name);
  if (kept.length > 0)
    return row(
      what,
      "注意",
      `${some(kept)}没有要求每次核对：升级以后有人可能还在用旧版。`,
      "请给文件名里没有版本的文件设 Cache-Control: no-cache，照随附的 nginx.conf 或 web.config。",
    );
  const asked = there.filter(({ name, cache }) => versioned(name) && seconds(cache) < 86_400);
  if (asked.length > 0) return row(what, "正常", "每次打开都向服务器核对，升级立即生效；文件名带版本的还可以长期缓存，打开更快。");
  return row(what, "正常", "带版本的长期缓存，其余每次核对。");
}

/** The headers of the pages themselves. */
export function judgePolicy(headers: { readonly frame: string | null; readonly sniff: string | null }, evalRefused: boolean): Row {
  const what = "安全策略";
  if (!evalRefused) return row(what, "不行", "网页自带的内容安全策略没有生效。", "请不要用代理改写网页，照原样发布。");
  if (headers.frame !== null)
    return row(
      what,
      "注意",
      `服务器另加了 X-Frame-Options: ${headers.frame}，网页版 Excel 打不开窗格。`,
      "请对这个目录去掉 X-Frame-Options。",
    );
  if (headers.sniff === null) return row(what, "正常", "网页自带的策略有效；建议服务器再加 X-Content-Type-Options: nosniff。");
  return row(what, "正常", "网页自带的策略有效，只访问本站。");
}

/** The version this page was built with against the one that lies on the server. */
export function judgeVersion(here: string, there: string): Row {
  const what = "版本";
  if (here === there) return row(what, "正常", `${here}。`);
  return row(
    what,
    "注意",
    `这个浏览器里还是 ${here}，服务器上是 ${there}。`,
    "请按 Ctrl+F5 重新打开；仍是旧版的，是代理或服务器缓存了网页。",
  );
}

/** Whether the manifest for Excel names the address the page was opened at. `base`: without the slash at its end. */
export function judgeManifest(manifest: string | null, base: string): Row {
  const what = "加载项清单";
  const named = /<SourceLocation DefaultValue="([^"]*)\/taskpane\.html"/.exec(manifest ?? "")?.[1];
  if (named === undefined) return row(what, "不行", "取不到 manifest.xml。", "请重新复制 manifest.xml，并确认服务器允许取 .xml。");
  if (named === base) return row(what, "正常", "清单里写的就是这个网址。");
  return row(
    what,
    "注意",
    `清单里写的是 ${named}，这里是 ${base}：Excel 和 WPS 会到那边去找。`,
    "请用 set-address 写上本单位的网址；只用网页工作台的不必改。",
  );
}

/** One ability that is there or not. */
export const judgeAbility = (what: string, there: boolean, without: string, todo: string): Row =>
  there ? row(what, "正常", "可以。") : row(what, "不行", without, todo);

/** The rows as a text to send on. */
export const asText = (rows: readonly Row[]): string =>
  rows.map(({ what, verdict, said, todo }) => `${verdict}　${what}：${said}${todo === "" ? "" : `　→ ${todo}`}`).join("\n");
