-- A full-text index of one text at a time, cut as `claim_search` is.
CREATE VIRTUAL TABLE cut USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE cut_word USING fts5vocab (cut, row);
