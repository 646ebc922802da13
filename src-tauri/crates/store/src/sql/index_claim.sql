INSERT INTO claim_search (rowid, label, statement, quote, rationale, evidence)
SELECT
  id, label, statement,
  (SELECT group_concat(span_part.exact, char(10))
     FROM mention JOIN span_part ON span_part.mention = mention.id WHERE mention.claim = claim.id),
  without_citations(rationale) || char(10) || without_citations(rationale_said),
  (SELECT group_concat(quote, char(10)) FROM evidence WHERE evidence.claim = claim.id)
FROM claim WHERE id = ?1
