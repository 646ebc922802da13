-- What the ledger shows of a claim, in the order in which `claim_row` takes it.
SELECT
  claim.id, claim.uuid, claim.label, claim.statement, claim.kind, claim.status, claim.verdict, claim.scale, claim.rating,
  own.ratings, claim.said, claim.claimant, claim.mode, claim.priority, claim.score, claim.value_text, claim.value_normal,
  claim.found, coalesce(document.publisher, document.title), document.uuid, claim.evidence_count, claim.origin_count,
  claim.has_primary, claim.note_count, claim.question_count, checker.name, claim.edited
