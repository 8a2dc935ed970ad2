import { createReadStream, existsSync, statSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "application/xml; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Serves folders by their path prefix ("/" is the built pages) on a free port of this machine, files only. */
export async function serve(
  folders: Readonly<Record<string, string>>,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const prefix = prefixes.find((candidate) => path.startsWith(candidate));
    const file = prefix === undefined ? "" : join(folders[prefix] ?? "", normalize(`/${path.slice(prefix.length)}`));
    if (file === "" || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    // Built files bear their content's mark in their names: a browser that has compiled one need not do it again.
    const kept = /\.[0-9a-f]{8}\.\w+$/.test(file) || /office-js/.test(file) ? { "Cache-Control": "max-age=3600, immutable" } : {};
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", ...kept });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
