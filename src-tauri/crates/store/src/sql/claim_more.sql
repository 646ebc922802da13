  -- What else there is of a claim, after what the ledger shows of it.
  , claim.stamp, claim.reasons, claim.stated, claim.rationale, claim.rationale_said, claim.signed_off_by,
  claim.signed_off_at, claim.signed_digest, claim.reopened, reviewer.name AS reviewer_name, document.published,
  document.language
FROM claim
LEFT JOIN person AS checker ON checker.id = claim.checker
LEFT JOIN person AS reviewer ON reviewer.id = claim.reviewer
LEFT JOIN document ON document.id = claim.document
LEFT JOIN scale AS own ON own.word = claim.scale
WHERE claim.id = ?1
