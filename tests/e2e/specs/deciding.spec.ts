// Claims that may be the same, decided on by keys alone; the offer of an earlier verdict; and claims that contradict.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Locator, type Page } from "@playwright/test";

import { type Host } from "../support/host.ts";
import { expect, test } from "../support/test.ts";

const FIRST = `Sergei Lavrov and Antony Blinken spoke for 10 minutes on the sidelines of the meeting. The hospital in Kakhovka \
treated 240 patients in January 2023.`;
const SECOND = `Sergei Lavrov and Antony Blinken spoke for 7 minutes on the sidelines of the meeting in Delhi. The hospital in \
Kakhovka treated 240 patients in January 2023.`;

const inspector = (page: Page): Locator => page.getByRole("complementary").last();
const near = (page: Page): Locator => inspector(page).getByRole("region", { name: "May be the same" });
const related = (page: Page): Locator => inspector(page).getByRole("region", { name: "Related claims" });
const inHand = (page: Page): Locator => inspector(page).locator(".bar .mono");

function bring(host: Host, title: string, text: string): void {
  const file = join(host.home.folder, `${title}.txt`);
  writeFileSync(file, text);
  host.assay("import", file, "--title", title, "--published", "2023-03-03");
}

interface Listed {
  ref: string;
  statement: string;
}

/** The reference of the newest claim that says something. */
function refOf(host: Host, words: string): string {
  const lines = host.assay("--json", "claims", words).trim().split("\n");
  const last = lines.at(-1);
  if (!last) throw new Error(`no claim says “${words}”`);
  return (JSON.parse(last) as Listed).ref;
}

/** Goes to the list of claims and takes the one in hand that is found by a query, by keys. */
async function take(page: Page, ref: string): Promise<void> {
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.keyboard.press("/");
  await page.keyboard.type(ref);
  await page.keyboard.press("Enter");
  await expect(inHand(page)).toHaveText(ref);
}

test("claims that may be the same are decided on by keys, and an earlier verdict stays on offer", async ({
  page,
  host,
  accessible,
}) => {
  bring(host, "First", FIRST);
  const theirs = refOf(host, "240 patients");
  bring(host, "Second", SECOND);
  const ours = refOf(host, "240 patients");
  expect(ours).not.toBe(theirs);
  host.assay("evidence", "add", theirs, "--stance", "refutes", "--title", "Register", "--primary", "--quote", "204");
  host.assay("set", theirs, "status=in-progress", "verdict=refuted", "rationale=The register has 204 [1].");
  host.assay("sign-off", theirs, "--as", "Ada Okafor");
  host.assay("set", ours, "status=open");
  await page.goto(host.url);
  await take(page, ours);
  await expect(near(page)).toContainText(theirs);

  // Without the focus on it, its keys only go there.
  await expect(near(page).getByText("Shift S")).toBeVisible();
  await page.keyboard.press("Shift+S");
  await expect(near(page).locator(".take")).toBeFocused();
  await expect(related(page)).toHaveCount(0);
  await accessible();
  await page.keyboard.press("Shift+S");
  await expect(related(page)).toContainText(`Same as ${theirs}`);
  await expect(near(page)).toHaveCount(0);

  // What was found of the other is still offered, with its date, and taken over by a key.
  await expect(related(page)).toContainText("Refuted, signed off by Ada Okafor, 23 Nov 2026");
  await accessible();
  await page.keyboard.press("Shift+T");
  await expect(inspector(page).getByRole("radio", { name: /Refuted/ })).toBeChecked();
  await expect(related(page)).not.toContainText("signed off by");
  await page.keyboard.press("Control+z");
  await expect(related(page)).toContainText("signed off by Ada Okafor");
  await page.keyboard.press("Control+z");
  await expect(near(page)).toContainText(theirs);
  await page.keyboard.press("Shift+L");
  await page.keyboard.press("Shift+X");
  await expect(related(page)).toContainText(`Not the same as ${theirs}`);
});

test("one key goes along claims that contradict", async ({ page, host }) => {
  bring(host, "First", FIRST);
  const theirs = refOf(host, "minutes");
  bring(host, "Second", SECOND);
  const ours = refOf(host, "minutes");
  await page.goto(host.url);
  await take(page, ours);
  await expect(near(page)).toContainText("May contradict");
  await page.keyboard.press("Shift+L");
  await page.keyboard.press("Shift+C");
  await expect(related(page)).toContainText(`Contradicts ${theirs}`);
  await expect(related(page)).toContainText("G X");
  for (const ref of [theirs, ours]) {
    await page.keyboard.press("g");
    await page.keyboard.press("x");
    await expect(inHand(page)).toHaveText(ref);
  }
});

test("an article that is brought in says which of its claims may be there already", async ({ page, host }) => {
  bring(host, "First", FIRST);
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "Second.txt", { type: "text/plain" }));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
  }, SECOND);
  const message = page.locator(".toast").filter({ hasText: "may be the same as others" });
  await expect(message).toContainText(/^\s*2 claims of “/);
  await message.getByRole("button", { name: "Compare" }).click();
  const sheet = page.getByRole("dialog", { name: "Compare with other claims" });
  await expect(sheet.getByRole("status")).toHaveText("2 pairs, 1 may contradict");
  // Its keys hold in the sheet, for the pair that has the focus.
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+C");
  await expect(sheet.getByRole("status")).toHaveText("1 pair");
  await page.keyboard.press("Shift+M");
  await expect(sheet.getByText("Nothing is left to decide.")).toBeVisible();
});
