import { expect, it } from "vitest";
import { endsLeft, runsLeft } from "./direction";

it("tells by the first and by the last letter which way a text runs", () => {
  const both = (text: string): (boolean | null)[] => [runsLeft(text), endsLeft(text)];
  expect(both("“12 per cent”")).toEqual([false, false]);
  expect(both("12 في المئة.")).toEqual([true, true]);
  expect(both("GDP עלה")).toEqual([false, true]);
  expect(both("2022.")).toEqual([null, null]);
});
