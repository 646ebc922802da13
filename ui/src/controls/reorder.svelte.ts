/**
 * Dragging an item of a list to another place. By pointer and not by the browser's own drag and drop, which a desktop
 * window keeps for files.
 */

/** A press that moves less than this, px, is a click. */
const SLACK = 4;

/** The place, from one, where an item lands that is let go at `y`, by where the middles of all items are. */
export function placeAt(middles: readonly number[], from: number, y: number): number {
  return 1 + middles.filter((middle, index) => index !== from - 1 && middle < y).length;
}

export class Reorder {
  /** Number of the item that is dragged. */
  from = $state<number | null>(null);
  /** The place where it would land. */
  to = $state<number | null>(null);

  /** Where the line is drawn: before or after the item of a number; nothing where it would stay. */
  mark(number: number): "before" | "after" | null {
    if (this.from === null || this.to !== number || this.to === this.from) return null;
    return this.to < this.from ? "before" : "after";
  }

  /** Follows the pointer from a press on an item's handle until it is let go; then `moved` hears of the new place. */
  start(event: PointerEvent, from: number, items: () => readonly Element[], moved: (to: number) => void): void {
    if (event.button !== 0) return;
    const begun = event.clientY;
    const over = new AbortController();
    const { signal } = over;
    const end = (): void => {
      over.abort();
      this.from = this.to = null;
    };
    const follow = ({ clientY }: PointerEvent): void => {
      if (this.from === null && Math.abs(clientY - begun) < SLACK) return;
      this.from = from;
      const middles = items().map((item) => {
        const { top, height } = item.getBoundingClientRect();
        return top + height / 2;
      });
      this.to = placeAt(middles, from, clientY);
    };
    const drop = (): void => {
      const { to } = this;
      end();
      if (to !== null && to !== from) moved(to);
    };
    const key = (press: KeyboardEvent): void => {
      if (press.key !== "Escape") return;
      press.preventDefault();
      press.stopPropagation();
      end();
    };
    addEventListener("pointermove", follow, { signal });
    addEventListener("pointerup", drop, { signal });
    addEventListener("pointercancel", end, { signal });
    addEventListener("keydown", key, { signal, capture: true });
  }
}
