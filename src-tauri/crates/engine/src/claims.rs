//! Claims: made, changed, given mentions.

use assay_model::claim::{Claim, ClaimKind, Mode, Priority};
use assay_model::id::ClaimRef;
use assay_model::operation::OperationKind;
use assay_model::rationale;
use assay_model::relation::RelationKind;
use assay_model::scale::RatingRef;
use assay_model::verdict::{Status, Verdict};
use assay_store::{Act, ClaimFields, Edit, StoreError};
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use crate::desk::two_person_rule;
use crate::error::{Code, Error, Result};
use crate::places::Place;
use crate::reopen::{reopen_fields, substance_changed};
use crate::scales::{judged_by, rating_name};
use crate::sign_off::move_not_allowed;
use crate::workspace::{Outcome, Workspace};

/// A claim to be made by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewClaim {
    /// Where it is made.
    pub place: Place,
    /// The claim as one sentence.
    pub statement: String,
    /// Two to five words; the beginning of the statement if none.
    #[serde(default)]
    pub label: Option<String>,
    /// Who says it; none in the document's own voice.
    #[serde(default)]
    pub claimant: Option<String>,
    /// What sort it is; an event if none.
    #[serde(default)]
    pub kind: Option<ClaimKind>,
}

/// Changes of fields; a field left out stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct ClaimPatch {
    /// The label.
    pub label: Option<String>,
    /// The statement.
    pub statement: Option<String>,
    /// The sort of claim.
    pub kind: Option<ClaimKind>,
    /// Who says it; nothing for the document's own voice.
    #[serde(deserialize_with = "given")]
    pub claimant: Option<Option<String>>,
    /// In whose words.
    pub mode: Option<Mode>,
    /// How far the work has come; `signed-off` signs off.
    pub status: Option<Status>,
    /// Is it true? Nothing takes the verdict away.
    #[serde(deserialize_with = "given")]
    pub verdict: Option<Option<Verdict>>,
    /// The same by a value of a scale; the verdict follows from it. Nothing takes both away.
    #[serde(deserialize_with = "given")]
    pub rating: Option<Option<RatingRef>>,
    /// Was it said?
    #[serde(deserialize_with = "given")]
    pub said: Option<Option<Verdict>>,
    /// What the evidence shows instead of the value stated.
    #[serde(deserialize_with = "given")]
    pub found: Option<Option<String>>,
    /// The reasoning, citing evidence as `[n]`.
    pub rationale: Option<String>,
    /// The reasoning behind “was it said?”.
    pub rationale_said: Option<String>,
    /// How soon.
    pub priority: Option<Priority>,
    /// Tags to give.
    pub add_tags: Vec<String>,
    /// Tags to take away.
    pub remove_tags: Vec<String>,
    /// Who checks it, by name.
    #[serde(deserialize_with = "given")]
    pub checker: Option<Option<String>>,
    /// Who reads it again, by name.
    #[serde(deserialize_with = "given")]
    pub reviewer: Option<Option<String>>,
    /// With a status of `signed-off`: a missing primary source has been seen and accepted.
    pub without_primary: bool,
    /// It was typed and is saved as the typing goes on: undo takes a stretch of it back as one.
    pub typing: bool,
}

/// A field that is there, though it may hold nothing.
#[expect(clippy::option_option, reason = "left out, empty and filled are three things")]
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> std::result::Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// The longest text of a field, in code points.
const MOST_CHARACTERS: usize = 20_000;

impl Workspace {
    /// The key of a claim of this workspace by its reference.
    ///
    /// # Errors
    /// When the prefix is another workspace's.
    pub fn claim_key(&self, reference: &ClaimRef) -> Result<i64> {
        let prefix = &self.store.facts().prefix;
        if reference.prefix != *prefix {
            return Err(Error::new(Code::NotFound, format!("There is no claim {reference}."))
                .hint(format!("Claims of this workspace look like {prefix}-1.")));
        }
        Ok(reference.number.into())
    }

    /// A claim with all that hangs off it.
    ///
    /// # Errors
    /// When there is none of this key.
    pub fn claim(&self, key: i64) -> Result<Claim> {
        self.store.claim(key)?.ok_or_else(|| self.no_claim(key))
    }

    fn no_claim(&self, key: i64) -> Error {
        Error::new(Code::NotFound, format!("There is no claim {}.", self.store.claim_ref(key)))
    }

    /// The fields of a claim as an edit finds them; of one that is missing, an error that names it as people do.
    pub(crate) fn fields_in(&self, edit: &Edit<'_>, claim: i64) -> Result<ClaimFields> {
        edit.claim_fields(claim).map_err(|error| match error {
            StoreError::Missing { .. } => self.no_claim(claim),
            other => other.into(),
        })
    }

    /// Makes a claim by hand; it is Open. The value of the outcome is its key.
    ///
    /// # Errors
    /// When the place is not in the text, or the statement is empty.
    pub fn create_claim(&self, new: &NewClaim) -> Result<(i64, Outcome)> {
        let statement = text("statement", &new.statement)?;
        let (document, quoted) = self.place(&new.place)?;
        let label = match new.label.as_deref().map(str::trim).filter(|l| !l.is_empty()) {
            Some(label) => text("label", label)?,
            None => statement.split_whitespace().take(5).collect::<Vec<_>>().join(" "),
        };
        let claimant = new.claimant.as_deref().map(str::trim).filter(|c| !c.is_empty()).map(str::to_owned);
        let claim = assay_store::NewClaim {
            label,
            statement,
            kind: new.kind.unwrap_or(ClaimKind::Event),
            status: Status::Open,
            mode: if claimant.is_some() { Mode::Paraphrase } else { Mode::Own },
            claimant,
            priority: Priority::None,
            score: None,
            reasons: Vec::new(),
            values: Vec::new(),
        };
        let written = self.write(OperationKind::CreateClaim, |edit| {
            let key = edit.add_claim(&claim)?;
            edit.add_mention(key, document.revision_key, &quoted)?;
            Ok(key)
        })?;
        let message = self.about(&[written.value], "created");
        Ok((written.value, Outcome { operation: written.operation, claims: 1, message }))
    }

    /// Changes fields of claims, all or none, in one operation.
    ///
    /// # Errors
    /// When a claim is missing, a value makes no sense, a move of status is not allowed, or a gate is not met.
    pub fn edit_claims(&self, claims: &[i64], patch: &ClaimPatch) -> Result<Outcome> {
        let person = self.person();
        let act = Act {
            typing: patch.typing,
            ..Act::new(if patch.typing { OperationKind::Typing } else { kind_of(patch) }, &person)
        };
        let written = self.write_act(&act, |edit| {
            let mut changed = 0;
            for claim in claims {
                let mut touched = self.edit_one(edit, *claim, patch)?;
                for tag in &patch.add_tags {
                    touched |= edit.add_tag(*claim, &tag_text(tag)?)?;
                }
                for tag in &patch.remove_tags {
                    touched |= edit.remove_tag(*claim, tag.trim())?;
                }
                changed += u32::from(touched);
            }
            Ok(changed)
        })?;
        let message = self.about(claims, &done(patch));
        Ok(Outcome { operation: written.operation, claims: written.value, message })
    }

    fn edit_one(&self, edit: &mut Edit<'_>, claim: i64, patch: &ClaimPatch) -> Result<bool> {
        let before = self.fields_in(edit, claim)?;
        let mut after = before.clone();
        // A move of status comes first, so that one edit can accept a claim and give its verdict; a sign-off last.
        let signing = patch.status == Some(Status::SignedOff);
        if let Some(status) = patch.status.filter(|s| !signing && *s != before.status) {
            let reference = self.store.claim_ref(claim).to_string();
            if let Some((into, _)) = edit.related(claim, RelationKind::MergedInto)?.first() {
                return Err(self.is_merged(claim, *into).at("status"));
            }
            if !before.status.allows(status) {
                return Err(move_not_allowed(&reference, before.status, status));
            }
            after.status = status;
            after.signed_off_by = None;
            after.signed_off_at = None;
            after.signed_digest = None;
        }
        self.apply(edit, claim, &mut after, patch)?;
        if after.status == Status::SignedOff
            && let Some(why) = substance_changed(&before, &after)
        {
            reopen_fields(&mut after, &why);
        }
        if signing {
            let person = self.person();
            self.sign(edit, claim, &mut after, &person, patch.without_primary)?;
        }
        Ok(edit.set_claim(claim, &after)?)
    }

    fn apply(
        &self,
        edit: &mut Edit<'_>,
        claim: i64,
        fields: &mut ClaimFields,
        patch: &ClaimPatch,
    ) -> Result<()> {
        if let Some(label) = &patch.label {
            fields.label = text("label", label)?;
        }
        if let Some(statement) = &patch.statement {
            fields.statement = text("statement", statement)?;
        }
        if let Some(claimant) = &patch.claimant {
            fields.claimant = some_text("claimant", claimant.as_deref())?;
            match fields.claimant {
                None => {
                    fields.mode = Mode::Own;
                    fields.said = None;
                }
                Some(_) if fields.mode == Mode::Own => fields.mode = Mode::Paraphrase,
                Some(_) => {}
            }
        }
        if let Some(mode) = patch.mode {
            if (mode == Mode::Own) != fields.claimant.is_none() {
                return Err(Error::invalid(
                    "mode",
                    "A claim in the document’s own voice has no claimant, and any other has one.",
                ));
            }
            fields.mode = mode;
        }
        fields.kind = patch.kind.unwrap_or(fields.kind);
        fields.priority = patch.priority.unwrap_or(fields.priority);
        let (verdict, rating) = match (&patch.rating, patch.verdict) {
            (Some(rating), _) => judged_by(edit, rating.as_ref())?,
            (None, Some(verdict)) => (verdict, None),
            (None, None) => (fields.verdict, fields.rating.clone()),
        };
        let said = patch.said.unwrap_or(fields.said);
        let judged = (verdict, &rating, said) != (fields.verdict, &fields.rating, fields.said)
            && (verdict.is_some() || said.is_some());
        if judged && fields.status == Status::Suggested {
            let reference = self.store.claim_ref(claim);
            return Err(Error::new(
                Code::MoveNotAllowed,
                format!("{reference} is Suggested. Accept it first."),
            )
            .at("verdict"));
        }
        if said.is_some() && fields.claimant.is_none() {
            return Err(Error::invalid(
                "said",
                "The document says this in its own voice, so there is nobody who may not have said it.",
            )
            .hint("Name a claimant first."));
        }
        (fields.verdict, fields.rating, fields.said) = (verdict, rating, said);
        if let Some(found) = &patch.found {
            fields.found = some_text("found", found.as_deref())?;
        }
        if patch.rationale.is_some() || patch.rationale_said.is_some() {
            let evidence = edit.evidence_order(claim)?;
            for (new, field, name) in [
                (&patch.rationale, &mut fields.rationale, "rationale"),
                (&patch.rationale_said, &mut fields.rationale_said, "rationale_said"),
            ] {
                if let Some(shown) = new {
                    length(name, shown)?;
                    cites_what_is_there(name, shown, evidence.len())?;
                    *field = rationale::to_stored(shown.trim_end(), &evidence);
                }
            }
        }
        for (new, field, name) in [
            (&patch.checker, &mut fields.checker, "checker"),
            (&patch.reviewer, &mut fields.reviewer, "reviewer"),
        ] {
            if let Some(person) = new {
                *field = match some_text(name, person.as_deref())? {
                    Some(person) => Some(edit.person(&person)?),
                    None => None,
                };
            }
        }
        if patch.checker.is_some() || patch.reviewer.is_some() {
            two_people(edit, fields)?;
        }
        Ok(())
    }
}

/// Under the two-person rule nobody reviews what they checked.
pub(crate) fn two_people(edit: &Edit<'_>, fields: &ClaimFields) -> Result<()> {
    if fields.checker.is_none() || fields.checker != fields.reviewer || !two_person_rule(edit)? {
        return Ok(());
    }
    let name = fields.checker.map(|key| edit.person_name(key)).transpose()?.flatten().unwrap_or_default();
    Err(Error::invalid("reviewer", format!("{name} checks this claim and may not review it."))
        .hint("The two-person rule of this workspace wants another person."))
}

fn cites_what_is_there(field: &str, shown: &str, evidence: usize) -> Result<()> {
    let Some(number) = rationale::cites_missing(shown, evidence) else { return Ok(()) };
    let has = match evidence {
        0 => "The claim has no evidence.".to_owned(),
        1 => "The claim has 1 piece of evidence.".to_owned(),
        many => format!("The claim has {many} pieces of evidence."),
    };
    Err(Error::invalid(field, format!("[{number}] cites evidence that is not there."))
        .hint(has)
        .hint(format!("Write ({number}) if nothing is cited.")))
}

fn kind_of(patch: &ClaimPatch) -> OperationKind {
    let rest = ClaimPatch {
        status: None,
        verdict: None,
        rating: None,
        said: None,
        without_primary: false,
        typing: false,
        ..patch.clone()
    };
    let assigned = ClaimPatch { checker: None, reviewer: None, ..rest.clone() };
    let decided = patch.verdict.is_some() || patch.rating.is_some() || patch.said.is_some();
    match (patch.status, decided) {
        (None, false) if rest != assigned && assigned == ClaimPatch::default() => OperationKind::Assign,
        _ if rest != ClaimPatch::default() => OperationKind::EditClaim,
        (Some(Status::SignedOff), _) => OperationKind::SignOff,
        (Some(_), _) => OperationKind::SetStatus,
        (None, true) => OperationKind::SetVerdict,
        (None, false) => OperationKind::EditClaim,
    }
}

/// What a patch did, for the toast.
fn done(patch: &ClaimPatch) -> String {
    match kind_of(patch) {
        OperationKind::SignOff => "signed off".to_owned(),
        OperationKind::SetStatus => match patch.status {
            Some(Status::Dismissed) => "dismissed".to_owned(),
            status => format!("set to {}", status.map_or("", Status::label)),
        },
        OperationKind::SetVerdict => match (&patch.rating, patch.verdict.or(patch.said).flatten()) {
            (Some(Some(rating)), _) => format!("set to {}", rating_name(rating)),
            (_, Some(verdict)) => format!("set to {}", verdict.label()),
            (_, None) => "has no verdict".to_owned(),
        },
        OperationKind::Assign => match patch.checker.clone().or_else(|| patch.reviewer.clone()).flatten() {
            Some(name) => format!("assigned to {}", name.trim()),
            None => "unassigned".to_owned(),
        },
        _ => "edited".to_owned(),
    }
}

pub(crate) fn text(field: &str, value: &str) -> Result<String> {
    let value = value.trim();
    if value.is_empty() {
        return Err(Error::invalid(field, format!("The {field} is empty.")));
    }
    length(field, value)?;
    Ok(value.to_owned())
}

pub(crate) fn some_text(field: &str, value: Option<&str>) -> Result<Option<String>> {
    value.map(str::trim).filter(|v| !v.is_empty()).map(|v| text(field, v)).transpose()
}

pub(crate) fn length(field: &str, value: &str) -> Result<()> {
    let characters = value.chars().count();
    if characters > MOST_CHARACTERS {
        let message = format!("The {field} has {characters} characters; {MOST_CHARACTERS} is the most.");
        return Err(Error::invalid(field, message));
    }
    Ok(())
}

fn tag_text(tag: &str) -> Result<String> {
    let tag = text("tag", tag)?;
    if tag.chars().count() > 100 || tag.contains(['\n', ',']) {
        return Err(Error::invalid("tag", "A tag is one line of at most 100 characters without a comma."));
    }
    Ok(tag)
}
