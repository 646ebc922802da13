-- The document that a claim is first mentioned in, and whose voice it is in, in the order of the columns that derived.rs names.
SELECT
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
