/** Drives Chromium through puppeteer-core: the `Browser` of `driver.js`. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import puppeteer from "puppeteer-core";
import { downloadsOf, programOf, takeSaved, until } from "./driver.js";

/**
 * @typedef {import('./driver.js').Browser} Browser
 * @typedef {import('./driver.js').BrowserOptions} BrowserOptions
 * @typedef {import('./driver.js').Page} Page
 * @typedef {import('./driver.js').Spoken} Spoken
 */

const FLAGS = [
  "--no-sandbox",
  "--screen-info={1600x1200}", // the popup of the button takes no more than the screen gives
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Nothing but this machine: saved pages ask for much.
  "--no-proxy-server",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1",
];

/** What extension pages and the background log, and ask of the network, while a case runs. */
class Record {
  /** @type {string[]} */
  complaints = [];
  /** @type {string[]} */
  requests = [];
  /** What the extension wrote to a console. @type {string[]} */
  logged = [];

  /**
   * Listens to one tab or worker.
   * @param {import('puppeteer-core').CDPSession} session
   */
  async follow(session) {
    session.on("Network.requestWillBeSent", ({ request }) => this.requests.push(request.url));
    session.on("Runtime.exceptionThrown", ({ exceptionDetails: { exception, text, url } }) =>
      this.complaints.push(`${exception?.description ?? text} (${url ?? "no address"})`),
    );
    session.on("Runtime.consoleAPICalled", ({ type, args, stackTrace }) => {
      const words = args.map((arg) => arg.value ?? arg.description ?? "").join(" ");
      const from = stackTrace?.callFrames[0]?.url ?? "no address";
      if (from.startsWith("chrome-extension:")) this.logged.push(words);
      if (type !== "error" && type !== "assert") return;
      this.complaints.push(`${words} (${from})`);
    });
    session.on("Log.entryAdded", ({ entry }) => {
      if (entry.level === "error") this.complaints.push(`${entry.text} (${entry.url ?? ""})`);
    });
    await Promise.all([
      session.send("Runtime.enable"),
      session.send("Network.enable"),
      session.send("Log.enable").catch(() => {}), // workers have none
    ]);
  }
}

/**
 * @param {BrowserOptions} options
 * @returns {Promise<Browser>}
 */
export async function launchChromium(options) {
  const profile = await mkdtemp(join(tmpdir(), "whence-chromium-"));
  const browser = new Chromium(options, profile);
  await browser.start();
  return browser;
}

/** @implements {Browser} */
class Chromium {
  name = /** @type {const} */ ("chromium");
  version = "";
  installed = 0;
  #record = new Record();
  /** @type {import('puppeteer-core').Browser} */
  #browser = /** @type {any} */ (null);
  /** The tab from which the extension's API is reached. @type {import('puppeteer-core').Page} */
  #desk = /** @type {any} */ (null);
  #base = "";
  #welcomed = false;
  /** @type {import('puppeteer-core').CDPSession | null} */
  #background = null;

  /**
   * @param {BrowserOptions} options
   * @param {string} profile
   */
  constructor(options, profile) {
    this.options = options;
    this.profile = profile;
  }

  async start() {
    const { extension, locale, view, forcedColors, display } = this.options;
    this.installed = performance.now(); // it is installed as the browser starts
    this.#browser = await puppeteer.launch({
      executablePath: programOf("chromium", "chromium-browser", "google-chrome"),
      headless: display === undefined,
      pipe: true,
      userDataDir: this.profile,
      enableExtensions: [resolve(extension)],
      defaultViewport: view ?? { width: 900, height: 800 },
      args: [
        ...FLAGS,
        ...(locale ? [`--lang=${locale}`] : []),
        ...(forcedColors ? ["--force-high-contrast"] : []),
      ],
      env: {
        ...process.env,
        ...(locale ? { LANGUAGE: locale } : {}),
        ...(display ? { DISPLAY: display.name } : {}),
      },
    });
    this.version = await this.#browser.version();
    const target = await this.#browser.waitForTarget(isBackground, { timeout: 20_000 });
    this.#base = new URL(target.url()).origin;
    if (this.#base === "null") this.#base = `chrome-extension://${new URL(target.url()).host}`;
    await this.#followBackground(target);
    this.#browser.on("targetcreated", (made) => {
      if (isBackground(made)) this.#followBackground(made).catch(() => {}); // gone again
    });
    const control = await this.#browser.target().createCDPSession();
    await control.send("Browser.setDownloadBehavior", {
      behavior: "allow",
      downloadPath: downloadsOf(this.profile),
    });
    if (!this.#welcomed) await this.#closeWelcome();
    await this.#openDesk();
  }

  async #openDesk() {
    this.#desk = await this.#browser.newPage();
    await this.#desk.goto(`${this.#base}/icons/icon-16.png`);
  }

  /** The first-run page opens by itself after installing; it would take the front from a case. */
  async #closeWelcome() {
    const target = await this.#browser.waitForTarget((made) => made.url().includes("/welcome/"));
    await (await target.page())?.close();
    this.#welcomed = true;
  }

  /** @param {import('puppeteer-core').Target} target */
  async #followBackground(target) {
    this.#background = await target.createCDPSession();
    await this.#record.follow(this.#background);
  }

  base() {
    return this.#base;
  }

  /** @param {string} url */
  async open(url) {
    const page = await this.#drive(await this.#browser.newPage());
    await page.goto(url);
    return page;
  }

  /** @param {string} url */
  async openPrivate(url) {
    const isAllowed = () => this.inside(() => chrome.extension.isAllowedIncognitoAccess());
    if (!(await isAllowed())) {
      // The browser loads the extension anew (disabled, but in developer mode), and the desk goes.
      await this.#configure({ incognitoAccess: true }, { inDeveloperMode: true });
      await this.#reopenDesk();
      await until("access to private windows", isAllowed);
    }
    const before = this.#browser.targets();
    await this.inside((where) => chrome.windows.create({ incognito: true, url: where }), url);
    const target = await this.#browser.waitForTarget(
      (made) => made.url() === url && !before.includes(made),
    );
    const tab = await target.page();
    if (tab === null) throw new Error(`the private window at ${url} has no page`);
    return this.#drive(tab);
  }

  /**
   * Makes what a case works with of a tab.
   * @param {import('puppeteer-core').Page} tab
   */
  async #drive(tab) {
    const session = await tab.createCDPSession();
    await this.#record.follow(session);
    const { dark } = this.options;
    if (dark) await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    if (this.options.forcedColors) {
      await session.send("Emulation.setEmulatedMedia", {
        features: [{ name: "forced-colors", value: "active" }],
      });
    }
    tab.on("dialog", (dialog) => dialog.accept());
    return new ChromiumPage(tab, session, this);
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {(...given: A) => R} run
   * @param {A} given
   * @returns {Promise<Awaited<R>>}
   */
  async inside(run, ...given) {
    return /** @type {any} */ (await this.#desk.evaluate(/** @type {any} */ (run), ...given));
  }

  /** @param {string} url */
  async tabOf(url) {
    const tabs = await this.inside(() => chrome.tabs.query({}));
    const tab = tabs.find((candidate) => candidate.url === url);
    if (tab?.id === undefined) throw new Error(`no tab is at ${url}`);
    return tab.id;
  }

  async clipboard() {
    const context = this.#browser.defaultBrowserContext();
    await context.overridePermissions(this.#base, ["clipboard-read"]);
    const front = (await this.#browser.pages()).at(-1);
    await this.#desk.bringToFront(); // the clipboard is for the page that has the focus
    const text = await this.#desk.evaluate(() => navigator.clipboard.readText());
    await front?.bringToFront();
    return text;
  }

  async saved() {
    return takeSaved(downloadsOf(this.profile));
  }

  /**
   * @param {string} host
   * @param {boolean} allowed
   */
  async allow(host, allowed) {
    const page = await this.#browser.newPage();
    await page.goto("chrome://extensions");
    await page.evaluate(
      async (id, hosts) => {
        const own = /** @type {any} */ (chrome).developerPrivate;
        const set = (/** @type {string} */ hostAccess) =>
          own.updateExtensionConfiguration({ extensionId: id, hostAccess });
        await set("ON_SPECIFIC_SITES");
        for (const one of hosts) await own.addHostPermission(id, `http://${one}/*`);
        if (hosts.length > 1) await set("ON_ALL_SITES");
      },
      new URL(this.#base).host,
      ["localhost", "127.0.0.1"].filter((one) => one !== host || allowed),
    );
    await page.close();
  }

  /**
   * Synthetic keys do not reach the browser's own key commands, so the event is given by hand.
   * @param {string} name
   */
  async command(name) {
    const target = await this.#browser.waitForTarget(isBackground);
    const worker = await target.worker();
    await worker?.evaluate(async (command) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      /** @type {any} */ (chrome.commands.onCommand).dispatch(command, tab);
    }, name);
  }

  /** @param {import('puppeteer-core').Page} tab */
  async pressButton(tab) {
    const installed = await this.#browser.extensions();
    await installed.get(new URL(this.#base).host)?.triggerAction(tab);
  }

  /** @param {string} file */
  async pictureOfPopup(file) {
    const popup = await this.#browser.waitForTarget((made) => /popup\.html$/.test(made.url()));
    await (await popup.asPage()).screenshot({ path: /** @type {`${string}.png`} */ (file) });
  }

  async backgroundRuns() {
    return this.#browser.targets().some(isBackground);
  }

  async stopBackground() {
    if (!(await this.backgroundRuns())) return false;
    // In the midst of a scan, on a busy machine, it takes its time; and one that begins to end by
    // itself just then is never answered for, so it is asked again.
    await until(
      "the background to end",
      async () => {
        const target = this.#browser.targets().find(isBackground);
        if (target === undefined) return true;
        await this.#background?.detach().catch(() => {}); // one that is listened to lives on
        const close = target.worker().then((worker) => worker?.close());
        const late = new Promise((resolve) => setTimeout(resolve, 2_000));
        await Promise.race([close.catch(() => {}), late]);
        return !(await this.backgroundRuns());
      },
      30_000,
    );
    return true;
  }

  async restart() {
    await this.#browser.close();
    await this.start();
  }

  async reload() {
    await this.#browser.installExtension(resolve(this.options.extension));
    await this.#reopenDesk();
  }

  /** The desk closes when the extension is loaded anew. */
  async #reopenDesk() {
    await until("the desk", async () =>
      this.#openDesk().then(
        () => true,
        () => false,
      ),
    );
  }

  async remove() {
    await this.#browser.uninstallExtension(new URL(this.#base).host);
  }

  /** @param {boolean} given */
  async access(given) {
    await this.#configure({ hostAccess: given ? "ON_ALL_SITES" : "ON_CLICK" });
  }

  /**
   * Changes what the browser's own settings say of the extension.
   * @param {object} change
   * @param {object} [profile] what they are to say of all extensions
   */
  async #configure(change, profile = {}) {
    const settings = await this.#browser.newPage();
    await settings.goto("chrome://extensions");
    await settings.evaluate(
      async (id, how, all) => {
        const own = /** @type {any} */ (chrome).developerPrivate;
        await own.updateProfileConfiguration(all);
        await own.updateExtensionConfiguration({ extensionId: id, ...how });
      },
      new URL(this.#base).host,
      change,
      profile,
    );
    await settings.close();
  }

  async logged() {
    return this.#record.logged.splice(0);
  }

  async complaints() {
    return this.#record.complaints.splice(0);
  }

  async requests() {
    const own = /^(?:chrome-extension|data|blob|about|chrome):/;
    return this.#record.requests.splice(0).filter((url) => !own.test(url));
  }

  async close() {
    await this.#browser.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {import('puppeteer-core').Target} target */
function isBackground(target) {
  return target.type() === "service_worker" && target.url().startsWith("chrome-extension://");
}

/** @implements {Page} */
class ChromiumPage {
  #zoom = 1;

  /**
   * @param {import('puppeteer-core').Page} tab
   * @param {import('puppeteer-core').CDPSession} session
   * @param {Chromium} browser
   */
  constructor(tab, session, browser) {
    this.tab = tab;
    this.session = session;
    this.browser = browser;
  }

  /** @param {string} url */
  async goto(url) {
    await this.tab.goto(url, { waitUntil: "domcontentloaded" });
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {(...given: A) => R} run
   * @param {A} given
   * @returns {Promise<Awaited<R>>}
   */
  async run(run, ...given) {
    return /** @type {any} */ (await this.tab.evaluate(/** @type {any} */ (run), ...given));
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  async point(x, y) {
    await this.tab.mouse.move(x * this.#zoom, y * this.#zoom, { steps: 4 });
  }

  /** @param {{x: number, y: number}[]} places */
  async sweep(places) {
    for (const { x, y } of places) await this.tab.mouse.move(x * this.#zoom, y * this.#zoom);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  async click(x, y) {
    await this.tab.mouse.click(x * this.#zoom, y * this.#zoom);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  async tap(x, y) {
    await this.tab.touchscreen.tap(x, y);
  }

  /** @param {string[]} keys */
  async press(...keys) {
    for (const key of keys) {
      const [held, last] = key.includes("+") ? key.split("+") : [null, key];
      if (held) await this.tab.keyboard.down(/** @type {any} */ (held));
      await this.tab.keyboard.press(/** @type {any} */ (last));
      if (held) await this.tab.keyboard.up(/** @type {any} */ (held));
    }
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {(root: ShadowRoot, ...given: A) => R} run
   * @param {A} given
   * @returns {Promise<Awaited<R>>}
   */
  async inCard(run, ...given) {
    const { result: host } = await this.session.send("Runtime.evaluate", {
      expression: `document.querySelector('[popover="manual"]')`,
    });
    if (host.objectId === undefined) throw new Error("no card is open");
    const { node } = await this.session.send("DOM.describeNode", { objectId: host.objectId });
    const { object } = await this.session.send("DOM.resolveNode", {
      backendNodeId: node.shadowRoots?.[0].backendNodeId,
    });
    const { result, exceptionDetails } = await this.session.send("Runtime.callFunctionOn", {
      objectId: object.objectId,
      functionDeclaration: `function (...given) { return (${run})(this, ...given) }`,
      arguments: given.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  }

  /**
   * @param {string} selector
   * @param {string} file
   */
  async upload(selector, file) {
    const field = await this.tab.$(selector);
    await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
      field
    ).uploadFile(file);
  }

  /** @param {import('./driver.js').Wishes} wishes */
  async prefer({ dark, reducedMotion, forcedColors, letters }) {
    await this.session.send("Page.setFontSizes", { fontSizes: { standard: letters ?? 16 } });
    await this.session.send("Emulation.setEmulatedMedia", {
      features: [
        { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
        { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "no-preference" },
        { name: "forced-colors", value: forcedColors ? "active" : "none" },
      ],
    });
  }

  /**
   * On a screen, the browser's own question is answered by keys. Elsewhere it cannot be: who asks is
   * given the answer, and where that is yes, the browser's settings give the access.
   * @param {boolean} granted
   * @param {() => Promise<void>} act
   * @param {string} [host]
   */
  async answer(granted, act, host) {
    const { display } = this.browser.options;
    if (display !== undefined) {
      await this.run(() => {
        const own = /** @type {any} */ (window);
        const ask = own.ask ?? (own.ask = chrome.permissions.request);
        own.answered = false;
        chrome.permissions.request = /** @type {any} */ (
          (/** @type {chrome.permissions.Permissions} */ wanted) =>
            ask(wanted).finally(() => (own.answered = true))
        );
      });
      await act();
      await until("the question to be answered", async () => {
        // The first half second of a question takes no keys: none may be meant for it.
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        await display.press(...(granted ? ["Tab", "Return"] : ["Escape"])); // it stands on “Deny”
        return this.run(() => /** @type {any} */ (window).answered);
      });
      return;
    }
    await this.run(() => {
      const own = /** @type {any} */ (window);
      own.asked = null;
      chrome.permissions.request = /** @type {any} */ (
        (/** @type {chrome.permissions.Permissions} */ wanted) =>
          new Promise((resolve) => (own.asked = { wanted, resolve }))
      );
    });
    await act();
    const { origins } = await until("the browser to be asked for access", () =>
      this.run(() => /** @type {any} */ (window).asked?.wanted),
    );
    if (granted) {
      if (!origins.some((/** @type {string} */ one) => one.endsWith(`//${host}/*`))) {
        throw new Error(`asked for ${origins}, not for ${host}`);
      }
      await this.browser.allow(String(host), true);
    }
    await this.run((yes) => /** @type {any} */ (window).asked.resolve(yes), granted);
  }

  async pressButton() {
    await this.show();
    await this.browser.pressButton(this.tab);
  }

  /** @param {string} file */
  async screenshot(file) {
    await this.tab.screenshot({ path: /** @type {`${string}.png`} */ (file) });
  }

  async print() {
    const { data } = await this.session.send("Page.printToPDF", { printBackground: true });
    return Buffer.from(data, "base64");
  }

  /** @returns {Promise<Spoken[]>} */
  async dialogs() {
    const { frameTree } = await this.session.send("Page.getFrameTree");
    const frames = [frameTree, ...(frameTree.childFrames ?? [])].map(({ frame }) => frame.id);
    const [own, ...inner] = frames.map((frame) => this.#dialogsOf(frame));
    // A frame may go, or be of another site and process, where this session does not reach.
    return (await Promise.all([own, ...inner.map((found) => found.catch(() => []))])).flat();
  }

  /**
   * @param {string} frameId
   * @returns {Promise<Spoken[]>}
   */
  async #dialogsOf(frameId) {
    const { nodes } = await this.session.send("Accessibility.getFullAXTree", { frameId });
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const textOf = (/** @type {typeof nodes[number]} */ node) => {
      /** @type {string[]} */
      const words = node.role?.value === "StaticText" ? [node.name?.value ?? ""] : [];
      for (const id of node.childIds ?? []) {
        const child = byId.get(id);
        if (child) words.push(textOf(child));
      }
      return words.filter(Boolean).join("\n");
    };
    return nodes
      .filter((node) => !node.ignored && node.role?.value === "dialog")
      .map((node) => ({ name: String(node.name?.value ?? ""), text: textOf(node) }));
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  async resize(width, height) {
    await this.tab.setViewport({ width, height });
  }

  /** @param {number} factor */
  async zoom(factor) {
    const tab = await this.browser.tabOf(this.tab.url());
    await this.browser.inside((id, by) => chrome.tabs.setZoom(id, by), tab, factor);
    this.#zoom = factor;
  }

  /**
   * By the browser's own trace of its tasks; a mark tells which of all threads is the page's.
   * @param {() => Promise<void>} act
   */
  async longestTask(act) {
    await this.tab.tracing.start({
      categories: ["disabled-by-default-devtools.timeline", "blink.user_timing"],
    });
    await this.run(() => performance.mark("the page's thread"));
    await act();
    const trace = JSON.parse(new TextDecoder().decode(await this.tab.tracing.stop()));
    /** @type {{name: string, ts: number, dur: number, tdur: number, pid: number, tid: number}[]} */
    const events = trace.traceEvents;
    const mark = events.find(({ name }) => name === "the page's thread");
    if (mark === undefined) throw new Error("the trace does not tell the page's thread");
    const longest = events
      .filter(({ name, ts, pid, tid }) => {
        // What ran before is the trace's own beginning.
        return name === "RunTask" && pid === mark.pid && tid === mark.tid && ts > mark.ts;
      })
      .reduce((most, task) => (task.dur > most.dur ? task : most));
    return {
      ms: longest.dur / 1e3,
      remark: `${(longest.tdur / 1e3).toFixed(0)} ms of them at work`,
    };
  }

  async show() {
    await this.tab.bringToFront();
  }

  async close() {
    await this.tab.close();
  }
}
