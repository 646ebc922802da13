SELECT row FROM change WHERE operation > ?1 AND tbl = 2
UNION
SELECT document FROM revision WHERE id IN (SELECT row FROM change WHERE operation > ?1 AND tbl = 3)
UNION
SELECT revision.document FROM sentence JOIN revision ON revision.id = sentence.revision
 WHERE sentence.id IN (SELECT row FROM change WHERE operation > ?1 AND tbl = 5)
UNION
SELECT revision.document FROM mention JOIN revision ON revision.id = mention.revision
 WHERE mention.claim IN (SELECT claim FROM change WHERE operation > ?1 AND claim IS NOT NULL)
