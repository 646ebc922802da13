-- Every word of the full-text index with every claim that it stands in, in order of both.
CREATE VIRTUAL TABLE IF NOT EXISTS temp.claim_word USING fts5vocab (main, claim_search, instance);
