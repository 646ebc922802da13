//! Changes of claims' fields: what a patch says, what comes of it for one claim, and what stands in its way.
//!
//! A plan is made by reading alone, so that saying what an edit will do and doing it go by the same rules.

use assay_model::claim::{ClaimKind, Mode, Priority};
use assay_model::operation::OperationKind;
use assay_model::rationale;
use assay_model::relation::RelationKind;
use assay_model::scale::RatingRef;
use assay_model::verdict::{Status, Verdict};
use assay_store::{ClaimFields, Edit};
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use crate::claims::{length, some_text, tag_text, text};
use crate::desk::two_person_rule;
use crate::error::{Code, Error, Result};
use crate::reopen::{reopen_fields, substance_changed};
use crate::scales::judged_by;
use crate::sign_off::move_not_allowed;
use crate::workspace::Workspace;

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

/// A patch with what it says of every claim looked up and checked once.
#[derive(Debug)]
#[expect(clippy::option_option, reason = "left as it is, nobody and somebody are three things")]
pub(crate) struct Change<'p> {
    patch: &'p ClaimPatch,
    /// The verdict and rating that it gives; none if it leaves them.
    judged: Option<(Option<Verdict>, Option<RatingRef>)>,
    checker: Option<Option<Person>>,
    reviewer: Option<Option<Person>>,
    add_tags: Vec<String>,
    remove_tags: Vec<String>,
    /// Who makes it.
    person: String,
}

/// Somebody whom a patch names.
#[derive(Debug, Clone)]
struct Person {
    name: String,
    /// Their key; of somebody new, one that no person has.
    key: i64,
}

/// Stands for the key of a checker who is new to the workspace.
const NEW_CHECKER: i64 = -1;
/// The same for a reviewer.
const NEW_REVIEWER: i64 = -2;

/// What comes of a change for one claim.
#[derive(Debug)]
pub(crate) struct Plan {
    before: ClaimFields,
    after: ClaimFields,
    /// It is signed off.
    signs: bool,
    /// Tags come or go.
    tags: bool,
}

impl Plan {
    /// Whether it changes anything.
    pub(crate) fn changes(&self) -> bool {
        self.tags || self.after != self.before
    }

    /// Whether it takes a sign-off back that nobody asked to take back.
    pub(crate) fn reopens(&self) -> bool {
        self.before.status == Status::SignedOff && !self.signs && self.after.reopened != self.before.reopened
    }
}

impl Workspace {
    /// A patch, checked as far as it says the same of every claim.
    pub(crate) fn change<'p>(&self, edit: &Edit<'_>, patch: &'p ClaimPatch) -> Result<Change<'p>> {
        let judged = match (&patch.rating, patch.verdict) {
            (Some(rating), _) => Some(judged_by(edit, rating.as_ref())?),
            (None, Some(verdict)) => Some((verdict, None)),
            (None, None) => None,
        };
        let person = |field: &str, named: &Option<Option<String>>, new: i64| -> Result<_> {
            let Some(name) = named else { return Ok(None) };
            let Some(name) = some_text(field, name.as_deref())? else { return Ok(Some(None)) };
            let key = edit.person_key(&name)?.unwrap_or(new);
            Ok(Some(Some(Person { name, key })))
        };
        let checker = person("checker", &patch.checker, NEW_CHECKER)?;
        let mut reviewer = person("reviewer", &patch.reviewer, NEW_REVIEWER)?;
        if let (Some(Some(one)), Some(Some(other))) = (&checker, &mut reviewer)
            && one.name.to_lowercase() == other.name.to_lowercase()
        {
            other.key = one.key;
        }
        let tags = |tags: &[String]| tags.iter().map(|tag| tag_text(tag)).collect::<Result<Vec<_>>>();
        Ok(Change {
            judged,
            checker,
            reviewer,
            add_tags: tags(&patch.add_tags)?,
            remove_tags: patch.remove_tags.iter().map(|tag| tag.trim().to_owned()).collect(),
            person: self.person(),
            patch,
        })
    }

    /// What comes of a change for a claim, or what stands in its way.
    pub(crate) fn plan(&self, edit: &Edit<'_>, claim: i64, change: &Change<'_>) -> Result<Plan> {
        let patch = change.patch;
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
        self.apply(edit, claim, &mut after, change)?;
        if after.status == Status::SignedOff
            && let Some(why) = substance_changed(&before, &after)
        {
            reopen_fields(&mut after, &why);
        }
        let signs = signing && self.may_sign(edit, claim, &after, &change.person, patch.without_primary)?;
        if signs {
            after.status = Status::SignedOff;
        }
        let mut tags = false;
        for tag in &change.add_tags {
            tags |= !edit.has_tag(claim, tag)?;
        }
        for tag in &change.remove_tags {
            tags |= edit.has_tag(claim, tag)?;
        }
        Ok(Plan { before, after, signs, tags })
    }

    /// Does what was planned for a claim; says whether anything changed.
    pub(crate) fn carry_out(
        edit: &mut Edit<'_>,
        claim: i64,
        change: &Change<'_>,
        plan: Plan,
    ) -> Result<bool> {
        if !plan.changes() {
            return Ok(false);
        }
        let Plan { mut after, signs, .. } = plan;
        for (field, person) in
            [(&mut after.checker, &change.checker), (&mut after.reviewer, &change.reviewer)]
        {
            if let Some(Some(person)) = person
                && *field == Some(person.key)
                && person.key < 0
            {
                *field = Some(edit.person(&person.name)?);
            }
        }
        if signs {
            Self::sign(edit, claim, &mut after, &change.person)?;
        }
        let mut changed = edit.set_claim(claim, &after)?;
        for tag in &change.add_tags {
            changed |= edit.add_tag(claim, tag)?;
        }
        for tag in &change.remove_tags {
            changed |= edit.remove_tag(claim, tag)?;
        }
        Ok(changed)
    }

    fn apply(
        &self,
        edit: &Edit<'_>,
        claim: i64,
        fields: &mut ClaimFields,
        change: &Change<'_>,
    ) -> Result<()> {
        let patch = change.patch;
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
                let message = "A claim in the document’s own voice has no claimant, and any other has one.";
                let refused = Error::invalid("mode", message);
                return Err(if fields.claimant.is_none() {
                    refused.of_claim("has no claimant", "have no claimant")
                } else {
                    refused.of_claim("has a claimant", "have a claimant")
                });
            }
            fields.mode = mode;
        }
        fields.kind = patch.kind.unwrap_or(fields.kind);
        fields.priority = patch.priority.unwrap_or(fields.priority);
        let (verdict, rating) =
            change.judged.clone().unwrap_or_else(|| (fields.verdict, fields.rating.clone()));
        let said = patch.said.unwrap_or(fields.said);
        let judged = (verdict, &rating, said) != (fields.verdict, &fields.rating, fields.said)
            && (verdict.is_some() || said.is_some());
        if judged && fields.status == Status::Suggested {
            let reference = self.store.claim_ref(claim);
            return Err(Error::new(
                Code::MoveNotAllowed,
                format!("{reference} is Suggested. Accept it first."),
            )
            .at("verdict")
            .of_claim("is Suggested", "are Suggested"));
        }
        if said.is_some() && fields.claimant.is_none() {
            return Err(Error::invalid(
                "said",
                "The document says this in its own voice, so there is nobody who may not have said it.",
            )
            .hint("Name a claimant first.")
            .of_claim("has no claimant", "have no claimant"));
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
        if let Some(checker) = &change.checker {
            fields.checker = checker.as_ref().map(|p| p.key);
        }
        if let Some(reviewer) = &change.reviewer {
            fields.reviewer = reviewer.as_ref().map(|p| p.key);
        }
        if change.checker.is_some() || change.reviewer.is_some() {
            two_people(edit, fields, Some(change))?;
        }
        Ok(())
    }
}

/// Under the two-person rule nobody reviews what they checked.
pub(crate) fn two_people(edit: &Edit<'_>, fields: &ClaimFields, change: Option<&Change<'_>>) -> Result<()> {
    let Some(key) = fields.checker.filter(|_| fields.checker == fields.reviewer) else { return Ok(()) };
    if !two_person_rule(edit)? {
        return Ok(());
    }
    let mut named = change.into_iter().flat_map(|c| [&c.checker, &c.reviewer]).flatten().flatten();
    let name = match named.find(|p| p.key == key) {
        Some(person) => person.name.clone(),
        None => edit.person_name(key)?.unwrap_or_default(),
    };
    let both = format!("would be checked and reviewed by {name}");
    Err(Error::invalid("reviewer", format!("{name} checks this claim and may not review it."))
        .hint("The two-person rule of this workspace wants another person.")
        .of_claim(&both, &both))
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
        .hint(format!("Write ({number}) if nothing is cited."))
        .of_claim(&format!("has no evidence [{number}]"), &format!("have no evidence [{number}]")))
}

/// What an operation that does this is called in the log.
pub(crate) fn kind_of(patch: &ClaimPatch) -> OperationKind {
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
