SELECT
  seq, time, actor, kind, undoes,
  (SELECT min(u.seq) FROM operation u
    WHERE u.undoes = operation.seq AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes = u.seq)) AS undone_by,
  (SELECT count(*) FROM change WHERE change.operation = seq) AS rows
FROM operation
WHERE ?1 IS NULL AND seq < ?2
ORDER BY seq DESC LIMIT ?3
