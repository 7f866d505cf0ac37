/**
 * Hides a kind of hint because a reader said so on a card. A card's word comes from a script in a page, so it
 * holds for that page's own site; for everywhere the options come up, and are told which part is wanted.
 */

import { api } from "../shared/browser.js";
import { MOST_OF_SITE, withHidden } from "../shared/hidden.js";
import { changeSettings } from "../shared/settings.js";
import { hostOf } from "../shared/sites.js";
import { addressOf } from "./registration.js";

/** Which part of the options was asked for, until it is shown. @type {'hidden' | null} */
let part = null;

/**
 * @param {{kind: string, everywhere: boolean}} message
 * @param {chrome.runtime.MessageSender} sender
 */
export async function hideKind({ kind, everywhere }, sender) {
  const host = hostOf(addressOf(sender));
  if (host === null) return;
  await changeSettings((settings) => {
    const own = settings.hidden.filter((one) => one.host === host);
    if (own.length >= MOST_OF_SITE) return settings;
    return { ...settings, hidden: withHidden(settings.hidden, { kind, host }) };
  });
  if (!everywhere || !sender.tab?.active) return;
  part = "hidden";
  await api.runtime.openOptionsPage();
}

/** The part of the options that was asked for; told once. */
export function optionsPart() {
  const asked = part;
  part = null;
  return asked;
}
