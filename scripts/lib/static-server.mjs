/** Serves one folder to this machine only. No dependency, no listing, nothing outside the folder. */
import { createReadStream, readFileSync, realpathSync, statSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import path from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** The file a request path names inside `folder`, or null. */
function fileFor(folder, pathname) {
  let wanted;
  try {
    wanted = path.join(folder, decodeURIComponent(pathname));
    if (statSync(wanted).isDirectory()) wanted = path.join(wanted, "index.html");
    wanted = realpathSync(wanted);
    return wanted.startsWith(folder + path.sep) && statSync(wanted).isFile() ? wanted : null;
  } catch {
    return null;
  }
}

/** Where a page waits to hear that the build is new, and the script that does. */
const CHANGES = "/__changes";
const RELOADER = "/__reload.js";
const RELOAD = `new EventSource("${CHANGES}").onmessage = () => location.reload();`;
const withReloader = (html) => html.replace("</body>", `<script src="${RELOADER}"></script></body>`);

function answer(folder, home, waiting) {
  return (request, response) => {
    const headers = { "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache", "Referrer-Policy": "no-referrer" };
    const end = (status, more = {}) => response.writeHead(status, { ...headers, ...more }).end();
    if (request.method !== "GET" && request.method !== "HEAD") return end(405, { Allow: "GET, HEAD" });
    const target = request.url ?? "/";
    if (waiting && target === CHANGES) {
      response.writeHead(200, { ...headers, "Content-Type": "text/event-stream" }).write("\n");
      waiting.add(response);
      return response.on("close", () => waiting.delete(response));
    }
    if (waiting && target === RELOADER) return response.writeHead(200, { ...headers, "Content-Type": TYPES[".js"] }).end(RELOAD);
    if (target === "/" && home) return end(302, { Location: home });
    const file = fileFor(folder, target.split(/[?#]/)[0]);
    if (!file) return end(404);
    if (waiting && file.endsWith(".html"))
      return response.writeHead(200, { ...headers, "Content-Type": TYPES[".html"] }).end(withReloader(readFileSync(file, "utf8")));
    response.writeHead(200, {
      ...headers,
      "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "Content-Length": statSync(file).size,
    });
    if (request.method === "HEAD") return response.end();
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
  };
}

const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => {
      server.off("error", reject);
      resolve(server.address().port);
    });
  });

/**
 * Serves `folder` on the first free port from `port` on. `home`: where "/" leads. `tls`: certificate and key for https.
 * `reloads`: pages wait for `changed()` and load themselves anew. Resolves to { port, close, changed }.
 */
export async function serve(folder, { port = 3000, tries = 50, home, tls, reloads = false } = {}) {
  const waiting = reloads ? new Set() : null;
  const handler = answer(realpathSync(folder), home, waiting);
  for (let candidate = port; ; candidate++) {
    const server = tls ? https.createServer(tls, handler) : http.createServer(handler);
    try {
      const taken = await listen(server, candidate);
      return {
        port: taken,
        changed: () => waiting?.forEach((response) => response.write("data: new\n\n")),
        close: () =>
          new Promise((resolve) => {
            server.close(resolve);
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      if (error.code !== "EADDRINUSE" || candidate + 1 >= port + tries) throw error;
    }
  }
}
