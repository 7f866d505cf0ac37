/** What the linter holds against our JavaScript; the style is prettier's, the types are tsc's. */

import js from "@eslint/js";
import noUnsanitized from "eslint-plugin-no-unsanitized";
import globals from "globals";

export default [
  { ignores: ["dist/", "target/", "extension/core/", "tests/browser/pages/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": ["error", { allow: ["error"] }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-unused-vars": ["error", { args: "after-used", argsIgnorePattern: "^_" }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["extension/**/*.js"],
    plugins: { "no-unsanitized": noUnsanitized },
    languageOptions: { globals: { ...globals.browser, chrome: "readonly" } },
    rules: {
      ...noUnsanitized.configs.recommended.rules,
      // Text reaches the page, and our own pages, by textContent alone.
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({ property })),
      ],
    },
  },
  {
    // The rooms of the extension import one way only; see ARCHITECTURE.md.
    files: ["extension/shared/**/*.js"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: ["**/background/*", "**/content/*", "**/popup/*", "**/options/*"] },
      ],
    },
  },
  {
    files: ["extension/background/**/*.js"],
    languageOptions: { globals: { ...globals.serviceworker } },
    rules: {
      "no-restricted-imports": ["error", { patterns: ["**/content/*", "**/popup/*"] }],
      // A service worker has neither.
      "no-restricted-globals": ["error", "document", "window"],
    },
  },
  {
    files: ["extension/content/**/*.js"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: ["**/core/*", "**/background/*", "**/popup/*", "**/options/*"] },
      ],
    },
  },
  {
    files: ["tests/**/*.js", "tools/*.js", "eslint.config.js"],
    languageOptions: {
      // Functions in the browser tests run in pages: both worlds' names are known there.
      globals: { ...globals.node, ...globals.browser, chrome: "readonly", browser: "readonly" },
    },
    rules: { "no-console": "off" },
  },
];
