-- A stretch is of the moment that its line shows, when it ended.
seq IN (SELECT coalesce(o.joins, o.seq) FROM operation AS o WHERE o.time >= ?1 AND o.time < ?2)
AND ended >= ?1 AND ended < ?2
