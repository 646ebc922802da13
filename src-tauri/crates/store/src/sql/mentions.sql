SELECT
  mention.id, mention.uuid, mention.start, mention.end, mention.prefix, mention.suffix, mention.anchor,
  revision.uuid AS revision, document.uuid AS document, document.id AS document_key,
  (SELECT number FROM sentence
    WHERE sentence.revision = mention.revision AND sentence.start <= mention.start
    ORDER BY sentence.start DESC LIMIT 1) AS sentence
FROM mention
JOIN revision ON revision.id = mention.revision
JOIN document ON document.id = revision.document
WHERE mention.claim = ?1
ORDER BY document.id, mention.start
