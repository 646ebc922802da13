SELECT
  evidence.finding, evidence.stance, evidence.quote, evidence.locator, revision.uuid, evidence.start, evidence.end,
  source.uuid, source.title, source.author, source.publisher, source.url, source.published, source.accessed,
  source.is_primary, source.kind, source.origin, source.confidential, source.contact, source.notes, source.document
FROM evidence
JOIN source ON source.id = evidence.source
LEFT JOIN revision ON revision.id = evidence.revision
WHERE evidence.claim = ?1 ORDER BY evidence.uuid
