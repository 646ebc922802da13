seq IN (
  SELECT operation FROM change WHERE claim = ?
  UNION
  -- A source and a document count from when the claim rests on them.
  SELECT change.operation FROM evidence JOIN change ON change.tbl = 9 AND change.row = evidence.source
   WHERE evidence.claim = ? AND change.action = 1
     AND change.operation > (SELECT min(c.operation) FROM change AS c WHERE c.tbl = 10 AND c.row = evidence.id)
  UNION
  SELECT change.operation FROM mention JOIN revision ON revision.id = mention.revision
    JOIN change ON change.tbl = 2 AND change.row = revision.document
   WHERE mention.claim = ? AND change.action = 1
     AND change.operation > (SELECT min(c.operation) FROM change AS c WHERE c.tbl = 8 AND c.row = mention.id)
)
