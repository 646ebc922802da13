-- What follows from the rows of a claim, in the order of the columns that derived.rs names. Nothing is sorted, and nothing is
-- counted without repetition but where there is evidence: each would cost every claim a table of its own.
SELECT
  (SELECT count(*) FROM evidence WHERE evidence.claim = claim.id),
  -- Sources that share an origin count once.
  CASE WHEN EXISTS (SELECT 1 FROM evidence WHERE evidence.claim = claim.id) THEN (
    SELECT count(DISTINCT coalesce('o' || lower(trim(source.origin)), 's' || source.id))
      FROM evidence JOIN source ON source.id = evidence.source WHERE evidence.claim = claim.id
  ) ELSE 0 END,
  (SELECT count(*) FROM note WHERE note.claim = claim.id),
  (SELECT count(*) FROM note WHERE note.claim = claim.id AND note.kind = 'question' AND note.answer IS NULL),
  EXISTS (
    SELECT 1 FROM evidence JOIN source ON source.id = evidence.source
     WHERE evidence.claim = claim.id AND source.is_primary = 1
  ),
  (
    SELECT min(revision.document) FROM mention JOIN revision ON revision.id = mention.revision
     WHERE mention.claim = claim.id
  ),
  -- In the document's own voice the publisher speaks.
  coalesce(claim.claimant, (
    SELECT coalesce(document.publisher, document.title) FROM document WHERE document.id = (
      SELECT min(revision.document) FROM mention JOIN revision ON revision.id = mention.revision
       WHERE mention.claim = claim.id
    )
  ))
FROM claim WHERE claim.id = ?1
