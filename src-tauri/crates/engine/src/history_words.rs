//! History in words: what an operation did, beginning with a verb.

use assay_model::claim::{ClaimKind, Priority};
use assay_model::operation::OperationKind;
use assay_model::relation::RelationKind;
use assay_model::verdict::{Status, Verdict};
use assay_store::{Image, Logged, Scalar, Table};

use crate::error::Result;
use crate::history_deeds::{counted_claims, deed, told_of_many};
use crate::sign_off::list;
use crate::workspace::Workspace;

/// Stands for each part of a claim that is split, until they are counted.
const PART: &str = "split a part off";

/// What an operation did.
#[derive(Debug)]
pub(crate) struct Told {
    /// To which claims: “DG-14”, “3 claims”; nothing where it did it to something else.
    pub(crate) whom: Option<String>,
    /// In words that begin with a verb.
    pub(crate) deed: String,
}

impl Workspace {
    /// What an operation did, in words; of a claim's own history, of that claim.
    pub(crate) fn words(&self, logged: &Logged, of_claim: bool) -> Result<String> {
        let Told { whom, deed } = self.deed_told(logged, of_claim)?;
        Ok(whom.map_or_else(|| deed.clone(), |whom| format!("{whom}: {deed}")))
    }

    /// The same, the claims apart from what was done to them.
    pub(crate) fn deed_told(&self, logged: &Logged, of_claim: bool) -> Result<Told> {
        let alone = |deed: String| Ok(Told { whom: None, deed });
        if let Some(deed) = self.relation_deed(logged).filter(|_| !of_claim) {
            return alone(deed);
        }
        let mut parts = Vec::new();
        for (before, after) in &logged.changes {
            let part = self.change_in_words(before.as_ref(), after.as_ref(), logged)?;
            parts.extend(part.filter(|p| !p.is_empty()));
        }
        let split = |part: &String| logged.kind == OperationKind::Split && part == PART;
        match parts.iter().filter(|p| split(p)).count() {
            0 => {}
            count => {
                parts.retain(|p| !split(p));
                parts.push(format!("split it into {count} parts"));
            }
        }
        if matches!(logged.kind, OperationKind::MoveEvidence | OperationKind::MoveView) {
            parts.dedup();
        }
        let claims = claims_of(logged);
        let counted = count_same(&parts, if of_claim { 1 } else { claims.len() });
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
            OperationKind::Restore => {
                let what = if said.is_empty() { String::new() } else { format!(": {said}") };
                format!("restored an earlier state{what}")
            }
            OperationKind::Purge if said.is_empty() => "purged a source".to_owned(),
            OperationKind::Purge => format!("purged a source: {said}"),
            _ if !of_claim && !logged.whole => return Ok(told_of_many(logged, &parts)),
            _ if said.is_empty() => deed(logged.kind).to_owned(),
            _ => said,
        };
        let undoing = matches!(logged.kind, OperationKind::Undo | OperationKind::Redo);
        if of_claim || undoing || !logged.whole {
            return alone(whole);
        }
        let whom = match claims.as_slice() {
            [] => None,
            [one] => Some(self.store.claim_ref(*one).to_string()),
            many => Some(counted_claims(many.len())),
        };
        Ok(Told { whom, deed: whole })
    }

    fn change_in_words(
        &self,
        before: Option<&Image>,
        after: Option<&Image>,
        logged: &Logged,
    ) -> Result<Option<String>> {
        let kind = logged.kind;
        let Some(image) = after.or(before) else { return Ok(None) };
        let said = |words: &str| Some(words.to_owned());
        Ok(match (image.table, before, after) {
            (Table::Claim, Some(before), Some(after)) => self.claim_in_words(before, after, logged)?,
            (Table::Claim, None, Some(_)) if kind == OperationKind::CreateClaim => said("created it"),
            (Table::Claim, None, Some(_)) if kind == OperationKind::ImportDocument => {
                said("suggested it on import")
            }
            (Table::Claim, None, Some(_)) if kind == OperationKind::FindClaims => said("suggested it"),
            (Table::Claim, None, Some(_)) if kind == OperationKind::BenchData => {
                said("made it up for measuring")
            }
            (Table::Claim, None, Some(_)) if kind == OperationKind::Split => said("split it off"),
            (Table::Claim, None, Some(_)) => said("put it back"),
            (Table::Claim, Some(_), None) => said("removed it"),
            (Table::Mention, None, Some(_)) if kind == OperationKind::AddMention => said("added a mention"),
            (Table::Mention, Some(_), Some(_)) if kind == OperationKind::MoveMention => {
                said("moved a mention")
            }
            (Table::Mention, Some(_), None) if kind == OperationKind::RemoveMention => {
                said("removed a mention")
            }
            (Table::Evidence, None, Some(_)) => said("attached evidence"),
            (Table::Evidence, Some(_), None) => said("removed evidence"),
            (Table::Evidence, Some(_), Some(_)) => match kind {
                OperationKind::MoveEvidence => said("put its evidence in another order"),
                OperationKind::Merge | OperationKind::Unmerge => None,
                _ => said("edited evidence"),
            },
            (Table::Source, None, Some(s)) if kind == OperationKind::AddSource => {
                Some(format!("added the source {}", quoted(s.get("title"))))
            }
            (Table::Source, Some(s), None) => Some(format!("removed the source {}", quoted(s.get("title")))),
            (Table::Source, Some(_), Some(s)) => {
                Some(format!("edited the source {}", quoted(s.get("title"))))
            }
            (Table::StoredCopy, None, Some(c)) => Some(format!("stored {}", quoted(c.get("file_name")))),
            (Table::StoredCopy, Some(c), None) => {
                Some(format!("removed the stored copy {}", quoted(c.get("file_name"))))
            }
            (Table::Note, before, after) => Some(note_in_words(before, after)),
            (Table::Relation, before, after) => self.relation_in_words(before, after, kind),
            (Table::Tick, None, Some(tick)) => Some(format!("ticked “{}”", self.step_words(tick)?)),
            (Table::Tick, Some(tick), None) => Some(format!("unticked “{}”", self.step_words(tick)?)),
            (Table::Scale, None, Some(s)) => Some(format!("added the scale {}", quoted(s.get("name")))),
            (Table::Scale, Some(s), None) => Some(format!("removed the scale {}", quoted(s.get("name")))),
            (Table::Scale, Some(_), Some(s)) => Some(format!("edited the scale {}", quoted(s.get("name")))),
            (Table::View, before, after) => Some(view_in_words(before, after)),
            (Table::Setting, _, Some(setting)) => Some(self.setting_in_words(setting)?),
            (Table::Person, None, Some(p)) if kind == OperationKind::EditPerson => {
                Some(format!("added {}", quoted(p.get("name"))))
            }
            (Table::Person, Some(p), None) => Some(format!("removed {}", quoted(p.get("name")))),
            (Table::Person, Some(before), Some(after)) => {
                let name = quoted(after.get("name"));
                Some(if before.get("name") == after.get("name") {
                    format!("changed the initials of {name}")
                } else {
                    format!("renamed {} to {name}", quoted(before.get("name")))
                })
            }
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

    /// What a verdict was called when an operation had been done: by its scale, or as one of the five.
    pub(crate) fn verdict_name(&self, image: &Image, column: &str, operation: i64) -> Result<Option<String>> {
        let rating =
            image.get("scale").text().zip(image.get("rating").text()).filter(|_| column == "verdict");
        if let Some((scale, rating)) = rating {
            let name = self.store.reader()?.rating_name_then(scale, rating, operation)?;
            return Ok(Some(name.unwrap_or_else(|| rating.to_owned())));
        }
        let verdict = image.get(column).text().and_then(|v| v.parse::<Verdict>().ok());
        Ok(verdict.map(|v| v.label().to_owned()))
    }

    fn relation_in_words(
        &self,
        before: Option<&Image>,
        after: Option<&Image>,
        kind: OperationKind,
    ) -> Option<String> {
        let image = after.or(before)?;
        let relation: RelationKind = image.get("kind").text()?.parse().ok()?;
        let other = self.store.claim_ref(image.get("other").integer().unwrap_or_default());
        Some(match (relation, after.is_some()) {
            (RelationKind::MergedInto, true) => format!("merged it into {other}"),
            (RelationKind::MergedInto, false) => format!("took it out of {other} again"),
            (RelationKind::MergedFrom, true) => format!("merged {other} into it"),
            (RelationKind::MergedFrom, false) => format!("took {other} out of it again"),
            (RelationKind::PartOf, true) if kind == OperationKind::Split => {
                format!("split it off from {other}")
            }
            (RelationKind::HasPart, true) if kind == OperationKind::Split => PART.to_owned(),
            (RelationKind::DifferentFrom, true) => format!("found it to be different from {other}"),
            (relation, true) => format!("related it to {other}: {}", relation.label().to_lowercase()),
            (relation, false) => {
                format!("took the relation to {other} away: {}", relation.label().to_lowercase())
            }
        })
    }

    pub(crate) fn step_words(&self, tick: &Image) -> Result<String> {
        let id = tick.get("step").text().unwrap_or_default();
        for checklist in self.desk()?.checklists {
            if let Some(step) = checklist.steps.into_iter().find(|s| s.id == id) {
                return Ok(step.text);
            }
        }
        Ok("a step that the checklist no longer has".to_owned())
    }

    fn setting_in_words(&self, setting: &Image) -> Result<String> {
        let (field, value) = self.setting_field(setting)?;
        Ok(match setting.get("key").text().unwrap_or_default() {
            "two_person" if value == "On" => "turned the two-person rule on".to_owned(),
            "two_person" => "turned the two-person rule off".to_owned(),
            "scale" => format!("chose the verdict scale {value}"),
            key if key.starts_with("checklist.") => format!("edited the {}", field.to_lowercase()),
            _ => "changed a setting".to_owned(),
        })
    }

    fn claim_in_words(&self, before: &Image, after: &Image, logged: &Logged) -> Result<Option<String>> {
        let changed = |column: &str| before.get(column) != after.get(column);
        let mut parts: Vec<String> = Vec::new();
        // A claim that is merged is dismissed with it, which the relation tells.
        let merging = matches!(logged.kind, OperationKind::Merge | OperationKind::Unmerge)
            && [before, after].iter().any(|i| i.get("status").text() == Some(Status::Dismissed.word()));
        if changed("status") && !merging {
            parts.push(if logged.whole { status_in_words(before, after) } else { status_of_many(after) });
        }
        for (column, what) in [("verdict", "the verdict"), ("said", "“was it said?”")] {
            if changed(column) || column == "verdict" && (changed("rating") || changed("scale")) {
                let name = |image: &Image, operation: i64| self.verdict_name(image, column, operation);
                parts.push(match (name(before, logged.seq - 1)?, name(after, logged.last)?) {
                    // The rows that were read stand for others, which had another one before.
                    (Some(from), Some(to)) if logged.whole => format!("changed {what} from {from} to {to}"),
                    (_, Some(to)) => format!("set {what} to {to}"),
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
            ("found", "edited what was found"),
            ("stated", "edited the values"),
        ] {
            if changed(column) {
                parts.push(words.to_owned());
            }
        }
        // To what is said, since of many claims no line of fields tells it.
        if changed("kind") {
            let kind = after.get("kind").text().and_then(|kind| kind.parse().ok());
            parts.push(format!("set the kind to {}", kind.map_or("an unknown one", ClaimKind::label)));
        }
        if changed("priority") {
            let at = after.get("priority").integer().and_then(|at| usize::try_from(at).ok());
            let priority = at.and_then(|at| Priority::ALL.get(at));
            parts.push(format!("set the priority to {}", priority.map_or("an unknown one", |p| p.label())));
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

/// Of many claims it is known what they were set to, and not of each what it was before.
fn status_of_many(after: &Image) -> String {
    let to = after.get("status").text().and_then(|s| s.parse::<Status>().ok());
    format!("set to {}", to.map_or("an unknown status", Status::label))
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

/// The claims that an operation's rows are of.
fn claims_of(logged: &Logged) -> Vec<i64> {
    let mut claims: Vec<i64> = Vec::new();
    for image in logged.changes.iter().filter_map(|(b, a)| a.as_ref().or(b.as_ref())) {
        let claim = if image.table == Table::Claim { image.get("id") } else { image.get("claim") };
        if let Some(claim) = claim.integer().filter(|c| !claims.contains(c)) {
            claims.push(claim);
        }
    }
    claims
}

/// The same words said several times are said once, with their number.
fn count_same(parts: &[String], claims: usize) -> Vec<String> {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for part in parts {
        match counted.iter_mut().find(|(p, _)| p == part) {
            Some((_, count)) => *count += 1,
            None => counted.push((part.clone(), 1)),
        }
    }
    let plain = |n: usize| n == 1 || n == claims;
    counted.into_iter().map(|(part, n)| if plain(n) { part } else { format!("{part} ({n})") }).collect()
}

fn note_in_words(before: Option<&Image>, after: Option<&Image>) -> String {
    let is_question = |image: &Image| image.get("kind").text() == Some("question");
    let what = if after.or(before).is_some_and(is_question) { "question" } else { "note" };
    match (before, after) {
        (None, _) if what == "question" => "asked the author a question".to_owned(),
        (None, _) => "wrote a note".to_owned(),
        (_, None) => format!("removed a {what}"),
        (Some(before), Some(after)) if before.get("answer") != after.get("answer") => {
            match after.get("answer").text() {
                Some(_) => "wrote down the author’s answer".to_owned(),
                None => "opened a question again".to_owned(),
            }
        }
        _ => format!("edited a {what}"),
    }
}

fn view_in_words(before: Option<&Image>, after: Option<&Image>) -> String {
    let name = |image: &Image| quoted(image.get("name"));
    let (before, after) = match (before, after) {
        (Some(before), Some(after)) => (before, after),
        (None, Some(saved)) => return format!("saved the view {}", name(saved)),
        (Some(gone), None) => return format!("removed the view {}", name(gone)),
        (None, None) => return String::new(),
    };
    let changed = |column: &str| before.get(column) != after.get(column);
    if changed("name") {
        return format!("renamed the view {} to {}", name(before), name(after));
    }
    match (changed("query"), changed("sort")) {
        (true, _) => format!("changed the query of the view {}", name(after)),
        (_, true) => format!("changed the order of the view {}", name(after)),
        _ => "put the views in another order".to_owned(),
    }
}
