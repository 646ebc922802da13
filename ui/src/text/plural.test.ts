import { expect, it } from "vitest";
import { figure, plural } from "./plural";

it("agrees in number and sets thousands apart", () => {
  expect(plural(0, "claim")).toBe("0 claims");
  expect(plural(1, "claim")).toBe("1 claim");
  expect(plural(2505, "character")).toBe("2,505 characters");
  expect(plural(2, "entry", "entries")).toBe("2 entries");
  expect(figure(1_000_000)).toBe("1,000,000");
});
