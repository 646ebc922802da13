-- Saved views. "view" itself is a word of SQL.

CREATE TABLE saved_view (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  stamp    INTEGER NOT NULL,
  uuid     TEXT    NOT NULL UNIQUE,
  name     TEXT    NOT NULL COLLATE NOCASE UNIQUE CHECK (trim(name) <> '' AND length(name) <= 80),
  query    TEXT    NOT NULL,
  sort     TEXT    NOT NULL,              -- a sort key, after a minus for the greatest first
  position INTEGER NOT NULL
) STRICT;
