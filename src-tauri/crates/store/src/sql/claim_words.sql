-- The words that claims are found by. The order within a text is fixed, so that indexing anew gives the same places. It is the
-- order of the indexes that the rows are found by, so that nothing is sorted: that would cost each claim three tables.
SELECT
  id, label, statement,
  (SELECT group_concat(exact, char(10)) FROM (
     SELECT span_part.exact FROM mention CROSS JOIN span_part ON span_part.mention = mention.id
      WHERE mention.claim = claim.id ORDER BY mention.id, span_part.start)),
  without_citations(rationale) || char(10) || without_citations(rationale_said),
  (SELECT group_concat(words, char(10)) FROM (
     SELECT text || coalesce(char(10) || answer, '') AS words FROM note WHERE note.claim = claim.id ORDER BY note.id)),
  (SELECT group_concat(quote, char(10)) FROM (
     SELECT quote FROM evidence WHERE evidence.claim = claim.id ORDER BY evidence.position, evidence.id))
FROM claim
