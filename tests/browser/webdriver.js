/** A WebDriver session over HTTP, as much of the protocol as the browser tests need. */

import { spawn } from "node:child_process";

/** How long a command may take, ms; pages of many megabytes load slowly. */
const COMMAND_PATIENCE = 120_000;

export class WebDriver {
  #base = "";

  /**
   * @param {import('node:child_process').ChildProcess} server
   * @param {string} address of the driver
   */
  constructor(server, address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Starts a driver program on a port it chooses itself, and a session of it.
   * @param {string} program
   * @param {string[]} args
   * @param {object} capabilities
   */
  static async start(program, args, capabilities) {
    const server = spawn(program, ["--port", "0", ...args], { stdio: ["ignore", "pipe", "pipe"] });
    server.stderr.resume();
    const address = await new Promise((resolve, reject) => {
      let log = "";
      server.stdout.on("data", (words) => {
        log += words;
        const port = /Listening on 127\.0\.0\.1:(\d+)/.exec(log)?.[1];
        if (port) resolve(`http://127.0.0.1:${port}`);
      });
      server.on("exit", () => reject(new Error(`${program} ended at once:\n${log}`)));
    });
    const driver = new WebDriver(server, address);
    try {
      const { sessionId } = await driver.send("POST", "/session", {
        capabilities: { alwaysMatch: capabilities },
      });
      driver.#base = `/session/${sessionId}`;
    } catch (error) {
      server.kill();
      throw error;
    }
    return driver;
  }

  /**
   * @param {string} method
   * @param {string} path inside the session, once there is one
   * @param {object} [body]
   * @returns {Promise<any>}
   */
  async send(method, path, body) {
    const response = await fetch(`${this.address}${this.#base}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
      signal: AbortSignal.timeout(COMMAND_PATIENCE),
    });
    const { value } = /** @type {{value: any}} */ (await response.json());
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  /**
   * Runs a function, sent as text, and gives its answer.
   * @param {(...given: any[]) => unknown} run
   * @param {unknown[]} given
   */
  async run(run, given) {
    return this.send("POST", "/execute/sync", {
      script: `return (${run}).apply(null, arguments)`,
      args: given,
    });
  }

  /**
   * Runs a function with the browser's own rights.
   * @param {(...given: any[]) => unknown} run
   * @param {unknown[]} given
   */
  async runInChrome(run, ...given) {
    await this.send("POST", "/moz/context", { context: "chrome" });
    try {
      return await this.run(run, given);
    } finally {
      await this.send("POST", "/moz/context", { context: "content" });
    }
  }

  /** Ends the session, the browser and the driver. */
  async end() {
    await this.send("DELETE", "").catch(() => {}); // it may have died before
    const ended = new Promise((resolve) => this.server.once("exit", resolve));
    this.server.kill();
    await ended;
  }
}
