/** The keyboard commands and the entry in the context menu. */

import { api, askPage, words } from "../shared/browser.js";
import { changeSettings, loadSettings, withChange } from "../shared/settings.js";
import { accessNames, hostOf, reachesOf, verdict } from "../shared/sites.js";
import { scanTab } from "./registration.js";

const MENU = "scan-page";

/**
 * What a command does to the tab at hand.
 * @type {Record<string, (tab: chrome.tabs.Tab & {id: number}) => Promise<unknown>>}
 */
const COMMANDS = {
  "toggle-site": toggleSite,
  "next-claim": (tab) => step(tab.id, 1),
  "previous-claim": (tab) => step(tab.id, -1),
  "open-card": (tab) => step(tab.id, 0),
};

/**
 * Goes on among the claims; where Whence is not on the page yet, the key asks for a scan first
 * (a key press gives access to the page at hand, and to no other).
 * @param {number} tab
 * @param {number} by
 */
async function step(tab, by) {
  const view = await askPage(tab, "describe", {});
  if (view === undefined || view.state === "dormant") await scanTab(tab);
  await askPage(tab, "step", { by });
}

/** @param {chrome.tabs.Tab & {id: number}} tab */
async function toggleSite(tab) {
  const host = tab.url ? hostOf(tab.url) : null;
  if (host === null) return;
  const granted = (await api.permissions.getAll()).origins ?? [];
  const { settings } = await loadSettings();
  const now = verdict(settings, host, accessNames(granted, host));
  const site = typeof now.by === "object" ? now.by : reachesOf(host)[0];
  const run = now.run === "off" ? "on" : "off";
  await changeSettings((old) =>
    withChange(old, {
      site: { host: site.host, scope: site.scope, run },
    }),
  );
  // Without lasting access the new rule waits for it; meanwhile this page is read by the key press.
  if (run === "on") await scanTab(tab.id);
}

/** Follows the commands and the menu from now on. */
export function followCommands() {
  // Firefox for Android has neither keys nor menus.
  api.commands?.onCommand.addListener(async (name, given) => {
    const tab = given ?? (await api.tabs.query({ active: true, lastFocusedWindow: true }))[0];
    if (tab?.id !== undefined) await COMMANDS[name]?.({ ...tab, id: tab.id });
  });
  api.contextMenus?.onClicked.addListener(async (click, tab) => {
    if (click.menuItemId === MENU && tab?.id !== undefined) await scanTab(tab.id);
  });
}

/** Makes the menu entry; once per installation or update, the browser keeps it. */
export async function makeMenu() {
  if (!api.contextMenus) return;
  await api.contextMenus.removeAll();
  api.contextMenus.create({
    id: MENU,
    title: words("menu_scan_page"),
    contexts: ["page", "selection"],
    documentUrlPatterns: ["*://*/*"],
  });
}
