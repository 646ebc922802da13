import { expect, it } from "vitest";
import { sizeWords } from "./size";

it("says sizes as people do", () => {
  expect(sizeWords(812)).toBe("812 bytes");
  expect(sizeWords(94_200)).toBe("94 KB");
  expect(sizeWords(999_700)).toBe("1.0 MB");
  expect(sizeWords(1_234_567)).toBe("1.2 MB");
});
