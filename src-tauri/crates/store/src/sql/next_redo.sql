SELECT u.seq, o.seq, o.kind FROM operation u JOIN operation o ON o.seq = u.undoes
 WHERE u.actor = ?1 AND u.kind = 'undo'
   AND u.seq > coalesce((SELECT max(seq) FROM operation WHERE kind = 'purge'), 0)
   AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes = u.seq)
   AND u.seq > coalesce(
     (SELECT max(seq) FROM operation WHERE actor = ?1 AND kind NOT IN ('undo', 'redo', 'create-workspace')), 0)
 ORDER BY u.seq DESC LIMIT 1
