-- The stored copies that a source has or ever had; ?2 is its key as the eight bytes that images hold.
SELECT id FROM stored_copy WHERE source = ?1
UNION
SELECT row FROM change
 WHERE tbl IN (10, 12) AND before IS NOT NULL AND +tbl = 12
   AND substr(before, CASE tbl WHEN 10 THEN 74 ELSE 65 END, 8) = ?2
ORDER BY 1
