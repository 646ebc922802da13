// Claims that may be the same: shown with what agrees and differs, joined, related, refused for good, taken over; while a
// claim is typed; and for all of a document.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Locator, type Page } from "@playwright/test";

import { type Host } from "../support/host.ts";
import { expect, test } from "../support/test.ts";

const FIRST = `Sergei Lavrov and Antony Blinken spoke for 10 minutes on the sidelines of the meeting. Mr Blinken raised the case of \
Paul Whelan, an American held in Russia since 2018. The hospital in Kakhovka treated 240 patients in January 2023. About \
35,000 people live in Nova Kakhovka.`;
const SECOND = `Sergei Lavrov and Antony Blinken spoke for 7 minutes on the sidelines of the meeting in Delhi. Mr Blinken \
raised the case of Paul Whelan, an American held in Russia since 2018. The hospital in Kakhovka treated 240 patients in \
January 2023. The bridge over the river was closed to lorries.`;

interface Shown {
  ref: string;
  status: string;
  verdict: string;
  rationale: string;
  evidence: number;
  statement: string;
  mentions: { document: string; exact: string }[];
  relations: { kind: string }[];
}

const show = (host: Host, ref: string) => JSON.parse(host.assay("--json", "show", ref)) as Shown;

function bring(host: Host, name: string, text: string, publisher: string): void {
  const file = join(host.home.folder, `${name}.txt`);
  writeFileSync(file, text);
  host.assay("import", file, "--title", name, "--publisher", publisher, "--published", "2023-03-03");
}

/** Both texts, their claims found. Gives what finds the reference of a claim of a document by words of it. */
function both(host: Host): (document: "D1" | "D2", words: string) => string {
  bring(host, "First", FIRST, "BBC News");
  bring(host, "Second", SECOND, "AFP");
  const claims = host
    .assay("--json", "claims")
    .trim()
    .split("\n")
    .map((line) => show(host, (JSON.parse(line) as { ref: string }).ref));
  return (document, words) => {
    const found = claims.find((one) => one.statement.includes(words) && one.mentions[0]?.document === document);
    if (!found) throw new Error(`no claim of ${document} has “${words}”`);
    return found.ref;
  };
}

/** Takes a claim in hand in the ledger. */
async function take(page: Page, ref: string): Promise<void> {
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page
    .locator("[role=row].gr:not(.hd)", { hasText: new RegExp(`${ref}\\b`) })
    .first()
    .click();
  await expect(inspector(page).locator(".bar .mono")).toHaveText(ref);
}

const inspector = (page: Page): Locator => page.getByRole("complementary").last();
const section = (page: Page): Locator => inspector(page).getByRole("region", { name: "May be the same" });
const related = (page: Page): Locator => inspector(page).getByRole("region", { name: "Related claims" });

test("a claim like another is shown, refused for good and brought back, and merged", async ({
  page,
  host,
  accessible,
}) => {
  const ref = both(host);
  const [ours, theirs] = [ref("D2", "Whelan"), ref("D1", "Whelan")];
  await page.goto(host.url);
  await take(page, ours);
  await expect(section(page).getByRole("listitem")).toHaveCount(1);
  await expect(section(page)).toContainText(theirs);
  await expect(section(page)).toContainText("BBC News");
  await expect(section(page)).toContainText(/Agrees:\s*Antony Blinken, Paul Whelan, American, Russia\s· 2018/);
  await expect(section(page)).not.toContainText("Differs");
  await expect(section(page)).not.toContainText("contradict");
  await accessible();
  // What is on a second line stands under what is on the first.
  const places = await section(page)
    .locator(".keyed")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, top }) => ({ left, top })));
  const first = places.filter(({ top }) => top === places[0]?.top).map(({ left }) => left);
  expect([first.length, places.length]).toEqual([2, 4]);
  expect(places.map(({ left }) => left)).toEqual(places.map((_, index) => first[index % first.length]));

  await section(page)
    .getByRole("button", { name: `Not the same as ${theirs}` })
    .click();
  await expect(section(page)).toHaveCount(0);
  await expect(related(page)).toContainText(`Not the same as ${theirs}`);
  expect(show(host, ours).relations.map(({ kind }) => kind)).toEqual(["different-from"]);
  // Neither is it shown again to the other one, nor after the window was opened anew.
  await page.reload();
  await take(page, theirs);
  await expect(related(page)).toContainText(ours);
  await page.waitForTimeout(500);
  await expect(section(page)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(section(page)).toContainText(ours);
  await expect(related(page)).toHaveCount(0);

  // A click on it takes it in hand.
  await section(page).getByRole("button", { name: ours }).first().click();
  await expect(inspector(page).locator(".bar .mono")).toHaveText(ours);
  await section(page)
    .getByRole("button", { name: `Merge ${ours} into ${theirs}` })
    .click();
  await expect(inspector(page)).toContainText(`Merged into ${theirs}`);
  await expect(section(page)).toHaveCount(0);
  await expect.poll(() => show(host, theirs).mentions.map(({ document }) => document)).toEqual(["D1", "D2"]);
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await expect(section(page)).toContainText(theirs);
  expect(show(host, theirs).mentions).toHaveLength(1);
});

test("an earlier verdict is offered with its date and taken over with what it rests on, but not signed off", async ({
  page,
  host,
}) => {
  const ref = both(host);
  const [ours, theirs] = [ref("D2", "240 patients"), ref("D1", "240 patients")];
  host.assay(
    "evidence",
    "add",
    theirs,
    "--stance",
    "refutes",
    "--title",
    "Register",
    "--primary",
    "--quote",
    "204 in all",
  );
  host.assay("set", theirs, "status=in-progress", "verdict=refuted", "rationale=The register has 204 [1].");
  await page.goto(host.url);
  await take(page, ours);
  await expect(section(page)).toContainText("Refuted, not signed off, edited 23 Nov 2026");
  host.assay("sign-off", theirs, "--as", "Ada Okafor");
  await expect(section(page)).toContainText("Refuted, signed off by Ada Okafor, 23 Nov 2026");
  expect(show(host, ours).verdict).toBe("");
  const button = section(page).getByRole("button", {
    name: `Take over verdict of ${theirs}`,
  });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAttribute("title", `${ours} is Suggested. Accept it first.`);
  await page.keyboard.press("o");
  await expect(button).toBeEnabled();
  await button.click();
  await expect(inspector(page).getByRole("radio", { name: /Refuted/ })).toBeChecked();
  await expect(related(page)).toContainText(`Same as ${theirs}`);
  await expect(section(page)).toHaveCount(0);
  const taken = show(host, ours);
  expect(taken).toMatchObject({
    status: "open",
    verdict: "refuted",
    evidence: 1,
  });
  expect(taken.rationale).toContain(`As for ${theirs}, signed off by Ada Okafor on 2026-11-23.`);
  expect(taken.rationale).toContain("The register has 204 [1].");
  await page.keyboard.press("Control+z");
  await expect(button).toBeEnabled();
  expect(show(host, ours)).toMatchObject({
    verdict: "",
    rationale: "",
    evidence: 0,
  });
  // What has a verdict of its own is offered none.
  await page.keyboard.press("1");
  await expect(button).toHaveCount(0);
  await expect(section(page)).toContainText("signed off by Ada Okafor");
});

test("two that cannot both be true are said to, with the values at odds first", async ({ page, host, accessible }) => {
  const ref = both(host);
  const [ours, theirs] = [ref("D2", "7 minutes"), ref("D1", "10 minutes")];
  await page.goto(host.url);
  await take(page, ours);
  const row = section(page).getByRole("listitem").filter({ hasText: theirs });
  await expect(row).toContainText("May contradict");
  await expect(row).toContainText(/Differs:\s*7 minutes ↔ 10 minutes\s· Delhi only here/);
  await expect(row.getByRole("group").getByRole("button")).toHaveText([
    "Contradicts",
    "Same as",
    "Merge",
    "Not the same",
  ]);
  await accessible();
  await row.getByRole("button", { name: `Contradicts ${theirs}` }).click();
  await expect(related(page)).toContainText(`Contradicts ${theirs}`);
  await expect(section(page)).toHaveCount(0);
});

/** Selects words of the article by the browser's own means. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector("main")!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at === -1 || !node.parentElement?.closest("[data-start]")) continue;
      getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`no such words: ${wanted}`);
  }, words);
  await expect(page.getByRole("toolbar", { name: "Selected text" })).toBeVisible();
}

test("a claim being typed shows the one that is there, which takes its words instead", async ({
  page,
  host,
  accessible,
}) => {
  const ref = both(host);
  const theirs = ref("D1", "240 patients");
  await page.goto(host.url);
  await page.locator(".side-docs .nav").first().click();
  await expect(page.getByRole("region", { name: "Article" })).toBeVisible();
  await select(page, "closed to lorries");
  await page.keyboard.press("c");
  const form = page.getByRole("dialog", { name: "New claim" });
  const statement = form.getByRole("textbox", { name: "Statement" });
  const near = form.getByRole("region", { name: "May be the same" });
  await expect(statement).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Nobody was there.");
  const create = form.getByRole("button", { name: /^Create claim/ });
  const before = await create.boundingBox();
  await statement.fill("Kakhovka’s hospital treated 250 patients in January 2023.");
  await expect(near).toContainText(theirs);
  await expect(near).toContainText("May contradict");
  await expect(near).toContainText("250 ↔ 240");
  // Nothing moved and nothing took the focus.
  expect(await create.boundingBox()).toEqual(before);
  await expect(statement).toBeFocused();
  await accessible();
  await statement.fill("Nobody was there.");
  await expect(near).toHaveCount(0);

  await statement.fill("The hospital in Kakhovka treated 240 patients in January 2023.");
  await expect(near.getByRole("button", { name: `Add as mention of ${theirs} instead` })).toBeVisible();
  await page.keyboard.press("Alt+m");
  await expect(form).toBeHidden();
  await expect(inspector(page).locator(".bar .mono")).toHaveText(theirs);
  expect(show(host, theirs).mentions.map(({ exact }) => exact)).toContain("closed to lorries");
  await page.keyboard.press("Control+z");
  await expect.poll(() => show(host, theirs).mentions).toHaveLength(1);
});

test("all claims of a document are compared, pair by pair, with the same decisions", async ({
  page,
  host,
  accessible,
}) => {
  const ref = both(host);
  await page.goto(host.url);
  await page.locator(".side-docs .nav").first().click();
  await expect(page.getByRole("region", { name: "Article" })).toBeVisible();
  await page.keyboard.press("l");
  const sheet = page.getByRole("dialog", { name: "Compare with other claims" });
  await expect(sheet.getByRole("status")).toHaveText("3 pairs, 1 may contradict");
  await accessible();
  const [length, whelan] = [ref("D2", "7 minutes"), ref("D2", "Whelan")];
  // Claims that go with their document are no fault, and come back with it.
  host.assay("undo");
  await expect(sheet.getByText("Nothing is left to decide.")).toBeVisible();
  host.assay("redo");
  await expect(sheet.getByRole("status")).toHaveText("3 pairs, 1 may contradict");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("j");
  await expect(sheet.getByRole("region", { name: length }).locator(".take")).toBeFocused();
  const pair = sheet.getByRole("region", { name: whelan });
  await page.keyboard.press("j");
  await expect(pair.locator(".take")).toBeFocused();
  await page.keyboard.press("k");
  await pair.getByRole("button", { name: /^Not the same as/ }).click();
  await expect(pair).toHaveCount(0);
  await expect(sheet.getByRole("status")).toHaveText("2 pairs, 1 may contradict");
  // The next pair has the focus.
  await expect(sheet.locator(".take:focus")).toHaveCount(1);
  // Undo holds in the sheet too.
  await page.keyboard.press("Control+z");
  await expect(pair).toBeVisible();
  await pair.getByRole("button", { name: /^Merge/ }).click();
  await expect(pair).toHaveCount(0);
  expect(show(host, whelan).status).toBe("dismissed");
  // A message stands above the sheet, and pressing it leaves the sheet open.
  const message = page.locator(".toast");
  await message.hover();
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForTimeout(100);
  await expect(sheet).toBeVisible();
  await message.getByRole("button", { name: "Undo" }).click();
  await expect(pair).toBeVisible();
  for (const deed of [/^Same as/, /^Contradicts/, /^Not the same as/])
    await sheet.getByRole("group").getByRole("button", { name: deed }).first().click();
  await expect(sheet.getByText("Nothing is left to decide.")).toBeVisible();
  for (let time = 0; time < 3; time += 1) await page.keyboard.press("Control+z");
  await expect(sheet.getByRole("status")).toHaveText("3 pairs, 1 may contradict");
  await sheet.getByRole("region", { name: length }).getByRole("button", { name: length }).first().click();
  await expect(sheet).toBeHidden();
  await expect(inspector(page).locator(".bar .mono")).toHaveText(length);
});

test("a document that nothing is like says so, and closing ends the comparison", async ({ page, host }) => {
  bring(host, "First", FIRST, "BBC News");
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await expect(page.getByRole("listbox", { name: "Documents" })).toBeVisible();
  await page.keyboard.press("l");
  const sheet = page.getByRole("dialog", { name: "Compare with other claims" });
  await expect(sheet.getByText("None of its 4 claims is like one of another document.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  // In stretches, as a long document is gone through: after the sheet is closed no more are asked for.
  const asked: (number | null)[] = [];
  let close = (): void => {};
  const closed = new Promise<void>((resolve) => (close = resolve));
  await page.route("**/call", async (route) => {
    const { name, arg } = JSON.parse(route.request().postData() ?? "{}") as {
      name: string;
      arg: { after: number | null };
    };
    if (name !== "claims.near-in") return route.continue();
    asked.push(arg.after);
    // The second stretch goes on until the sheet is closed.
    if (asked.length === 2) await closed;
    const left = 300 - asked.length * 100;
    return route.fulfill({
      json: {
        ok: {
          found: [],
          compared: 100,
          left,
          next: left > 0 ? asked.length : null,
        },
      },
    });
  });
  await page.keyboard.press("l");
  await expect(sheet.getByRole("status")).toHaveText("Compared 100 of 300");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  close();
  await page.waitForTimeout(2000);
  expect(asked).toEqual([null, 1]);
});
