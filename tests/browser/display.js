/** A screen in memory, and its keyboard: the one file that knows Xvfb and xdotool. */

import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { onPath } from "./driver.js";

const run = promisify(execFile);

/**
 * Opens a screen; `undefined` where the machine has no programs for one.
 * @returns {Promise<import('./driver.js').Display | undefined>}
 */
export async function openDisplay() {
  const [screen, keyboard] = [onPath("Xvfb"), onPath("xdotool")];
  if (screen === undefined || keyboard === undefined) return undefined;
  // The server takes the first number that is free and tells it, with a line end, on descriptor 3.
  const flags = ["-displayfd", "3", "-screen", "0", "1300x900x24", "-nolisten", "tcp"];
  const server = spawn(screen, flags, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const told = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const number = await new Promise((resolve, reject) => {
    told.once("data", (data) => resolve(String(data).trim()));
    server.once("exit", (code) => reject(new Error(`${screen} ended with ${code}`)));
  });
  const name = `:${number}`;
  return {
    name,
    press: async (...keys) => {
      await run(keyboard, ["key", ...keys], { env: { ...process.env, DISPLAY: name } });
    },
    close: () => void server.kill(),
  };
}
