/** Drives Firefox through geckodriver: the `Browser` of `driver.js`. */

import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { downloadsOf, programOf, takeSaved, until } from "./driver.js";
import { WebDriver } from "./webdriver.js";

/**
 * @typedef {import('./driver.js').Browser} Browser
 * @typedef {import('./driver.js').BrowserOptions} BrowserOptions
 * @typedef {import('./driver.js').Page} Page
 * @typedef {import('./driver.js').Spoken} Spoken
 */

/* global Services, Cc, Ci, Cu, ChromeUtils, WebExtensionPolicy, PopupNotifications, gBrowser -- known where the browser's own code runs */

const ID = "{ecf5cf89-34cd-4aa2-b89e-56700a295d3c}";

/** The extension's address in every run, so that nothing need look it up. */
const UUID = "7d1f3a52-6c0e-4b7e-9a3d-2f5b8c4e1a60";

/** What the profiler notes of a thread's work: tasks that took long, and the large parts of any. */
const PARTS = [
  "LongTask",
  "Perform microtasks",
  "RefreshDriverTick",
  "DOMEvent",
  "setTimeout callback",
  "GCMinor",
  "GCSlice",
  "CCSlice",
];

/** How keys are written in the protocol. @type {Record<string, string>} */
const KEYS = {
  Escape: "\ue00c",
  Enter: "\ue007",
  Tab: "\ue004",
  Shift: "\ue008",
  Alt: "\ue00a",
  Space: " ",
  ArrowDown: "\ue015",
  ArrowUp: "\ue013",
  ArrowLeft: "\ue012",
  ArrowRight: "\ue014",
  Backspace: "\ue003",
  End: "\ue010",
  Home: "\ue011",
};

/**
 * @param {BrowserOptions} options
 * @returns {Promise<Browser>}
 */
export async function launchFirefox(options) {
  const profile = await mkdtemp(join(tmpdir(), "whence-firefox-"));
  const browser = new Firefox(options, profile);
  await browser.start();
  return browser;
}

/** @implements {Browser} */
class Firefox {
  name = /** @type {const} */ ("firefox");
  version = "";
  installed = 0;
  /** @type {WebDriver} */
  #driver = /** @type {any} */ (null);
  /** The window from which the extension's API is reached. */
  #desk = "";
  /** The tab that commands go to. */
  #front = "";
  #installed = false;

  /**
   * @param {BrowserOptions} options
   * @param {string} profile
   */
  constructor(options, profile) {
    this.options = options;
    this.profile = profile;
  }

  async start() {
    const { dark, forcedColors, view } = this.options;
    this.#driver = await WebDriver.start(programOf("geckodriver"), ["--allow-system-access"], {
      browserName: "firefox",
      acceptInsecureCerts: false,
      unhandledPromptBehavior: "accept",
      "moz:firefoxOptions": {
        binary: programOf("firefox-esr", "firefox"),
        args: ["-headless", "-profile", this.profile],
        prefs: {
          "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
          // Installed for good, unsigned: so that it is still there after a restart.
          "xpinstall.signatures.required": false,
          "browser.startup.page": 0,
          "browser.sessionstore.resume_from_crash": false,
          "browser.tabs.remote.separatePrivilegedMozillaWebContentProcess": false,
          "browser.download.folderList": 2,
          "browser.download.dir": downloadsOf(this.profile),
          "browser.download.always_ask_before_handling_new_types": false,
          "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
          "datareporting.policy.dataSubmissionEnabled": false,
          // Nothing but this machine: saved pages ask for much. Port 9 discards.
          "network.proxy.type": 1,
          "network.proxy.http": "127.0.0.1",
          "network.proxy.http_port": 9,
          "network.proxy.ssl": "127.0.0.1",
          "network.proxy.ssl_port": 9,
          "network.captive-portal-service.enabled": false,
          "network.connectivity-service.enabled": false,
          ...(forcedColors ? { "browser.display.document_color_use": 2 } : {}),
        },
      },
    });
    const driver = this.#driver;
    this.version = await driver.runInChrome(
      () => `Firefox/${/** @type {any} */ (Services).appinfo.version}`,
    );
    await driver.send("POST", "/timeouts", { script: 60_000, pageLoad: 60_000 });
    const { width, height } = view ?? { width: 900, height: 800 };
    await driver.send("POST", "/window/rect", { width: width + 60, height: height + 160 });
    await this.#listen();
    if (!this.#installed) await this.#install();
    this.#front = await driver.send("GET", "/window");
    await this.#openDesk();
  }

  async #openDesk() {
    const { handle } = await this.#driver.send("POST", "/window/new", { type: "window" });
    this.#desk = handle;
    await this.#go(this.#desk);
    await this.#driver.send("POST", "/url", { url: `${this.base()}/icons/icon-16.png` });
    await this.#go(this.#front);
  }

  /** Records what is asked of the network, from now on. */
  async #listen() {
    await this.#driver.runInChrome(() => {
      const shared = Cu.getGlobalForObject(Services);
      shared.whenceRequests = [];
      Services.obs.addObserver((/** @type {any} */ subject) => {
        const { URI, loadInfo } = subject.QueryInterface(Ci.nsIChannel);
        const document = loadInfo.externalContentPolicyType === Ci.nsIContentPolicy.TYPE_DOCUMENT;
        // What the browser wants for itself, such as lists of dangerous sites, is not meant.
        if (document || !loadInfo.triggeringPrincipal.isSystemPrincipal) {
          shared.whenceRequests.push(URI.spec);
        }
      }, "http-on-modify-request");
    });
  }

  async #install() {
    const { locale, extension } = this.options;
    if (locale) {
      await this.#driver.runInChrome((tag) => {
        Services.locale.availableLocales = [tag, ...Services.locale.availableLocales];
        Services.locale.requestedLocales = [tag];
      }, locale);
    }
    const xpi = join(this.profile, "whence.xpi");
    await rm(xpi, { force: true });
    execFileSync("zip", ["-q", "-r", xpi, "."], { cwd: resolve(extension) });
    this.installed = performance.now();
    await this.#driver.send("POST", "/moz/addon/install", { path: xpi, temporary: false });
    this.#installed = true;
    // The first-run page opens by itself after installing; it would take the front from a case.
    const welcome = await until("the first-run page", () => this.#handleAt("/welcome/"));
    await this.#go(welcome);
    const left = await this.#driver.send("DELETE", "/window");
    await this.#go(left[0]);
  }

  /** @param {string} part of the address */
  async #handleAt(part) {
    for (const handle of await this.#driver.send("GET", "/window/handles")) {
      await this.#go(handle);
      if (String(await this.#driver.send("GET", "/url")).includes(part)) return handle;
    }
    return null;
  }

  /** @param {string} handle */
  async #go(handle) {
    await this.#driver.send("POST", "/window", { handle });
  }

  /**
   * Does something in a tab and comes back to the one at the front.
   * @template T
   * @param {string} handle
   * @param {(driver: WebDriver) => Promise<T>} act
   */
  async at(handle, act) {
    if (handle === this.#front) return act(this.#driver);
    await this.#go(handle);
    try {
      return await act(this.#driver);
    } finally {
      await this.#go(this.#front);
    }
  }

  /** @param {string} handle */
  async bringToFront(handle) {
    await this.#go(handle);
    this.#front = handle;
  }

  base() {
    return `moz-extension://${UUID}`;
  }

  /** @param {string} url */
  async open(url) {
    const { handle } = await this.#driver.send("POST", "/window/new", { type: "tab" });
    await this.bringToFront(handle);
    const page = new FirefoxPage(handle, this);
    const { width, height } = this.options.view ?? { width: 900, height: 800 };
    await page.resize(width, height);
    await page.goto(url);
    return page;
  }

  /** @param {string} url */
  async openPrivate(url) {
    const isAllowed = () => this.inside(() => chrome.extension.isAllowedIncognitoAccess());
    if (!(await isAllowed())) {
      await this.#driver.runInChrome(async (id) => {
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          "resource://gre/modules/ExtensionPermissions.sys.mjs",
        );
        const { extension } = WebExtensionPolicy.getByID(id);
        const leave = { permissions: ["internal:privateBrowsingAllowed"], origins: [] };
        await ExtensionPermissions.add(id, leave, extension);
      }, ID);
      await this.reload();
    }
    const before = await this.#driver.send("GET", "/window/handles");
    await this.inside((where) => chrome.windows.create({ incognito: true, url: where }), url);
    const handle = await until("the private window", async () =>
      (await this.#driver.send("GET", "/window/handles")).find(
        (/** @type {string} */ made) => !before.includes(made),
      ),
    );
    await this.bringToFront(handle);
    return new FirefoxPage(handle, this);
  }

  /** @param {string} handle */
  async closeTab(handle) {
    await this.#go(handle);
    const left = await this.#driver.send("DELETE", "/window");
    await this.bringToFront(left.find((/** @type {string} */ other) => other !== this.#desk));
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {(...given: A) => R} run
   * @param {A} given
   * @returns {Promise<Awaited<R>>}
   */
  async inside(run, ...given) {
    return this.at(this.#desk, (driver) =>
      driver.send("POST", "/execute/sync", {
        script: `const chrome = browser; return (${run}).apply(null, arguments)`,
        args: given,
      }),
    );
  }

  /** @param {string} url */
  async tabOf(url) {
    const tabs = await this.inside(() => chrome.tabs.query({}));
    const tab = tabs.find((candidate) => candidate.url === url);
    if (tab?.id === undefined) throw new Error(`no tab is at ${url}`);
    return tab.id;
  }

  async clipboard() {
    return this.#driver.runInChrome(() => {
      const transfer = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
      transfer.init(null);
      transfer.addDataFlavor("text/plain");
      Services.clipboard.getData(transfer, Services.clipboard.kGlobalClipboard);
      const held = { value: /** @type {any} */ (null) };
      transfer.getTransferData("text/plain", held);
      return held.value.QueryInterface(Ci.nsISupportsString).data;
    });
  }

  async saved() {
    return takeSaved(downloadsOf(this.profile));
  }

  /**
   * @param {string} host
   * @param {boolean} allowed
   */
  async allow(host, allowed) {
    await this.#driver.runInChrome(
      async (id, patterns, give) => {
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          "resource://gre/modules/ExtensionPermissions.sys.mjs",
        );
        const { extension } = WebExtensionPolicy.getByID(id);
        const change = { permissions: [], origins: patterns };
        if (give) await ExtensionPermissions.add(id, change, extension);
        else await ExtensionPermissions.remove(id, change, extension);
      },
      ID,
      // What the test variant begins with; and what it may have asked for itself.
      allowed ? [`http://${host}/*`] : [`http://${host}/*`, `*://${host}/*`],
      allowed,
    );
  }

  /**
   * Synthetic keys do not reach the browser's own key commands, so the key's command is done by hand.
   * @param {string} name
   */
  async command(name) {
    const manifest = await readFile(join(this.options.extension, "manifest.json"), "utf8");
    const suggested = JSON.parse(manifest).commands[name].suggested_key.default;
    await this.#driver.runInChrome(
      (set, letter) => {
        const keys = document.getElementById(set)?.children ?? [];
        const key = /** @type {any} */ ([...keys].find((k) => k.getAttribute("key") === letter));
        key.doCommand();
      },
      `ext-keyset-id-${ID.replace(/[^a-z0-9_-]/gi, "_")}`,
      suggested.split("+").at(-1),
    );
  }

  /** @param {string} file */
  async pictureOfPopup(file) {
    const data = await this.#driver.runInChrome(async () => {
      const shown = /** @type {any} */ (document.querySelector(".webextension-popup-browser"));
      const image = await shown.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, "white");
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return /** @type {any} */ (bytes).toBase64();
    });
    await writeFile(file, data, "base64");
  }

  async backgroundRuns() {
    const state = await this.#driver.runInChrome(
      (id) => WebExtensionPolicy.getByID(id).extension.backgroundState,
      ID,
    );
    return state === "running";
  }

  async stopBackground() {
    if (!(await this.backgroundRuns())) return false;
    await this.#driver.runInChrome(
      (id) => WebExtensionPolicy.getByID(id).extension.terminateBackground(),
      ID,
    );
    await until("the background to end", async () => !(await this.backgroundRuns()));
    return true;
  }

  async restart() {
    await this.#driver.end();
    await this.start();
  }

  async reload() {
    await this.#addon("reload");
    await until("the extension to run again", () => this.backgroundRuns());
    // The desk went with the extension.
    const left = await this.#driver.send("GET", "/window/handles");
    if (left.includes(this.#desk)) await this.closeTab(this.#desk);
    await this.#openDesk();
  }

  async remove() {
    await this.#addon("uninstall");
  }

  /** @param {'reload' | 'uninstall'} act */
  async #addon(act) {
    await this.#driver.runInChrome(
      async (id, what) => {
        const { AddonManager } = ChromeUtils.importESModule(
          "resource://gre/modules/AddonManager.sys.mjs",
        );
        const addon = await AddonManager.getAddonByID(id);
        await addon[what]();
      },
      ID,
      act,
    );
  }

  /** @param {boolean} given */
  async access(given) {
    await this.#driver.runInChrome(
      async (id, add) => {
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          "resource://gre/modules/ExtensionPermissions.sys.mjs",
        );
        const { extension } = WebExtensionPolicy.getByID(id);
        const hosts = { permissions: [], origins: ["http://localhost/*", "http://127.0.0.1/*"] };
        await ExtensionPermissions[add ? "add" : "remove"](id, hosts, extension);
      },
      ID,
      given,
    );
  }

  async logged() {
    return this.#driver.runInChrome((base) => {
      const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
      const from = [];
      for (const event of storage.getEvents()) {
        if (event.filename.startsWith(base)) from.push(event.arguments.join(" "));
      }
      return from;
    }, this.base());
  }

  async complaints() {
    const all = await this.#driver.runInChrome((base) => {
      const from = [];
      for (const message of Services.console.getMessageArray()) {
        if (!(message instanceof Ci.nsIScriptError)) continue;
        const isError = (message.flags & Ci.nsIScriptError.warningFlag) === 0;
        if (isError && message.sourceName.startsWith(base)) {
          from.push(`${message.errorMessage} (${message.sourceName}:${message.lineNumber})`);
        }
      }
      const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
      for (const event of storage.getEvents()) {
        if (event.level === "error" && event.filename.startsWith(base)) {
          from.push(`${event.arguments.join(" ")} (${event.filename}:${event.lineNumber})`);
        }
      }
      Services.console.reset();
      storage.clearEvents();
      return from;
    }, this.base());
    // Not a fault: a tab may be closed, or its page put by for the way back, while the page waits for an
    // answer. The browser logs both for any extension; nothing can be done against it but to ask nothing.
    const isLeft =
      /Promise (?:resolved|rejected) (?:after context unloaded|while context is inactive)/;
    return all.filter((/** @type {string} */ words) => !isLeft.test(words));
  }

  async requests() {
    return this.#driver.runInChrome(() => Cu.getGlobalForObject(Services).whenceRequests.splice(0));
  }

  async close() {
    await this.#driver.end();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @implements {Page} */
class FirefoxPage {
  /** Whether the reader's wishes are other than at first; they are the whole browser's here. */
  #prefers = false;

  /**
   * @param {string} handle
   * @param {Firefox} browser
   */
  constructor(handle, browser) {
    this.handle = handle;
    this.browser = browser;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  #send(method, path, body) {
    return this.browser.at(this.handle, (driver) => driver.send(method, path, body));
  }

  /**
   * @param {(...given: any[]) => unknown} run
   * @param {unknown[]} given
   */
  #chrome(run, ...given) {
    return this.browser.at(this.handle, (driver) => driver.runInChrome(run, ...given));
  }

  /** @param {string} url */
  async goto(url) {
    await this.#send("POST", "/url", { url });
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {(...given: A) => R} run
   * @param {A} given
   * @returns {Promise<Awaited<R>>}
   */
  async run(run, ...given) {
    return this.browser.at(this.handle, (driver) => driver.run(run, given));
  }

  /** @param {object[]} actions of one pointer */
  async #pointer(actions, pointerType = "mouse") {
    await this.#send("POST", "/actions", {
      actions: [{ type: "pointer", id: pointerType, parameters: { pointerType }, actions }],
    });
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  async point(x, y) {
    await this.#pointer([move(Math.max(0, x - 8), y), move(x, y)]);
  }

  /** @param {{x: number, y: number}[]} places */
  async sweep(places) {
    await this.#pointer(places.map(({ x, y }) => move(x, y)));
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  async click(x, y) {
    await this.#pointer([move(x, y), { type: "pointerDown", button: 0 }, UP]);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  async tap(x, y) {
    await this.#pointer([move(x, y), { type: "pointerDown", button: 0 }, UP], "touch");
  }

  /** @param {string[]} keys */
  async press(...keys) {
    const actions = keys.flatMap((key) => {
      const [held, last] = key.includes("+") ? key.split("+") : [null, key];
      const stroke = (/** @type {string} */ name) => KEYS[name] ?? name;
      return [
        ...(held ? [{ type: "keyDown", value: stroke(held) }] : []),
        { type: "keyDown", value: stroke(last) },
        { type: "keyUp", value: stroke(last) },
        ...(held ? [{ type: "keyUp", value: stroke(held) }] : []),
      ];
    });
    await this.#send("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {(root: ShadowRoot, ...given: A) => R} run
   * @param {A} given
   * @returns {Promise<Awaited<R>>}
   */
  async inCard(run, ...given) {
    return this.browser.at(this.handle, async (driver) => {
      const wanted = { using: "css selector", value: '[popover="manual"]' };
      const [id] = Object.values(await driver.send("POST", "/element", wanted));
      const root = await driver.send("GET", `/element/${id}/shadow`);
      return driver.run(run, [root, ...given]);
    });
  }

  /**
   * @param {string} selector
   * @param {string} file
   */
  async upload(selector, file) {
    const wanted = { using: "css selector", value: selector };
    const [id] = Object.values(await this.#send("POST", "/element", wanted));
    await this.#send("POST", `/element/${id}/value`, { text: file });
  }

  /** @param {import('./driver.js').Wishes} wishes */
  async prefer({ dark, reducedMotion, forcedColors, letters }) {
    this.#prefers = Boolean(dark || reducedMotion || forcedColors || letters);
    await this.#chrome(
      (scheme, still, forced, size) => {
        const set = (/** @type {string} */ name, /** @type {number} */ value) =>
          Services.prefs.setIntPref(name, value);
        set("layout.css.prefers-color-scheme.content-override", scheme ? 0 : 1);
        set("ui.prefersReducedMotion", still ? 1 : 0);
        set("browser.display.document_color_use", forced ? 2 : 0);
        set("font.size.variable.x-western", size);
      },
      dark,
      reducedMotion,
      forcedColors,
      letters ?? 16,
    );
  }

  /**
   * @param {boolean} granted
   * @param {() => Promise<void>} act
   */
  async answer(granted, act) {
    await act();
    await until("the browser to ask for access", () =>
      this.#chrome((yes) => {
        const panel = document.getElementById("addon-webext-permissions-notification");
        if (panel === null || PopupNotifications.panel.state !== "open") return false;
        /** @type {any} */ (panel)[yes ? "button" : "secondaryButton"].click();
        return true;
      }, granted),
    );
  }

  async pressButton() {
    await this.show();
    // One left open would be closed by the press.
    await until("no popup", () =>
      this.browser.inside(() => {
        const open = chrome.extension.getViews({ type: "popup" });
        for (const popup of open) popup.close();
        return open.length === 0;
      }),
    );
    await this.#chrome((id) => {
      const { ExtensionParent } = ChromeUtils.importESModule(
        "resource://gre/modules/ExtensionParent.sys.mjs",
      );
      const { extension } = WebExtensionPolicy.getByID(id);
      return ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    }, ID);
  }

  /** @param {string} file */
  async screenshot(file) {
    await writeFile(file, await this.#send("GET", "/screenshot"), "base64");
  }

  async print() {
    return Buffer.from(await this.#send("POST", "/print", { background: true }), "base64");
  }

  /** @returns {Promise<Spoken[]>} */
  async dialogs() {
    return this.#chrome(() => {
      const service = Cc["@mozilla.org/accessibilityService;1"].getService(
        Ci.nsIAccessibilityService,
      );
      const DIALOG = Ci.nsIAccessibleRole.ROLE_DIALOG;
      const LEAF = Ci.nsIAccessibleRole.ROLE_TEXT_LEAF;
      /** @type {{name: string, text: string}[]} */
      const found = [];
      const textOf = (/** @type {any} */ node) => {
        /** @type {string[]} */
        const words = node.role === LEAF ? [node.name] : [];
        for (let at = node.firstChild; at; at = at.nextSibling) words.push(textOf(at));
        return words.filter(Boolean).join("\n");
      };
      const walk = (/** @type {any} */ node) => {
        if (node.role === DIALOG) found.push({ name: node.name ?? "", text: textOf(node) });
        for (let at = node.firstChild; at; at = at.nextSibling) walk(at);
      };
      const root = service.getAccessibleFor(gBrowser.selectedBrowser);
      if (root) walk(root);
      return found;
    });
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  async resize(width, height) {
    await this.#chrome(
      (w, h) => {
        const { style } = gBrowser.selectedBrowser;
        style.flex = "none";
        style.width = `${w}px`;
        style.height = `${h}px`;
      },
      width,
      height,
    );
  }

  /** @param {number} factor */
  async zoom(factor) {
    await this.#chrome((by) => (gBrowser.selectedBrowser.fullZoom = by), factor);
  }

  /**
   * By the browser's own profiler. It notes whole tasks from 50 ms on, but not those of the lowest kind,
   * in which Whence works; of these it notes the parts in `PARTS`, and the longest of all is told. A mark
   * tells which of all threads is the page's.
   * @param {() => Promise<void>} act
   */
  async longestTask(act) {
    await this.#chrome(() =>
      Services.profiler.StartProfiler(8e6, 100, ["nostacksampling"], ["GeckoMain"]),
    );
    await this.run(() => performance.mark("the page's thread"));
    await act();
    /** @type {{ms: number, remark: string} | null} */
    const longest = await this.#chrome(async (parts) => {
      const profile = await Services.profiler.getProfileDataAsync();
      await Services.profiler.StopProfiler();
      for (const { threads } of [profile, ...profile.processes]) {
        for (const { markers, stringTable } of threads) {
          const { name, startTime, endTime, phase, data } = markers.schema;
          /** @type {any[]} */
          const all = markers.data;
          const own = all.findIndex((one) => one[data]?.name === "the page's thread");
          if (own < 0) continue;
          const found = { ms: 0, remark: "" };
          /** @type {Record<string, number[]>} */
          const begun = {};
          for (const one of all.slice(own)) {
            const part = stringTable[one[name]];
            if (!parts.includes(part)) continue;
            // 1 is a marker with both ends, 2 one that begins, 3 one that ends.
            if (one[phase] === 2) (begun[part] ??= []).push(one[startTime]);
            const from = one[phase] === 3 ? begun[part]?.pop() : one[startTime];
            const ms = one[phase] === 2 || from === undefined ? 0 : one[endTime] - from;
            if (ms > found.ms) Object.assign(found, { ms, remark: part });
          }
          return found;
        }
      }
      return null;
    }, PARTS);
    if (longest === null) throw new Error("the profile does not tell the page's thread");
    return longest;
  }

  async show() {
    await this.browser.bringToFront(this.handle);
  }

  async close() {
    if (this.#prefers) await this.prefer({});
    await this.browser.closeTab(this.handle);
  }
}

const UP = { type: "pointerUp", button: 0 };

/**
 * @param {number} x
 * @param {number} y
 */
function move(x, y) {
  return {
    type: "pointerMove",
    duration: 30,
    origin: "viewport",
    x: Math.round(x),
    y: Math.round(y),
  };
}
