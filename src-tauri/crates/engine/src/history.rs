//! Undo, redo, and history in words.

use assay_model::operation::{HistoryFilter, HistoryLine, OperationKind};
use assay_model::verdict::{Status, Verdict};
use assay_store::{Image, Logged, Scalar, Table, Written};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::sign_off::list;
use crate::workspace::{Outcome, Workspace};

/// What the menu says after Undo and Redo; none where there is nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoLabels {
    /// “change of verdict”.
    pub undo: Option<String>,
    /// The same for redo.
    pub redo: Option<String>,
}

impl Workspace {
    /// What undo and redo would do next.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn undo_labels(&self) -> Result<UndoLabels> {
        let state = self.store.reader()?.undo_state(&self.person())?;
        let label = |next: Option<(i64, OperationKind)>| next.map(|(_, kind)| kind.label().to_owned());
        Ok(UndoLabels { undo: label(state.undo), redo: label(state.redo) })
    }

    /// Undoes this person's newest operation.
    ///
    /// # Errors
    /// When nothing is left to undo, or something it touched has been changed since.
    pub fn undo(&self) -> Result<Outcome> {
        let written = self.store.undo(&self.person())?;
        Ok(self.taken_back("Undid", &written))
    }

    /// Does again what this person undid last.
    ///
    /// # Errors
    /// When nothing is left to redo, or something it touched has been changed since.
    pub fn redo(&self) -> Result<Outcome> {
        let written = self.store.redo(&self.person())?;
        Ok(self.taken_back("Redid", &written))
    }

    fn taken_back(&self, verb: &str, written: &Written<(i64, OperationKind)>) -> Outcome {
        self.tell_written(written);
        let touched = written.touched.iter().find(|t| t.thing == assay_model::operation::Thing::Claim);
        let claims = touched.map_or(0, |t| t.keys.len() as u32);
        let message = format!("{verb} {}", written.value.1.label());
        Outcome { operation: written.operation, claims, message }
    }

    /// The newest lines of history that a filter lets through, newest first, older than operation `before`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(
        &self,
        filter: &HistoryFilter,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<HistoryLine>> {
        let claim = filter.claim;
        let logged = self.store.history(claim, before, limit)?;
        let line = |logged: Logged| {
            Ok(HistoryLine {
                operation: logged.seq,
                kind: logged.kind,
                actor: logged.actor.clone(),
                time: logged.time,
                words: self.words(&logged, claim.is_some())?,
                changes: Vec::new(),
                undoes: logged.undoes,
                undone_by: logged.undone_by,
            })
        };
        logged.into_iter().map(line).collect()
    }

    fn words(&self, logged: &Logged, of_claim: bool) -> Result<String> {
        let mut parts = Vec::new();
        for (before, after) in &logged.changes {
            if let Some(part) = self.change_in_words(before.as_ref(), after.as_ref(), logged.kind)? {
                parts.push(part);
            }
        }
        let counted = count_same(&parts);
        let said = list(&counted.iter().map(String::as_str).collect::<Vec<_>>());
        let whole = match logged.kind {
            OperationKind::Undo | OperationKind::Redo => {
                let verb = if logged.kind == OperationKind::Undo { "undid" } else { "did again" };
                let kind = match logged.undoes {
                    Some(seq) => self.undone_kind(seq)?,
                    None => None,
                };
                format!("{verb}: {}", kind.map_or("an operation", OperationKind::label))
            }
            _ if said.is_empty() => logged.kind.label().to_owned(),
            _ => said,
        };
        if of_claim {
            return Ok(whole);
        }
        let mut claims: Vec<i64> = Vec::new();
        for image in logged.changes.iter().filter_map(|(b, a)| a.as_ref().or(b.as_ref())) {
            let claim = if image.table == Table::Claim { image.get("id") } else { image.get("claim") };
            if let Some(claim) = claim.integer().filter(|c| !claims.contains(c)) {
                claims.push(claim);
            }
        }
        match claims.as_slice() {
            [] if logged.rows > 20 => Ok(format!("{whole} ({} rows)", logged.rows)),
            [] => Ok(whole),
            [one] => Ok(format!("{}: {whole}", self.store.claim_ref(*one))),
            many => Ok(format!("{} claims: {whole}", many.len())),
        }
    }

    /// What an undo undid; of a redo, what the undo before it had undone.
    fn undone_kind(&self, seq: i64) -> Result<Option<OperationKind>> {
        let mut seq = seq;
        loop {
            let Some(logged) = self.store.history(None, Some(seq + 1), 1)?.into_iter().next() else {
                return Ok(None);
            };
            match (logged.kind, logged.undoes) {
                (OperationKind::Undo | OperationKind::Redo, Some(earlier)) => seq = earlier,
                (kind, _) => return Ok(Some(kind)),
            }
        }
    }

    fn change_in_words(
        &self,
        before: Option<&Image>,
        after: Option<&Image>,
        kind: OperationKind,
    ) -> Result<Option<String>> {
        let Some(image) = after.or(before) else { return Ok(None) };
        let said = |words: &str| Some(words.to_owned());
        Ok(match (image.table, before, after) {
            (Table::Claim, Some(before), Some(after)) => self.claim_in_words(before, after)?,
            (Table::Claim, None, Some(_)) if kind == OperationKind::CreateClaim => said("created it"),
            (Table::Claim, None, Some(_)) if kind == OperationKind::ImportDocument => {
                said("suggested it on import")
            }
            (Table::Claim, None, Some(_)) => said("put it back"),
            (Table::Claim, Some(_), None) => said("removed it"),
            (Table::Mention, None, Some(_)) if kind == OperationKind::AddMention => said("added a mention"),
            (Table::Mention, Some(_), None) if kind == OperationKind::RemoveMention => {
                said("removed a mention")
            }
            (Table::Evidence, None, Some(_)) => said("attached evidence"),
            (Table::Evidence, Some(_), None) => said("removed evidence"),
            (Table::Evidence | Table::Source, Some(_), Some(_)) => said("edited evidence"),
            (Table::ClaimTag, None, Some(tag)) => said(&format!("added the tag {}", quoted(tag.get("tag")))),
            (Table::ClaimTag, Some(tag), None) => {
                said(&format!("removed the tag {}", quoted(tag.get("tag"))))
            }
            (Table::Document, None, Some(d)) => said(&format!("imported {}", quoted(d.get("title")))),
            (Table::Document, Some(d), None) => said(&format!("deleted {}", quoted(d.get("title")))),
            (Table::Document, Some(_), Some(d)) => {
                said(&format!("edited the details of {}", quoted(d.get("title"))))
            }
            (Table::Sentence, Some(_), Some(sentence)) => {
                let number = sentence.get("number").integer().unwrap_or_default();
                let marked = sentence.get("nothing_to_check") == &Scalar::Integer(1);
                let words = if marked { "marked" } else { "unmarked" };
                Some(format!("{words} S{number} “nothing to check”"))
            }
            _ => None,
        })
    }

    fn claim_in_words(&self, before: &Image, after: &Image) -> Result<Option<String>> {
        let changed = |column: &str| before.get(column) != after.get(column);
        let mut parts: Vec<String> = Vec::new();
        if changed("status") {
            parts.push(status_in_words(before, after));
        }
        for (column, what) in [("verdict", "the verdict"), ("said", "“was it said?”")] {
            if changed(column) {
                let name = |image: &Image| {
                    image.get(column).text().and_then(|v| v.parse::<Verdict>().ok()).map(Verdict::label)
                };
                parts.push(match (name(before), name(after)) {
                    (Some(from), Some(to)) => format!("changed {what} from {from} to {to}"),
                    (None, Some(to)) => format!("set {what} to {to}"),
                    (_, None) => format!("cleared {what}"),
                });
            }
        }
        if changed("claimant") {
            parts.push(match after.get("claimant").text() {
                Some(_) => format!("changed the claimant to {}", quoted(after.get("claimant"))),
                None => "made it the document’s own voice".to_owned(),
            });
        }
        for (column, what) in
            [("rationale", "the rationale"), ("rationale_said", "the rationale of “was it said?”")]
        {
            if changed(column) {
                let empty = |image: &Image| image.get(column).text().is_none_or(str::is_empty);
                let verb = if empty(before) {
                    "wrote"
                } else if empty(after) {
                    "cleared"
                } else {
                    "edited"
                };
                parts.push(format!("{verb} {what}"));
            }
        }
        for (column, words) in [
            ("label", "edited the label"),
            ("statement", "edited the statement"),
            ("kind", "changed the kind"),
            ("found", "edited what was found"),
            ("stated", "edited the values"),
            ("priority", "changed the priority"),
        ] {
            if changed(column) {
                parts.push(words.to_owned());
            }
        }
        for (column, role) in [("checker", "checker"), ("reviewer", "reviewer")] {
            if changed(column) {
                parts.push(match after.get(column).integer() {
                    Some(key) => format!("made {} the {role}", self.store.reader()?.person_name(key)?),
                    None => format!("took the {role} off"),
                });
            }
        }
        Ok((!parts.is_empty()).then(|| list(&parts.iter().map(String::as_str).collect::<Vec<_>>())))
    }
}

fn status_in_words(before: &Image, after: &Image) -> String {
    let status = |image: &Image| image.get("status").text().and_then(|s| s.parse::<Status>().ok());
    match (status(before), status(after)) {
        (Some(Status::Suggested), Some(Status::Open)) => "accepted the suggestion".to_owned(),
        (_, Some(Status::InProgress)) => "started work on it".to_owned(),
        (Some(Status::SignedOff), Some(Status::InReview)) => match after.get("reopened").text() {
            Some(why) => format!("reopened it: {why}"),
            None => "reopened it".to_owned(),
        },
        (_, Some(Status::InReview)) => "sent it to review".to_owned(),
        (_, Some(Status::SignedOff)) => "signed it off".to_owned(),
        (_, Some(Status::Dismissed)) => "dismissed it".to_owned(),
        (Some(Status::Dismissed), _) => "took it up again".to_owned(),
        (_, to) => format!("set it to {}", to.map_or("an unknown status", Status::label)),
    }
}

fn quoted(value: &Scalar) -> String {
    format!("“{}”", value.text().unwrap_or_default())
}

/// The same words said several times are said once, with their number.
fn count_same(parts: &[String]) -> Vec<String> {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for part in parts {
        match counted.iter_mut().find(|(p, _)| p == part) {
            Some((_, count)) => *count += 1,
            None => counted.push((part.clone(), 1)),
        }
    }
    counted.into_iter().map(|(part, n)| if n == 1 { part } else { format!("{part} ({n})") }).collect()
}
