/** The options page. Each part of it is a file beside this one; what they share is here. */

import { api, words } from "../shared/browser.js";
import { byId, fillWords, make, onNotKept, saveFile } from "../shared/page.js";
import {
  ASIDE,
  changeSettings,
  defaults,
  FLAGS,
  loadSettings,
  onSettings,
  withChange,
} from "../shared/settings.js";
import { ALL_PAGES } from "../shared/sites.js";
import { flagName } from "../shared/wording.js";
import { showAskedPart, showHidden } from "./hidden_list.js";
import { showPreview } from "./preview.js";
import { showSites } from "./site_table.js";

/** @typedef {import('../shared/settings.js').Settings} Settings */

/** @param {Settings} settings */
function show(settings) {
  check("everywhere", settings.everywhere);
  check("marks", settings.marks);
  check("look", settings.look);
  byId("figures", "input").checked = settings.figures;
  for (const flag of FLAGS) {
    byId(`flag-${flag}`, "input").checked = !settings.muted.includes(flag);
  }
  showSites(settings);
  showHidden(settings.hidden);
  showPreview(settings);
}

/**
 * @param {string} group
 * @param {string} value
 */
function check(group, value) {
  for (const radio of document.querySelectorAll(`input[name="${group}"]`)) {
    const input = /** @type {HTMLInputElement} */ (radio);
    input.checked = input.value === value;
  }
}

/**
 * @param {string} id of the notice
 * @param {string | null} text
 */
function tell(id, text) {
  const notice = byId(id);
  notice.hidden = text === null;
  notice.textContent = text ?? "";
}

/** Says so where the stored record could not be read, and offers the old one. */
async function showAside() {
  const { fault } = await loadSettings();
  const stored = await api.storage.local.get([ASIDE, "settings"]);
  const aside = /** @type {{fault: string, record: unknown} | undefined} */ (stored[ASIDE]);
  byId("aside").hidden = fault === null && aside === undefined;
  byId("aside-words").textContent = words("options_set_aside", fault ?? aside?.fault ?? "");
  byId("aside-save").onclick = () =>
    saveFile(
      "whence-settings-old.json",
      "application/json",
      JSON.stringify(aside?.record ?? stored.settings, null, 2),
    );
  byId("aside-drop").onclick = async () => {
    // A record still in its place is set aside by the first change; then it can be forgotten.
    await changeSettings((settings) => settings);
    await api.storage.local.remove(ASIDE);
    await showAside();
  };
}

fillWords();
document.title = words("options_title");
byId("flags").append(
  ...FLAGS.map((flag) => {
    const box = make("input");
    box.type = "checkbox";
    box.id = `flag-${flag}`;
    box.addEventListener("change", () => {
      const shown = box.checked; // now: an earlier change may still be on its way to the boxes
      changeSettings((settings) => ({
        ...settings,
        muted: FLAGS.filter((other) => (other === flag ? !shown : settings.muted.includes(other))),
      }));
    });
    return make("label", {}, [box, make("span", { text: flagName(flag) })]);
  }),
);
byId("figures").addEventListener("change", () => {
  const figures = byId("figures", "input").checked;
  changeSettings((settings) => ({ ...settings, figures }));
});
byId("marks").addEventListener("change", (event) => {
  const marks = /** @type {import('../shared/settings.js').Marks} */ (
    /** @type {HTMLInputElement} */ (event.target).value
  );
  changeSettings((settings) => ({ ...settings, marks }));
});
byId("look").addEventListener("change", (event) => {
  const look = /** @type {import('../shared/settings.js').Look} */ (
    /** @type {HTMLInputElement} */ (event.target).value
  );
  changeSettings((settings) => ({ ...settings, look }));
});
byId("everywhere").addEventListener("change", async (event) => {
  const everywhere = /** @type {import('../shared/sites.js').Everywhere} */ (
    /** @type {HTMLInputElement} */ (event.target).value
  );
  tell("where-notice", null);
  if (everywhere === "articles" && !(await api.permissions.request({ origins: [ALL_PAGES] }))) {
    show((await loadSettings()).settings);
    tell("where-notice", words("popup_refused"));
    return;
  }
  await changeSettings((settings) => withChange(settings, { everywhere }));
});
byId("reset").addEventListener("click", async () => {
  if (!confirm(words("options_reset_sure"))) return;
  await changeSettings(defaults);
  tell("reset-notice", words("options_reset_done"));
});

show((await loadSettings()).settings);
await showAside();
await showAskedPart();
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) showAskedPart(); // a card may have asked while the page was open elsewhere
});
onSettings((settings) => {
  tell("change-notice", null);
  show(settings);
  showAside();
});
onNotKept(async () => {
  show((await loadSettings()).settings);
  tell("change-notice", words("not_kept"));
});
api.permissions.onAdded.addListener(async () => show((await loadSettings()).settings));
api.permissions.onRemoved.addListener(async () => show((await loadSettings()).settings));
