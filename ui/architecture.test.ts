// @vitest-environment node
import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

const eslint = new ESLint();

/** The rules that a file of this content breaks. */
async function broken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId ?? `fatal: ${message.message}`);
}

const use = (from: string): string => `import { x } from "${from}";\nexport const y = x;\n`;

beforeAll(() => broken("src/text/x.ts", ""), 60_000);

describe("the architecture of the interface", { timeout: 30_000 }, () => {
  it("lets only the backend know Tauri", async () => {
    const code = use("@tauri-apps/api/core");
    for (const folder of ["claims", "controls", "keys", "window", "text"])
      expect(await broken(`src/${folder}/x.ts`, code)).toContain("no-restricted-imports");
    expect(await broken("src/main.ts", code)).toContain("no-restricted-imports");
    expect(await broken("src/backend/x.ts", code)).not.toContain("no-restricted-imports");
  });

  it("lets a feature use another only through its index", async () => {
    expect(await broken("src/claims/x.ts", use("../inspector/Inspector"))).toContain("no-restricted-imports");
    expect(await broken("src/claims/deep/x.ts", use("../../inspector/pad/keys"))).toContain("no-restricted-imports");
    expect(await broken("src/window/x.ts", use("../claims/Ledger.svelte"))).toContain("no-restricted-imports");
    for (const from of ["../inspector", "../inspector/index", "../inspector/index.ts", "./rows", "../controls/icons"])
      expect(await broken("src/claims/x.ts", use(from))).toEqual([]);
    expect(await broken("src/claims/deep/x.ts", use("../rows"))).toEqual([]);
  });

  it("keeps the arrows pointing down", async () => {
    for (const folder of ["controls", "text", "keys", "backend", "styles"])
      expect(await broken(`src/${folder}/x.ts`, use("../claims"))).toContain("no-restricted-imports");
    expect(await broken("src/claims/x.ts", use("../window"))).toContain("no-restricted-imports");
    expect(await broken("src/window/x.ts", use("../claims"))).toEqual([]);
  });

  it("refuses markup from text, and style attributes", async () => {
    expect(await broken("src/claims/X.svelte", "{@html '<b>'}\n")).toContain("svelte/no-at-html-tags");
    expect(await broken("src/claims/x.ts", "document.body.innerHTML = '';\n")).toContain("no-restricted-properties");
    expect(await broken("src/claims/X.svelte", '<p style="color: red">x</p>\n')).toContain("no-restricted-syntax");
    expect(await broken("src/claims/X.svelte", '<p style:color="red">x</p>\n')).toEqual([]);
  });
});
