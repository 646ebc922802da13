-- Operations, and stretches of typing by the first of each; conditions, order and limit follow.
SELECT
  seq, actor, kind, undoes,
  coalesce((SELECT max(o.seq) FROM operation o WHERE o.joins = operation.seq), seq) AS last,
  coalesce((SELECT max(o.time) FROM operation o WHERE o.joins = operation.seq), time) AS ended,
  (SELECT min(u.seq) FROM operation u
    WHERE u.undoes = operation.seq AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes = u.seq)) AS undone_by,
  -- Positions count from zero without a gap.
  (SELECT coalesce(max(position) + 1, 0) FROM change WHERE change.operation = seq) AS rows
FROM operation
WHERE joins IS NULL AND seq < ?1
  -- A stretch that went on into what was listed before is not listed again.
  AND NOT EXISTS (SELECT 1 FROM operation o WHERE o.joins = operation.seq AND o.seq >= ?1)
