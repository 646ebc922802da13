-- What follows from the rows of a claim, in the order of the columns that derived.rs names.
SELECT
  (SELECT count(*) FROM evidence WHERE evidence.claim = claim.id),
  -- Sources that share an origin count once.
  (
    SELECT count(DISTINCT coalesce('o' || lower(trim(source.origin)), 's' || source.id))
      FROM evidence JOIN source ON source.id = evidence.source WHERE evidence.claim = claim.id
  ),
  (SELECT count(*) FROM note WHERE note.claim = claim.id),
  (SELECT count(*) FROM note WHERE note.claim = claim.id AND note.kind = 'question' AND note.answer IS NULL),
  EXISTS (
    SELECT 1 FROM evidence JOIN source ON source.id = evidence.source
     WHERE evidence.claim = claim.id AND source.is_primary = 1
  ),
  (
    SELECT revision.document FROM mention JOIN revision ON revision.id = mention.revision
     WHERE mention.claim = claim.id ORDER BY revision.document, mention.start LIMIT 1
  ),
  -- In the document's own voice the publisher speaks.
  coalesce(claim.claimant, (
    SELECT coalesce(document.publisher, document.title)
      FROM mention JOIN revision ON revision.id = mention.revision JOIN document ON document.id = revision.document
     WHERE mention.claim = claim.id ORDER BY revision.document, mention.start LIMIT 1
  ))
FROM claim WHERE claim.id = ?1
