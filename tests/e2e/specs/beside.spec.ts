// The article and its source side by side, how their words differ, the size of the text, and the article on paper.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Locator, type Page } from "@playwright/test";

import { SAMPLE } from "../support/home.ts";
import { type Host } from "../support/host.ts";
import { expect, test } from "../support/test.ts";

const QUOTE = "engage in meaningful diplomacy that can produce a just and durable peace";
/** The briefing that the sample article quotes, with paragraphs before it so that the quote is out of sight at first. */
const SOURCE = [
  "Remarks to the Press in New Delhi",
  ...Array.from({ length: 30 }, (_, index) => `The hall had ${index + 3} doors and nobody counted the chairs in it.`),
  `I told the foreign minister what so many said last week: End this war of aggression; ${QUOTE}.`,
  ...Array.from({ length: 30 }, (_, index) => `Row ${index + 3} was empty and the lights were on in the hall.`),
].join("\n\n");

const article = (page: Page): Locator => page.getByRole("region", { name: "Article", exact: true });
const source = (page: Page): Locator => page.getByRole("region", { name: "Remarks to the Press in New Delhi" });
const inspector = (page: Page): Locator => page.getByRole("complementary").last();
const show = (host: Host, ref: string) => JSON.parse(host.assay("--json", "show", ref)) as Record<string, unknown>;

/** The article and its source in the workspace, the claim on lasting peace in hand in the reader. Gives its reference. */
async function read(page: Page, host: Host, evidence: boolean): Promise<string> {
  const file = join(host.home.folder, "remarks.txt");
  writeFileSync(file, SOURCE);
  host.assay("import", SAMPLE);
  host.assay("import", file);
  const { ref } = JSON.parse(host.assay("--json", "claims", '"lasting peace"').split("\n")[0] ?? "") as { ref: string };
  host.assay("set", ref, "status=in-progress");
  if (evidence) host.assay("evidence", "add", ref, "--stance", "supports", "--document", "D2", "--quote", QUOTE);
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.getByRole("combobox", { name: "Filter claims" }).focus();
  await page.keyboard.type('"lasting peace"');
  await expect(page.locator("[role=row].gr:not(.hd)")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(inspector(page)).toContainText(ref);
  await page.keyboard.press("Enter");
  await expect(article(page).locator(".m.hand").first()).toBeInViewport();
  return ref;
}

/** Drags the mouse over words of a text, scrolling to them first. */
async function select(page: Page, region: Locator, words: string): Promise<void> {
  const drawn = () => region.evaluate((root, sought) => (root.textContent ?? "").includes(sought), words);
  for (let round = 0; round < 40 && !(await drawn()); round += 1) {
    await region.evaluate((root) => root.scrollBy(0, root.clientHeight));
    await page.waitForTimeout(50);
  }
  const [from, to] = await region.evaluate((root, sought) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? "").indexOf(sought);
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + sought.length);
      range.startContainer.parentElement?.scrollIntoView({ block: "center" });
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0], rects.at(-1)];
      if (first && last)
        return [
          { x: first.left + 1, y: first.top + first.height / 2 },
          { x: last.right - 1, y: last.top + last.height / 2 },
        ];
    }
    throw new Error(`“${sought}” is not drawn in one piece`);
  }, words);
  if (!from || !to) throw new Error("no place");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** What is painted as quoted, and whether it is in sight. */
function painted(page: Page): Promise<{ text: string; seen: boolean }> {
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get("quoted") ?? [])] as Range[];
    const rect = ranges[0]?.getBoundingClientRect();
    const frame = ranges[0]?.startContainer.parentElement?.closest(".read")?.getBoundingClientRect();
    const seen = rect !== undefined && frame !== undefined && rect.top >= frame.top && rect.bottom <= frame.bottom;
    return { text: ranges.map((range) => range.toString()).join(" "), seen };
  });
}

for (const scheme of ["light", "dark"] as const)
  test(`a second document opens by key, takes the focus in turn and closes again, ${scheme}`, async ({
    page,
    host,
    accessible,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await read(page, host, false);
    await page.keyboard.press("d");
    const chooser = page.getByRole("dialog", { name: "Compare with another document" });
    await expect(chooser.getByRole("option")).toHaveCount(1);
    await accessible();
    await page.keyboard.type("remarks");
    await page.keyboard.press("Enter");
    await expect(source(page)).toBeFocused();
    // What was read stays in sight, though the column is narrower now.
    await expect(article(page).locator(".m.hand").first()).toBeInViewport();
    await accessible();

    await page.keyboard.press("Shift+Tab");
    await expect(article(page)).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(source(page)).toBeFocused();
    const before = await inspector(page).locator(".bar .mono").first().textContent();
    await page.keyboard.press("j");
    await expect(inspector(page).locator(".bar .mono").first()).not.toHaveText(before ?? "");
    await expect(article(page).locator(".m.hand").first()).toBeInViewport();

    // The place remembers it: the source opened alone, and back to both.
    await page.getByRole("navigation").getByRole("button", { name: /^Remarks/ }).click();
    await expect(page.getByRole("main").getByRole("heading", { name: /^Remarks/ }).first()).toBeVisible();
    await expect(source(page)).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(source(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(source(page)).toBeHidden();
    await expect(article(page)).toBeFocused();
  });

test("evidence opens beside at the words quoted, and shows how they differ", async ({ page, host, accessible }) => {
  await read(page, host, true);
  const line = inspector(page).getByRole("button", { name: /^Differs/ });
  await expect(line).toHaveAccessibleName(/“lasting” in the article, “durable” in the source/);
  await line.click();
  await expect(inspector(page).locator(".diff del")).toHaveText("lasting");
  await expect(inspector(page).locator(".diff ins")).toHaveText("durable");
  await page.keyboard.press("Shift+D");
  await expect(source(page)).toBeVisible();
  await expect.poll(() => painted(page)).toEqual({ text: QUOTE, seen: true });
  await accessible();
  // Marks drawn anew leave it where it is.
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect.poll(() => painted(page)).toEqual({ text: QUOTE, seen: true });
  await page.getByRole("button", { name: "Close the document beside" }).click();
  await expect(source(page)).toBeHidden();
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);

  // From the ledger too.
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.getByRole("button", { name: "Open evidence 1 beside" }).click();
  await expect.poll(() => painted(page)).toEqual({ text: QUOTE, seen: true });
});

test("a mention in the document beside is gone to there, and the article stays", async ({ page, host }) => {
  const ref = await read(page, host, true);
  host.assay("mention", "add", ref, "--document", "D2", "--quote", QUOTE);
  await page.getByRole("button", { name: "Open evidence 1 beside" }).click();
  await expect.poll(() => painted(page)).toEqual({ text: QUOTE, seen: true });
  // The wheel ends the motion to the words, if it lasts.
  await source(page).hover();
  await page.mouse.wheel(0, -20_000);
  await expect(source(page).locator(".m.hand")).not.toBeInViewport();
  const there = inspector(page).getByRole("button", { name: /^D2 / });
  await there.click();
  await expect(source(page).locator(".m.hand").first()).toBeInViewport();
  await expect(there).toHaveAttribute("aria-current", "location");
  await expect(article(page).locator(".m.hand").first()).toBeInViewport();
});

test("words selected in the source are compared with the claim, and become its evidence", async ({
  page,
  host,
  accessible,
}) => {
  const ref = await read(page, host, false);
  await page.keyboard.press("d");
  await page.keyboard.press("Enter");
  await expect(source(page)).toBeFocused();
  await select(page, source(page), "meaningful diplomacy that can produce a just and durable peace");
  const bar = page.getByRole("toolbar", { name: `Selected text, for ${ref}` });
  await expect(bar.getByRole("button")).toHaveText([/Use as evidence/, /Compare/]);
  await accessible();
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("d");
  const compared = page.getByRole("region", { name: "Compared words" });
  await expect(compared).toContainText("“lasting” in the article, “durable” in the source");
  await accessible();
  await page.keyboard.press("Escape");
  await expect(compared).toBeHidden();
  await expect(source(page)).toBeVisible();

  await select(page, source(page), "a just and durable peace");
  await page.keyboard.press("e");
  const form = page.getByRole("form", { name: "New evidence" });
  await expect(form.locator("blockquote")).toHaveText("“a just and durable peace”");
  await form.getByRole("radio", { name: /Context/ }).click();
  await page.keyboard.press("Control+Enter");
  await expect(form).toBeHidden();
  const items = show(host, ref)["evidence_items"] as Record<string, unknown>[];
  expect(items[0]).toMatchObject({ quote: "a just and durable peace", stance: "context" });
});

/** The words painted as found, all and the one gone to. */
function found(page: Page): Promise<{ all: string[]; current: string[] }> {
  return page.evaluate(() => {
    const words = (name: string) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString());
    return { all: words("found"), current: words("found-current") };
  });
}

test("find works in whichever of the two has the focus, in both at once, and Esc ends the one that has it", async ({
  page,
  host,
  accessible,
}) => {
  await read(page, host, false);
  await page.keyboard.press("d");
  await page.keyboard.press("Enter");
  await expect(source(page)).toBeFocused();
  await page.keyboard.press("/");
  const there = page.getByRole("textbox", { name: "Find in the document beside" });
  const here = page.getByRole("textbox", { name: "Find in the article" });
  await expect(there).toBeFocused();
  await page.keyboard.type("durable peace");
  await expect.poll(() => found(page)).toEqual({ all: ["durable peace"], current: ["durable peace"] });
  await expect(page.getByRole("region", { name: "Beside the article" }).locator("output")).toHaveText("1 of 1");
  await expect(source(page).getByText("a just and durable peace")).toBeInViewport();
  // The field stays within its own text's pane, however narrow.
  for (const width of [1440, 1100]) {
    await page.setViewportSize({ width, height: 800 });
    const [field, pane] = await Promise.all(
      [page.getByRole("search"), page.getByRole("region", { name: "Beside the article" })].map((one) => one.boundingBox()),
    );
    expect(field?.x).toBeGreaterThanOrEqual(pane?.x ?? Infinity);
  }
  await accessible();

  await article(page).focus();
  await page.keyboard.press("/");
  await expect(here).toBeFocused();
  await page.keyboard.type("lasting peace");
  await expect.poll(() => found(page)).toEqual({
    all: expect.arrayContaining(["durable peace", "lasting peace"]) as string[],
    current: expect.arrayContaining(["durable peace", "lasting peace"]) as string[],
  });
  // Each is closed by itself, with the focus in its text.
  await source(page).focus();
  await page.keyboard.press("Escape");
  await expect(there).toBeHidden();
  await expect(here).toBeVisible();
  await expect.poll(async () => new Set((await found(page)).all)).toEqual(new Set(["lasting peace"]));
  await article(page).focus();
  await page.keyboard.press("Escape");
  await expect(here).toBeHidden();
  await expect(source(page)).toBeVisible();
});

test("Z marks the sentence of the text that has the focus", async ({ page, host }) => {
  await read(page, host, false);
  await page.keyboard.press("d");
  await page.keyboard.press("Enter");
  await expect(source(page)).toBeFocused();
  const marked = (document: string) =>
    host
      .assay("--json", "sentences", document)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { nothing_to_check: boolean; number: number })
      .filter((one) => one.nothing_to_check)
      .map(({ number }) => number);
  await source(page).getByText("The hall had 5 doors").click({ position: { x: 60, y: 10 } });
  await expect(source(page).locator(".sno.meant")).toHaveCount(1);
  await page.keyboard.press("z");
  await expect(source(page).locator(".sno.nothing")).toHaveCount(1);
  expect([marked("D1"), marked("D2")]).toEqual([[], [4]]);
  // Pressed twice it is as it was, however fast.
  await page.keyboard.press("z");
  await page.keyboard.press("z");
  await page.keyboard.press("z");
  await expect(source(page).locator(".sno.nothing")).toHaveCount(0);
  await expect.poll(() => marked("D2")).toEqual([]);

  await article(page).focus();
  await page.keyboard.press("n");
  await page.keyboard.press("z");
  await expect(article(page).locator(".sno.nothing")).toHaveCount(1);
  expect(marked("D1")).toHaveLength(1);
  expect(marked("D2")).toEqual([]);
});

test("at the smallest window and twice the size, both texts fit their columns", async ({ page, host, accessible }) => {
  await page.setViewportSize({ width: 1100, height: 720 });
  await read(page, host, true);
  const size = (px: string) =>
    expect(article(page).locator("[data-start]:not(.headline, .front, .caption)").first()).toHaveCSS("font-size", px);
  await size("17px");
  for (let step = 0; step < 9; step += 1) await page.keyboard.press("Control+=");
  await size("34px");
  await expect(article(page).locator(".m.hand").first()).toBeInViewport();
  await page.keyboard.press("Shift+D");
  await expect(source(page)).toBeVisible();
  const overflowing = () =>
    page.evaluate(() =>
      [...document.querySelectorAll(".texts .read, .texts .bar, .texts .main")]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => one.className),
    );
  expect(await overflowing()).toEqual([]);
  await accessible();

  await page.reload();
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.getByRole("grid", { name: "Claims" }).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(article(page)).toBeVisible();
  await size("34px");
  await page.keyboard.press("Control+-");
  await size("29.75px");
  await page.getByRole("button", { name: /175 %/ }).click();
  await size("17px");
});

test("the article is printed whole, with its marks and numbered claims and nothing else", async ({ page, host }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const file = join(host.home.folder, "long.txt");
  const paragraphs = Array.from({ length: 900 }, (_, n) => `Paragraph ${n} says that the fund grew by ${n} per cent in 2020.`);
  writeFileSync(file, ["A long article", ...paragraphs].join("\n\n"));
  host.assay("import", file);
  await page.addInitScript(() => {
    window.print = () => {
      document.title = `Printed: ${document.title}`;
    };
  });
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.locator("[role=row].gr:not(.hd)").first()).toBeVisible();
  await page.keyboard.press("Control+p");
  await page.keyboard.press("j");
  await expect(inspector(page).getByRole("radiogroup").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(article(page)).toBeVisible();
  await expect(page).not.toHaveTitle(/^Printed/);
  await page.keyboard.press("Control+p");
  // A PDF is named after the article.
  await expect(page).toHaveTitle("Printed: A long article");
  await expect(page.locator(".app")).toBeVisible();
  await expect(page.locator(".printout")).toBeHidden();

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator(".app")).toBeHidden();
  await expect(page.locator(".printout [data-start]")).toHaveCount(901);
  await expect(page.locator(".printout [data-start]").last()).toBeVisible();
  const claims = await page.locator(".printout li").count();
  expect(claims).toBeGreaterThan(500);
  await expect(page.locator(".printout .ga").last()).toHaveAttribute("data-number", String(claims));
  // Dark on white, whatever the window's theme.
  const ink = await page
    .locator(".printout [data-start]")
    .last()
    .evaluate((block) => getComputedStyle(block).color);
  expect(ink).toBe("rgb(0, 0, 0)");
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(20);
});
