import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { serve, type Server } from "../../scripts/lib/static-server.mjs";

let base: string;
let server: Server;
beforeAll(async () => {
  base = mkdtempSync(path.join(os.tmpdir(), "serve-"));
  mkdirSync(path.join(base, "site/help"), { recursive: true });
  writeFileSync(path.join(base, "secret.txt"), "secret");
  mkdirSync(path.join(base, "site-other"));
  writeFileSync(path.join(base, "site-other/secret.txt"), "secret");
  writeFileSync(path.join(base, "site/index.html"), "<p>首页</p>");
  writeFileSync(path.join(base, "site/help/index.html"), "<p>帮助</p>");
  writeFileSync(path.join(base, "site/a b.xlsx"), "PK");
  symlinkSync(path.join(base, "secret.txt"), path.join(base, "site/link.txt"));
  server = await serve(path.join(base, "site"), { port: 4320, home: "/?sample=x.xlsx" });
});
afterAll(async () => {
  await server.close();
  rmSync(base, { recursive: true });
});

/** As written: fetch would tidy the path up before sending it. */
const ask = (target: string, method = "GET"): Promise<{ status: number; type: string; location: string; body: string }> =>
  new Promise((resolve, reject) => {
    http
      .request({ host: "localhost", port: server.port, path: target, method }, (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers["content-type"] ?? "",
            location: response.headers.location ?? "",
            body,
          }),
        );
      })
      .on("error", reject)
      .end();
  });

it.each([
  ["/index.html", 200, "text/html; charset=utf-8"],
  ["/?sample=x.xlsx", 200, "text/html; charset=utf-8"],
  ["/help/", 200, "text/html; charset=utf-8"],
  ["/a%20b.xlsx", 200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["/none.js", 404, ""],
  ["/../secret.txt", 404, ""],
  ["/..%2fsecret.txt", 404, ""],
  ["/%2e%2e/secret.txt", 404, ""],
  ["/../site-other/secret.txt", 404, ""],
  ["/link.txt", 404, ""],
  ["/%zz", 404, ""],
  ["/%00", 404, ""],
])("%s gives %i", async (target, status, type) => {
  const answer = await ask(target);
  expect([answer.status, answer.type]).toEqual([status, type]);
  expect(answer.body).not.toContain("secret");
});

it("the front door leads where it was told to", async () => {
  expect((await ask("/")).location).toBe("/?sample=x.xlsx");
});

it("only reads", async () => {
  expect((await ask("/index.html", "POST")).status).toBe(405);
});

it("takes the next port when one is busy", async () => {
  const second = await serve(path.join(base, "site"), { port: server.port });
  try {
    expect(second.port).toBeGreaterThan(server.port);
  } finally {
    await second.close();
  }
});

it("gives up after the ports it may try", async () => {
  await expect(serve(path.join(base, "site"), { port: server.port, tries: 1 })).rejects.toThrow(/EADDRINUSE/);
});
