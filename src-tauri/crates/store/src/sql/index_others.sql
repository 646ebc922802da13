-- Claims that stand in other documents than the one they are shown with, and those.
SELECT DISTINCT claim.id, revision.document
FROM mention JOIN revision ON revision.id = mention.revision JOIN claim ON claim.id = mention.claim
WHERE revision.document <> claim.document
