/** The first-run page: one choice, and a paragraph to try Whence on. */

import { api, askBackground, words } from "../shared/browser.js";
import { byId, fillWords, onNotKept } from "../shared/page.js";
import { changeSettings, loadSettings, withChange } from "../shared/settings.js";
import { ALL_PAGES } from "../shared/sites.js";
import { Session } from "../content/session.js";

/** @typedef {import('../shared/sites.js').Everywhere} Everywhere */

/** @param {string} key */
function tell(key) {
  const notice = byId("notice");
  notice.hidden = false;
  notice.textContent = words(key);
}

/** @param {Everywhere} everywhere */
function mark(everywhere) {
  for (const radio of byId("choice").querySelectorAll("input")) {
    radio.checked = radio.value === everywhere;
  }
}

/** The keys as they are set now: readers change them, and systems take some away. */
async function showKeys() {
  const commands = (await api.commands?.getAll()) ?? [];
  const keyOf = (/** @type {string} */ name) =>
    commands.find((command) => command.name === name)?.shortcut || "—";
  byId("keys").textContent = words(
    "welcome_keys_hint",
    keyOf("next-claim"),
    keyOf("previous-claim"),
    keyOf("open-card"),
    keyOf("toggle-site"),
  );
}

fillWords();
document.title = words("welcome_title");
byId("choice").addEventListener("change", async (event) => {
  const everywhere = /** @type {Everywhere} */ (
    /** @type {HTMLInputElement} */ (event.target).value
  );
  if (everywhere === "articles") {
    askBackground("await-permission", { change: { everywhere } });
    const granted = await api.permissions.request({ origins: [ALL_PAGES] });
    await askBackground("permission-answered", { granted });
    if (!granted) {
      mark("chosen");
      tell("welcome_refused");
      return;
    }
  }
  await changeSettings((settings) => withChange(settings, { everywhere }));
  tell("welcome_kept");
});

onNotKept(async () => {
  mark((await loadSettings()).settings.everywhere);
  tell("not_kept");
});

const { settings } = await loadSettings();
mark(settings.everywhere);
await showKeys();
const shown = { ...settings, figures: true, hidden: [] };
await new Session(shown, () => {}, byId("sample")).begin();
