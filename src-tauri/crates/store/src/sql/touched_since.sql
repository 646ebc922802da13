-- Rows that operations after ?1 changed, by table, and the claims that are shown otherwise since: their own, and those
-- that rest on a source, a document, a person or a scale that changed. CROSS JOIN keeps the order: little has changed, and
-- statistics of the file must not have SQLite read all that could rest on it.
WITH later AS (
  SELECT DISTINCT tbl, CASE WHEN tbl IN (3, 4, 5, 12) THEN 0 ELSE row END AS row, claim
    FROM change WHERE operation > ?1 LIMIT ?2
)
SELECT tbl, row, claim FROM later
UNION
SELECT NULL, NULL, evidence.claim FROM later CROSS JOIN evidence ON evidence.source = later.row WHERE later.tbl = 9
UNION
SELECT NULL, NULL, mention.claim
  FROM later CROSS JOIN revision ON revision.document = later.row CROSS JOIN mention ON mention.revision = revision.id
 WHERE later.tbl = 2
UNION
SELECT NULL, NULL, claim.id FROM later CROSS JOIN claim ON claim.checker = later.row WHERE later.tbl = 1
UNION
SELECT NULL, NULL, claim.id FROM later CROSS JOIN claim ON claim.reviewer = later.row WHERE later.tbl = 1
UNION
SELECT NULL, NULL, claim.id FROM later CROSS JOIN scale ON scale.id = later.row CROSS JOIN claim ON claim.scale = scale.word
 WHERE later.tbl = 16
