// Words selected in the article with a real mouse and with the keys, over hard scripts; ends nudged; other places found.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Page } from "@playwright/test";

import { type Host } from "../support/host.ts";
import { expect, test } from "../support/test.ts";

interface Mention {
  start: number;
  end: number;
  exact: string;
  document: string;
}

/** A text in the workspace with a claim of some of its words, which is in hand in the reader. Gives its reference. */
async function reading(page: Page, host: Host, text: string, words: string, ...more: string[]): Promise<string> {
  for (const [index, one] of [text, ...more].entries()) {
    const file = join(host.home.folder, `text-${index + 1}.txt`);
    writeFileSync(file, one);
    host.assay("import", file, "--no-find");
  }
  const made = host.assay("--json", "claim", "add", "--document", "D1", "--quote", words, "--statement", "It is so.");
  const { ref } = JSON.parse(made) as { ref: string };
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.locator("[role=row].gr:not(.hd)").first()).toBeVisible();
  await expect(page.getByRole("grid", { name: "Claims" })).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.getByRole("complementary").last()).toContainText(ref);
  await page.keyboard.press("Enter");
  await expect(page.locator(".m.hand").first()).toBeVisible();
  return ref;
}

function mentions(host: Host, ref: string): Mention[] {
  return (JSON.parse(host.assay("--json", "show", ref)) as { mentions: Mention[] }).mentions;
}

const exacts = (host: Host, ref: string): string[] => mentions(host, ref).map(({ exact }) => exact);

interface Point {
  x: number;
  y: number;
}

/** Where the words of the article begin and end on the screen, just inside their first and last characters. */
async function ends(page: Page, words: string): Promise<[Point, Point]> {
  return page.evaluate((wanted) => {
    const block = [...document.querySelectorAll<HTMLElement>("[data-start]")].find((one) =>
      one.textContent.includes(wanted),
    );
    if (!block) throw new Error(`no such words: ${wanted}`);
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
    const rect = (from: number, to: number): DOMRect => {
      const range = document.createRange();
      let before = 0;
      for (const node of nodes) {
        if (from >= before && from < before + node.length) range.setStart(node, from - before);
        if (to > before && to <= before + node.length) range.setEnd(node, to - before);
        before += node.length;
      }
      return range.getBoundingClientRect();
    };
    const at = block.textContent.indexOf(wanted);
    const clusters = [...new Intl.Segmenter().segment(wanted)];
    const last = clusters.at(-1);
    const head = rect(at, at + (clusters[0]?.segment.length ?? 1));
    const tail = rect(at + (last?.index ?? 0), at + wanted.length);
    const rtl = getComputedStyle(block).direction === "rtl";
    const inset = 0.8;
    return [
      {
        x: rtl ? head.right - inset : head.left + inset,
        y: (head.top + head.bottom) / 2,
      },
      {
        x: rtl ? tail.left + inset : tail.right - inset,
        y: (tail.top + tail.bottom) / 2,
      },
    ];
  }, words);
}

async function drag(page: Page, words: string): Promise<void> {
  const [from, to] = await ends(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

const bar = (page: Page) => page.getByRole("toolbar", { name: "Selected text" });

const SCRIPTS = [
  ["The opening words of this text are in English.", "opening words"],
  ["قال الوزير إن المحادثات استمرت أقل من عشر دقائق في دلهي.", "استمرت أقل من عشر دقائق"],
  ["השר אמר כי השיחות נמשכו פחות מעשר דקות בדלהי.", "נמשכו פחות מעשר דקות"],
  ["両外相はデリーで十分足らず会談したと当局者は述べた。", "十分足らず会談した"],
  ["회담은 델리에서 십 분도 안 되어 끝났다고 한다.", "십 분도 안 되어"],
  ["वार्ता दिल्ली में दस मिनट से कम चली थी।", "दस मिनट से कम"],
  ["A family 👩‍👩‍👧‍👦 with a flag 🇺🇦 and a wave 👋🏽 stood there.", "👩‍👩‍👧‍👦 with a flag 🇺🇦 and a wave 👋🏽"],
  ["They met at the cafe\u0301 Volta\u0300 in Delhi.", "cafe\u0301 Volta\u0300"],
] as const;

test("words dragged over with the mouse become a mention to the character, in every script", async ({
  page,
  host,
  accessible,
}) => {
  const text = SCRIPTS.map(([line]) => line).join("\n\n");
  const ref = await reading(page, host, text, "English");
  const wanted: string[] = [];
  for (const [, words] of SCRIPTS) {
    await drag(page, words);
    await expect(bar(page)).toBeVisible();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(words);
    if (wanted.length === 1) await accessible();
    await page.keyboard.press("m");
    await expect(bar(page)).toBeHidden();
    wanted.push(words);
    await expect.poll(() => exacts(host, ref)).toEqual(expect.arrayContaining(wanted));
  }
  const points = [...text];
  for (const { start, end, exact } of mentions(host, ref)) expect(points.slice(start, end).join("")).toBe(exact);
});

test("a double click takes a word, and what was half selected is taken whole", async ({ page, host }) => {
  const text = "The minister 🇺🇦 said لقاء قصير and الوزير too.\n\nAnother 👨‍👩‍👧 line.";
  const ref = await reading(page, host, text, "too");
  for (const word of ["minister", "قصير"]) {
    const [from, to] = await ends(page, word);
    await page.mouse.dblclick((from.x + to.x) / 2, from.y);
    await expect(bar(page)).toBeVisible();
    await page.keyboard.press("m");
    await expect.poll(() => exacts(host, ref)).toContain(word);
    // Its sign moves the words after it.
    await expect(page.locator(".m.hand", { hasText: word })).toBeVisible();
  }
  // No mouse can end within a family; a script can, as another program's may.
  await page.evaluate(() => {
    const block = [...document.querySelectorAll("[data-start]")].find((one) => one.textContent.startsWith("Another"));
    const node = document.createTreeWalker(block!, NodeFilter.SHOW_TEXT).nextNode()!;
    getSelection()!.setBaseAndExtent(node, 10, node, 14);
  });
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press("m");
  await expect.poll(() => exacts(host, ref)).toContain("👨‍👩‍👧");
});

test("the bar never covers the words and stays within the article's pane", async ({ page, host }) => {
  const lines = Array.from({ length: 40 }, (_, index) =>
    `Line ${index + 1} of a text that is long enough to be broken once
 or twice, so that some of it ends far to the right and some does not, as it happens to come.`.replace("\n", ""),
  );
  await reading(page, host, lines.join("\n\n"), "Line 1 of");
  for (const words of [
    "Line 2",
    "once or twice, so that some",
    "it happens to come",
    "of a text that is long enough to be broken once or twice, so that some of it ends",
  ]) {
    await drag(page, words);
    await expect(bar(page)).toBeVisible();
    const { covered, inside } = await page.evaluate(() => {
      const box = document.querySelector(".float")!.getBoundingClientRect();
      const pane = document.querySelector(".read")!.getBoundingClientRect();
      const over = (rect: DOMRect): boolean =>
        rect.left < box.right && rect.right > box.left && rect.top + 3 < box.bottom && rect.bottom - 3 > box.top;
      const rects = [...getSelection()!.getRangeAt(0).getClientRects()].filter((rect) => rect.width > 0);
      return {
        covered: rects.some(over),
        inside: box.left >= pane.left && box.right <= pane.right && box.top >= pane.top && box.bottom <= pane.bottom,
      };
    });
    expect([words, covered, inside]).toEqual([words, false, true]);
    await page.keyboard.press("Escape");
    await expect(bar(page)).toBeHidden();
  }
});

test("without a mouse, words are selected from the mention in hand, and from a caret", async ({
  page,
  host,
  accessible,
}) => {
  const ref = await reading(
    page,
    host,
    "It began on Monday and it ended on Friday.\n\nThey met twice.",
    "began on Monday",
  );
  // From the mention in hand: a word, and a character less.
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press("m");
  await expect.poll(() => exacts(host, ref)).toContain("began on");
  await expect(bar(page)).toBeHidden();

  await page.keyboard.press("i");
  await expect(page.locator(".caret")).toBeVisible();
  await accessible();
  await page.keyboard.press("Home");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await expect(page.locator(".caret")).toBeHidden();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("Friday");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("m");
  await expect.poll(() => exacts(host, ref)).toContain("riday");
  // The caret stays where the words ended, until Esc.
  await expect(page.locator(".caret")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".caret")).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" }).getByText("Caret in the text")).toBeVisible();
});

test("the caret stays where it is when the words under it are drawn anew", async ({ page, host }) => {
  await reading(page, host, "It began on Monday.", "began on Monday");
  await page.keyboard.press("i");
  await expect(page.locator(".caret")).toBeVisible();
  const before = await page.locator(".caret").boundingBox();
  // What a new mark does to a text node; the selection is left between elements.
  await page.evaluate(() => {
    const text = getSelection()?.focusNode;
    if (!(text instanceof Text)) throw new Error("the caret stands in words");
    text.replaceWith(text.cloneNode());
    document.dispatchEvent(new Event("selectionchange"));
  });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await expect(page.locator(".caret")).toBeVisible();
  expect(await page.locator(".caret").boundingBox()).toEqual(before);
});

test("words stay selected when the marks under them change", async ({ page, host }) => {
  const ref = await reading(page, host, "The minister said it on Monday.", "on Monday");
  const [from] = await ends(page, "minister");
  await page.mouse.dblclick(from.x + 4, from.y);
  await expect(bar(page)).toBeVisible();
  host.assay("claim", "add", "--document", "D1", "--quote", "The minister said", "--statement", "It is so too.");
  await expect(page.locator("[data-mention]")).toHaveCount(2);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("minister");
  await page.keyboard.press("m");
  await expect.poll(() => exacts(host, ref)).toContain("minister");
});

test("the caret goes on where it was in a long text, and selects words that are not drawn", async ({ page, host }) => {
  const paragraphs = Array.from({ length: 300 }, (_, index) => `Paragraph ${index + 1} is short.`);
  const ref = await reading(page, host, paragraphs.join("\n\n"), "Paragraph 1 is");
  await page.keyboard.press("i");
  await expect(page.locator(".caret")).toBeVisible();
  await page.keyboard.press("Home");
  await page.locator(".read").evaluate((scroller) => (scroller.scrollTop = scroller.scrollHeight));
  await expect(page.getByText("Paragraph 300 is short.")).toBeInViewport();
  await expect(page.getByText("Paragraph 9 is short.")).toBeHidden();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".caret")).toBeInViewport();
  await expect(page.getByText("Paragraph 2 is short.")).toBeInViewport();
  const down = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press("Shift+ArrowDown");
  };
  await down(40);
  await expect(page.getByText("Paragraph 42 is short.")).toBeInViewport();
  await down(40);
  await expect(page.getByText("Paragraph 82 is short.")).toBeInViewport();
  await page.keyboard.press("m");
  const words = paragraphs.slice(1, 81).join("\n\n");
  await expect.poll(() => exacts(host, ref).map((exact) => exact.length)).toContain(words.length);
  expect(exacts(host, ref)).toContain(words);
});

test("a key pressed twice adds a mention once, and nothing is refused", async ({ page, host }) => {
  const ref = await reading(page, host, "The talks in Delhi ended. The talks in Delhi began again.", "ended");
  await drag(page, "began again");
  await expect(bar(page)).toBeVisible();
  // The answer to the first comes after the second.
  await page.route("**/call", async (route) => {
    if (route.request().postData()?.includes('"mentions.add"')) await new Promise((go) => setTimeout(go, 400));
    await route.continue();
  });
  await page.keyboard.press("m");
  await page.keyboard.press("m");
  await expect(bar(page)).toBeHidden();
  await page.waitForTimeout(600);
  await expect(page.locator(".toast")).toHaveText([/Undo/]);
  expect(exacts(host, ref)).toEqual(["ended", "began again"]);
});

test("the bar stays beside its words when the lines above them get higher", async ({ page, host }) => {
  const above = "One two three four five six seven eight nine ten eleven twelve.";
  await reading(page, host, `${above}\n\nThe talks in Delhi ended.\n\n${"And so on. ".repeat(40)}`, "ended");
  await drag(page, "talks in Delhi");
  await expect(bar(page)).toBeVisible();
  const places = async () => {
    const [words] = await ends(page, "talks in Delhi");
    const box = await bar(page).boundingBox();
    return { words: words.y, apart: (box?.y ?? 0) - words.y };
  };
  const before = await places();
  const words = above.split(" ");
  for (let claim = 0; claim < 6; claim += 1) {
    const quote = words.slice(5 - claim, words.length - (5 - claim)).join(" ");
    host.assay("claim", "add", "--document", "D1", "--quote", quote, "--statement", `Claim ${claim}.`);
  }
  await expect.poll(async () => (await places()).words).toBeGreaterThan(before.words + 8);
  await expect.poll(async () => Math.abs((await places()).apart - before.apart)).toBeLessThanOrEqual(1);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("talks in Delhi");
});

test("the ends of the mention in hand are nudged, and one undo takes all of it back", async ({ page, host }) => {
  const text = "They said the talks in Delhi lasted less than ten minutes, no more 👨‍👩‍👧.";
  const ref = await reading(page, host, text, "talks in Delhi");
  for (const key of ["Alt+ArrowRight", "Alt+ArrowRight", "Alt+Shift+ArrowLeft", "Alt+ArrowDown"])
    await page.keyboard.press(key);
  await expect.poll(() => exacts(host, ref)).toEqual(["the talks in Delhi lasted less t"]);
  await expect(page.locator(".m.hand")).toHaveText("the talks in Delhi lasted less t");
  await expect(page.getByRole("complementary").last()).toContainText("10–42");
  for (const key of ["Alt+ArrowUp", "Alt+ArrowLeft", "Alt+Shift+ArrowRight", "Alt+Shift+ArrowDown"])
    await page.keyboard.press(key);
  await expect.poll(() => exacts(host, ref)).toEqual(["alks in Delhi lasted"]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => exacts(host, ref)).toEqual(["talks in Delhi"]);
  await expect(page.locator(".m.hand")).toHaveText("talks in Delhi");
});

test("other places of a claim are listed with what differs, and added as one", async ({ page, host, accessible }) => {
  const ref = await reading(
    page,
    host,
    "The talks in Delhi lasted less than ten minutes. Both sides said so.",
    "talks in Delhi lasted less than ten minutes",
    "Wires: the TALKS in Delhi lasted less than ten minutes.\n\nThe talks in Delhi lasted less than twelve minutes.",
    "The talks in Delhi lasted less than ten min\u00adutes, they said.",
  );
  await page.keyboard.press("f");
  const sheet = page.getByRole("dialog", { name: `Other places of ${ref}` });
  await expect(sheet.getByRole("status")).toHaveText("3 places in 3 documents");
  await expect(sheet.getByText("Number: “twelve” for “ten”")).toBeVisible();
  await expect(sheet.locator(".differs")).toHaveText(["twelve"]);
  await expect(sheet.getByText("Other capitals")).toBeVisible();
  await expect(sheet.getByRole("note")).toHaveText("1 invisible character");
  await expect(sheet.getByText("Already a mention")).toBeVisible();
  await accessible();
  // What says the same is ticked; a number that differs is left to a person.
  await expect(sheet.getByRole("checkbox", { checked: true, disabled: false })).toHaveCount(2);
  await expect(sheet.getByRole("button", { name: "Add 2 mentions" })).toBeEnabled();
  await page.keyboard.press("Control+Enter");
  await expect(sheet).toBeHidden();
  await expect.poll(() => mentions(host, ref).map(({ document }) => document)).toEqual(["D1", "D2", "D3"]);
  const tag = page.getByRole("complementary").last().getByRole("note");
  await expect(tag).toHaveAccessibleName(/^1 invisible character: U\+00AD SOFT HYPHEN at \d+$/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => mentions(host, ref)).toHaveLength(1);
});

test("what is not seen in a quote is named beside it, and turns nothing around it", async ({
  page,
  host,
  accessible,
}) => {
  const words = "p\u0430id \u202e10 million\u202c euros";
  const ref = await reading(page, host, `Some say they ${words} for it.`, words);
  host.assay("evidence", "add", ref, "--stance", "supports", "--title", "Of\u200bfice \u202eledger", "--quote", words);
  const inspector = page.getByRole("complementary").last();
  await expect(inspector.getByRole("note")).toHaveText([
    "2 direction marks, 1 look-alike letter",
    "2 direction marks, 1 look-alike letter",
    "1 invisible character, 1 direction mark",
  ]);
  await expect(page.locator("[data-mention]").first()).toHaveAccessibleName(/2 direction marks, 1 look-alike letter/);
  await accessible();
  await inspector.getByRole("note").first().focus();
  await expect(page.getByRole("tooltip").or(page.locator(".floating-tip")).first()).toContainText(
    "U+202E RIGHT-TO-LEFT OVERRIDE at 5",
  );
  // The words after a title that turns round stand after it, and read from left to right.
  expect(mentions(host, ref)[0]?.exact).toBe(words);
  expect(host.assay("export", "document:D1", "--format", "json", "--all")).toContain("\u202e");
});
