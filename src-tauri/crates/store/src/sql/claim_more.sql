  -- What else there is of a claim, after what the ledger shows of it.
  , claim.stamp, claim.reasons, claim.stated, claim.rationale, claim.rationale_said, claim.signed_off_by,
  claim.signed_off_at, claim.signed_digest, claim.reopened, reviewer.name AS reviewer_name, document.published,
  document.language
