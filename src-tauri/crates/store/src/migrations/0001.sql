-- The first schema. Once released it is never edited: what comes later is a file of its own.
-- Domain tables carry `stamp`, the operation that wrote the row's present content. Their ids are never used again.

CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- The log. Append-only: each operation carries the hash of itself and, through it, of all before.
CREATE TABLE operation (
  seq    INTEGER PRIMARY KEY AUTOINCREMENT,
  time   INTEGER NOT NULL,
  actor  TEXT    NOT NULL,
  kind   TEXT    NOT NULL,
  undoes INTEGER REFERENCES operation (seq),
  hash   BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE change (
  operation INTEGER NOT NULL REFERENCES operation (seq) DEFERRABLE INITIALLY DEFERRED,
  position  INTEGER NOT NULL,
  tbl       INTEGER NOT NULL,
  row       INTEGER NOT NULL,
  claim     INTEGER,                      -- the claim it belongs to, for that claim's history
  action    INTEGER NOT NULL CHECK (action IN (0, 1, 2)), -- insert, update, delete
  before    BLOB,                         -- the whole row as it was; none for an insert
  digest    BLOB,                         -- SHA-256 of the row as it became; none for a delete
  PRIMARY KEY (operation, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_row ON change (tbl, row, operation);
CREATE INDEX change_claim ON change (claim, operation) WHERE claim IS NOT NULL;

CREATE TRIGGER operation_kept BEFORE DELETE ON operation
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER operation_fixed BEFORE UPDATE ON operation
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_kept BEFORE DELETE ON change
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_fixed BEFORE UPDATE ON change
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE person (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp INTEGER NOT NULL,
  uuid  TEXT    NOT NULL UNIQUE,
  name  TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE document (
  id        INTEGER PRIMARY KEY AUTOINCREMENT, -- also its reference: D1
  stamp     INTEGER NOT NULL,
  uuid      TEXT    NOT NULL UNIQUE,
  title     TEXT    NOT NULL,
  authors   TEXT    NOT NULL,                  -- a JSON array of names
  publisher TEXT,
  url       TEXT,
  published TEXT,
  accessed  TEXT,
  language  TEXT
) STRICT;

-- One immutable text of a document. The text itself stands in its blocks.
CREATE TABLE revision (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp       INTEGER NOT NULL,
  uuid        TEXT    NOT NULL UNIQUE,
  document    INTEGER NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  added       INTEGER NOT NULL,
  characters  INTEGER NOT NULL,
  text_sha256 TEXT    NOT NULL,
  tail        TEXT    NOT NULL,                -- white space after the last block
  file_name   TEXT,
  media_type  TEXT    NOT NULL,
  encoding    TEXT    NOT NULL,
  sha256      TEXT    NOT NULL,                -- of the original bytes
  original    BLOB    NOT NULL
) STRICT;
CREATE INDEX revision_document ON revision (document);

CREATE TABLE block (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp    INTEGER NOT NULL,
  revision INTEGER NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
  kind     TEXT    NOT NULL,
  start    INTEGER NOT NULL,                   -- code points, as every offset here
  end      INTEGER NOT NULL,
  lead     TEXT    NOT NULL,                   -- white space between the block before and this one
  text     TEXT    NOT NULL,
  CHECK (end > start AND length(text) = end - start)
) STRICT;
CREATE INDEX block_revision ON block (revision, start);

CREATE TABLE sentence (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp            INTEGER NOT NULL,
  revision         INTEGER NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
  number           INTEGER NOT NULL,
  start            INTEGER NOT NULL,
  end              INTEGER NOT NULL,
  block            TEXT    NOT NULL,
  score            REAL    NOT NULL,
  nothing_to_check INTEGER NOT NULL CHECK (nothing_to_check IN (0, 1)),
  CHECK (end > start)
) STRICT;
CREATE INDEX sentence_revision ON sentence (revision, start);

CREATE TRIGGER revision_fixed BEFORE UPDATE ON revision
  BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER block_fixed BEFORE UPDATE ON block
  BEGIN SELECT RAISE(ABORT, 'a block never changes'); END;

CREATE TABLE claim (
  id             INTEGER PRIMARY KEY AUTOINCREMENT, -- also its reference: DG-1
  stamp          INTEGER NOT NULL,
  uuid           TEXT    NOT NULL UNIQUE,
  label          TEXT    NOT NULL,
  statement      TEXT    NOT NULL,
  kind           TEXT    NOT NULL,
  status         TEXT    NOT NULL
    CHECK (status IN ('suggested', 'open', 'in-progress', 'in-review', 'signed-off', 'dismissed')),
  verdict        TEXT
    CHECK (verdict IN ('supported', 'refuted', 'conflicting', 'not-enough-evidence', 'not-checkable')),
  said           TEXT
    CHECK (said IN ('supported', 'refuted', 'conflicting', 'not-enough-evidence', 'not-checkable')),
  claimant       TEXT,
  mode           TEXT    NOT NULL,
  priority       INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
  score          REAL,
  reasons        TEXT    NOT NULL,                  -- a JSON array of words
  stated         TEXT    NOT NULL,                  -- a JSON array of values
  found          TEXT,
  rationale      TEXT    NOT NULL,
  rationale_said TEXT    NOT NULL,
  checker        INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  reviewer       INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  signed_off_by  TEXT,
  signed_off_at  INTEGER,
  reopened       TEXT,
  -- Derived, and so no part of the row's image: when it or anything of it was last written, what it counts, and
  -- whose voice the ledger shows.
  edited         INTEGER NOT NULL DEFAULT 0,
  evidence_count INTEGER NOT NULL DEFAULT 0,
  has_primary    INTEGER NOT NULL DEFAULT 0,
  document       INTEGER,
  voice          TEXT,
  value_text     TEXT,
  value_normal   TEXT,
  CHECK ((status = 'signed-off') = (signed_off_at IS NOT NULL)),
  CHECK (status <> 'suggested' OR verdict IS NULL)
) STRICT;
CREATE INDEX claim_edited ON claim (edited DESC, id);
CREATE INDEX claim_status ON claim (status, edited DESC, id);

CREATE TABLE claim_tag (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  tag   TEXT    NOT NULL,
  UNIQUE (claim, tag)
) STRICT;
CREATE INDEX claim_tag_tag ON claim_tag (tag, claim);

CREATE TABLE mention (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp    INTEGER NOT NULL,
  uuid     TEXT    NOT NULL UNIQUE,
  claim    INTEGER NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  revision INTEGER NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
  start    INTEGER NOT NULL,
  end      INTEGER NOT NULL,
  prefix   TEXT    NOT NULL,
  suffix   TEXT    NOT NULL,
  anchor   TEXT    NOT NULL,
  CHECK (end > start)
) STRICT;
CREATE INDEX mention_claim ON mention (claim);
CREATE INDEX mention_revision ON mention (revision, start);

CREATE TABLE source (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp      INTEGER NOT NULL,
  uuid       TEXT    NOT NULL UNIQUE,
  title      TEXT    NOT NULL,
  publisher  TEXT,
  url        TEXT,
  published  TEXT,
  accessed   TEXT,
  is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
  document   INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX source_title ON source (title);
CREATE INDEX source_document ON source (document) WHERE document IS NOT NULL;

CREATE TABLE evidence (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp    INTEGER NOT NULL,
  uuid     TEXT    NOT NULL UNIQUE,
  claim    INTEGER NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  source   INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  finding  TEXT    NOT NULL CHECK (finding IN ('true', 'said')),
  stance   TEXT    NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
  quote    TEXT,
  position INTEGER NOT NULL,
  revision INTEGER REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
  start    INTEGER,
  end      INTEGER,
  prefix   TEXT,
  suffix   TEXT,
  CHECK ((revision IS NULL) = (start IS NULL) AND (start IS NULL) = (end IS NULL))
) STRICT;
CREATE INDEX evidence_claim ON evidence (claim, position);
CREATE INDEX evidence_source ON evidence (source);
CREATE INDEX evidence_revision ON evidence (revision) WHERE revision IS NOT NULL;

-- The part of a mention, or of a quote of evidence, that lies in one block. A text is stored a block at a time, and
-- each part is checked against its block alone.
CREATE TABLE span_part (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp    INTEGER NOT NULL,
  mention  INTEGER REFERENCES mention (id) DEFERRABLE INITIALLY DEFERRED,
  evidence INTEGER REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  block    INTEGER NOT NULL REFERENCES block (id) DEFERRABLE INITIALLY DEFERRED,
  start    INTEGER NOT NULL,
  end      INTEGER NOT NULL,
  exact    TEXT    NOT NULL,
  CHECK (end > start),
  CHECK ((mention IS NULL) <> (evidence IS NULL))
) STRICT;
CREATE INDEX span_part_mention ON span_part (mention, start) WHERE mention IS NOT NULL;
CREATE INDEX span_part_evidence ON span_part (evidence, start) WHERE evidence IS NOT NULL;
CREATE INDEX span_part_block ON span_part (block);

CREATE TRIGGER span_part_is_the_text BEFORE INSERT ON span_part
WHEN NOT EXISTS (
  SELECT 1 FROM block
   WHERE block.id = NEW.block AND NEW.start >= block.start AND NEW.end <= block.end
     AND substr(block.text, NEW.start - block.start + 1, NEW.end - NEW.start) = NEW.exact
)
BEGIN SELECT RAISE(ABORT, 'span is not the text'); END;
CREATE TRIGGER span_part_stays_the_text BEFORE UPDATE ON span_part
WHEN NOT EXISTS (
  SELECT 1 FROM block
   WHERE block.id = NEW.block AND NEW.start >= block.start AND NEW.end <= block.end
     AND substr(block.text, NEW.start - block.start + 1, NEW.end - NEW.start) = NEW.exact
)
BEGIN SELECT RAISE(ABORT, 'span is not the text'); END;

-- Derived from the tables above and rebuilt from them at will.
CREATE VIRTUAL TABLE claim_search USING fts5 (
  label, statement, quote, rationale, evidence,
  content = '', contentless_delete = 1, detail = full, prefix = '2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);
