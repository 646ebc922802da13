// Finding words in the article, copying them, and the marks of claims over them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Page } from "@playwright/test";

import { clipboard, focused, read } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "Find in the article" });
const count = (page: Page) => page.getByRole("search").getByRole("status");

/** The words that are lit up, and the colours they are lit up in. */
async function lit(page: Page): Promise<{ found: string[]; current: string[] }> {
  return page.evaluate(() => {
    const words = (name: string): string[] =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => {
        const made = document.createRange();
        made.setStart(range.startContainer, range.startOffset);
        made.setEnd(range.endContainer, range.endOffset);
        return made.toString();
      });
    return { found: words("found"), current: words("found-current") };
  });
}

/** Selects from one run of words in the article to another, as dragging does. */
async function select(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([first, last]) => {
      const place = (words: string, end: boolean): [Node, number] => {
        const walker = document.createTreeWalker(document.querySelector("article")!, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent!.indexOf(words);
          if (at !== -1) return [node, end ? at + words.length : at];
        }
        throw new Error(`“${words}” is not drawn`);
      };
      getSelection()!.setBaseAndExtent(...place(first!, false), ...place(last!, true));
    },
    [from, to],
  );
}

test("words are found whatever their case, accents and quotation marks, and stepped through", async ({
  page,
  host,
  accessible,
}) => {
  const file = join(host.home.folder, "cafe.txt");
  const far = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} says 😀 nothing of interest to anybody.`);
  const paragraphs = ["The Café “Zum  Löwen”\nopened in 2020.", ...far, "The CAFE 'zum löwen' closed.", "A last café."];
  writeFileSync(file, paragraphs.join("\n\n"));
  await read(page, host, file);
  const top = await page.getByRole("region", { name: "Article" }).evaluate((frame) => frame.scrollTop);

  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('cafe "zum lowen" ');
  await expect(count(page)).toHaveText("1 of 2");
  expect((await lit(page)).current.join("").replaceAll(/\s+/g, " ")).toBe("Café “Zum Löwen”");
  expect(await page.getByRole("region", { name: "Article" }).evaluate((frame) => frame.scrollTop)).toBe(top);
  await accessible();

  await page.keyboard.press("Enter");
  await expect(count(page)).toHaveText("2 of 2");
  await expect(page.getByText("closed.")).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(count(page)).toHaveText("1 of 2");
  await page.keyboard.press("Shift+Enter");
  await expect(count(page)).toHaveText("2 of 2");

  // What is typed in one go is looked for as a whole, and from where one is.
  await page.keyboard.press("Control+a");
  await page.keyboard.type("café", { delay: 0 });
  await expect(count(page)).toHaveText("2 of 3");
  await page.keyboard.type("x");
  await expect(count(page)).toHaveText("None");
  expect(await lit(page)).toEqual({ found: [], current: [] });
  await page.keyboard.press("Backspace");
  await expect(count(page)).toHaveText(/of 3/);

  await page.keyboard.press("Escape");
  await expect(field(page)).toBeHidden();
  expect(await lit(page)).toEqual({ found: [], current: [] });
  expect((await focused(page)).seen).toBe(true);
  expect(await page.evaluate(() => getSelection()!.toString())).toMatch(/^caf[eé]$/i);
  await expect(page.getByRole("toolbar", { name: "Selected text" })).toBeVisible();
});

test("the focus goes back to where find was opened from, and words found are never yellow", async ({ page, host }) => {
  await read(page, host);
  const open = page.getByRole("button", { name: "Find in the article" });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await open.click();
    await expect(field(page)).toBeFocused();
    await page.keyboard.type("lavrov");
    await expect(count(page)).toHaveText("1 of 7");
    const colours = await page.evaluate(() =>
      ["found", "found-current"].map(
        (name) => getComputedStyle(document.querySelector("article")!, `::highlight(${name})`).backgroundColor,
      ),
    );
    for (const colour of colours) {
      const [red = 0, green = 0, blue = 0] = colour.match(/\d+/g)!.map(Number);
      expect(blue, colour).toBeGreaterThan(Math.max(red, green));
    }
    expect(colours[0]).not.toBe(colours[1]);
    await page.keyboard.press("Escape");
    await expect(open).toBeFocused();
    // One level back each: the words selected, then the reader.
    await expect(page.getByRole("toolbar", { name: "Selected text" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("toolbar", { name: "Selected text" })).toBeHidden();
    await expect(page.getByRole("region", { name: "Article" })).toBeVisible();
  }
});

test("an edit leaves what was found lit up", async ({ page, host }) => {
  await read(page, host);
  await page.keyboard.press("j");
  await page.keyboard.press("/");
  await page.keyboard.type("lavrov");
  await expect(count(page)).toHaveText(/of 7/);
  host.assay("set", "TE-1", "status=open");
  await expect(page.locator(".m.open").first()).toBeVisible();
  await expect.poll(async () => (await lit(page)).found).toEqual(Array(7).fill("Lavrov"));
});

test("what is copied is the document's text, without numbers and signs", async ({ page, host, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const file = join(host.home.folder, "copied.txt");
  const text = [
    "Budget of the city",
    "The budget rose by 12 per cent in 2020, the mayor said.  It fell by 5 per cent in 2021. 😀 So it was.",
    "“The\u00a0café paid $3 million in 2019,” she said.",
  ].join("\n\n\n");
  writeFileSync(file, text);
  await read(page, host, file);
  await expect(page.locator(".m").first()).toBeVisible();
  await expect(page.locator(".ga").first()).toBeVisible();

  await select(page, "Budget", "she said.");
  await page.keyboard.press("Control+c");
  await expect.poll(() => clipboard(page)).toBe(text);

  await select(page, "per cent in 2020", "😀");
  await page.keyboard.press("Control+c");
  await expect.poll(() => clipboard(page)).toBe("per cent in 2020, the mayor said.  It fell by 5 per cent in 2021. 😀");

  // All of the page is selected: the article is what is meant.
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await expect.poll(() => clipboard(page)).toBe(text);

  // A field copies its own words.
  await page.keyboard.press("/");
  await page.keyboard.type("mayor");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await expect.poll(() => clipboard(page)).toBe("mayor");
});

test("marks are turned off and on as they were, are named, and a second click takes the claim below", async ({
  page,
  host,
}) => {
  await read(page, host);
  const words = "Paul Whelan";
  const made = JSON.parse(host.assay("--json", "claims", '"Paul Whelan"')) as { ref: string };
  await page.getByRole("region", { name: "Article" }).focus();
  await select(page, words, words);
  await page.keyboard.press("c");
  await page.keyboard.press("Control+Enter");
  const inner = page.getByRole("group", { name: /^TE-\d+, open, mention 1 of 1; overlaps TE-\d+, suggested, mention/ });
  await expect(inner).toHaveText(words);
  const outer = page.getByRole("group", { name: new RegExp(`^${made.ref}, suggested, mention 1 of 1; overlaps TE-`) });
  await expect(outer).toBeVisible();
  const ref = page.getByRole("complementary").last().locator(".bar .mono");
  const own = await ref.textContent();
  expect(own).not.toBe(made.ref);

  await inner.click();
  await expect(ref).toHaveText(made.ref);
  await inner.click();
  await expect(ref).toHaveText(own!);
  await inner.focus();
  await page.keyboard.press("Enter");
  await expect(ref).toHaveText(made.ref);

  const all = await page.locator(".m[data-mention]").count();
  await page.getByRole("radio", { name: "To do" }).click();
  host.assay("set", own!, "status=dismissed");
  await page.keyboard.press("h");
  await expect(page.getByRole("radio", { name: "None" })).toBeChecked();
  await expect(page.locator(".m[data-mention]")).toHaveCount(1);
  await page.keyboard.press("h");
  await expect(page.getByRole("radio", { name: "To do" })).toBeChecked();
  await expect(page.locator(".m[data-mention]")).toHaveCount(all - 1);
});

test("a text of 300,000 words is searched as one types, and only what is drawn is lit up", async ({ page, host }) => {
  const file = join(host.home.folder, "long.txt");
  const words = "The café’s budget rose by 12 per cent, “he” said on the day when it was read. ".repeat(8);
  const paragraphs = Array.from(
    { length: 2400 },
    (_, at) => `${words}${at === 2390 ? "The needle lies here." : "So it is."}`,
  );
  writeFileSync(file, paragraphs.join("\n\n"));
  host.assay("import", file, "--no-find");
  await page.goto(host.url);
  await page.locator(".side-docs .nav").first().click();
  await expect(page.getByRole("region", { name: "Article" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("e");
  await expect(count(page)).toHaveText(/^1 of \d{3},?\s?\d{3}$/);
  expect((await lit(page)).found.length).toBeLessThan(5000);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("NEEDLE lies", { delay: 0 });
  await expect(count(page)).toHaveText("1 of 1");
  await expect(page.getByText("The needle lies here.")).toBeInViewport();
  await expect.poll(async () => (await lit(page)).current).toEqual(["needle lies"]);
});
