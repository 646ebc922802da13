-- What the index keeps of a claim's own row.
SELECT
  id, status, verdict, said, kind, priority, score, evidence_count, has_primary, note_count > 0, question_count > 0,
  rationale <> '' OR rationale_said <> '', value_text IS NOT NULL, voice, scale, rating, checker, reviewer, document, edited,
  label, value_normal
FROM claim
