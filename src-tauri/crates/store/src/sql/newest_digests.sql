SELECT row, digest FROM (
  SELECT row, digest, row_number() OVER (PARTITION BY row ORDER BY operation DESC, position DESC) AS newest
    FROM change WHERE tbl = ?1
) WHERE newest = 1
