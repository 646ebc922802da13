-- The operation before, if it may be of the same stretch of typing: one row of one table updated, and nothing else.
SELECT operation.seq, operation.joins, change.before
FROM operation JOIN change ON change.operation = operation.seq
WHERE operation.seq = ?1 AND operation.actor = ?2 AND operation.kind = ?3 AND operation.time >= ?4
  AND change.tbl = ?5 AND change.row = ?6 AND change.action = 1
  AND (SELECT count(*) FROM change AS every WHERE every.operation = operation.seq) = 1
