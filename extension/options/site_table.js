/** The list of sites on the options page: search, add, change, remove, export, import. */

import { api, words } from "../shared/browser.js";
import { withHidden } from "../shared/hidden.js";
import { byId, make, saveFile } from "../shared/page.js";
import { changeSettings, loadSettings, withChange } from "../shared/settings.js";
import { readSites, writeSites } from "../shared/site_list.js";
import { accessSuffices, accessTo, hostOf, keyOf, patternOf, withRules } from "../shared/sites.js";
import { counted } from "../shared/wording.js";

/**
 * @typedef {import('../shared/settings.js').Settings} Settings
 * @typedef {import('../shared/sites.js').SiteRule} SiteRule
 */

/** From this many rules on there is a field to search them. */
const SEARCHED = 8;

/**
 * The match patterns the browser lets us read. Kept at hand, since a question to the browser must
 * follow a click at once, with no waiting between.
 * @type {string[]}
 */
let granted = [];

/** @type {Settings | null} */
let shown = null;

/** @param {Settings} settings */
export async function showSites(settings) {
  shown = settings;
  granted = (await api.permissions.getAll()).origins ?? [];
  if (shown !== settings) return; // a later call has been quicker
  const field = byId("search", "input");
  field.hidden = settings.sites.length < SEARCHED && field.value === ""; // its words still hold
  field.placeholder = words("options_search");
  const held = document.activeElement?.closest("#sites li");
  const hasAccess = accessTo(granted);
  byId("sites").replaceChildren(
    ...settings.sites.map((rule) => ruleRow(rule, rule.run === "off" || hasAccess(rule))),
  );
  if (held) keepFocus(/** @type {HTMLElement} */ (held).dataset.rule);
  search();
}

/**
 * A list drawn anew leaves a reader who goes by keys in the row where they were.
 * @param {string | undefined} rule the row's
 */
function keepFocus(rule) {
  for (const row of byId("sites").children) {
    if (/** @type {HTMLElement} */ (row).dataset.rule !== rule) continue;
    row.querySelector("select")?.focus({ preventScroll: true });
  }
}

/**
 * @param {SiteRule} rule
 * @param {boolean} access whether the browser lets us read it
 */
function ruleRow(rule, access) {
  const name = make("div", { name: "host" }, [
    make("span", { text: rule.host }),
    make("span", { name: "soft", text: words(`options_scope_${rule.scope}`) }),
  ]);
  const run = make("select", { label: `${words("options_run")}: ${rule.host}` });
  for (const value of ["on", "articles", "off"]) {
    const option = make("option", { text: words(`run_${value}`) });
    option.value = value;
    option.selected = value === rule.run;
    run.append(option);
  }
  run.addEventListener("change", () => {
    const chosen = /** @type {SiteRule['run']} */ (run.value);
    setRule({ ...rule, run: chosen });
  });
  const remove = make("button", {
    name: "quiet",
    text: words("options_remove_short"),
    label: words("options_remove", rule.host),
  });
  remove.addEventListener("click", async () => {
    await changeSettings((settings) => withChange(settings, { site: { ...rule, run: null } }));
    byId("add-host").focus();
  });
  const row = make("li", {}, [name, run, remove]);
  row.dataset.rule = keyOf(rule);
  if (!access) {
    const give = make("button", { name: "quiet", text: words("popup_give_access") });
    give.addEventListener("click", () => api.permissions.request({ origins: [patternOf(rule)] }));
    name.append(make("span", { name: "soft", text: words("options_access_missing") }));
    row.insertBefore(give, remove);
  }
  return row;
}

/**
 * Sets a rule, asking the browser first where it lets us not read the site yet. Refused, the rule
 * is not made.
 * @param {SiteRule} rule
 */
async function setRule(rule) {
  tell(null);
  const allowed =
    rule.run === "off" ||
    accessSuffices(granted, rule) ||
    (await api.permissions.request({ origins: [patternOf(rule)] }));
  if (allowed) await changeSettings((settings) => withChange(settings, { site: rule }));
  else {
    tell(words("popup_refused"));
    await showSites((await loadSettings()).settings);
  }
  return allowed;
}

/** @param {string | null} text */
function tell(text) {
  const notice = byId("sites-notice");
  notice.hidden = text === null;
  notice.textContent = text ?? "";
}

function search() {
  let found = 0;
  const wanted = byId("search", "input").value.trim().toLowerCase();
  for (const row of byId("sites").children) {
    const host = row.querySelector(".host span")?.textContent ?? "";
    const fits = host.includes(wanted);
    /** @type {HTMLElement} */ (row).hidden = !fits;
    if (fits) found += 1;
  }
  byId("none").hidden = found > 0;
  byId("none").textContent = words(wanted === "" ? "options_sites_none" : "search_none");
}

byId("search").addEventListener("input", search);
byId("add").addEventListener("submit", async (event) => {
  event.preventDefault();
  const field = byId("add-host", "input");
  const host = hostOf(field.value);
  if (host === null) {
    tell(words("options_bad_host", field.value));
    field.setAttribute("aria-invalid", "true");
    field.focus();
    return;
  }
  field.removeAttribute("aria-invalid");
  const scope = /** @type {SiteRule['scope']} */ (byId("add-scope", "select").value);
  const run = /** @type {SiteRule['run']} */ (byId("add-run", "select").value);
  if (await setRule({ host, scope, run })) field.value = "";
});
byId("export").addEventListener("click", async () => {
  const { settings } = await loadSettings();
  saveFile("whence-sites.txt", "text/plain", writeSites(settings.sites, settings.hidden));
});
byId("import").addEventListener("click", () => byId("file").click());
byId("file").addEventListener("change", async () => {
  const field = byId("file", "input");
  const file = field.files?.[0];
  if (!file) return;
  const { sites, hidden, fault } = readSites(await file.text());
  field.value = "";
  if (fault !== null) {
    tell(words("options_import_fault", fault.line, words(fault.fault, fault.words)));
    return;
  }
  await changeSettings((settings) => ({
    ...settings,
    sites: withRules(settings.sites, sites),
    hidden: hidden.reduce(withHidden, settings.hidden),
  }));
  tell(counted("imported", sites.length + hidden.length));
});
