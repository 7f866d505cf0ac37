/**
 * The popup as a panel beside the page, where the browser has one: Firefox's sidebar, Chrome's side
 * panel. It stays while the reader goes from page to page, and follows.
 */

import { api } from "../shared/browser.js";

/** Whether this page is the panel, not the popup: so the manifest opens it. */
export const isPanel = new URLSearchParams(location.search).has("panel");

/**
 * Shows anew whatever tab the reader turns to, and when its page is loaded or read; one showing after
 * the other, so that a late one does not draw the page before.
 * @param {() => Promise<void>} show
 */
export function followTabs(show) {
  let shown = Promise.resolve();
  let waits = false;
  const again = () => {
    if (waits) return;
    waits = true;
    shown = shown.then(() => {
      waits = false;
      return show();
    });
  };
  api.tabs.onActivated.addListener(again);
  api.tabs.onUpdated.addListener((_id, change, tab) => {
    if (tab.active && (change.status !== undefined || change.url !== undefined)) again();
  });
  // A page tells the background how many claims it painted: its list is there now.
  api.runtime.onMessage.addListener((message, sender) => {
    if (message?.type === "painted" && sender.tab?.active) again(); // the background answers
  });
}
