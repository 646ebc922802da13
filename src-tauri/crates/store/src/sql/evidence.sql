SELECT
  evidence.id, evidence.uuid, evidence.finding, evidence.stance, evidence.quote,
  evidence.start, evidence.end, evidence.prefix, evidence.suffix,
  source.uuid AS source, source.title, source.publisher, source.url, source.published, source.accessed,
  source.is_primary, document.uuid AS document
FROM evidence
JOIN source ON source.id = evidence.source
LEFT JOIN document ON document.id = source.document
WHERE evidence.claim = ?1
ORDER BY evidence.position, evidence.id
