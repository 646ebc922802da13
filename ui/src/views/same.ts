/** Whether two queries ask the same, however they are written. */
import type { Term } from "../backend";

/** All terms must hold, and of a term's values any will do: neither order tells. */
export function asksSame(one: readonly Term[], other: readonly Term[]): boolean {
  return one.length === other.length && written(one) === written(other);
}

function written(terms: readonly Term[]): string {
  const each = terms.map((term) => JSON.stringify({ ...term, values: term.values.toSorted() }));
  return each.sort().join("\n");
}
