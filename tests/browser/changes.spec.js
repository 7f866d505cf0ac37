/** Pages that change after they were read. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { hoverCard, painted, paintedCount, placeOf, untilBare, untilPainted } from "./painted.js";
import { OTHER } from "./texts.js";

const SAMPLE = "/harbour-report/";

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "an edited paragraph is read again": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    await page.run(() => {
      const paragraph = [...document.querySelectorAll("p")].find((p) =>
        p.textContent?.includes("We sent people"),
      );
      const text = paragraph?.firstChild;
      if (text) text.nodeValue = "“The cranes are idle,” said Runa Holt, the crane foreman.";
    });
    await until("the new claim", async () =>
      (await painted(page))["whence-claim"]?.includes("“The cranes are idle,”"),
    );
    const words = Object.values(await painted(page)).flat();
    assert.ok(!words.some((piece) => piece.includes("We sent people")), "the old claim is gone");
    const card = await hoverCard(page, "The cranes are idle");
    assert.match(card.text, /Runa Holt/);
  },

  "an article that comes in later is read": async (bench) => {
    bench.give("/later", "<main><p>Wait.</p></main>");
    const page = await bench.open("/later");
    await bench.untilState("read", "/later");
    await page.run((html) => {
      const main = document.querySelector("main");
      if (main) main.innerHTML = html;
    }, OTHER);
    await untilPainted(page);
    const card = await hoverCard(page, "nine years");
    assert.match(card.text, /Aksel Lund/);
  },

  "another article under another address, without a load": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    await page.run((html) => {
      history.pushState(null, "", "/harbour-report/?next");
      const article = document.querySelector("article");
      if (article) article.innerHTML = html;
    }, OTHER);
    await until("the claims of the new article", async () =>
      Object.values(await painted(page))
        .flat()
        .some((words) => words.includes("nine years")),
    );
    const words = Object.values(await painted(page)).flat();
    assert.ok(!words.some((piece) => piece.includes("Authority quietly moved")));
  },

  "text taken away takes its highlights along": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    await page.run(() => document.querySelector("article")?.replaceChildren());
    await untilBare(page);
  },

  "a clock on the page: claims stay painted": async (bench) => {
    const page = await bench.open(SAMPLE);
    const count = await untilPainted(page);
    const least = await page.run(
      () =>
        new Promise((done) => {
          const clock = document.querySelector("header strong");
          let ticks = 0;
          let fewest = Infinity;
          const timer = setInterval(() => {
            if (clock) clock.textContent = `The Inland Observer, tick ${++ticks}`;
            fewest = Math.min(fewest, CSS.highlights.get("whence-claim")?.size ?? 0);
            if (ticks < 30) return;
            clearInterval(timer);
            done(fewest);
          }, 50);
        }),
    );
    assert.ok(Number(least) > 0, "never without highlights");
    assert.equal(await paintedCount(page), count);
  },

  "an article that rewrites itself every second: not frozen, painted, and painted at rest": async (
    bench,
  ) => {
    bench.give(
      "/rewrites",
      `<article></article><script>
         const html = ${JSON.stringify(OTHER)};
         let times = 0;
         const write = () => {
           document.querySelector("article").innerHTML = html + "<p>Rewritten " + ++times + " times.</p>";
         };
         write();
         window.writing = setInterval(write, 1000);
       </script>`,
    );
    const page = await bench.open("/rewrites");
    await untilPainted(page);
    const gap = await page.run(
      () =>
        new Promise((done) => {
          let last = performance.now();
          let longest = 0;
          const end = last + 4000;
          const tick = () => {
            const now = performance.now();
            longest = Math.max(longest, now - last);
            last = now;
            if (now < end) setTimeout(tick, 4);
            else done(Math.round(longest));
          };
          tick();
        }),
    );
    bench.notes.push(`longest gap between ticks while rewriting: ${gap} ms`);
    assert.ok(Number(gap) < 250, `the page was blocked for ${gap} ms`);
    await page.run(() => clearInterval(/** @type {any} */ (window).writing));
    await until("highlights at rest", async () => (await paintedCount(page)) > 0, 20_000);
    const card = await hoverCard(page, "nine years");
    assert.match(card.text, /Aksel Lund/);
  },

  "a page that clears all highlights gets them back": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const { x, y } = await placeOf(page, "We sent people");
    await page.run(() => CSS.highlights.clear());
    await page.point(2, 2);
    await page.point(x, y);
    await untilPainted(page);
  },
};
