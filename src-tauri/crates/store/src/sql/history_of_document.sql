seq IN (
  SELECT operation FROM change WHERE tbl = 2 AND row = ?
  UNION
  SELECT change.operation FROM revision JOIN sentence ON sentence.revision = revision.id
    JOIN change ON change.tbl = 5 AND change.row = sentence.id
   WHERE revision.document = ?
  UNION
  SELECT change.operation FROM revision JOIN mention ON mention.revision = revision.id
    JOIN change ON change.claim = mention.claim
   WHERE revision.document = ?
)
