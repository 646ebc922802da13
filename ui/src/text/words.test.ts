import { expect, it } from "vitest";
import { initials } from "./words";

it("takes the first and the last initial", () => {
  expect(initials("Ines Moreau")).toBe("IM");
  expect(initials("  Ana María de la Ö ")).toBe("AÖ");
  expect(initials("reuters")).toBe("R");
  expect(initials("")).toBe("");
});
