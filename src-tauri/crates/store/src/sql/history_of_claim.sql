seq IN (
  SELECT operation FROM change WHERE claim = ?1
  -- The operations that changed what it stood on.
  UNION ALL SELECT value FROM json_each(?2)
)
