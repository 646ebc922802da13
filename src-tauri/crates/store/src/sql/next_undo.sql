SELECT o.seq, o.kind FROM operation o
 WHERE o.actor = ?1 AND o.kind NOT IN ('undo', 'redo', 'create-workspace')
   AND NOT EXISTS (
     SELECT 1 FROM operation u
      WHERE u.undoes = o.seq AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes = u.seq)
   )
 ORDER BY o.seq DESC LIMIT 1
