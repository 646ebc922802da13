-- Evidence and stored copies that it has or ever had: of those that are gone, or are of another source since, images of
-- the log hold its key, which ?2 is the eight bytes of.
seq IN (
  SELECT operation FROM change WHERE tbl = 9 AND row = ?1
  UNION ALL
  SELECT operation FROM change WHERE tbl = 10 AND row IN (
    SELECT id FROM evidence WHERE source = ?1
    UNION
    SELECT row FROM change
     WHERE tbl IN (10, 12) AND before IS NOT NULL AND +tbl = 10
       AND substr(before, CASE tbl WHEN 10 THEN 74 ELSE 65 END, 8) = ?2
  )
  UNION ALL
  SELECT operation FROM change WHERE tbl = 12 AND row IN (
    SELECT id FROM stored_copy WHERE source = ?1
    UNION
    SELECT row FROM change
     WHERE tbl IN (10, 12) AND before IS NOT NULL AND +tbl = 12
       AND substr(before, CASE tbl WHEN 10 THEN 74 ELSE 65 END, 8) = ?2
  )
)
