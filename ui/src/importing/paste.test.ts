import { describe, expect, it } from "vitest";
import { LARGEST, NotText, article, beginning, pastedArticle, readText } from "./paste";

const TEXT = "US Secretary of State Antony Blinken has asked his Russian counterpart to end this war.";

/** What a paste of `text` with the focus in `target` gives. */
function paste(text: string | undefined, target: Element = document.body): string | null {
  if (!target.isConnected) document.body.append(target);
  const event = new Event("paste", { bubbles: true, cancelable: true }) as ClipboardEvent;
  const data = text === undefined ? null : { getData: (type: string) => (type === "text/plain" ? text : "") };
  Object.assign(event, { clipboardData: data });
  let got: string | null = null;
  const hear = (heard: Event): void => void (got = pastedArticle(heard as ClipboardEvent));
  window.addEventListener("paste", hear);
  target.dispatchEvent(event);
  window.removeEventListener("paste", hear);
  return got;
}

function element(markup: [string, Record<string, string>?]): Element {
  const made = document.createElement(markup[0]);
  for (const [name, value] of Object.entries(markup[1] ?? {})) made.setAttribute(name, value);
  return made;
}

describe("pastedArticle", () => {
  it("takes an article pasted anywhere in the window, as it stands", () => {
    expect(paste(TEXT)).toBe(TEXT);
    expect(paste(` ${TEXT}\r\n`)).toBe(` ${TEXT}\r\n`);
    expect(paste(TEXT, element(["button"]))).toBe(TEXT);
  });

  it("leaves alone what is pasted into a field, a sheet or a menu", () => {
    for (const kind of ["input", "textarea", "select"]) expect(paste(TEXT, element([kind]))).toBeNull();
    expect(paste(TEXT, element(["div", { contenteditable: "true" }]))).toBeNull();
    for (const role of ["dialog", "menu"]) {
      const over = element(["div", { role }]);
      document.body.append(over);
      expect(paste(TEXT, over.appendChild(element(["button"])))).toBeNull();
    }
  });

  it("takes no word, no address and no picture for an article", () => {
    for (const text of ["", "   ", "Lavrov", "https://example.org/news", `x${" ".repeat(80)}`, undefined])
      expect(paste(text)).toBeNull();
    expect(article("x".repeat(39))).toBeNull();
    expect(article("x".repeat(40))).not.toBeNull();
  });
});

describe("beginning", () => {
  it("shows the first lines that say something", () => {
    expect(beginning("\n\none\r\n\r\ntwo\rthree\nfour", 3)).toBe("one\ntwo\nthree");
  });

  it("cuts long lines, never in the middle of a character", () => {
    expect(beginning("😀".repeat(100), 2, 5)).toBe("😀😀…");
  });
});

describe("readText", () => {
  const file = (bytes: number[], name = "a.txt"): File =>
    ({ name, size: bytes.length, arrayBuffer: () => Promise.resolve(new Uint8Array(bytes)) }) as unknown as File;

  it("reads UTF-8 and nothing else", async () => {
    expect(await readText(file([0xe2, 0x80, 0x9c, 0x61]))).toEqual({ text: "“a", name: "a.txt" });
    await expect(readText(file([0x93, 0x61]))).rejects.toThrow(NotText);
  });

  it("refuses what is too large before reading it", async () => {
    const large = { name: "big.txt", size: LARGEST + 1, arrayBuffer: () => Promise.reject(new Error("read")) };
    await expect(readText(large as unknown as File)).rejects.toThrow("“big.txt” is too large to be dropped here.");
  });
});
