-- Finding: words of notes beside a claim's own, titles of sources once a source, and lost mentions.

-- Filled again by `words.rs` when this has run.
DROP TABLE claim_search;
CREATE VIRTUAL TABLE claim_search USING fts5 (
  label, statement, quote, rationale, notes, evidence,
  content = '', contentless_delete = 1, detail = full, prefix = '2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);
-- A claim is found by its sources through its evidence, so that a source cited a thousand times is indexed once.
CREATE VIRTUAL TABLE source_search USING fts5 (
  title, publisher, author,
  content = '', contentless_delete = 1, detail = full, prefix = '2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE INDEX mention_lost ON mention (claim) WHERE anchor = 'lost';
