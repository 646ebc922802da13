//! What an edit does to claims, in words that follow them: “3 claims set to priority High”.

use assay_model::operation::OperationKind;
use assay_model::verdict::Status;

use crate::patch::{ClaimPatch, kind_of};
use crate::scales::rating_name;

/// What is done to claims, in words that follow them.
#[derive(Debug)]
pub(crate) struct DeedWords {
    /// “DG-15 signed off”.
    one: String,
    /// “3 claims signed off”.
    many: String,
    /// “3 claims will be signed off”.
    will: String,
}

impl DeedWords {
    /// A deed whose words are the same of one claim and of many.
    pub(crate) fn participle(done: String) -> Self {
        Self { will: format!("be {done}"), many: done.clone(), one: done }
    }

    fn parts(one: &str, many: &str, will: &str) -> Self {
        Self { one: one.to_owned(), many: many.to_owned(), will: will.to_owned() }
    }

    /// That it was done to so many claims.
    pub(crate) fn of(&self, claims: usize) -> &str {
        if claims == 1 { &self.one } else { &self.many }
    }

    /// That it will be done.
    pub(crate) fn will(&self) -> &str {
        &self.will
    }
}

/// What a patch does.
pub(crate) fn deed_words(patch: &ClaimPatch) -> DeedWords {
    let participle = |words: &str| DeedWords::participle(words.to_owned());
    match kind_of(patch) {
        OperationKind::SignOff => participle("signed off"),
        OperationKind::SetStatus => match patch.status {
            Some(Status::Dismissed) => participle("dismissed"),
            status => participle(&format!("set to {}", status.map_or("", Status::label))),
        },
        OperationKind::SetVerdict => match (&patch.rating, patch.verdict.or(patch.said).flatten()) {
            (Some(Some(rating)), _) => participle(&format!("set to {}", rating_name(rating))),
            (_, Some(verdict)) => participle(&format!("set to {}", verdict.label())),
            (_, None) => DeedWords::parts("has no verdict", "have no verdict", "have no verdict"),
        },
        OperationKind::Assign => match (&patch.checker, &patch.reviewer) {
            (Some(Some(name)), _) => participle(&format!("assigned to {}", name.trim())),
            (Some(None), _) => participle("unassigned"),
            (None, Some(Some(name))) => participle(&format!("given to {} to review", name.trim())),
            (None, _) => participle("left without a reviewer"),
        },
        _ => one_field(patch).unwrap_or_else(|| participle("edited")),
    }
}

/// What a patch of one field alone does, where that is worth a word.
fn one_field(patch: &ClaimPatch) -> Option<DeedWords> {
    let participle = |words: String| Some(DeedWords::participle(words));
    let rest = ClaimPatch { without_primary: false, typing: false, ..patch.clone() };
    let is_only = |only: ClaimPatch| rest == only;
    match (patch.priority, patch.kind, patch.add_tags.as_slice(), patch.remove_tags.as_slice()) {
        (Some(priority), ..) if is_only(ClaimPatch { priority: Some(priority), ..ClaimPatch::default() }) => {
            participle(format!("set to priority {}", priority.label()))
        }
        (_, Some(kind), ..) if is_only(ClaimPatch { kind: Some(kind), ..ClaimPatch::default() }) => {
            participle(format!("set to kind {}", kind.label()))
        }
        (_, _, [tag], []) if is_only(ClaimPatch { add_tags: vec![tag.clone()], ..ClaimPatch::default() }) => {
            participle(format!("tagged “{}”", tag.trim()))
        }
        (_, _, [], [tag])
            if is_only(ClaimPatch { remove_tags: vec![tag.clone()], ..ClaimPatch::default() }) =>
        {
            let tag = tag.trim();
            let lost = format!("lost the tag “{tag}”");
            Some(DeedWords::parts(&lost, &lost, &format!("lose the tag “{tag}”")))
        }
        _ => None,
    }
}
