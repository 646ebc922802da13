/** A claim for the tests. */
import type { Claim, Evidence } from "../backend";

export function evidence(number: number, title: string, primary = false): Evidence {
  return {
    id: `e${number}`,
    number,
    finding: "true",
    stance: "refutes",
    quote: `Words of ${title}`,
    span: null,
    source: {
      id: `s${number}`,
      title,
      publisher: null,
      url: `https://www.example.org/${number}`,
      published: "2023-03-02",
      accessed: "2026-11-22",
      primary,
      document: null,
    },
  };
}

export function claim(changes: Partial<Claim> = {}): Claim {
  const items = changes.evidence_items ?? [evidence(1, "First source"), evidence(2, "Second source")];
  return {
    key: 14,
    id: "c14",
    ref: "DG-14",
    label: "Urged Russia to join",
    statement: "Blinken urged Russia to join the treaty.",
    kind: "quote",
    status: "in-review",
    verdict: "refuted",
    said: null,
    claimant: "Antony Blinken",
    mode: "paraphrase",
    priority: "high",
    score: 0.8,
    value: "return to implementing",
    value_normal: null,
    found: null,
    document_name: "BBC News",
    document: "d1",
    evidence: items.length,
    has_primary: items.some(({ source }) => source.primary),
    checker: "Ines Moreau",
    edited: 0,
    reasons: [],
    values: [],
    rationale: "It says “return” [1], not “join” [?].",
    rationale_said: "",
    tags: ["print"],
    reviewer: null,
    mentions: [
      {
        id: "m1",
        document: "d1",
        document_ref: "D1",
        revision: "r1",
        sentence: 10,
        start: 1213,
        end: 1287,
        exact: "he had also urged Russia to join",
        prefix: "",
        suffix: "",
        anchor: "exact",
      },
    ],
    signed_off_by: null,
    signed_off_at: null,
    reopened: null,
    stamp: 1,
    ...changes,
    evidence_items: items,
  };
}
