-- Claims whose derived columns are not what derive_claim.sql would give them.
SELECT claim.id FROM claim
WHERE evidence_count <> (SELECT count(*) FROM evidence WHERE evidence.claim = claim.id)
   OR origin_count <> (
        SELECT count(DISTINCT coalesce('o' || lower(trim(source.origin)), 's' || source.id))
          FROM evidence JOIN source ON source.id = evidence.source WHERE evidence.claim = claim.id)
   OR note_count <> (SELECT count(*) FROM note WHERE note.claim = claim.id)
   OR question_count <> (
        SELECT count(*) FROM note WHERE note.claim = claim.id AND note.kind = 'question' AND note.answer IS NULL)
   OR has_primary <> EXISTS (
        SELECT 1 FROM evidence JOIN source ON source.id = evidence.source
         WHERE evidence.claim = claim.id AND source.is_primary = 1)
   OR document IS NOT (
        SELECT revision.document FROM mention JOIN revision ON revision.id = mention.revision
         WHERE mention.claim = claim.id ORDER BY revision.document, mention.start LIMIT 1)
   OR value_text IS NOT (claim.stated ->> '$[0].text')
   OR value_normal IS NOT (claim.stated ->> '$[0].value')
   OR voice IS NOT coalesce(claimant, (
        SELECT coalesce(document.publisher, document.title)
          FROM mention JOIN revision ON revision.id = mention.revision JOIN document ON document.id = revision.document
         WHERE mention.claim = claim.id ORDER BY revision.document, mention.start LIMIT 1))
