import { describe, expect, it, vi } from "vitest";
import { placeAt, Reorder } from "./reorder.svelte";

describe("dragging an item of a list", () => {
  it("lands where the others' middles say", () => {
    const middles = [10, 30, 50];
    expect([5, 20, 40, 60].map((y) => placeAt(middles, 1, y))).toEqual([1, 1, 2, 3]);
    expect([5, 20, 40, 60].map((y) => placeAt(middles, 3, y))).toEqual([1, 2, 3, 3]);
  });

  /** Three items of 20 px, one under the other. */
  const items = [0, 20, 40].map((top) => ({ getBoundingClientRect: () => ({ top, height: 20 }) }) as Element);
  const at = (type: string, clientY: number): PointerEvent =>
    Object.assign(new Event(type), { clientY, button: 0 }) as PointerEvent;
  const move = (clientY: number): void => void dispatchEvent(at("pointermove", clientY));

  it("says where the item would land, and moves it once let go", () => {
    const moved = vi.fn();
    const drag = new Reorder();
    drag.start(at("pointerdown", 10), 1, () => items, moved);
    move(12);
    expect(drag.from).toBeNull();
    move(55);
    expect([drag.from, drag.to, drag.mark(3), drag.mark(2)]).toEqual([1, 3, "after", null]);
    dispatchEvent(at("pointerup", 55));
    expect(moved.mock.calls).toEqual([[3]]);
    expect([drag.from, drag.to]).toEqual([null, null]);
    move(5);
    expect(drag.from).toBeNull();
  });

  it("leaves it where it is on Esc, or where it did not leave its place", () => {
    const moved = vi.fn();
    const drag = new Reorder();
    drag.start(at("pointerdown", 50), 3, () => items, moved);
    move(1);
    expect(drag.mark(1)).toBe("before");
    dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    dispatchEvent(at("pointerup", 1));
    drag.start(at("pointerdown", 50), 3, () => items, moved);
    move(56);
    dispatchEvent(at("pointerup", 56));
    expect(moved).not.toHaveBeenCalled();
  });
});
