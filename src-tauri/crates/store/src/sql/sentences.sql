-- How far a sentence is checked follows from the accepted claims that touch it; suggested and dismissed ones do not
-- count. The same rule stands in documents.sql, for all sentences of a document at once.
SELECT
  sentence.number, sentence.start, sentence.end, sentence.block, sentence.score, sentence.nothing_to_check,
  CASE
    WHEN sentence.nothing_to_check THEN 'not-checkable'
    WHEN count(claim.id) = 0 THEN 'not-looked-at'
    WHEN sum(claim.status <> 'signed-off') > 0 THEN 'in-work'
    WHEN sum(claim.verdict IS NOT 'not-checkable') = 0 THEN 'not-checkable'
    ELSE 'signed-off'
  END AS coverage
FROM sentence
-- No mention that touches a sentence starts further before it than the longest is long: the index finds the few.
LEFT JOIN mention ON mention.revision = sentence.revision
  AND mention.start < sentence.end AND mention.end > sentence.start
  AND mention.start > sentence.start - (SELECT max(m.end - m.start) FROM mention AS m WHERE m.revision = ?1)
LEFT JOIN claim ON claim.id = mention.claim AND claim.status NOT IN ('suggested', 'dismissed')
WHERE sentence.revision = ?1
GROUP BY sentence.id
ORDER BY sentence.start
