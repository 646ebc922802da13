/** A source for the tests. */
import type { SourceRow } from "../backend";

export function sample(number: number, changes: Partial<SourceRow> = {}): SourceRow {
  return {
    id: `s${number}`,
    ref: `R${number}`,
    kind: "web",
    title: `Source ${number}`,
    author: null,
    publisher: null,
    url: null,
    published: null,
    accessed: null,
    primary: false,
    origin: null,
    confidential: false,
    contact: null,
    notes: null,
    document: null,
    copies: [],
    evidence: 1,
    claims: 1,
    signed_off: 0,
    ...changes,
  };
}
