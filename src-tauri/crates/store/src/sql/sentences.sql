-- How far a sentence is checked follows from the accepted claims that touch it; suggested and dismissed ones do not
-- count.
SELECT
  sentence.number, sentence.start, sentence.end, sentence.block, sentence.score, sentence.nothing_to_check,
  count(claim.id) AS accepted,
  coalesce(sum(claim.status <> 'signed-off'), 0) AS unfinished,
  coalesce(sum(claim.verdict IS NOT 'not-checkable'), 0) AS checkable
FROM sentence
LEFT JOIN mention ON mention.revision = sentence.revision
  AND mention.start < sentence.end AND mention.end > sentence.start
LEFT JOIN claim ON claim.id = mention.claim AND claim.status NOT IN ('suggested', 'dismissed')
WHERE sentence.revision = ?1
GROUP BY sentence.id
ORDER BY sentence.start
