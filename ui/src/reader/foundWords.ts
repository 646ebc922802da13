/**
 * Words found, shown where they stand. Two texts may be searched at once, and the window has one name for what is painted:
 * each shows its own ranges beside the other's.
 */

export interface Painted {
  all: readonly Range[];
  /** Of the one that is gone to. */
  current: readonly Range[];
}

const painted = new Map<object, Painted>();

/** Paints what a search found in place of what it found before; nothing takes it away. */
export function paintFound(search: object, found: Painted | null): void {
  if (!("highlights" in CSS)) return;
  if (found) painted.set(search, found);
  else painted.delete(search);
  const every = [...painted.values()];
  show(
    "found",
    0,
    every.flatMap(({ all }) => all),
  );
  show(
    "found-current",
    1,
    every.flatMap(({ current }) => current),
  );
}

function show(name: string, priority: number, ranges: readonly Range[]): void {
  if (ranges.length === 0) return void CSS.highlights.delete(name);
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
