/** A page whose own work leaves its thread no rest. */

import { until } from "./driver.js";
import { paintedCount, untilAllPainted } from "./painted.js";
import { FILLER, numbered } from "./texts.js";

/** Paragraphs with a claim each: more than one slice of reading. */
const CLAIMS = 600;

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "a page that is never idle is read all the same": async (bench) => {
    const text = Array.from({ length: CLAIMS }, (_, at) => numbered(at) + FILLER).join("");
    bench.give(
      "/busy",
      `<script>
        const work = () => {
          const end = performance.now() + 20;
          while (performance.now() < end);
        };
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { work(); port2.postMessage(null); };
        port2.postMessage(null);
      </script><article>${text}</article>`,
    );
    const page = await bench.open("/busy");
    const start = performance.now();
    await until("hints", async () => (await paintedCount(page)) > 0, 60_000);
    bench.notes.push(`first hints after ${Math.round(performance.now() - start)} ms`);
    await untilAllPainted(page, 60_000);
    bench.notes.push(`all hints after ${Math.round(performance.now() - start)} ms`);
  },
};
