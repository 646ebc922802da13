import { describe, expect, it } from "vitest";
import { barPlace, type Box } from "./barPlace";

const FRAME: Box = { left: 216, top: 44, right: 996, bottom: 900 };
const SIZE = { width: 400, height: 34 };

function box(left: number, top: number, right: number): Box {
  return { left, top, right, bottom: top + 28 };
}

function covers(place: { left: number; top: number }, line: Box): boolean {
  const over = place.left < line.right && place.left + SIZE.width > line.left;
  return over && place.top < line.bottom && place.top + SIZE.height > line.top;
}

describe("barPlace", () => {
  it("is right of the words where the line has room", () => {
    const line = box(300, 460, 480);
    expect(barPlace({ first: line, last: line, lineEnd: 484 }, SIZE, FRAME)).toEqual({ left: 498, top: 457 });
  });

  it("is above them where the line has none, also where only its rest takes the room", () => {
    const line = box(300, 460, 480);
    expect(barPlace({ first: line, last: line, lineEnd: 858 }, SIZE, FRAME)).toEqual({ left: 300, top: 422 });
    const far = box(700, 460, 858);
    expect(barPlace({ first: far, last: far, lineEnd: 858 }, SIZE, FRAME)).toEqual({ left: 588, top: 422 });
  });

  it("is below them under the upper edge", () => {
    const line = box(300, 50, 858);
    expect(barPlace({ first: line, last: line, lineEnd: 858 }, SIZE, FRAME)).toEqual({ left: 300, top: 82 });
  });

  it("covers no selected line and stays within the frame, wherever they lie", () => {
    for (let top = 46; top < 870; top += 7)
      for (const lines of [1, 2, 3, 9])
        for (const [left, right] of [
          [252, 300],
          [252, 860],
          [600, 860],
        ] as const) {
          const first = box(lines === 1 ? left : 252, top, lines === 1 ? right : 860);
          const last = lines === 1 ? first : box(252, top + 28 * (lines - 1), right);
          if (last.bottom > FRAME.bottom) continue;
          const place = barPlace({ first, last, lineEnd: right }, SIZE, FRAME);
          for (let line = 0; line < lines; line += 1)
            expect(
              covers(place, lines === 1 ? first : line === lines - 1 ? last : box(252, top + 28 * line, 860)),
            ).toBe(false);
          expect(place.left >= FRAME.left && place.left + SIZE.width <= FRAME.right).toBe(true);
          expect(place.top >= FRAME.top && place.top + SIZE.height <= FRAME.bottom).toBe(true);
        }
  });
});
