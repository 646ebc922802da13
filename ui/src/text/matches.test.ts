import { describe, expect, it } from "vitest";
import { matches, pieces } from "./matches";

const shown = (text: string, query: string): string =>
  pieces(text, query)
    .map((piece) => (piece.hit ? `<${piece.text}>` : piece.text))
    .join("");

describe("matches", () => {
  it("marks the whole query where it occurs, else its words", () => {
    expect(shown("New START suspension", "new st")).toBe("<New ST>ART suspension");
    expect(shown("Urged Russia to “join” New START", "start urged")).toBe("<Urged> Russia to “join” New <START>");
  });

  it("takes signs as they are and always gives the text back", () => {
    for (const query of ["", " ", "(", "a.c", "[1]", "\\", "$&"])
      expect(
        pieces("a.c (1) [1] \\ $&", query)
          .map((piece) => piece.text)
          .join(""),
      ).toBe("a.c (1) [1] \\ $&");
    expect(shown("abc a.c", "a.c")).toBe("abc <a.c>");
  });

  it("wants every word", () => {
    expect(matches("Go to Library", "lib go")).toBe(true);
    expect(matches("Go to Library", "lib claims")).toBe(false);
    expect(matches("Go to Library", "")).toBe(true);
  });
});
