-- Verification: scales, sources with their copies, notes, checklists, relations, settings, purging, runs of typing.
-- New columns of older tables have a default, so that images written before this schema can be read as if it had been
-- there (see image.rs).

-- Typing is saved as it goes on; what belongs to one stretch of it names the operation that began it, and is undone
-- as one.
ALTER TABLE operation ADD COLUMN joins INTEGER REFERENCES operation (seq);
CREATE INDEX operation_joins ON operation (joins) WHERE joins IS NOT NULL;

-- SHA-256 of an image that was purged, so that the chain can still be verified.
ALTER TABLE change ADD COLUMN purged BLOB CHECK (purged IS NULL OR (before IS NULL AND length(purged) = 32));

ALTER TABLE person ADD COLUMN initials TEXT;

ALTER TABLE claim ADD COLUMN scale TEXT;                            -- the scale's word; none for Assay's own five
ALTER TABLE claim ADD COLUMN rating TEXT CHECK ((rating IS NULL) = (scale IS NULL));
ALTER TABLE claim ADD COLUMN signed_digest TEXT;                    -- SHA-256 of what was signed, see substance.rs
-- Derived, as those before.
ALTER TABLE claim ADD COLUMN origin_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN note_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN question_count INTEGER NOT NULL DEFAULT 0;
UPDATE claim SET origin_count = (SELECT count(DISTINCT source) FROM evidence WHERE evidence.claim = claim.id)
 WHERE evidence_count > 0;
CREATE INDEX claim_rating ON claim (scale, rating) WHERE scale IS NOT NULL;
CREATE INDEX claim_checker ON claim (checker) WHERE checker IS NOT NULL;
CREATE INDEX claim_reviewer ON claim (reviewer) WHERE reviewer IS NOT NULL;

-- Where a claim was merged into another, its mentions and evidence went over and name the claim that they came from.
ALTER TABLE mention ADD COLUMN merged_from INTEGER REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE evidence ADD COLUMN merged_from INTEGER REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE evidence ADD COLUMN locator TEXT;

ALTER TABLE source ADD COLUMN author TEXT;
ALTER TABLE source ADD COLUMN kind TEXT NOT NULL DEFAULT 'web';
ALTER TABLE source ADD COLUMN origin TEXT;
ALTER TABLE source ADD COLUMN confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1));
ALTER TABLE source ADD COLUMN contact TEXT;
ALTER TABLE source ADD COLUMN notes TEXT;

CREATE TABLE stored_copy (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp      INTEGER NOT NULL,
  uuid       TEXT    NOT NULL UNIQUE,
  source     INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  added      INTEGER NOT NULL,
  file_name  TEXT    NOT NULL,
  media_type TEXT    NOT NULL,
  sha256     TEXT    NOT NULL,
  bytes      BLOB    NOT NULL
) STRICT;
CREATE INDEX stored_copy_source ON stored_copy (source);
CREATE TRIGGER stored_copy_fixed BEFORE UPDATE ON stored_copy
  BEGIN SELECT RAISE(ABORT, 'a stored copy never changes'); END;

CREATE TABLE note (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp   INTEGER NOT NULL,
  uuid    TEXT    NOT NULL UNIQUE,
  claim   INTEGER NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  kind    TEXT    NOT NULL CHECK (kind IN ('note', 'question')),
  author  TEXT    NOT NULL,
  written INTEGER NOT NULL,
  text    TEXT    NOT NULL,
  answer  TEXT,
  CHECK (answer IS NULL OR kind = 'question')
) STRICT;
CREATE INDEX note_claim ON note (claim);
CREATE INDEX note_open ON note (claim) WHERE kind = 'question' AND answer IS NULL;

-- Each relation is kept from both sides, so that each claim has all of its own.
CREATE TABLE relation (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  kind  TEXT    NOT NULL
    CHECK (kind IN ('same-as', 'merged-into', 'merged-from', 'contradicts', 'part-of', 'has-part')),
  other INTEGER NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  was   TEXT,                             -- the status that a merged claim had
  CHECK (claim <> other),
  UNIQUE (claim, kind, other)
) STRICT;
CREATE INDEX relation_other ON relation (other);

-- A step of the checklist that was done.
CREATE TABLE tick (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  step  TEXT    NOT NULL,
  UNIQUE (claim, step)
) STRICT;

-- Scales that the desk made itself; those that come with Assay are in the model.
CREATE TABLE scale (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp       INTEGER NOT NULL,
  word        TEXT    NOT NULL UNIQUE,
  name        TEXT    NOT NULL,
  description TEXT    NOT NULL,
  ratings     TEXT    NOT NULL            -- a JSON array
) STRICT;

CREATE TABLE setting (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp INTEGER NOT NULL,
  key   TEXT    NOT NULL UNIQUE,
  value TEXT    NOT NULL                  -- JSON
) STRICT;

-- History is asked for by person and by day.
CREATE INDEX operation_actor ON operation (actor);
CREATE INDEX operation_time ON operation (time);
-- History of a source: which evidence and stored copies it ever had. In their images the key of the source stands at a
-- fixed place (see image.rs).
CREATE INDEX change_source ON change (substr(before, CASE tbl WHEN 10 THEN 74 ELSE 65 END, 8))
  WHERE tbl IN (10, 12) AND before IS NOT NULL;
