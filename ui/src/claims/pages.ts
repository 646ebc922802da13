/** The rows of a list that are at hand: pages of it, the ones seen longest ago dropped first. */
import type { ClaimRow } from "../backend";

/** Rows a page. */
export const PAGE = 200;
/** Pages kept: a hand's breadth of scrolling back, and a few megabytes at most. */
const KEPT = 16;

/** Immutable, so that whoever shows it sees that it changed. */
export class Pages {
  static readonly NONE = new Pages(new Map());

  private constructor(private readonly pages: ReadonlyMap<number, readonly ClaimRow[]>) {}

  /** Only these pages. */
  static of(pages: Iterable<readonly [number, readonly ClaimRow[]]>): Pages {
    return new Pages(new Map(pages));
  }

  /** With a page more; the one least lately put is dropped. */
  with(page: number, rows: readonly ClaimRow[]): Pages {
    const next = new Map(this.pages);
    next.delete(page);
    next.set(page, rows);
    for (const old of next.keys()) {
      if (next.size <= KEPT) break;
      next.delete(old);
    }
    return new Pages(next);
  }

  has(page: number): boolean {
    return this.pages.has(page);
  }

  row(index: number): ClaimRow | undefined {
    return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** The place of a claim, if its page is at hand. */
  find(key: number): number | undefined {
    for (const [page, rows] of this.pages) {
      const at = rows.findIndex((row) => row.key === key);
      if (at >= 0) return page * PAGE + at;
    }
    return undefined;
  }
}

/** The pages that rows `first` to `end`, not included, stand on. */
export function pagesOf(first: number, end: number): number[] {
  const from = Math.floor(first / PAGE);
  const to = Math.max(from, Math.floor((end - 1) / PAGE));
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}
