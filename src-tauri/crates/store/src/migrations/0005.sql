-- Claims that a person has found to be different, though they look the same: so that they are not shown to each other again.
CREATE TABLE relation_2 (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  kind  TEXT    NOT NULL CHECK (kind IN (
    'same-as', 'different-from', 'merged-into', 'merged-from', 'contradicts', 'part-of', 'has-part'
  )),
  other INTEGER NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  was   TEXT,                             -- the status that a merged claim had
  CHECK (claim <> other),
  UNIQUE (claim, kind, other)
) STRICT;
INSERT INTO relation_2 SELECT id, stamp, claim, kind, other, was FROM relation;
-- The counter goes over as it is, so that keys are not used again, also those of rows that are gone.
DELETE FROM sqlite_sequence WHERE name = 'relation_2';
INSERT INTO sqlite_sequence (name, seq) SELECT 'relation_2', seq FROM sqlite_sequence WHERE name = 'relation';
DROP TABLE relation;
ALTER TABLE relation_2 RENAME TO relation;
CREATE INDEX relation_other ON relation (other);
