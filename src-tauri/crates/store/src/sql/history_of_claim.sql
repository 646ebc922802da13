SELECT
  seq, time, actor, kind, undoes,
  (SELECT min(u.seq) FROM operation u
    WHERE u.undoes = operation.seq AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes = u.seq)) AS undone_by,
  (SELECT count(*) FROM change WHERE change.operation = seq AND change.claim = ?1) AS rows
FROM operation
WHERE seq IN (SELECT operation FROM change WHERE claim = ?1 AND operation < ?2 ORDER BY operation DESC)
ORDER BY seq DESC LIMIT ?3
