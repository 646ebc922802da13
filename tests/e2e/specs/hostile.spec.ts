// Whatever stands in a field is text: nothing of it runs, nothing of it becomes part of the page.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Page } from "@playwright/test";

import { type Host } from "../support/host.ts";
import { expect, test } from "../support/test.ts";

/** What sets the flag would have run. */
const RUN = "window.ran=1";

const PAYLOADS: Record<string, string> = {
  script: `<script>${RUN}</script>`,
  image: `<img src=x onerror="${RUN}">`,
  drawing: `<svg/onload=${RUN}><animate onbegin=${RUN} attributeName=x>`,
  link: `<a href="javascript:${RUN}">read on</a>`,
  frame: `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  style: "<style>*{display:none!important}</style>",
  entities: "&lt;b&gt; &amp; &#60;script&#62; &quot;",
  templates: `{{constructor.constructor('${RUN}')()}} \${${RUN}} {@html 1} {#if true}`,
  address: `data:text/html,<script>${RUN}</script>`,
  breakout: `" autofocus onfocus="${RUN}" x='><script>${RUN}</script>`,
  closing: `</textarea></title></style></script><body onload=${RUN}>`,
  comment: `<!--><script>${RUN}</script>--> ]]> <![CDATA[`,
  long: "Donaudampfschifffahrt".repeat(20),
  nothing: "null undefined [object Object] NaN __proto__",
  direction: "safe \u202egnp.exe\u202c and \u2067\u05d0\u05d1\u2069 end",
};

const names = Object.keys(PAYLOADS);

/** A name or a tag is one line of at most 100 characters, without a comma. */
function short(words: string): string {
  return [...words.replaceAll(",", ";")].slice(0, 100).join("");
}

/** Makes a document of each payload, with a claim that bears it in every field. Gives the claims' references. */
function fill(host: Host): string[] {
  return names.map((name, index) => {
    const payload = PAYLOADS[name]!;
    const file = join(host.home.folder, `${name}.txt`);
    writeFileSync(file, `Document ${name}\n\nThe budget rose by 12 per cent in 2020, ${payload} he said.\n`);
    host.assay("import", file, "--title", payload, "--publisher", payload);
    const quoted = ["--document", `D${index + 1}`, "--quote", payload, "--statement", payload, "--label", payload];
    const { ref } = JSON.parse(host.assay("--json", "claim", "add", ...quoted, "--claimant", payload)) as {
      ref: string;
    };
    const person = short(`${name} ${payload}`);
    host.assay("person", "add", person, "--initials", "<b>");
    host.assay("set", ref, `rationale=${payload}`, `found=${payload}`, `tag+=${short(payload)}`, `checker=${person}`);
    host.assay("note", "add", ref, payload);
    host.assay("note", "add", ref, payload, "--question");
    const source = ["--title", payload, "--publisher", payload, "--author", payload, "--origin", payload];
    const facts = ["--locator", payload, "--quote", payload, "--url", `https://example.org/?'onclick=${index}`];
    host.assay("evidence", "add", ref, "--stance", "supports", "--primary", ...source, ...facts, "--notes", payload);
    return ref;
  });
}

/** Fails if anything of the payloads ran, or became an element or an attribute of the page. */
async function harmless(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const made = [
      ...document.body.querySelectorAll("img, script, style, iframe, object, embed, base, meta, link, animate, video"),
    ].filter(
      (one) => !(one instanceof HTMLScriptElement && one.type === "module" && one.src.startsWith(location.origin)),
    );
    const goes = /^(?:.*href|src.*|action|formaction|data|poster|background)$/;
    const wrong = [...document.querySelectorAll("*")].flatMap((one) =>
      [...one.attributes]
        .filter(
          ({ name, value }) => name.startsWith("on") || (goes.test(name) && /^\s*(?:javascript|data):/i.test(value)),
        )
        .map(({ name }) => `${one.tagName} ${name}`),
    );
    return { ran: "ran" in window, made: made.map((one) => one.outerHTML.slice(0, 200)), wrong };
  });
  expect(found, where).toEqual({ ran: false, made: [], wrong: [] });
}

/** Fails if something reaches beyond the pane it is in, so that it cannot be read or covers what is beside it. */
async function within(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(() =>
    [".bar", ".read", ".insp-body", ".side", ".doc-head"].filter((pane) =>
      [...document.querySelectorAll(pane)].some((one) => one.scrollWidth > one.clientWidth + 1),
    ),
  );
  expect(over, where).toEqual([]);
}

/** Everything that can be read on the page: its text, and what its fields hold. */
async function readable(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>("input, textarea")].map((one) => one.value);
    return [document.body.textContent, ...fields].join("\n");
  });
}

/** Waits until payloads can be read as they are, so many times at least. */
async function readAs(page: Page, which: readonly string[], times = 1): Promise<void> {
  for (const name of which)
    await expect
      .poll(async () => (await readable(page)).split(PAYLOADS[name]!).length - 1, { message: name })
      .toBeGreaterThanOrEqual(times);
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill(words);
  await page.getByRole("option", { name: words }).first().click();
}

test.describe("markup in any field is text", () => {
  test.setTimeout(120_000);
  let dialogs: string[];

  test.beforeEach(({ page }) => {
    dialogs = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  });
  test.afterEach(() => expect(dialogs).toEqual([]));

  test("in the library, the reader and the inspector", async ({ page, host }) => {
    const refs = fill(host);
    await page.goto(host.url);
    const rows = page.locator(".side-docs .nav");
    await expect(rows).toHaveCount(names.length);
    await readAs(page, names, 2);
    await harmless(page, "library");
    await within(page, "library");

    for (const [index, name] of names.entries()) {
      // The newest document is the first.
      await rows.nth(names.length - 1 - index).click();
      const mark = page.getByRole("group", { name: new RegExp(`^${refs[index]}, open`) });
      await mark.focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("complementary").last().locator(".bar .mono")).toHaveText(refs[index]!);
      // Title, publisher, text, mention, quote; label, statement, claimant, found, tag, rationale, notes, source.
      await readAs(page, [name], 12);
      await harmless(page, `reader and inspector, ${name}`);
      await within(page, `reader and inspector, ${name}`);
      await page.keyboard.press("Control+f");
      await page.keyboard.insertText(PAYLOADS[name]!);
      await expect(page.getByRole("search").getByRole("status")).toHaveText(/^1 of/);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    }
  });

  test("in the ledger, its facets and filter, and in what is told", async ({ page, host }) => {
    const refs = fill(host);
    await page.goto(host.url);
    await page.getByRole("navigation").first().waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    const filter = page.getByRole("combobox", { name: "Filter claims" });
    for (const [index, name] of names.entries()) {
      await filter.fill(refs[index]!);
      await expect(page.locator("[role=row].gr:not(.hd)")).toHaveCount(1);
      await readAs(page, [name], 3);
      await harmless(page, `ledger, ${name}`);
      await filter.fill(PAYLOADS[name]!);
      await harmless(page, `filter, ${name}`);
    }
    await filter.fill("tag:");
    await expect(page.getByRole("listbox")).toBeVisible();
    await harmless(page, "suggestions of the filter");
    await filter.fill("");
    await expect(page.locator("[role=row].gr:not(.hd)").nth(3)).toBeVisible();
    await harmless(page, "facets");

    // What is told of an edit by the command line, and by this window.
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("p");
    await expect(page.getByText(/set to In progress/)).toBeVisible();
    await harmless(page, "toast");
  });

  test("in sources, history, questions, people, the palette and the preview of an export", async ({ page, host }) => {
    const refs = fill(host);
    host.assay("set", ...refs, "verdict=supported");
    host.assay("sign-off", ...refs);
    for (const url of [`javascript:${RUN}`, `data:text/html,<script>${RUN}</script>`, "https://example.org/<script>"])
      expect(() => host.assay("source", "add", "--title", "x", "--url", url)).toThrow(/is not a web address/);
    await page.goto(host.url);
    await page.getByRole("navigation").first().waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("s");
    const sources = page.locator("main [role=row], main [role=option]");
    await expect(sources.first()).toBeVisible();
    await readAs(page, names);
    for (let index = 0; index < names.length; index += 1) {
      await page.keyboard.press("j");
      await harmless(page, `source ${index}`);
    }

    await command(page, "History of the workspace");
    const sheet = page.getByRole("dialog");
    await expect(sheet).toBeVisible();
    await expect(sheet.getByText(/added/i).first()).toBeVisible();
    await harmless(page, "history");
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();

    await command(page, "Questions to the author");
    await expect(sheet).toBeVisible();
    await readAs(page, names, 2);
    await harmless(page, "questions");
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();

    await command(page, "Workspace settings");
    await expect(sheet).toBeVisible();
    await harmless(page, "workspace settings");
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();

    await page.keyboard.press("Control+k");
    for (const name of names) {
      await sheet.getByRole("combobox").fill(PAYLOADS[name]!.slice(0, 40));
      await expect.poll(async () => (await page.getByRole("option").count()) > 0, { message: name }).toBe(true);
      await harmless(page, `palette, ${name}`);
    }
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();

    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await expect(page.locator("[role=row].gr:not(.hd)").first()).toBeVisible();
    await page.keyboard.press("x");
    await expect(sheet).toBeVisible();
    await sheet.getByText("Current view").click();
    for (const format of ["ClaimReview", "JSON", "CSV", "Markdown", "Questions"]) {
      await sheet.getByRole("radio", { name: new RegExp(`^${format}`) }).check({ force: true });
      await expect(sheet.getByRole("list", { name: "Preview" })).toContainText("script");
      await harmless(page, `export, ${format}`);
    }
  });
});
