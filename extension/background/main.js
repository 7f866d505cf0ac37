/** The background: what it listens to. Everything else lies in the files named here. */

import { answerMessages, api } from "../shared/browser.js";
import { onSettings } from "../shared/settings.js";
import { awaitPermission, followAccess, permissionAnswered } from "./access.js";
import { showCount } from "./badge.js";
import { followCommands, makeMenu } from "./commands.js";
import { readReferences, serveScans } from "./engine.js";
import { hideKind, optionsPart } from "./hiding.js";
import { keepInStep, pageSettings, scanTab } from "./registration.js";

// What lies in the storage is not for scripts in pages; Firefox has no such bar.
api.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
serveScans();
followAccess();
followCommands();
onSettings(keepInStep);

answerMessages({
  painted: (message, sender) => {
    if (sender.frameId === 0) return showCount(sender.tab?.id, message.claims);
    return undefined;
  },
  "await-permission": (message) => awaitPermission(message.change),
  "permission-answered": (message) => permissionAnswered(message.granted),
  "page-settings": (_message, sender) => pageSettings(sender),
  "scan-tab": (message) => scanTab(message.tab),
  "read-references": (message, sender) => readReferences(message.entries, sender.tab?.id),
  "hide-kind": hideKind,
  "options-part": optionsPart,
});

api.runtime.onInstalled.addListener(async ({ reason }) => {
  await makeMenu();
  await keepInStep();
  if (reason === "install") {
    await api.tabs.create({ url: api.runtime.getURL("welcome/welcome.html") });
  }
});

// The browser keeps registrations over restarts, but an update of the rules' meaning must reach
// them, and Firefox forgets those of temporary installs.
api.runtime.onStartup.addListener(keepInStep);
