-- The words that claims are found by. The order within a text is fixed, so that indexing anew gives the same places.
SELECT
  id, label, statement,
  (SELECT group_concat(span_part.exact, char(10) ORDER BY mention.id, span_part.start)
     FROM mention JOIN span_part ON span_part.mention = mention.id WHERE mention.claim = claim.id),
  without_citations(rationale) || char(10) || without_citations(rationale_said),
  (SELECT group_concat(text || coalesce(char(10) || answer, ''), char(10) ORDER BY note.id)
     FROM note WHERE note.claim = claim.id),
  (SELECT group_concat(quote, char(10) ORDER BY evidence.position, evidence.id)
     FROM evidence WHERE evidence.claim = claim.id)
FROM claim
