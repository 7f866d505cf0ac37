/** The popup: the switch for this site, and the page's sources. */

import { api, askBackground, askPage, openPanel, words } from "../shared/browser.js";
import { byId, fillWords, make, onNotKept, saveFile } from "../shared/page.js";
import { changeSettings, loadSettings, withChange } from "../shared/settings.js";
import {
  accessNames,
  accessSuffices,
  addressPattern,
  ALL_PAGES,
  hostOf,
  isSame,
  patternOf,
  reachesOf,
  verdict,
} from "../shared/sites.js";
import { BOUNDS } from "../shared/bounds.js";
import { FORMS } from "../shared/export.js";
import { languageName, summaryWords } from "../shared/wording.js";
import { showList } from "./list.js";
import { followTabs, isPanel } from "./panel.js";
import { readWorks } from "../shared/works.js";

/**
 * @typedef {import('../shared/settings.js').Change} Change
 * @typedef {object} Site what the popup knows of the page at hand
 * @property {number} tab
 * @property {string} url
 * @property {string | null} host
 * @property {string[]} granted match patterns the browser lets us read
 * @property {boolean} access whether the browser lets us read this page
 * @property {import('../shared/settings.js').Settings} settings
 */

/** @type {Site} */
let site;

/**
 * The tab the popup speaks of: the one at hand, or the one named in its address (as when it is
 * opened in a tab of its own).
 */
async function tabAtHand() {
  const named = Number(new URLSearchParams(location.search).get("tab"));
  if (named) return api.tabs.get(named);
  return (await api.tabs.query({ active: true, currentWindow: true }))[0];
}

/** @returns {Promise<Site>} */
async function look() {
  const tab = await tabAtHand();
  const url = tab?.url ?? "";
  const [{ settings }, permissions] = await Promise.all([loadSettings(), api.permissions.getAll()]);
  const host = /^https?:/.test(url) ? hostOf(url) : null;
  const access =
    host !== null && (await api.permissions.contains({ origins: [addressPattern(url)] }));
  return { tab: tab?.id ?? -1, url, host, granted: permissions.origins ?? [], access, settings };
}

async function show() {
  site = await look();
  byId("everywhere", "select").value = site.settings.everywhere;
  byId("marks", "select").value = site.settings.marks;
  byId("site").hidden = site.host === null;
  if (site.host !== null) showSite(site.host);
  await showPage();
}

/** @param {string} host */
function showSite(host) {
  const now = verdict(site.settings, host, accessNames(site.granted, host));
  const rule = typeof now.by === "object" ? now.by : null;
  const scope = byId("scope", "select");
  const scopes = reachesOf(host);
  if (rule && !scopes.some((reach) => isSame(reach, rule))) scopes.splice(1, 0, rule);
  scope.replaceChildren(
    ...scopes.map((choice) => {
      const option = make("option", { text: words(`popup_scope_${choice.scope}`, choice.host) });
      option.value = `${choice.scope} ${choice.host}`;
      option.selected = rule !== null && isSame(rule, choice);
      return option;
    }),
  );
  byId("switch-label").textContent = words("popup_switch", host);
  byId("switch", "input").checked = now.run !== "off";
  byId("run", "select").value = now.run;
  byId("why").textContent = rule
    ? words("popup_by_rule", words(`popup_scope_${rule.scope}`, rule.host))
    : now.by === "access"
      ? words("popup_by_access")
      : words(`popup_by_everywhere_${site.settings.everywhere}`);
  const lacks = now.run !== "off" && !site.access;
  byId("give-access").hidden = !lacks;
  if (lacks) tell("popup_needs_access");
}

/** What the page at hand last said of itself. @type {import('../shared/page_view.js').PageView | undefined} */
let view;

async function showPage() {
  const now = site.tab < 0 ? undefined : await askPage(site.tab, "describe", {});
  // A reader may be in the list already: what is open there, and the focus, stay.
  if (now?.state === "read" && JSON.stringify(now) === JSON.stringify(view)) return;
  view = now;
  const state = byId("state");
  const list = byId("list");
  byId("hide").hidden = view?.state !== "read";
  byId("show").hidden = view?.state !== "hidden";
  byId("scan").hidden = site.host === null || (view !== undefined && view.state !== "dormant");
  list.hidden = true;
  showCut(view?.cut ?? []);
  showHidden(view?.hidden ?? { claims: 0, here: false });
  const told = (view?.claims.length ?? 0) + (view?.works.length ?? 0) > 0;
  byId("export").hidden = !told;
  if (view === undefined) {
    const unseen = isPanel ? "panel_no_site" : "popup_no_site";
    state.textContent = words(site.host === null ? unseen : "state_dormant");
  } else if (view.state === "read" && told) {
    state.textContent = view.claims.length > 0 ? summaryWords(view) : words("state_cites");
    list.hidden = false;
    showList(list, view, (finding) => askPage(site.tab, "jump", finding));
  } else if (view.state === "read") state.textContent = words("state_none");
  else state.textContent = words(`state_${view.state}`, languageName(view.language ?? "?"));
  if (["reading", "waiting", "silent"].includes(view?.state ?? "")) setTimeout(showPage, 150);
}

/**
 * Says what of the page was left out.
 * @param {import('../shared/bounds.js').Cut[]} cut
 */
function showCut(cut) {
  byId("cut").hidden = cut.length === 0;
  byId("cut").textContent = cut.map((what) => words(`cut_${what}`)).join(" ");
}

/**
 * Says how many claims are not shown because the reader hides their kind.
 * @param {import('../shared/page_view.js').PageView['hidden']} hidden
 */
function showHidden({ claims, here }) {
  byId("hidden-claims").hidden = claims === 0;
  byId("hidden-claims").textContent = words("popup_hidden_claims", claims);
  byId("show-kinds").hidden = !here;
}

/** @param {string | null} key of the words to say; null takes them away */
function tell(key) {
  const notice = byId("notice");
  notice.hidden = key === null;
  notice.textContent = key === null ? "" : words(key);
}

/**
 * Makes a change, asking the browser for the access it needs first. Called straight from a click:
 * the browser answers a question only then. A refusal leaves everything as it was.
 * @param {Change} change
 * @param {string | null} pattern what must be readable; null where nothing more is needed
 */
async function apply(change, pattern) {
  tell(null);
  if (pattern !== null) {
    // Left with the background, not awaited: this popup may die while the browser asks.
    askBackground("await-permission", { change });
    const granted = await api.permissions.request({ origins: [pattern] });
    await askBackground("permission-answered", { granted });
    if (!granted) {
      await show();
      tell("popup_refused");
      return;
    }
  }
  await changeSettings((settings) => withChange(settings, change));
  await show();
  setTimeout(show, 400); // the page takes a moment to be read
}

/** The rule the popup's choices amount to. */
function chosen() {
  const [scope, host] = byId("scope", "select").value.split(" ");
  return { scope: /** @type {'host' | 'domain'} */ (scope), host };
}

/** @param {import('../shared/sites.js').Run} run */
function setRun(run) {
  const rule = { ...chosen(), run };
  apply(
    { site: rule },
    run === "off" || accessSuffices(site.granted, rule) ? null : patternOf(rule),
  );
}

/**
 * The toolbar button reads the page at hand where no rule speaks against it: the click itself gives
 * the browser's leave, for this page alone.
 */
async function scanOnce() {
  // Firefox puts the script of a site that it has not given into the page at the press; there it waits.
  const waits = !site.access && ["dormant", "waiting"].includes(view?.state ?? "");
  if (site.host === null || (view !== undefined && !waits)) return;
  const now = verdict(site.settings, site.host, accessNames(site.granted, site.host));
  if (typeof now.by === "object" && now.run === "off") return;
  await askBackground("scan-tab", { tab: site.tab });
  await showPage();
}

fillWords();
byId("switch").addEventListener("change", () =>
  setRun(byId("switch", "input").checked ? "on" : "off"),
);
byId("run").addEventListener("change", () =>
  setRun(/** @type {import('../shared/sites.js').Run} */ (byId("run", "select").value)),
);
byId("scope").addEventListener("change", () => {
  if (verdict(site.settings, site.host ?? "", false).by !== "everywhere") {
    setRun(/** @type {import('../shared/sites.js').Run} */ (byId("run", "select").value));
  }
});
byId("everywhere").addEventListener("change", () => {
  const everywhere = /** @type {import('../shared/sites.js').Everywhere} */ (
    byId("everywhere", "select").value
  );
  apply({ everywhere }, everywhere === "articles" ? ALL_PAGES : null);
});
byId("marks").addEventListener("change", async () => {
  const marks = /** @type {import('../shared/settings.js').Marks} */ (
    byId("marks", "select").value
  );
  await changeSettings((settings) => ({ ...settings, marks }));
});
byId("give-access").addEventListener("click", () => apply({}, patternOf(chosen())));
byId("scan").addEventListener("click", async () => {
  const { done } = await askBackground("scan-tab", { tab: site.tab });
  await showPage();
  if (!done) byId("state").textContent = words("popup_scan_failed");
});
byId("show-kinds").addEventListener("click", async () => {
  await askPage(site.tab, "show-kinds", {});
  await showPage();
});
byId("show").addEventListener("click", async () => {
  await askPage(site.tab, "begin", {});
  await showPage();
});
/** The list in the form chosen, with a name for its file. */
async function exported() {
  if (view === undefined) return null;
  const form = FORMS[/** @type {keyof typeof FORMS} */ (byId("form", "select").value)];
  const name = (hostOf(view.url) ?? "page").replace(/[^a-z0-9.-]/g, "-");
  const read = (/** @type {string[]} */ entries) => askBackground("read-references", { entries });
  const works = form.reads ? await readWorks(view.works, read, BOUNDS.entries, BOUNDS.entry) : [];
  return { text: form.make(view, works), type: form.type, name: `whence-${name}.${form.ending}` };
}
byId("export-copy").addEventListener("click", async () => {
  const made = await exported();
  if (made === null) return;
  const button = byId("export-copy");
  try {
    await navigator.clipboard.writeText(made.text);
    button.textContent = words("export_done");
  } catch {
    button.textContent = words("card_copy_failed");
  }
  setTimeout(() => (button.textContent = words("export_copy")), 1600);
});
byId("export-save").addEventListener("click", async () => {
  const made = await exported();
  if (made === null) return;
  saveFile(made.name, made.type, made.text);
});
byId("hide").addEventListener("click", async () => {
  await askPage(site.tab, "hide", {});
  await showPage();
});
byId("options").addEventListener("click", () => {
  api.runtime.openOptionsPage();
  window.close();
});
byId("beside").hidden = isPanel || openPanel === undefined;
byId("beside").addEventListener("click", async () => {
  await openPanel?.();
  window.close();
});
onNotKept(async () => {
  await show();
  tell("not_kept");
});
document.body.classList.toggle("panel", isPanel);
document.body.classList.toggle("tab", (await api.tabs.getCurrent()) !== undefined);
await show();
// The panel comes with no leave of the browser's for the page at hand.
if (isPanel) followTabs(show);
else await scanOnce();
