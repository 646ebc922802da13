SELECT
  evidence.id, evidence.uuid, evidence.finding, evidence.stance, evidence.quote, evidence.locator,
  evidence.start, evidence.end, evidence.prefix, evidence.suffix,
  source.id AS source_key, source.uuid AS source, source.kind, source.title, source.author, source.publisher,
  source.url, source.published, source.accessed, source.is_primary, source.origin, source.confidential,
  source.contact, source.notes, document.uuid AS document
FROM evidence
JOIN source ON source.id = evidence.source
LEFT JOIN document ON document.id = source.document
WHERE evidence.claim = ?1
ORDER BY evidence.position, evidence.id
