// Marks and numbers at the text, in scripts from either side; what is said of the claim in hand; where the focus goes.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Locator, type Page } from "@playwright/test";

import { type Host } from "../support/host.ts";
import { expect, test } from "../support/test.ts";

const article = (page: Page) => page.getByRole("region", { name: "Article" });
const inspector = (page: Page) => page.getByRole("complementary").last();

interface Made {
  /** The words of the claim, where they are not the first of the text. */
  quote: string;
  more?: readonly string[];
}

/** A text of the workspace in the reader, with a claim of some of its words in hand. Gives the claim's reference. */
async function reading(
  page: Page,
  host: Host,
  text: string,
  { quote, more = ["--statement", "It is so."] }: Made,
): Promise<string> {
  const file = join(host.home.folder, "text.txt");
  writeFileSync(file, text);
  host.assay("import", file, "--no-find", "--title", text.slice(0, 60));
  const made = host.assay(
    "--json",
    "claim",
    "add",
    "--document",
    "D1",
    "--quote",
    quote,
    ...more,
  );
  const { ref } = JSON.parse(made) as { ref: string };
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.getByRole("grid", { name: "Claims" })).toBeFocused();
  await page.keyboard.press("j");
  await expect(inspector(page)).toContainText(ref);
  await page.keyboard.press("Enter");
  await expect(page.locator(".m.hand").first()).toBeVisible();
  return ref;
}

/** At which side of a box a bracket is drawn. */
async function bracket(box: Locator): Promise<string[]> {
  return box.evaluate((one) =>
    [...getComputedStyle(one).boxShadow.matchAll(/ (-?2)px 0px 0px/g)].map(
      ([, by]) => (by === "2" ? "right" : "left"),
    ),
  );
}

const WAYS = [
  [
    "قال الوزير إن الاقتصاد نما بنسبة 3 في المئة في عام 2022. ثم سكت.",
    "الاقتصاد نما بنسبة 3 في المئة في عام 2022.",
    "right",
    "left",
  ],
  [
    "השר אמר כי השיחות נמשכו פחות מעשר דקות בדלהי.",
    "השיחות נמשכו פחות",
    "right",
    "left",
  ],
  [
    "כך כתב העיתון The Daily Globe אתמול בבוקר.",
    "The Daily Globe",
    "left",
    "right",
  ],
  ["He said that the economy grew.", "the economy", "left", "right"],
] as const;

for (const [text, quote, begin, finish] of WAYS)
  test(`brackets stand where the words begin and end: ${quote}`, async ({
    page,
    host,
  }) => {
    await reading(page, host, text, { quote });
    await article(page).focus();
    const boxes = page.locator(".m.hand");
    await expect
      .poll(async () => (await bracket(boxes.first()))[0])
      .toBe(begin);
    expect((await bracket(boxes.last())).at(-1)).toBe(finish);
  });

test("what is written from right to left is set so in the inspector, the forms, the ledger and the library", async ({
  page,
  host,
}) => {
  const words = "הגידול היה 12% לפי ה-GDP (2022)";
  const text = `${words}.\n\nEnd.`;
  const more = ["--statement", words, "--label", words, "--claimant", words];
  const ref = await reading(page, host, text, { quote: words, more });
  host.assay(
    "evidence",
    "add",
    ref,
    "--stance",
    "supports",
    "--title",
    words,
    "--quote",
    words,
  );
  host.assay("set", ref, `found=${words}`);
  const way = (one: Locator): Promise<string> =>
    one.evaluate((element) => getComputedStyle(element).direction);
  for (const name of [
    /^Statement, edit/,
    /^Label, edit/,
    /^Claimant, edit/,
    /^Found, edit/,
  ]) {
    const shown = inspector(page).getByRole("button", { name });
    await expect(shown).toBeVisible();
    expect(await way(shown), String(name)).toBe("rtl");
  }
  const statement = inspector(page).getByRole("button", {
    name: /^Statement, edit/,
  });
  await statement.click();
  expect(
    await way(inspector(page).getByRole("textbox", { name: "Statement" })),
  ).toBe("rtl");
  await page.keyboard.press("Escape");
  expect(await way(inspector(page).locator(".ev .t"))).toBe("rtl");
  await inspector(page)
    .getByRole("button", { name: "Edit evidence 1" })
    .click();
  expect(
    await way(inspector(page).getByRole("textbox", { name: "Quote" })),
  ).toBe("rtl");
  await page.keyboard.press("Escape");

  await page.keyboard.press("g");
  await page.keyboard.press("c");
  const row = page.locator(`[role=row]:has-text("${ref}")`);
  await expect(row).toBeVisible();
  for (const cell of [
    row.locator(".lab .trunc"),
    row.locator(".stt"),
    row.locator(".trunc").nth(2),
  ])
    expect(await way(cell)).toBe("rtl");
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  expect(await way(page.getByRole("option").first().locator(".dt"))).toBe(
    "rtl",
  );
});

test("a sentence number of four figures stands in one line", async ({
  page,
  host,
}) => {
  const lines = Array.from(
    { length: 1010 },
    (_, index) => `He spoke of item ${index + 1} there.`,
  );
  await reading(page, host, lines.join("\n\n"), { quote: "item 1005 there" });
  const number = page.locator('.sno[data-n="1005"]');
  await expect(number).toBeVisible();
  const fits = await number.evaluate((one) => [
    one.clientHeight < 2 * parseFloat(getComputedStyle(one).fontSize) * 1.4 ||
      one.clientHeight <= 28,
    one.scrollWidth <= one.clientWidth,
  ]);
  expect(fits).toEqual([true, true]);
});

test("once no suggestion is left, the keys that decide do nothing to what was decided", async ({
  page,
  host,
}) => {
  const file = join(host.home.folder, "few.txt");
  writeFileSync(
    file,
    "The city spent $3 million on roads in 2019.\n\nUnemployment fell to 4 per cent in March 2021.\n",
  );
  host.assay("import", file);
  const claims = host
    .assay("--json", "claims")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { ref: string }).ref);
  const statuses = () =>
    claims.map(
      (ref) =>
        (JSON.parse(host.assay("--json", "show", ref)) as { status: string })
          .status,
    );
  await page.goto(host.url);
  await page.locator(".side-docs .nav").first().click();
  const line = page.getByRole("group", { name: "Suggestions" });
  await expect(line).toContainText(`${claims.length} suggestions`);
  await page.keyboard.press("y");
  // One key too many, before and after the last decision has come back.
  for (let left = claims.length; left > 0; left -= 1)
    await page.keyboard.press("o");
  await page.keyboard.press("Delete");
  await expect(line).toContainText("No suggestion is left");
  await page.keyboard.press("Delete");
  await page.keyboard.press("o");
  await page.keyboard.press("Delete");
  await expect(page.getByText(/dismissed$|Dismissed$/)).toHaveCount(0);
  expect(statuses()).toEqual(claims.map(() => "open"));
  // Esc ends the round, and the keys are the claim's again.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Delete");
  await expect.poll(statuses).toContain("dismissed");
});

test("moving a mention of a claim that was signed off says that it is reopened", async ({
  page,
  host,
}) => {
  const ref = await reading(
    page,
    host,
    "The two ministers met in Delhi on Thursday.",
    { quote: "ministers met in Delhi" },
  );
  host.assay(
    "evidence",
    "add",
    ref,
    "--stance",
    "supports",
    "--primary",
    "--title",
    "A record",
  );
  host.assay("set", ref, "verdict=supported", "rationale=It is in the record.");
  host.assay("sign-off", ref);
  await expect(
    inspector(page).getByRole("radio", { name: /^Signed off/ }),
  ).toBeChecked();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(
    page.getByText(`${ref} reopened: a mention was moved`),
  ).toBeVisible();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(
    page.getByText(`${ref} reopened: a mention was moved`),
  ).toBeHidden();
});

test("the one mention of a claim is named while it is out of sight", async ({
  page,
  host,
}) => {
  const lines = Array.from(
    { length: 120 },
    (_, index) => `He spoke of item ${index + 1} there.`,
  );
  await reading(page, host, lines.join("\n\n"), { quote: "item 2 there" });
  const locator = page.locator(".locator");
  await expect(locator).toBeHidden();
  await article(page).focus();
  await page.keyboard.press("End");
  await expect(locator).toContainText("The mention, sentence 2");
  await locator.click();
  await expect(page.locator(".m.hand").first()).toBeInViewport();
  await expect(locator).toBeHidden();
});

test("characters that mislead are badged where they stand, and the text stays as it is", async ({
  page,
  host,
}) => {
  const text =
    "Open Hidden\u202eexe.png\u202c now, then p\u0430ypal and so\u00adft.";
  await reading(page, host, text, { quote: "and so" });
  const block = article(page).locator("[data-start]").first();
  expect(await block.evaluate((one) => one.textContent)).toBe(text);
  const odd = block.locator(".odd");
  await expect(odd).toHaveCount(4);
  const titles = await odd.evaluateAll((all) =>
    all.map((one) => one.getAttribute("title")),
  );
  expect(titles[0]).toBe("U+202E RIGHT-TO-LEFT OVERRIDE");
  expect(titles[2]).toContain("CYRILLIC LETTER");
  const boxes = await odd.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect().width),
  );
  expect(boxes[0]).toBeGreaterThan(8);
  // A claim of words around one is found at the same place.
  await block.locator(".odd").nth(2).hover();
  await expect(block.locator(".m.hand")).toHaveText("and so");
});

test("what is told of an edit covers neither what is edited nor the pane beside it", async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 1100, height: 720 });
  const lines = Array.from(
    { length: 60 },
    (_, index) => `He spoke at length of the item ${index + 1} that they had.`,
  );
  await reading(page, host, lines.join("\n\n"), {
    quote: "length of the item 30 that they",
  });
  const region = article(page);
  const gap = (): Promise<number> =>
    page.evaluate(() => {
      const mark = document.querySelector(".m.hand")?.getBoundingClientRect();
      const pane = document.querySelector(".read")?.getBoundingClientRect();
      return (pane?.bottom ?? 0) - (mark?.bottom ?? 0);
    });
  // The mention stands where messages do.
  await region.hover();
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 30 - (await gap()));
      return gap();
    })
    .toBeLessThan(50);
  const toast = page.locator(".toast[role=status]");
  for (let time = 0; time < 2; time += 1) {
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(toast).toBeVisible();
    const over = (): Promise<string[]> =>
      page.evaluate(() => {
        const box =
          document
            .querySelector(".toast[role=status]")
            ?.getBoundingClientRect() ?? new DOMRect();
        return [".m.hand", ".insp"].filter((name) => {
          const other =
            document.querySelector(name)?.getBoundingClientRect() ??
            new DOMRect();
          return (
            other.left < box.right &&
            other.right > box.left &&
            other.top < box.bottom &&
            other.bottom > box.top
          );
        });
      });
    await expect.poll(over).toEqual([]);
  }
});

test("the keyboard is in the list after G L, and in the text after a document was opened", async ({
  page,
  host,
}) => {
  await reading(page, host, "He said that he was there.", {
    quote: "he was there",
  });
  await expect(article(page)).toBeFocused();
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  const list = page.getByRole("listbox", { name: "Documents" });
  await expect(list).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(article(page)).toBeFocused();
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("button", { name: /^Library/ })
    .focus();
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await expect(list).toBeFocused();
});

test("a word selected on is a word, and what stands between two is none", async ({
  page,
  host,
}) => {
  await reading(
    page,
    host,
    "Rain fell, “hard”, he said, and then – at last – it stopped.",
    { quote: "it stopped" },
  );
  await article(page).focus();
  await page.keyboard.press("i");
  await page.keyboard.press("Home");
  const selected = (): Promise<string> =>
    page.evaluate(() => getSelection()?.toString() ?? "");
  for (const words of [
    "Rain",
    "Rain fell",
    "Rain fell, “hard",
    "Rain fell, “hard”, he",
  ]) {
    await page.keyboard.press("Control+Shift+ArrowRight");
    await expect.poll(async () => (await selected()).trimEnd()).toBe(words);
  }
});
