/** Pages that are made so, by chance or on purpose, that a reader of them stumbles. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { cardBox, hoverCard, measureGaps, painted, paintedCount } from "./painted.js";
import { untilAllPainted, untilPainted } from "./painted.js";
import { FILLER, PARAGRAPH } from "./texts.js";

/** For longer than this, ms, no page of this file may stand still; the budgets proper are the bench’s. */
const LONGEST = 1500;

/** The claims of `PARAGRAPH`, as painted. */
const CLAIMS = ["The slipway will be closed until the end of the summer", "“Nobody wanted this,”"];

/** Fields by whose names forms and images can stand in the way of what a script asks of a page. */
const NAMES = `attributes childNodes children className closest contains firstChild getAttribute
 getRootNode hasAttribute id isConnected isContentEditable localName matches nextSibling nodeType
 openOrClosedShadowRoot ownerDocument parentElement parentNode querySelector querySelectorAll shadowRoot
 tagName textContent checkVisibility compareDocumentPosition getBoundingClientRect append remove
 scrollIntoView`.split(/\s+/);

/** The same for names that images and forms give to the document. */
const DOCUMENT_NAMES =
  `activeElement addEventListener body caretPositionFromPoint createElement createRange
 createTreeWalker documentElement elementFromPoint fullscreenElement getElementById getSelection
 prerendering querySelector querySelectorAll readyState removeEventListener title
 visibilityState`.split(/\s+/);

/** Counts the errors of a page, from its first script on. */
const COUNTS_ERRORS = `<script>
  window.errors = [];
  addEventListener("error", (event) => window.errors.push(String(event.message)));
  addEventListener("unhandledrejection", (event) => window.errors.push(String(event.reason)));
</script>`;

/** @param {import('./driver.js').Page} page @returns {Promise<string[]>} */
function errorsOf(page) {
  return page.run(() => /** @type {any} */ (window).errors);
}

/** @param {import('./driver.js').Page} page */
async function claimsOf(page) {
  const paints = await painted(page);
  return (paints["whence-claim"] ?? []).map((words) => words.trim());
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "a page that overrides what scripts build on": async (bench) => {
    bench.give(
      "/overrides",
      `${COUNTS_ERRORS}<script>
        const refuse = function () { throw new Error("taken away by the page"); };
        for (const [owner, names] of [
          [Range.prototype, ["setStart", "setEnd", "getClientRects", "getBoundingClientRect"]],
          [Node.prototype, ["appendChild", "insertBefore", "removeChild", "contains", "getRootNode"]],
          [Element.prototype, ["append", "attachShadow", "closest", "checkVisibility", "getAttribute"]],
          [Document.prototype, ["createRange", "caretPositionFromPoint", "elementFromPoint"]],
          [Document.prototype, ["createElement", "getSelection", "createTreeWalker"]],
          [window, ["getSelection", "requestIdleCallback", "requestAnimationFrame", "matchMedia"]],
          [window, ["setTimeout", "Highlight", "MutationObserver", "Map", "WeakSet", "Promise"]],
          [Array.prototype, ["push", "map", "filter", "entries", "every", "some"]],
          [Map.prototype, ["get", "set", "entries"]],
        ]) for (const name of names) owner[name] = refuse;
        for (const name of ["textContent", "firstChild", "nextSibling", "parentElement"]) {
          Object.defineProperty(Node.prototype, name, { get: refuse });
        }
        Object.defineProperty(CharacterData.prototype, "data", { get: refuse });
      </script><article>${PARAGRAPH}</article>`,
    );
    await bench.open("/overrides");
    // The page's own world is of no use to look through here.
    const claims = () =>
      bench.browser.inside(async () => {
        const [tab] = await chrome.tabs.query({ url: "http://localhost/*" });
        const [{ result }] = await chrome.scripting.executeScript({
          target: { tabId: tab?.id ?? -1 },
          func: () => CSS.highlights.get("whence-claim")?.size ?? 0,
        });
        return Number(result);
      });
    await until("claims", async () => (await claims()) === CLAIMS.length);
    const view = await bench.untilState("read", "/overrides");
    assert.deepEqual(
      view.claims.map(({ words }) => words.replace(/\s+/g, " ")),
      CLAIMS,
    );
  },

  "forms and images named like what a script asks of a page": async (bench) => {
    const fields = NAMES.map((name) => `<input type="hidden" name="${name}">`).join("");
    const images = DOCUMENT_NAMES.map((name) => `<img name="${name}" alt=""><a id="${name}"></a>`);
    bench.give(
      "/clobbers",
      `${COUNTS_ERRORS}${images.join("")}
       <form>${fields}<article>${PARAGRAPH}<form>${fields}</form></article></form>`,
    );
    const page = await bench.open("/clobbers");
    await untilPainted(page);
    const claims = await page.run(() =>
      [...(CSS.highlights.get("whence-claim") ?? [])].map((range) =>
        range.toString().replace(/\s+/g, " "),
      ),
    );
    assert.deepEqual(claims.sort(), [...CLAIMS].sort());
    const card = await hoverCard(page, "Nobody wanted this");
    assert.match(card.text, /Ines Dahl/);
    assert.deepEqual(await errorsOf(page), []);
    await page.run(() => {
      const text = Document.prototype.querySelector.call(document, "article p")?.firstChild;
      if (text) text.nodeValue = "“The cranes are idle,” said Runa Holt, the crane foreman.";
    });
    await until("the new claim", async () =>
      (await claimsOf(page)).includes("“The cranes are idle,”"),
    );
  },

  "styles that would hide or bend all that is not the page's own": async (bench) => {
    bench.give(
      "/styles",
      `<style>
        body > div, [popover], div[dir][lang] {
          display: none !important; visibility: hidden !important; opacity: 0 !important;
          position: static !important; transform: scale(0) !important; clip-path: inset(50%) !important;
          width: 0 !important; height: 0 !important; overflow: hidden !important;
          filter: blur(20px) !important; pointer-events: none !important; z-index: -1 !important;
        }
        body * { font: 70px serif !important; color: #fefefe !important; letter-spacing: 1em !important }
      </style><article style="all: revert">${PARAGRAPH}</article>`,
    );
    const page = await bench.open("/styles");
    await untilPainted(page);
    const card = await hoverCard(page, "Nobody wanted this");
    assert.match(card.text, /Ines Dahl/);
    const box = await until("the card at rest", async () => {
      const { left, top, right, bottom } = await cardBox(page);
      return right - left > 200 && bottom - top > 60 ? { left, top, right, bottom } : null;
    });
    assert.ok(box.right - box.left < 600 && box.bottom - box.top < 500, JSON.stringify(box));
    const onTop = await page.run(
      (x, y) => document.elementFromPoint(x, y)?.matches("[popover]"),
      (box.left + box.right) / 2,
      (box.top + box.bottom) / 2,
    );
    assert.equal(onTop, true, "it is drawn, and can be pressed");
  },

  "frames and images named like the browser's own interface": async (bench) => {
    bench.give(
      "/named",
      `<iframe name="browser"></iframe><iframe name="chrome"></iframe><img id="browser" alt="">
       <form name="chrome"></form><article>${PARAGRAPH}</article>`,
    );
    const page = await bench.open("/named");
    await untilPainted(page);
    const card = await hoverCard(page, "Nobody wanted this");
    assert.match(card.text, /Ines Dahl/);
  },

  "a page that would hide the card or close it by events of its own": async (bench) => {
    bench.give(
      "/closes",
      `<style>
        @property --x { syntax: "<length>"; inherits: false; initial-value: -999px }
        @property --ink { syntax: "<length>"; inherits: false; initial-value: 0px }
        * { --whence-card: none !important; --x: -9999px !important; --y: -9999px !important }
      </style>
      <script>addEventListener("beforetoggle", (event) => event.preventDefault(), true)</script>
      <article>${PARAGRAPH}</article>`,
    );
    const page = await bench.open("/closes");
    await untilPainted(page);
    await hoverCard(page, "Nobody wanted this");
    const box = await until("the card at rest", async () => {
      const { left, top, right, bottom } = await cardBox(page);
      return right - left > 200 && bottom - top > 60 ? { left, top, right, bottom } : null;
    });
    assert.ok(box.left >= 0 && box.top >= 0, `in the view: ${JSON.stringify(box)}`);
    const onTop = await page.run(
      (x, y) => document.elementFromPoint(x, y)?.matches("[popover]"),
      (box.left + box.right) / 2,
      (box.top + box.bottom) / 2,
    );
    assert.equal(onTop, true, "it is drawn, and can be pressed");
    await page.run(async () => {
      const made = [
        new PointerEvent("pointerdown", { bubbles: true, clientX: 2, clientY: 2 }),
        new KeyboardEvent("keydown", { bubbles: true, key: "Escape" }),
        new PageTransitionEvent("pagehide"),
        new Event("fullscreenchange", { bubbles: true }),
      ];
      for (const event of made) document.dispatchEvent(event);
      for (const event of made) window.dispatchEvent(event);
      await new Promise((done) => setTimeout(done, 600));
    });
    assert.equal((await page.dialogs()).length, 1, "it is still open");
    await page.press("Escape");
    await until("the card to close", async () => (await page.dialogs()).length === 0);
  },

  "a page's own popover is told nothing": async (bench) => {
    bench.give(
      "/popover",
      `<div popover="manual" dir="ltr" lang="en" id="own">A menu</div><article>${PARAGRAPH}</article>
       <script>document.querySelector("#own").showPopover()</script>`,
    );
    const page = await bench.open("/popover");
    await untilPainted(page);
    const told = await page.run(() => {
      const own = getComputedStyle(/** @type {Element} */ (document.querySelector("#own")));
      return own.getPropertyValue("--whence-card");
    });
    assert.equal(told, "");
  },

  "text in single characters, each in a node of its own": async (bench) => {
    const scattered = `const scatter = (element, wrap) => {
      const texts = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        text.replaceWith(...[...text.data].map((sign) => {
          const node = document.createTextNode(sign);
          if (!wrap) return node;
          const span = document.createElement("span");
          span.append(node);
          return span;
        }));
      }
    };
    scatter(document.querySelector("#spans"), true);
    scatter(document.querySelector("#texts"), false);`;
    bench.give(
      "/scattered",
      `<article><div id="spans">${PARAGRAPH}</div>${FILLER}<div id="texts">${PARAGRAPH}</div></article>
       <script>${scattered}</script>`,
    );
    const page = await bench.open("/scattered");
    await untilPainted(page);
    assert.deepEqual(await claimsOf(page), [...CLAIMS, ...CLAIMS]);
    const card = await hoverCard(page, "Nobody wanted this");
    assert.match(card.text, /Ines Dahl/);
  },

  "a page of 100,000 nodes: read, and not blocked": async (bench) => {
    bench.give(
      "/many",
      `<article>${PARAGRAPH}</article><script>
        const article = document.querySelector("article");
        const words = article.textContent.trim().split(/\\s+/);
        const paragraph = () => {
          const p = document.createElement("p");
          for (const word of words) {
            const span = document.createElement("span");
            span.textContent = word + " ";
            p.append(span);
          }
          return p;
        };
        for (let nodes = 0; nodes < 100_000; nodes += 2 * words.length + 1) article.append(paragraph());
      </script>`,
    );
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
    await until("localhost to be off", async () =>
      (await bench.registered()).every((pattern) => !pattern.includes("localhost")),
    );
    const page = await bench.open("/many");
    const longest = await measureGaps(page);
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "on" }] });
    const count = await untilAllPainted(page, 30_000);
    const gap = await longest();
    bench.notes.push(`100,000 nodes: ${count} ranges; longest task ${gap} ms`);
    const paragraphs = await page.run(() => document.querySelectorAll("article p").length);
    assert.equal((await claimsOf(page)).length, 2 * paragraphs);
    assert.ok(gap < LONGEST, `the page was blocked for ${gap} ms`);
  },

  "deeply nested elements": async (bench) => {
    // Chromium itself stands still while it lays out a page of 1,000.
    const depth = bench.browser.name === "firefox" ? 3_000 : 600;
    bench.give(
      "/deep",
      `${COUNTS_ERRORS}<main></main><script>
        let at = document.querySelector("main");
        for (let depth = 0; depth < ${depth}; depth++) {
          const next = document.createElement(depth % 3 ? "div" : "span");
          if (depth === 50) next.innerHTML = ${JSON.stringify(PARAGRAPH)};
          if (depth === ${depth - 100}) next.innerHTML = ${JSON.stringify(PARAGRAPH)};
          at.append(next);
          at = next;
        }
      </script>`,
    );
    const page = await bench.open("/deep");
    await untilPainted(page);
    // Whence reads 2,000 deep.
    const claims = depth > 2_000 ? CLAIMS : [...CLAIMS, ...CLAIMS];
    assert.deepEqual((await claimsOf(page)).sort(), claims.sort());
    assert.deepEqual(await errorsOf(page), []);
    const card = await hoverCard(page, "Nobody wanted this");
    assert.match(card.text, /Ines Dahl/);
  },

  "fields, editable text, passwords and payments are left alone": async (bench) => {
    const typed = "“Nobody may read this,” said Ola Brekke, the mayor of Tarn.";
    bench.give(
      "/forms",
      `<article>${PARAGRAPH}
        <div contenteditable="true" id="editor"><p>${typed}</p></div>
        <div contenteditable="plaintext-only"><p>${typed}</p></div>
        <textarea id="area">${typed}</textarea>
        <form autocomplete="on"><label>Name <input id="name" value="${typed}"></label>
          <label>Password, said Ola Brekke <input id="password" type="password" value="Ola, said Brekke"></label>
          <fieldset><legend>“Pay here,” said Ola Brekke</legend>
          <input id="card" autocomplete="cc-number" inputmode="numeric" value="4000 0000 0000 0000">
          <select><option>“Visa,” said Ola Brekke</option></select><output>${typed}</output></fieldset>
          <button>“Pay,” said Ola Brekke</button></form>${PARAGRAPH}</article>
        <script>
          window.changes = 0;
          new MutationObserver((records) => { window.changes += records.length; }).observe(document, {
            subtree: true, childList: true, characterData: true, attributes: true });
        </script>`,
    );
    const page = await bench.open("/forms");
    await untilPainted(page);
    assert.deepEqual(await claimsOf(page), [...CLAIMS, ...CLAIMS]);
    const view = await bench.untilState("read", "/forms");
    assert.doesNotMatch(
      JSON.stringify({ ...view, url: "" }),
      /Brekke|4000/,
      "nothing of it was read",
    );
    await bench.press(page, "#password");
    await page.press("x", "y");
    await bench.press(page, "#editor p");
    await page.press("z");
    const left = await page.run(() => ({
      password: document.querySelector("input[type=password]")?.matches("#password"),
      value: /** @type {HTMLInputElement} */ (document.querySelector("#password")).value.length,
      attributes: [...document.querySelectorAll("input, textarea, #editor")].map((element) =>
        element.getAttributeNames().join(" "),
      ),
      editor: document.querySelector("#editor")?.textContent?.length,
    }));
    assert.deepEqual(left, {
      password: true,
      value: "Ola, said Brekke".length + 2,
      attributes: [
        "contenteditable id",
        "id",
        "id value",
        "id type value",
        "id autocomplete inputmode value",
      ],
      editor: typed.length + 1,
    });
    assert.deepEqual(await claimsOf(page), [...CLAIMS, ...CLAIMS]);
    const changes = await page.run(() => Number(/** @type {any} */ (window).changes));
    assert.ok(changes <= 2, `${changes} changes seen; the typed letter is one`);
  },

  "a whole page that can be edited is left alone": async (bench) => {
    bench.give(
      "/editor",
      `<article>${PARAGRAPH}</article><script>document.designMode = "on";</script>`,
    );
    const page = await bench.open("/editor");
    await bench.untilState("empty", "/editor");
    assert.equal(await paintedCount(page), 0);
  },

  "text that changes between reading and painting: no wrong words are painted": async (bench) => {
    // Twins of the same length, so that only the words tell that the text is another.
    const one =
      "“The cranes are idle now,” said Runa Holt. The path climbs past the old rope works.";
    const two =
      "The path climbs past the old rope works. “The cranes are idle now,” said Runa Holt.";
    bench.give(
      "/unsteady",
      `<article>${PARAGRAPH}<p id="unsteady">${one}</p>${(PARAGRAPH + FILLER.repeat(4)).repeat(150)}</article>
      <script>
        const text = document.querySelector("#unsteady").firstChild;
        const twins = ${JSON.stringify([one, two])};
        window.wrong = [];
        window.frames_ = 0;
        let times = 0;
        const look = () => {
          for (const highlight of CSS.highlights.values()) for (const range of highlight) {
            if (range.startContainer !== text || range.collapsed) continue;
            if (String(range) !== "“The cranes are idle now,”") window.wrong.push(String(range));
          }
        };
        const change = () => {
          if (CSS.highlights.size > 0) window.frames_ += 1;
          look();
          times += 1;
          // A step that is no whole turn: every phase of reading and painting meets a change.
          if (times % 7 === 0) text.nodeValue = twins[(times / 7) % 2];
          if (times < 300) requestAnimationFrame(change);
          else window.done = true;
        };
        requestAnimationFrame(change);
      </script>`,
    );
    const page = await bench.open("/unsteady");
    await until(
      "all frames",
      () => page.run(() => Boolean(/** @type {any} */ (window).done)),
      60_000,
    );
    assert.deepEqual(await page.run(() => /** @type {any} */ (window).wrong), []);
    const seen = await page.run(() => Number(/** @type {any} */ (window).frames_));
    assert.ok(seen > 0, "something was painted meanwhile");
    await until("the text at rest", async () =>
      (await claimsOf(page)).includes("“The cranes are idle now,”"),
    );
  },
};
