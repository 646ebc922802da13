//! History in words where rows alone do not tell it: operations on many rows, and on two claims at once.

use assay_model::figure::figure;
use assay_model::operation::OperationKind;
use assay_model::relation::RelationKind;
use assay_store::{Image, Logged, Table};

use crate::history_words::Told;
use crate::sign_off::list;
use crate::workspace::Workspace;

/// What an operation of a kind did, where nothing more is known of it.
pub(crate) const fn deed(kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::CreateWorkspace => "created the workspace",
        OperationKind::ImportDocument => "imported a document",
        OperationKind::DeleteDocument => "deleted a document",
        OperationKind::EditDocument => "edited the details of a document",
        OperationKind::FindClaims => "looked for claims",
        OperationKind::CreateClaim => "created a claim",
        OperationKind::EditClaim | OperationKind::Typing => "edited fields",
        OperationKind::SetStatus => "changed the status",
        OperationKind::SetVerdict => "changed the verdict",
        OperationKind::SignOff => "signed off",
        OperationKind::AddMention => "added a mention",
        OperationKind::MoveMention => "moved a mention",
        OperationKind::RemoveMention => "removed a mention",
        OperationKind::AddEvidence => "attached evidence",
        OperationKind::EditEvidence => "edited evidence",
        OperationKind::RemoveEvidence => "removed evidence",
        OperationKind::MoveEvidence => "put evidence in another order",
        OperationKind::AddSource => "added a source",
        OperationKind::EditSource => "edited a source",
        OperationKind::RemoveSource => "removed a source",
        OperationKind::StoreCopy => "stored a copy of a source",
        OperationKind::RemoveCopy => "removed a stored copy",
        OperationKind::Purge => "purged a source",
        OperationKind::AddNote => "wrote a note",
        OperationKind::EditNote => "edited a note",
        OperationKind::RemoveNote => "removed a note",
        OperationKind::Tick => "ticked a step of the checklist",
        OperationKind::Relate => "related claims",
        OperationKind::Unrelate => "took a relation away",
        OperationKind::Merge => "merged claims",
        OperationKind::Unmerge => "took a merged claim out again",
        OperationKind::TakeOver => "took an earlier verdict over",
        OperationKind::Split => "split a claim",
        OperationKind::Assign => "assigned a checker or reviewer",
        OperationKind::EditPerson => "edited people",
        OperationKind::EditScale => "edited a verdict scale",
        OperationKind::EditSettings => "changed settings",
        OperationKind::AddView => "saved a view",
        OperationKind::EditView => "edited a view",
        OperationKind::MoveView => "put the views in another order",
        OperationKind::RemoveView => "removed a view",
        OperationKind::Restore => "restored an earlier state",
        OperationKind::MarkSentence => "marked a sentence",
        OperationKind::BenchData => "put in made-up claims",
        OperationKind::Undo => "undid an operation",
        OperationKind::Redo => "did an operation again",
    }
}

/// “1 claim”, “18,182 claims”.
pub(crate) fn counted_claims(claims: usize) -> String {
    format!("{} {}", figure(claims), if claims == 1 { "claim" } else { "claims" })
}

/// What an operation on many rows did: `parts` are the words for those of its rows that were read.
pub(crate) fn told_of_many(logged: &Logged, parts: &[String]) -> Told {
    let document = logged.changes.iter().find_map(|(before, after)| {
        let image = after.as_ref().or(before.as_ref()).filter(|i| i.table == Table::Document)?;
        image.get("title").text()
    });
    let claims = logged.claims.filter(|c| *c > 0).map(|c| counted_claims(c as usize));
    let and = |verb: &str| claims.as_ref().map(|c| format!(" and {verb} {c}")).unwrap_or_default();
    let alone = |deed: String| Told { whom: None, deed };
    match (logged.kind, document) {
        (OperationKind::ImportDocument, Some(title)) => {
            alone(format!("imported “{title}”{}", and("suggested")))
        }
        (OperationKind::DeleteDocument, Some(title)) => {
            let touched = claims.map(|c| format!(", which touched {c}")).unwrap_or_default();
            alone(format!("deleted “{title}”{touched}"))
        }
        (OperationKind::BenchData, _) => alone(match claims {
            Some(claims) => format!("put in {claims} that are made up"),
            None => deed(logged.kind).to_owned(),
        }),
        (kind, _) => {
            // What was read stands for the rest where all of it says the same.
            let same = parts.first().filter(|first| parts.iter().all(|p| p == *first));
            let deed = same.map_or_else(|| deed(kind).to_owned(), Clone::clone);
            Told { whom: Some(claims.unwrap_or_else(|| "many claims".to_owned())), deed }
        }
    }
}

impl Workspace {
    /// What an operation on the relations of claims did, told once for both sides; none for another operation.
    pub(crate) fn relation_deed(&self, logged: &Logged) -> Option<String> {
        // To relate claims may take away that they are different: what was made comes before what is gone.
        let made = logged.changes.iter().filter_map(|(_, after)| after.as_ref());
        let gone = logged.changes.iter().filter(|(_, after)| after.is_none());
        let images = made.chain(gone.filter_map(|(before, _)| before.as_ref()));
        let related: Vec<(RelationKind, String, String)> = images
            .filter(|image| image.table == Table::Relation)
            .filter_map(|image| {
                let name = |i: &Image, column: &str| {
                    self.store.claim_ref(i.get(column).integer().unwrap_or_default()).to_string()
                };
                let kind = image.get("kind").text()?.parse().ok()?;
                Some((kind, name(image, "claim"), name(image, "other")))
            })
            .collect();
        let of = |kind: RelationKind| related.iter().filter(move |(k, ..)| *k == kind);
        match logged.kind {
            OperationKind::Relate => {
                let (kind, one, other) = related.first()?;
                if *kind == RelationKind::DifferentFrom {
                    return Some(format!("found {one} and {other} to be different"));
                }
                Some(format!("related {one} to {other}: {}", kind.label().to_lowercase()))
            }
            OperationKind::Unrelate => {
                let (kind, one, other) = related.first()?;
                Some(format!("took the relation of {one} to {other} away: {}", kind.label().to_lowercase()))
            }
            OperationKind::Merge => {
                let (_, _, into) = of(RelationKind::MergedInto).next()?;
                let merged = of(RelationKind::MergedInto).map(|(_, one, _)| one.as_str());
                Some(format!("merged {} into {into}", list(&merged.collect::<Vec<_>>())))
            }
            OperationKind::Unmerge => {
                let (_, one, from) = of(RelationKind::MergedInto).next()?;
                Some(format!("took {one} out of {from} again"))
            }
            OperationKind::Split => {
                let (_, whole, _) = of(RelationKind::HasPart).next()?;
                Some(format!("split {whole} into {} parts", of(RelationKind::HasPart).count()))
            }
            _ => None,
        }
    }
}
