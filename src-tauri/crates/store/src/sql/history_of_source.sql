seq IN (
  SELECT operation FROM change WHERE tbl = 9 AND row = ?
  UNION
  SELECT change.operation FROM evidence JOIN change ON change.tbl = 10 AND change.row = evidence.id
   WHERE evidence.source = ?
  UNION
  SELECT change.operation FROM stored_copy JOIN change ON change.tbl = 12 AND change.row = stored_copy.id
   WHERE stored_copy.source = ?
)
