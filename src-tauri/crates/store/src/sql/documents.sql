-- Documents with their newest revision, the coverage of its sentences, and its claims; ?1 is a JSON array of keys, or
-- nothing for all.
WITH newest AS (
  SELECT max(revision.id) AS id FROM revision
   WHERE ?1 IS NULL OR revision.document IN (SELECT value FROM json_each(?1))
   GROUP BY revision.document
),
longest AS MATERIALIZED (
  SELECT newest.id, coalesce(max(mention.end - mention.start), 0) AS length
    FROM newest LEFT JOIN mention ON mention.revision = newest.id GROUP BY newest.id
),
covered AS (
  SELECT
    sentence.revision, sentence.nothing_to_check AS marked,
    count(claim.id) AS accepted,
    sum(claim.status <> 'signed-off') AS unfinished,
    sum(claim.verdict IS NOT 'not-checkable') AS checkable
  FROM longest
  JOIN sentence ON sentence.revision = longest.id
  LEFT JOIN mention ON mention.revision = sentence.revision
    AND mention.start < sentence.end AND mention.end > sentence.start
    AND mention.start > sentence.start - longest.length
  LEFT JOIN claim ON claim.id = mention.claim AND claim.status NOT IN ('suggested', 'dismissed')
  GROUP BY sentence.id
),
coverage AS (
  SELECT
    revision,
    sum(marked OR (accepted > 0 AND unfinished = 0 AND checkable = 0)) AS not_checkable,
    sum(NOT marked AND accepted = 0) AS not_looked_at,
    sum(NOT marked AND accepted > 0 AND unfinished > 0) AS in_work,
    sum(NOT marked AND accepted > 0 AND unfinished = 0 AND checkable > 0) AS signed_off
  FROM covered GROUP BY revision
)
SELECT
  document.id, document.uuid, document.title, document.authors, document.publisher, document.url,
  document.published, document.accessed, document.language,
  revision.uuid AS revision, revision.characters, revision.added, revision.sha256,
  coalesce(coverage.not_checkable, 0) AS not_checkable, coalesce(coverage.not_looked_at, 0) AS not_looked_at,
  coalesce(coverage.in_work, 0) AS in_work, coalesce(coverage.signed_off, 0) AS signed_off,
  (SELECT count(DISTINCT mention.claim) FROM mention JOIN claim ON claim.id = mention.claim
    WHERE mention.revision = revision.id AND claim.status <> 'dismissed') AS claims,
  (SELECT count(DISTINCT mention.claim) FROM mention JOIN claim ON claim.id = mention.claim
    WHERE mention.revision = revision.id AND claim.status NOT IN ('dismissed', 'signed-off')) AS to_do
FROM newest
CROSS JOIN revision ON revision.id = newest.id
CROSS JOIN document ON document.id = revision.document
LEFT JOIN coverage ON coverage.revision = revision.id
ORDER BY document.id DESC
