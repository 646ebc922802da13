SELECT revision.uuid, mention.start, mention.end
FROM mention JOIN revision ON revision.id = mention.revision
WHERE mention.claim = ?1 ORDER BY mention.uuid
