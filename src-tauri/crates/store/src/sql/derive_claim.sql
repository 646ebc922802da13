UPDATE claim SET
  edited = ?2,
  value_text = ?3,
  value_normal = ?4,
  evidence_count = (SELECT count(*) FROM evidence WHERE evidence.claim = claim.id),
  has_primary = EXISTS (
    SELECT 1 FROM evidence JOIN source ON source.id = evidence.source
     WHERE evidence.claim = claim.id AND source.is_primary = 1
  ),
  document = (
    SELECT revision.document FROM mention JOIN revision ON revision.id = mention.revision
     WHERE mention.claim = claim.id ORDER BY revision.document, mention.start LIMIT 1
  ),
  -- In the document's own voice the publisher speaks.
  voice = coalesce(claimant, (
    SELECT coalesce(document.publisher, document.title)
      FROM mention JOIN revision ON revision.id = mention.revision JOIN document ON document.id = revision.document
     WHERE mention.claim = claim.id ORDER BY revision.document, mention.start LIMIT 1
  ))
WHERE id = ?1
