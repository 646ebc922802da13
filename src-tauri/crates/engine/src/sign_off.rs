//! Sign-off and its gates.

use assay_model::operation::OperationKind;
use assay_model::time::Instant;
use assay_model::verdict::Status;
use assay_store::{ClaimFields, Edit};

use crate::claims::length;
use crate::desk::two_person_rule;
use crate::error::{Code, Error, Result};
use crate::evidence::filled;
use crate::workspace::{Outcome, Workspace};

impl Workspace {
    /// Signs claims off, all or none.
    ///
    /// `name` is who signs, if not the person at work. `without_primary` says that a missing primary source has been
    /// seen and accepted.
    ///
    /// # Errors
    /// When the status does not allow it, a gate is not met, or a claim has no primary source and nobody said that
    /// this is all right.
    pub fn sign_off(&self, claims: &[i64], name: Option<&str>, without_primary: bool) -> Result<Outcome> {
        let person = name.map_or_else(|| self.person(), str::to_owned);
        let person = filled(Some(&person)).ok_or_else(|| Error::invalid("as", "A sign-off needs a name."))?;
        length("as", &person)?;
        let written = self.write(OperationKind::SignOff, |edit| {
            let mut signed = 0;
            for claim in claims {
                let mut fields = self.fields_in(edit, *claim)?;
                if self.may_sign(edit, *claim, &fields, &person, without_primary)? {
                    Self::sign(edit, *claim, &mut fields, &person)?;
                    edit.set_claim(*claim, &fields)?;
                    signed += 1;
                }
            }
            Ok(signed)
        })?;
        let message = self.about(claims, "signed off");
        Ok(Outcome { operation: written.operation, claims: written.value, message })
    }

    /// Whether a claim of these fields is still to be signed off; if a gate is not met, which.
    pub(crate) fn may_sign(
        &self,
        edit: &Edit<'_>,
        claim: i64,
        fields: &ClaimFields,
        person: &str,
        without_primary: bool,
    ) -> Result<bool> {
        let reference = self.store.claim_ref(claim);
        if fields.status == Status::SignedOff {
            return Ok(false);
        }
        if !fields.status.allows(Status::SignedOff) {
            return Err(move_not_allowed(&reference.to_string(), fields.status, Status::SignedOff));
        }
        Self::second_person(edit, &reference.to_string(), fields, person)?;
        let evidence = edit.evidence_tally(claim)?;
        let needs_evidence = fields.verdict.is_none_or(assay_model::verdict::Verdict::needs_evidence);
        // Where all there is bears on the other finding, "evidence" alone would seem untrue.
        let evidence_name = if evidence.all > 0 { "evidence on whether it is true" } else { "evidence" };
        let gates = [
            (fields.verdict.is_none(), "a verdict", "verdict"),
            (fields.rationale.trim().is_empty(), "a rationale", "rationale"),
            (needs_evidence && evidence.for_true == 0, evidence_name, "evidence"),
        ];
        let missing: Vec<_> = gates.iter().filter(|(missing, ..)| *missing).collect();
        if let Some((.., field)) = missing.first() {
            let names: Vec<&str> = missing.iter().map(|(_, name, _)| *name).collect();
            let names = list(&names);
            return Err(Error::new(Code::GateMissing, format!("{reference} lacks {names}."))
                .at(field)
                .hint("Add what is missing, then sign off.")
                .of_claim(&format!("lacks {names}"), &format!("lack {names}")));
        }
        if evidence.all > 0 && evidence.primary == 0 && !without_primary {
            return Err(Error::new(Code::NoPrimarySource, format!("{reference} has no primary source."))
                .at("evidence")
                .hint("Sign off anyway? The export will say so.")
                .of_claim("has no primary source", "have no primary source"));
        }
        Ok(true)
    }

    /// Signs the fields of one claim, which may be signed.
    pub(crate) fn sign(edit: &Edit<'_>, claim: i64, fields: &mut ClaimFields, person: &str) -> Result<()> {
        fields.status = Status::SignedOff;
        fields.signed_off_by = Some(person.to_owned());
        fields.signed_off_at = Some(Instant::now());
        fields.reopened = None;
        fields.signed_digest = Some(edit.substance(claim, fields)?);
        Ok(())
    }

    /// Under the two-person rule a claim is signed off from In review, by another person than its checker.
    fn second_person(edit: &Edit<'_>, reference: &str, fields: &ClaimFields, person: &str) -> Result<()> {
        if !two_person_rule(edit)? {
            return Ok(());
        }
        let rule = "The two-person rule of this workspace wants a second person to read every claim.";
        if fields.status != Status::InReview {
            let message = format!("{reference} is {} and has to be In review first.", fields.status.label());
            return Err(Error::new(Code::MoveNotAllowed, message)
                .at("status")
                .hint(rule)
                .of_claim("is not In review", "are not In review"));
        }
        let checker = fields.checker.map(|key| edit.person_name(key)).transpose()?.flatten();
        match checker {
            None => Err(Error::new(Code::GateMissing, format!("{reference} lacks a checker."))
                .at("checker")
                .hint("Say who checked it.")
                .hint(rule)
                .of_claim("lacks a checker", "lack a checker")),
            Some(checker) if checker.to_lowercase() == person.trim().to_lowercase() => {
                let message = format!("{checker} checked {reference} and may not sign it off.");
                let by = |verb: &str| format!("{verb} checked by {checker}");
                Err(Error::new(Code::GateMissing, message)
                    .at("reviewer")
                    .hint(rule)
                    .of_claim(&by("was"), &by("were")))
            }
            Some(_) => Ok(()),
        }
    }

    /// “DG-15 signed off”, or “3 claims signed off”.
    pub(crate) fn about(&self, claims: &[i64], done: &str) -> String {
        match claims {
            [one] => format!("{} {done}", self.store.claim_ref(*one)),
            many => format!("{} claims {done}", many.len()),
        }
    }
}

/// The refusal of a move of status, with the moves there are.
pub(crate) fn move_not_allowed(reference: &str, from: Status, to: Status) -> Error {
    let allowed: Vec<&str> = from.next().map(Status::label).collect();
    Error::new(
        Code::MoveNotAllowed,
        format!("{reference} is {} and cannot go to {}.", from.label(), to.label()),
    )
    .at("status")
    .of_claim(&format!("is {}", from.label()), &format!("are {}", from.label()))
    .hint(format!("From {} it can go to {}.", from.label(), list(&allowed)))
}

/// “a, b and c”.
pub(crate) fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
