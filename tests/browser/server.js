/**
 * Serves the sample pages to a browser under test, and records what it was asked for.
 *
 * @typedef {object} Served what to answer for a path
 * @property {string | Buffer} body
 * @property {string} [type] of the body; HTML in UTF-8 by default
 * @property {Record<string, string>} [headers]
 * @property {boolean} [endless] whether the answer never comes to its end
 * @typedef {object} PageServer
 * @property {number} port
 * @property {string[]} requests the paths asked for, in order
 * @property {(path: string, host?: string) => string} url
 * @property {(path: string, served: Served | string) => void} give answers `path` with this
 * @property {() => Promise<void>} close
 */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, normalize } from "node:path";

const PAGES = join(import.meta.dirname, "pages");

/** @type {Record<string, string>} */
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/**
 * Starts a server on a port the system chooses. `/<slug>/` answers with that page's `page.html`,
 * and `headers.json` beside it, if there is one, with its headers.
 * @returns {Promise<PageServer>}
 */
export async function servePages() {
  /** @type {string[]} */
  const requests = [];
  /** @type {Map<string, Served>} */
  const given = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/favicon.ico") {
      response.writeHead(204).end(); // the browser's own wish, no page's
      return;
    }
    requests.push(path);
    const served = given.get(path) ?? (await pageAt(path));
    if (served === null) {
      response.writeHead(404, { "content-type": "text/plain" }).end("no such page");
      return;
    }
    response.writeHead(200, {
      "content-type": served.type ?? TYPES.html,
      "cache-control": "no-store",
      ...served.headers,
    });
    response.write(served.body);
    if (!served.endless) response.end();
  });
  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(undefined)));
  const second = createServer(server.listeners("request")[0]);
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const { port } = address;
  // "localhost" may be ::1 alone; 127.0.0.1 is wanted too, as another site on the same port.
  if (address.address !== "127.0.0.1") {
    await new Promise((resolve) => second.listen(port, "127.0.0.1", () => resolve(undefined)));
  }
  return {
    port,
    requests,
    url: (path, host = "localhost") => `http://${host}:${port}${path}`,
    give: (path, served) => given.set(path, typeof served === "string" ? { body: served } : served),
    close: async () => {
      for (const open of [server, second]) {
        open.closeAllConnections();
        await new Promise((resolve) => open.close(resolve));
      }
    },
  };
}

/**
 * @param {string} path
 * @returns {Promise<Served | null>}
 */
async function pageAt(path) {
  const relative = normalize(path).replace(/^[/.]+/, "");
  const name = path.endsWith("/") ? join(relative, "page.html") : relative;
  try {
    const body = await readFile(join(PAGES, name));
    const headers = await readFile(join(PAGES, name, "..", "headers.json"), "utf8").catch(() => "");
    return {
      body,
      type: TYPES[name.split(".").pop() ?? ""] ?? "application/octet-stream",
      headers: headers === "" ? {} : JSON.parse(headers),
    };
  } catch {
    return null;
  }
}
