/** The number on the toolbar button: how many claims of the page Whence underlined. */

import { api } from "../shared/browser.js";

/** Quiet grey, AA with white words. */
const COLOUR = "#4a5a62";

/**
 * @param {number | undefined} tab
 * @param {number} claims
 */
export async function showCount(tab, claims) {
  if (tab === undefined) return;
  const text = claims === 0 ? "" : claims > 999 ? "999+" : String(claims);
  try {
    await api.action.setBadgeBackgroundColor({ tabId: tab, color: COLOUR });
    await api.action.setBadgeTextColor({ tabId: tab, color: "#ffffff" });
    await api.action.setBadgeText({ tabId: tab, text });
  } catch {
    // the tab closed meanwhile
  }
}
