import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/** One folder a noun of the product. A folder is used by others through its `index.ts` alone. */
const FEATURES = [
  "library",
  "reader",
  "claims",
  "inspector",
  "near",
  "evidence",
  "sources",
  "search",
  "overview",
  "importing",
  "exporting",
  "settings",
  "history",
  "questions",
  "palette",
  "views",
];
/** What the features stand on. These know no feature. */
const GROUND = ["backend", "controls", "keys", "place", "styles", "text", "workspace"];

const NO_TAURI = {
  regex: "^@tauri-apps/",
  message: "Only src/backend/ knows the host. Ask through `backend.call`.",
};

/** Forbids reaching into these folders; `inside` is a regular expression of what may follow the folder's name. */
function shut(folders, inside, message) {
  return { regex: `^(?:\\.{1,2}/)+(?:${folders.join("|")})(?:${inside})$`, message };
}

function imports(files, patterns, ignores = []) {
  return { files, ignores, rules: { "no-restricted-imports": ["error", { patterns }] } };
}

const PAST_THE_DOOR = "/(?!index(?:\\.ts)?$).+";

const architecture = [
  imports(
    ["src/**"],
    [NO_TAURI, shut(FEATURES, PAST_THE_DOOR, "Import from the folder's index.ts.")],
    ["src/backend/**"],
  ),
  ...FEATURES.map((feature) =>
    imports(
      [`src/${feature}/**`],
      [
        NO_TAURI,
        shut(
          FEATURES.filter((other) => other !== feature),
          PAST_THE_DOOR,
          "A feature uses another only through its index.ts.",
        ),
        shut(["window"], "/?.*", "The window knows the features, not they it."),
      ],
    ),
  ),
  ...GROUND.map((folder) =>
    imports(
      [`src/${folder}/**`],
      [
        ...(folder === "backend" ? [] : [NO_TAURI]),
        shut([...FEATURES, "window"], "/?.*", `${folder}/ is below the features and knows none of them.`),
      ],
    ),
  ),
];

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/backend/generated.ts"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // The compiler knows what is defined.
      "no-undef": "off",
      eqeqeq: ["error", "always"],
      "no-console": ["error", { allow: ["error"] }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-empty-function": "off",
      // It takes `this.#timer ??= …` for no use.
      "no-unused-private-class-members": "off",
      // Sets and maps here are replaced whole, in `$state.raw`, or belong to no state.
      "svelte/prefer-svelte-reactivity": "off",
      // Nothing imported is ever markup in the window, and the content policy refuses style attributes.
      "svelte/no-at-html-tags": "error",
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc"].map((property) => ({
          property,
          message: "Text is set as text, never as markup.",
        })),
        { object: "document", property: "write", message: "Text is set as text, never as markup." },
      ],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
  },
  {
    files: ["src/**", "*.ts"],
    rules: { "@typescript-eslint/explicit-function-return-type": ["error", { allowExpressions: true }] },
  },
  {
    files: ["**/*.svelte"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "SvelteAttribute[key.name='style']",
          message: "The content policy refuses style attributes. Use a class or `style:property={…}`.",
        },
      ],
      "@typescript-eslint/no-unused-expressions": "off",
    },
  },
  ...architecture,
);
