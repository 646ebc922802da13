SELECT
  document.id, document.uuid, document.title, document.authors, document.publisher, document.url,
  document.published, document.accessed, document.language,
  revision.id AS revision_key, revision.uuid AS revision, revision.characters, revision.added, revision.sha256,
  (SELECT count(DISTINCT mention.claim) FROM mention JOIN claim ON claim.id = mention.claim
    WHERE mention.revision = revision.id AND claim.status <> 'dismissed') AS claims,
  (SELECT count(DISTINCT mention.claim) FROM mention JOIN claim ON claim.id = mention.claim
    WHERE mention.revision = revision.id AND claim.status NOT IN ('dismissed', 'signed-off')) AS to_do
FROM document JOIN revision ON revision.id = (SELECT max(id) FROM revision WHERE revision.document = document.id)
ORDER BY document.id DESC
