seq IN (
  SELECT operation FROM change WHERE tbl = 2 AND row = ?1
  UNION ALL
  SELECT operation FROM change WHERE tbl = 5 AND row IN (
    SELECT sentence.id FROM revision JOIN sentence ON sentence.revision = revision.id WHERE revision.document = ?1
  )
  UNION ALL
  SELECT operation FROM change WHERE claim IN (
    SELECT mention.claim FROM revision JOIN mention ON mention.revision = revision.id WHERE revision.document = ?1
  )
)
