-- How far the sentences are checked that anybody has looked at: those marked “nothing to check”, and those that accepted
-- claims touch; suggested and dismissed ones do not count. The same rule stands in documents.sql, for the sum of all.
WITH
  -- No sentence that a mention touches starts further before it than the longest is long: the index finds the few.
  longest AS MATERIALIZED (SELECT coalesce(max(end - start), 0) AS length FROM sentence WHERE revision = ?1),
  looked_at AS (
    SELECT sentence.id, claim.status, claim.verdict
      FROM longest
      JOIN mention ON mention.revision = ?1
      JOIN claim ON claim.id = mention.claim AND claim.status NOT IN ('suggested', 'dismissed')
      JOIN sentence ON sentence.revision = ?1
        AND sentence.start < mention.end AND sentence.end > mention.start
        AND sentence.start > mention.start - longest.length
    UNION ALL
    SELECT id, NULL, NULL FROM sentence WHERE revision = ?1 AND nothing_to_check
  )
SELECT
  sentence.number, sentence.nothing_to_check,
  CASE
    WHEN sentence.nothing_to_check THEN 'not-checkable'
    WHEN sum(looked_at.status <> 'signed-off') > 0 THEN 'in-work'
    WHEN sum(looked_at.verdict IS NOT 'not-checkable') = 0 THEN 'not-checkable'
    ELSE 'signed-off'
  END AS coverage
FROM looked_at JOIN sentence ON sentence.id = looked_at.id
GROUP BY sentence.id
ORDER BY sentence.start
