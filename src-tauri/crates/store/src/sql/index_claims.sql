-- What the index keeps of a claim's own row.
SELECT
  id, status, verdict, said, kind, priority, score, evidence_count, has_primary, note_count > 0, question_count > 0,
  rationale <> '' OR rationale_said <> '', value_text IS NOT NULL, voice, rating, checker, reviewer, document, edited,
  label, value_order(value_normal),
  reopened IS NOT NULL AND status <> 'signed-off',
  evidence_count > 1 AND EXISTS (
    SELECT 1 FROM evidence AS one JOIN evidence AS other ON other.claim = one.claim
     WHERE one.claim = claim.id AND one.stance = 'supports' AND other.stance = 'refutes' AND other.finding = one.finding
  ),
  EXISTS (SELECT 1 FROM mention WHERE mention.claim = claim.id AND mention.anchor = 'lost'),
  CASE WHEN stated <> '[]' THEN stated END
FROM claim
