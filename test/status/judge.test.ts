import {
  asText,
  judgeAbility,
  judgeAddress,
  judgeCaching,
  judgeManifest,
  judgePolicy,
  judgePresence,
  judgeTypes,
  judgeVersion,
  type Answer,
} from "../../src/status/judge";

const answer = (name: string, type: string | null, cache: string | null = "no-cache", status = 200): Answer => ({
  name,
  status,
  type,
  cache,
});
const LONG = "public, max-age=31536000, immutable";

describe("the address", () => {
  it.each([
    ["https:", "intranet.example", "正常"],
    ["http:", "localhost", "正常"],
    ["http:", "127.0.0.1", "正常"],
    ["http:", "intranet.example", "注意"],
  ])("%s//%s is %s", (protocol, hostname, verdict) => expect(judgeAddress({ protocol, hostname }).verdict).toBe(verdict));
});

describe("the files", () => {
  it("are named where they cannot be had, whatever the reason", () => {
    const row = judgePresence([
      answer("index.html", "text/html"),
      answer("pdf/5.6.205/cmaps/a.bcmap", null, null, 404),
      answer("x.js", null, null, 0),
    ]);
    expect(row.verdict).toBe("不行");
    expect(row.said).toBe("pdf/5.6.205/cmaps/a.bcmap、x.js取不到。");
  });

  it("many are counted", () => {
    const row = judgePresence(["a", "b", "c", "d"].map((name) => answer(name, null, null, 404)));
    expect(row.said).toBe("a、b、c 等 4 个取不到。");
  });

  it("come as what they are; how a file of bytes is called is nobody's business", () => {
    const right = [
      answer("index.html", "text/html; charset=utf-8"),
      answer("a.js", "application/javascript"),
      answer("b.js", "text/javascript"),
      answer("manifest.xml", "text/xml"),
      answer("a.bcmap", null),
    ];
    expect(judgeTypes(right).verdict).toBe("正常");
    const row = judgeTypes([...right, answer("c.js", "text/plain"), answer("d.json", null)]);
    expect(row.verdict).toBe("不行");
    expect(row.said).toBe("c.js 是 text/plain，应为 text/javascript、d.json 是 没有写明，应为 application/json。");
  });
});

describe("caching", () => {
  const versioned = answer("pane.1ee6a703.js", "text/javascript", LONG);
  const office = answer("office-js/1.1.110/office.js", "text/javascript", LONG);
  it("is right where what bears a version is kept and the rest is asked for", () =>
    expect(judgeCaching([versioned, office, answer("index.html", "text/html")]).said).toContain("长期缓存"));
  it("a page that is kept is told: an upgrade would not come", () => {
    const row = judgeCaching([versioned, answer("index.html", "text/html", "max-age=600")]);
    expect([row.verdict, row.said.startsWith("index.html")]).toEqual(["注意", true]);
  });
  it("a page of which the server says nothing is told too: browsers then keep it as they like", () =>
    expect(judgeCaching([answer("index.html", "text/html", null)]).verdict).toBe("注意"));
  it("asking for everything is slow and right", () =>
    expect(judgeCaching([answer("pane.1ee6a703.js", "text/javascript"), answer("index.html", "text/html")]).verdict).toBe("正常"));
});

describe("the policy", () => {
  it("a proxy that took it away", () => expect(judgePolicy({ frame: null, sniff: "nosniff" }, false).verdict).toBe("不行"));
  it("a header that keeps Excel for the web out", () =>
    expect(judgePolicy({ frame: "SAMEORIGIN", sniff: null }, true).verdict).toBe("注意"));
  it("as published", () => expect(judgePolicy({ frame: null, sniff: null }, true).verdict).toBe("正常"));
});

it("a browser that still has the old page is told from the server's version", () => {
  expect(judgeVersion("0.1.0", "0.1.0").verdict).toBe("正常");
  expect(judgeVersion("0.1.0", "0.2.0")).toMatchObject({ verdict: "注意", said: "这个浏览器里还是 0.1.0，服务器上是 0.2.0。" });
});

describe("the manifest", () => {
  const manifest = (address: string): string => `<SourceLocation DefaultValue="${address}/taskpane.html"/>`;
  it.each([
    ["https://a.example/budget", "https://a.example/budget", "正常"],
    ["https://localhost:3000", "https://a.example/budget", "注意"],
  ])("names %s, opened at %s: %s", (named, base, verdict) => expect(judgeManifest(manifest(named), base).verdict).toBe(verdict));
  it("is missing", () => expect(judgeManifest(null, "https://a.example").verdict).toBe("不行"));
});

it("the rows as a text to send on: what to do stands behind an arrow", () =>
  expect(asText([judgeAbility("后台计算", true, "", ""), judgeAbility("本机保存", false, "留不住。", "请退出无痕窗口。")])).toBe(
    "正常　后台计算：可以。\n不行　本机保存：留不住。　→ 请退出无痕窗口。",
  ));
