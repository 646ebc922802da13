SELECT
  claim.id, claim.uuid, claim.label, claim.statement, claim.kind, claim.status, claim.verdict, claim.scale, claim.rating, claim.said,
  claim.claimant, claim.mode, claim.priority, claim.score, claim.value_text, claim.value_normal, claim.found,
  claim.evidence_count, claim.origin_count, claim.has_primary, claim.note_count, claim.question_count, claim.edited,
  claim.signed_off_by, trim(claim.rationale) <> '' AS reasoned, claim.signed_off_at, document.published, document.language,
  checker.name AS checker_name, document.uuid AS document_id,
  coalesce(document.publisher, document.title) AS document_name,
  own.ratings AS own_ratings
FROM claim
LEFT JOIN person AS checker ON checker.id = claim.checker
LEFT JOIN document ON document.id = claim.document
LEFT JOIN scale AS own ON own.word = claim.scale
WHERE claim.id = ?1 AND claim.status <> 'dismissed'
