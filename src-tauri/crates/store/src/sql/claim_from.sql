FROM claim
LEFT JOIN person AS checker ON checker.id = claim.checker
LEFT JOIN person AS reviewer ON reviewer.id = claim.reviewer
LEFT JOIN document ON document.id = claim.document
LEFT JOIN scale AS own ON own.word = claim.scale
WHERE claim.id = ?1
