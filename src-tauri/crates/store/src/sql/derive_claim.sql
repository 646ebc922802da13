UPDATE claim SET
  edited = ?2,
  value_text = ?3,
  value_normal = ?4,
  evidence_count = (SELECT count(*) FROM evidence WHERE evidence.claim = claim.id),
  -- Sources that share an origin count once.
  origin_count = (
    SELECT count(DISTINCT coalesce('o' || lower(trim(source.origin)), 's' || source.id))
      FROM evidence JOIN source ON source.id = evidence.source WHERE evidence.claim = claim.id
  ),
  note_count = (SELECT count(*) FROM note WHERE note.claim = claim.id),
  question_count = (
    SELECT count(*) FROM note WHERE note.claim = claim.id AND note.kind = 'question' AND note.answer IS NULL
  ),
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
