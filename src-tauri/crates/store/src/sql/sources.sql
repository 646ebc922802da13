-- Sources with what is taken from them; ?1 is one key, or nothing for all, ?2 words to look for in lower case, or nothing.
SELECT
  source.id AS source_key, source.uuid AS source, source.kind, source.title, source.author, source.publisher,
  source.url, source.published, source.accessed, source.is_primary, source.origin, source.confidential,
  source.contact, source.notes, document.uuid AS document,
  count(evidence.id) AS evidence_count, count(DISTINCT evidence.claim) AS claims,
  count(DISTINCT CASE WHEN claim.status = 'signed-off' THEN claim.id END) AS signed_off
FROM source
LEFT JOIN document ON document.id = source.document
LEFT JOIN evidence ON evidence.source = source.id
LEFT JOIN claim ON claim.id = evidence.claim
WHERE (?1 IS NULL OR source.id = ?1)
  AND (?2 IS NULL OR holds(source.title, ?2) OR holds(source.publisher, ?2) OR holds(source.author, ?2)
       OR holds(source.url, ?2) OR holds(source.origin, ?2))
GROUP BY source.id
ORDER BY source.id DESC
