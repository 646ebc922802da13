-- An edit writes its own words, and no more. Full-text indexes used to merge what many edits had left within one of them, now and
-- then hundreds of pages; that is done between edits, see tidy.rs. No table changes; but the
-- setting lies in the file, and a version that does not tidy should not be left with it.
INSERT INTO claim_search (claim_search, rank) VALUES ('automerge', 0);
INSERT INTO source_search (source_search, rank) VALUES ('automerge', 0);
