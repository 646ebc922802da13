/** How the ledger of a workspace is laid out on this machine: widths, hidden columns, height of rows, order. */
import type { Sort, SortKey } from "../backend";
import { keep, recall } from "../place/memory";
import { type ColumnId, type Field, FIELDS, SORT_WORDS } from "./columns";

/** How narrow and how wide a column can be made, px. */
export const NARROWEST = 40;
export const WIDEST = 480;

/** Height of a row, px: as `--h-row` has it, and with one line. */
const COMFORTABLE = 46;
const DENSE = 28;

interface Kept {
  widths: Partial<Record<ColumnId, number>>;
  hidden: Field[];
  dense: boolean;
  sort: Sort | null;
}

const USUAL: Kept = { widths: {}, hidden: [], dense: false, sort: null };

class Layout {
  #kept = $state.raw<Kept>(USUAL);
  /** Of which workspace; nothing before one is open. */
  #path: string | null = null;

  /** Takes up what was kept for a workspace, by where it lies. Returns whether it was another one. */
  open(path: string): boolean {
    if (path === this.#path) return false;
    this.#path = path;
    this.#kept = { ...USUAL, ...recall<Partial<Kept>>(`ledger.${path}`, {}, isKept) };
    return true;
  }

  get sort(): Sort | null {
    return this.#kept.sort;
  }

  set sort(sort: Sort | null) {
    this.#put({ sort });
  }

  get dense(): boolean {
    return this.#kept.dense;
  }

  set dense(dense: boolean) {
    this.#put({ dense });
  }

  /** Height of a row, px. */
  get rowHeight(): number {
    return this.dense ? DENSE : COMFORTABLE;
  }

  shows(field: Field): boolean {
    return !this.#kept.hidden.includes(field);
  }

  toggle(field: Field): void {
    const { hidden } = this.#kept;
    this.#put({ hidden: this.shows(field) ? [...hidden, field] : hidden.filter((one) => one !== field) });
  }

  /** The width that a column was given, px; nothing for its usual one. */
  width(column: ColumnId): number | undefined {
    return this.#kept.widths[column];
  }

  /** Gives a column a width, px; nothing gives it its usual one. */
  resize(column: ColumnId, width?: number): void {
    const { [column]: _, ...rest } = this.#kept.widths;
    if (width === undefined) this.#put({ widths: rest });
    else this.#put({ widths: { ...rest, [column]: Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) } });
  }

  /** Whether the columns are the usual ones. */
  get usual(): boolean {
    return this.#kept.hidden.length === 0 && Object.keys(this.#kept.widths).length === 0;
  }

  /** Gives the usual columns back. */
  restore(): void {
    this.#put({ widths: {}, hidden: [] });
  }

  #put(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change };
    if (this.#path !== null) keep(`ledger.${this.#path}`, this.#kept);
  }
}

/** A layout of its own, for tests. */
export { Layout };

export const layout = new Layout();

function isKept(kept: unknown): kept is Partial<Kept> {
  if (typeof kept !== "object" || kept === null) return false;
  const { widths = {}, hidden = [], dense = false, sort = null } = kept as Record<string, unknown>;
  const isWidth = (width: unknown): boolean => typeof width === "number" && width >= NARROWEST && width <= WIDEST;
  return (
    typeof widths === "object" &&
    widths !== null &&
    Object.values(widths).every(isWidth) &&
    Array.isArray(hidden) &&
    hidden.every((field) => typeof field === "string" && Object.hasOwn(FIELDS, field)) &&
    typeof dense === "boolean" &&
    (sort === null || isSort(sort))
  );
}

function isSort(kept: unknown): kept is Sort {
  if (typeof kept !== "object" || kept === null) return false;
  const { key, descending } = kept as Partial<Sort>;
  return typeof descending === "boolean" && typeof key === "string" && Object.hasOwn(SORT_WORDS, key satisfies SortKey);
}
