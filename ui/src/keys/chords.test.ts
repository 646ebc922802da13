import { describe, expect, it } from "vitest";
import { chordOf, isSingle, sequence } from "./chords";

const press = (key: string, code: string, held = ""): Parameters<typeof chordOf>[0] => ({
  key,
  code,
  ctrlKey: held.includes("c"),
  metaKey: held.includes("m"),
  altKey: held.includes("a"),
  shiftKey: held.includes("s"),
});

describe("chords", () => {
  it("names a key press as it is printed", () => {
    expect(chordOf(press("j", "KeyJ"))).toBe("J");
    expect(chordOf(press("N", "KeyN", "s"))).toBe("Shift N");
    expect(chordOf(press("k", "KeyK", "c"))).toBe("Ctrl K");
    expect(chordOf(press("k", "KeyK", "m"))).toBe("Ctrl K");
    expect(chordOf(press("Z", "KeyZ", "cs"))).toBe("Ctrl Shift Z");
    expect(chordOf(press("Delete", "Delete"))).toBe("Del");
    expect(chordOf(press("Enter", "Enter", "c"))).toBe("Ctrl Enter");
    expect(chordOf(press(" ", "Space"))).toBe("Space");
    expect(chordOf(press("ArrowDown", "ArrowDown", "s"))).toBe("Shift Down");
  });

  it("takes signs as signs, wherever they lie", () => {
    expect(chordOf(press("?", "Slash", "s"))).toBe("?");
    expect(chordOf(press("/", "Digit7", "s"))).toBe("/");
    expect(chordOf(press("[", "BracketLeft"))).toBe("[");
    expect(chordOf(press("1", "Digit1"))).toBe("1");
  });

  it("goes by the key's place where the layout has no Latin letters, or Alt types another sign", () => {
    expect(chordOf(press("о", "KeyJ"))).toBe("J");
    expect(chordOf(press("ξ", "KeyJ"))).toBe("J");
    expect(chordOf(press("¡", "Digit1", "a"))).toBe("Alt 1");
    expect(chordOf(press("j", "KeyC"))).toBe("J"); // Dvorak: the letter, not the place
  });

  it("is silent about modifiers alone", () => {
    for (const key of ["Shift", "Control", "Alt", "Meta", "Dead"]) expect(chordOf(press(key, key))).toBeNull();
  });

  it("tells single keys from chords, and takes sequences apart", () => {
    expect(isSingle("J")).toBe(true);
    expect(isSingle("Shift N")).toBe(true);
    expect(isSingle("Ctrl K")).toBe(false);
    expect(isSingle("Alt 1")).toBe(false);
    expect(sequence("G then C")).toEqual(["G", "C"]);
    expect(sequence("Ctrl Shift Z")).toEqual(["Ctrl Shift Z"]);
  });
});
