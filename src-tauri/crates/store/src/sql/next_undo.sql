-- A person's newest operation that is no undo and not undone, as the first of its stretch of typing. Nothing before a
-- purge can be undone.
SELECT coalesce(o.joins, o.seq), o.kind FROM operation o
 WHERE o.actor = ?1 AND o.kind NOT IN ('undo', 'redo', 'create-workspace', 'purge')
   AND o.seq > coalesce((SELECT max(seq) FROM operation WHERE kind = 'purge'), 0)
   AND NOT EXISTS (
     SELECT 1 FROM operation u
      WHERE u.undoes = coalesce(o.joins, o.seq)
        AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes = u.seq)
   )
 ORDER BY o.seq DESC LIMIT 1
