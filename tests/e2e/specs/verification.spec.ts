// What a checker does to a claim, and where it shows: notes, scales, findings, relations, confidential sources, rules.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { type Page } from "@playwright/test";

import { SAMPLE } from "../support/home.ts";
import { type Host } from "../support/host.ts";
import { expect, test } from "../support/test.ts";

const WORDS = '"less than 10 minutes"';

/** The sample in the workspace, and one claim of it open and in hand. Gives its reference. */
async function inHand(page: Page, host: Host): Promise<string> {
  host.assay("import", SAMPLE);
  const { ref } = JSON.parse(host.assay("--json", "claims", WORDS)) as { ref: string };
  host.assay("set", ref, "status=in-progress");
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await take(page);
  return ref;
}

/** Filters to the claim and takes it in hand. */
async function take(page: Page): Promise<void> {
  const rows = page.locator("[role=row].gr:not(.hd)");
  await expect(rows.first()).toBeVisible();
  await page.getByRole("combobox", { name: "Filter claims" }).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(WORDS);
  await expect(rows).toHaveCount(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(inspector(page).getByRole("radiogroup").first()).toBeVisible();
}

const inspector = (page: Page) => page.getByRole("complementary").last();
const show = (host: Host, ref: string) => JSON.parse(host.assay("--json", "show", ref)) as Record<string, unknown>;

async function menu(page: Page, name: string): Promise<void> {
  await inspector(page).getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name }).click();
}

async function workspaceMenu(page: Page, name: RegExp): Promise<void> {
  await page.locator(".side-top").click();
  await page.getByRole("menuitem", { name }).click();
}

test("a question to the author is asked, listed over the workspace, and answered there", async ({
  page,
  host,
  accessible,
}) => {
  const ref = await inHand(page, host);
  await menu(page, "Ask the author");
  const field = page.getByRole("textbox", { name: "Question to the author" });
  await expect(field).toBeFocused();
  await page.keyboard.type("Whose clock was it?");
  await page.keyboard.press("Control+Enter");
  await expect(inspector(page).getByText("Open question", { exact: true })).toBeVisible();
  await accessible();

  await workspaceMenu(page, /^Questions/);
  const sheet = page.getByRole("dialog", { name: "Questions to the author" });
  await expect(sheet.getByText("Whose clock was it?")).toBeVisible();
  await accessible();
  await sheet.getByRole("button", { name: `Answer the question on ${ref}` }).click();
  await page.keyboard.type("The press officer's.");
  await page.keyboard.press("Control+Enter");
  await expect(sheet.getByText("No question is open.")).toBeVisible();
  expect(show(host, ref)["notes"]).toMatchObject([{ kind: "question", answer: "The press officer's." }]);
});

test("a scale of the house is made, used, and a value in use is deleted only for another", async ({
  page,
  host,
  accessible,
}) => {
  const ref = await inHand(page, host);
  await workspaceMenu(page, /Workspace settings/);
  const sheet = page.getByRole("dialog", { name: "Workspace settings" });
  await accessible();
  await sheet.getByRole("button", { name: "New scale" }).click();
  await sheet.getByRole("textbox", { name: "Name of the scale" }).fill("House");
  const first = sheet.getByRole("textbox", { name: "Name of value 1" });
  const second = sheet.getByRole("textbox", { name: "Name of value 2" });
  const save = sheet.getByRole("button", { name: "Save scale" });
  await accessible();

  // Two values of one name: told where it is, and nothing saved.
  await first.fill("Right");
  await second.fill("right");
  await save.click();
  await expect(second).toHaveAttribute("aria-invalid", "true");
  expect(host.assay("--json", "scale", "list")).not.toContain('"House"');

  await second.fill("Wrong");
  await sheet.getByRole("button", { name: "Add value" }).click();
  await sheet.getByRole("textbox", { name: "Name of value 3" }).fill("Nobody knows");
  await save.click();
  await sheet.getByText("House", { exact: true }).click();
  await expect
    .poll(() => host.assay("--json", "scale", "list"))
    .toMatch(/"House".*"active":true|"active":true.*"House"/);
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect(inspector(page).getByRole("radio", { name: /Right/ }).first()).toBeVisible();
  await page.keyboard.press("1");
  await expect.poll(() => show(host, ref)["rating_name"]).toBe("Right");

  await workspaceMenu(page, /Workspace settings/);
  await sheet.getByRole("button", { name: "Edit" }).click();
  await sheet.getByRole("button", { name: "Remove value 1" }).click();
  await save.click();
  await expect(sheet.getByText(/1 claim/)).toBeVisible();
  await accessible();
  await sheet.getByRole("combobox", { name: /Right/ }).selectOption({ label: "Wrong" });
  await sheet.getByRole("button", { name: "Replace and save scale" }).click();
  await expect.poll(() => show(host, ref)["rating_name"]).toBe("Wrong");
});

test("said and true are found apart, and the ledger shows when they differ", async ({ page, host }) => {
  const ref = await inHand(page, host);
  await page.keyboard.press("Alt+1");
  await expect.poll(() => show(host, ref)["said"]).toBe("supported");
  await page.keyboard.press("2");
  await expect.poll(() => show(host, ref)["verdict"]).toBe("refuted");
  await expect(page.locator("[role=row].gr:not(.hd)").first()).toContainText(/said/i);
});

test("a split gives parts, a merge takes one in, and undo gives all of it back", async ({ page, host, accessible }) => {
  const ref = await inHand(page, host);
  const before = host.assay("--json", "claims");
  await menu(page, "Split…");
  const split = page.getByRole("dialog", { name: `Split ${ref}` });
  await split.getByRole("textbox", { name: "Part 1" }).fill("There was a discussion in Delhi.");
  await split.getByRole("textbox", { name: "Part 2" }).fill("It lasted less than 10 minutes.");
  await accessible();
  await page.keyboard.press("Control+Enter");
  await expect(split).toBeHidden();
  await expect(inspector(page).getByRole("region", { name: "Related claims" })).toContainText("Related 2");

  await menu(page, "Same as…");
  await expect(page.getByRole("combobox", { name: "Find a claim" })).toBeFocused();
  await page.keyboard.type("New START");
  await expect(page.getByRole("option").first()).toBeVisible();
  await accessible();
  await page.keyboard.press("Enter");
  await expect(inspector(page).getByRole("region", { name: "Related claims" })).toContainText("Related 3");

  await page.keyboard.press("Control+z");
  await expect(inspector(page).getByRole("region", { name: "Related claims" })).toContainText("Related 2");
  await page.keyboard.press("Control+z");
  await expect.poll(() => host.assay("--json", "claims")).toBe(before);
});

test("an interview stays in the house: it is confidential from the start and no export has it", async ({
  page,
  host,
}) => {
  const ref = await inHand(page, host);
  await page.keyboard.press("e");
  const form = page.getByRole("form", { name: "New evidence" });
  await form.getByRole("radio", { name: /Supports/ }).click();
  await form.getByRole("combobox", { name: "Title" }).fill("Zorn, on the telephone");
  await form.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Interview" });
  await expect(form.getByRole("checkbox", { name: /Confidential/ })).toBeChecked();
  await form.getByRole("textbox", { name: "Contact" }).fill("+49 30 5550100");
  await page.keyboard.press("Control+Enter");
  await expect(form).toBeHidden();
  await expect(inspector(page).getByText("Zorn, on the telephone")).toBeVisible();
  for (const format of ["json", "csv", "markdown", "claimreview"]) {
    const file = join(host.home.folder, `out-${format}`);
    host.assay("export", "--format", format, "--all", "--output", file);
    const names = readdirSync(host.home.folder).filter((name) => name.startsWith(`out-${format}`));
    for (const name of names) {
      const text = readFileSync(join(host.home.folder, name), "utf8");
      expect(text, `${format} names the source`).not.toContain("Zorn");
      expect(text, `${format} has the telephone`).not.toContain("5550100");
    }
    expect(names, ref).not.toEqual([]);
  }
});

test("what is typed right after evidence was sent goes to the rationale, whole", async ({ page, host }) => {
  const ref = await inHand(page, host);
  await page.keyboard.press("e");
  const form = page.getByRole("form", { name: "New evidence" });
  await form.getByRole("radio", { name: /Supports/ }).click();
  await form.getByRole("combobox", { name: "Title" }).fill("A page");
  // The answer comes while the rationale is being written.
  await page.route("**/call", async (route) => {
    if (route.request().postData()?.includes('"evidence.add"')) await new Promise((go) => setTimeout(go, 500));
    await route.continue();
  });
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("r");
  const words = "Both say so, and nobody else was there to say it.";
  await page.keyboard.type(words, { delay: 25 });
  await expect(form).toBeHidden();
  const rationale = inspector(page).getByRole("textbox", { name: "Rationale" });
  await expect(rationale).toBeFocused();
  await expect(rationale).toHaveValue(words);
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => show(host, ref)).toMatchObject({ evidence: 1, rationale: words, status: "in-progress", verdict: "" });
  expect(JSON.stringify(show(host, ref)["evidence_items"])).toContain('"A page"');
});

test("a field refuses what cannot be, and keeps the claim as it was", async ({ page, host }) => {
  const ref = await inHand(page, host);
  await page.keyboard.press("e");
  const form = page.getByRole("form", { name: "New evidence" });
  await form.getByRole("radio", { name: /Supports/ }).click();
  await form.getByRole("combobox", { name: "Title" }).fill("A page");
  await form.getByRole("textbox", { name: "Web address" }).fill("example dot org");
  await page.keyboard.press("Control+Enter");
  const address = form.getByRole("textbox", { name: "Web address" });
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription(/example dot org/);
  await form.getByRole("textbox", { name: "Web address" }).fill("https://example.org/");
  await form.getByRole("textbox", { name: "Published" }).fill("2026-13-02");
  await page.keyboard.press("Control+Enter");
  await expect(form.getByRole("textbox", { name: "Published" })).toBeFocused();
  await expect(form.getByRole("textbox", { name: "Published" })).toHaveAccessibleDescription("There is no month 13.");
  await page.keyboard.press("Escape");

  await page.keyboard.press("r");
  await page.keyboard.type("As it says [3].");
  await page.keyboard.press("Control+Enter");
  await expect(inspector(page).getByText("[3] cites evidence that is not there.")).toBeVisible();
  expect(show(host, ref)).toMatchObject({ evidence: 0, rationale: "" });
});

test("an earlier state is looked at and given back as a new operation", async ({ page, host, accessible }) => {
  const ref = await inHand(page, host);
  const first = show(host, ref)["statement"];
  host.assay("set", ref, "statement=The talk was short.");
  await expect(inspector(page).getByText("The talk was short.").first()).toBeVisible();
  await page.keyboard.press("h");
  await inspector(page)
    .getByRole("tab", { name: /History/ })
    .click();
  const lines = inspector(page).locator(".hist button.line");
  await lines.nth(1).click();
  await inspector(page).getByRole("button", { name: "Look at this state" }).click();
  await expect(inspector(page).getByRole("region", { name: "The claim as it was" })).toContainText(String(first));
  await accessible();
  await inspector(page).getByRole("button", { name: "Restore" }).click();
  await expect.poll(() => show(host, ref)["statement"]).toBe(first);
  await page.keyboard.press("Control+z");
  await expect.poll(() => show(host, ref)["statement"]).toBe("The talk was short.");
});

test("with the two-person rule nobody signs off what they checked", async ({ page, host }) => {
  const ref = await inHand(page, host);
  host.assay("evidence", "add", ref, "--stance", "supports", "--title", "Transcript", "--primary");
  host.assay("set", ref, "verdict=supported", "rationale=It says so [1].", "status=in-review");
  await workspaceMenu(page, /Workspace settings/);
  const sheet = page.getByRole("dialog", { name: "Workspace settings" });
  await sheet.getByRole("radio", { name: /Sign-off/ }).click();
  await sheet.getByText("Two-person rule").click();
  await sheet.getByRole("button", { name: "Done" }).click();
  await page.keyboard.press("s");
  await expect(page.getByText(/checked/i).first()).toBeVisible();
  expect(show(host, ref)["status"]).toBe("in-review");
  host.assay("set", ref, "checker=Checker");
  host.assay("sign-off", ref, "--as", "Tomasz Wilk");
  await expect.poll(() => show(host, ref)["status"]).toBe("signed-off");
  await expect(
    inspector(page)
      .getByText(/Tomasz/)
      .first(),
  ).toBeVisible();
});
