//! `set`: fields of claims, written FIELD=VALUE.

use std::ops::ControlFlow;
use std::str::FromStr;

use assay_engine::{BulkDeed, BulkPreview, Chosen, ClaimPatch, Workspace};
use assay_model::UnknownWord;
use assay_model::claim::Priority;
use assay_model::id::ClaimRef;
use assay_model::query::parse;
use assay_model::scale::RatingRef;
use assay_model::verdict::Status;

use crate::arguments;
use crate::claims::{keys, report, tell_slips, warn_of_no_primary};
use crate::failure::{Failure, tell};
use crate::output::{Output, shown};
use crate::people::person;
use crate::progress::Progress;
use crate::workspace::Named;

/// A claim, or something to change of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A claim.
    Claim(ClaimRef),
    /// A field and its new value.
    Change {
        /// `label`, `tag+` and so on.
        field: String,
        /// As written.
        value: String,
    },
}

impl FromStr for Item {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some((field, value)) = text.split_once('=') else {
            return text.parse().map(Self::Claim).map_err(|_| {
                format!("“{text}” is neither a claim, such as DG-15, nor a change, such as status=open")
            });
        };
        apply(&mut ClaimPatch::default(), field, value)?;
        Ok(Self::Change { field: field.to_owned(), value: value.to_owned() })
    }
}

/// Puts one change into a patch.
fn apply(patch: &mut ClaimPatch, field: &str, value: &str) -> Result<(), String> {
    let empty = value.trim().is_empty();
    let text = || if empty { Err(format!("{field} cannot be empty")) } else { Ok(value.to_owned()) };
    let name = || Some((!empty).then(|| value.to_owned()));
    match field {
        "label" => patch.label = Some(text()?),
        "statement" => patch.statement = Some(text()?),
        "kind" => patch.kind = Some(word(value)?),
        "claimant" => patch.claimant = name(),
        "status" => patch.status = Some(word(value)?),
        "verdict" => patch.verdict = Some(some_word(value)?),
        "said" => patch.said = Some(some_word(value)?),
        "rationale" => patch.rationale = Some(value.to_owned()),
        "rationale_said" => patch.rationale_said = Some(value.to_owned()),
        "found" => patch.found = name(),
        "mode" => patch.mode = Some(word(value)?),
        // Without a scale it is of the workspace's, which is known only when that is open.
        "rating" => {
            patch.rating = Some((!empty).then(|| match value.split_once('/') {
                Some((scale, rating)) => RatingRef { scale: scale.to_owned(), rating: rating.to_owned() },
                None => RatingRef { scale: String::new(), rating: value.to_owned() },
            }));
        }
        "priority" => {
            patch.priority = Some(if empty { Priority::None } else { word(value)? });
        }
        "tag+" => patch.add_tags.push(text()?),
        "tag-" => patch.remove_tags.push(text()?),
        "tag" => return Err("write tag+=TAG to give a tag, tag-=TAG to take it away".to_owned()),
        "checker" => patch.checker = name(),
        "reviewer" => patch.reviewer = name(),
        _ => {
            return Err(format!(
                "“{field}” is not a field; it is one of: label, statement, kind, claimant, mode, status, verdict, rating, \
                 said, found, rationale, rationale_said, priority, tag+, tag-, checker, reviewer"
            ));
        }
    }
    Ok(())
}

fn word<W: FromStr<Err = UnknownWord>>(value: &str) -> Result<W, String> {
    value.parse().map_err(|e: UnknownWord| e.to_string())
}

fn some_word<W: FromStr<Err = UnknownWord>>(value: &str) -> Result<Option<W>, String> {
    if value.is_empty() { Ok(None) } else { word(value).map(Some) }
}

/// Changes fields of claims, as one operation.
pub fn set(named: &Named, asked: &arguments::Set, out: &mut Output) -> Result<(), Failure> {
    let (mut claims, mut patch) = (Vec::new(), ClaimPatch { without_primary: true, ..ClaimPatch::default() });
    let mut changes = 0;
    for item in &asked.items {
        match item {
            Item::Claim(reference) => claims.push(reference),
            Item::Change { field, value } => {
                apply(&mut patch, field, value).map_err(Failure::Usage)?;
                changes += 1;
            }
        }
    }
    match &asked.query {
        None if claims.is_empty() => {
            return Err(Failure::Usage("name at least one claim, such as DG-15".to_owned()));
        }
        Some(_) if !claims.is_empty() => {
            return Err(Failure::Usage("name claims or give a query, not both".to_owned()));
        }
        _ => {}
    }
    if changes == 0 {
        return Err(Failure::Usage("say what to change, such as status=open".to_owned()));
    }
    if patch.verdict.is_some() && patch.rating.is_some() {
        return Err(Failure::Usage(
            "give a verdict or a rating: the verdict follows from the rating".to_owned(),
        ));
    }
    let workspace = named.open()?;
    let keys = keys(&workspace, claims)?;
    if let Some(Some(rating)) = &mut patch.rating
        && rating.scale.is_empty()
    {
        rating.scale = workspace.scale()?.word;
    }
    for role in [&mut patch.checker, &mut patch.reviewer].into_iter().flatten() {
        *role = role.as_deref().and_then(|name| person(&workspace, name));
    }
    let chosen = match &asked.query {
        Some(query) => {
            // What was not meant must not change thousands of claims.
            if !asked.dry_run
                && let Some(slip) = parse(query).1.into_iter().next()
            {
                return Err(Failure::Usage(format!(
                    "nothing was changed, since the query may not say what you mean: {} Mend it; words that are meant as they \
                     stand go in quotes",
                    shown(&slip.message)
                )));
            }
            tell_slips(query);
            Chosen::Query { query: query.clone(), except: Vec::new() }
        }
        None => Chosen::Claims { keys: keys.clone() },
    };
    if asked.dry_run {
        let preview = workspace.bulk_preview(&chosen, &BulkDeed::Edit { patch })?;
        return say(&preview, asked.query.is_none(), out);
    }
    if asked.query.is_some() {
        return all_of_query(&workspace, &chosen, patch, out);
    }
    let outcome = workspace.edit_claims(&keys, &patch)?;
    if patch.status == Some(Status::SignedOff) {
        warn_of_no_primary(&workspace, &keys)?;
    }
    report(&workspace, &keys, &outcome, out)
}

/// Says what would be done and what could not; of claims that are named, it is all or none.
fn say(preview: &BulkPreview, all_or_none: bool, out: &mut Output) -> Result<(), Failure> {
    if out.json() {
        out.record(preview)?;
        return Ok(());
    }
    out.line(format_args!("{}.", shown(&preview.message)))?;
    for left in &preview.left {
        let more = left.claims as usize - left.first.len();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        out.line(format_args!("  {} {}{more}", shown(&left.why), left.first.join(", ")))?;
    }
    match preview.reopened {
        0 => {}
        1 => out.line("1 that is signed off goes back to review.")?,
        many => out.line(format_args!("{many} that are signed off go back to review."))?,
    }
    if all_or_none && !preview.left.is_empty() {
        out.line("Claims that are named are changed all or none: none would be.")?;
    }
    Ok(())
}

/// Does what can be done to all claims that a query finds.
fn all_of_query(
    workspace: &Workspace,
    chosen: &Chosen,
    patch: ClaimPatch,
    out: &mut Output,
) -> Result<(), Failure> {
    if patch.status == Some(Status::SignedOff) {
        let strict = BulkDeed::Edit { patch: ClaimPatch { without_primary: false, ..patch.clone() } };
        for left in workspace.bulk_preview(chosen, &strict)?.left.iter().filter(|l| l.no_primary) {
            tell(format_args!("warning: {} {}; the export will say so.", left.claims, left.why));
        }
    }
    let mut progress = Progress::new();
    let outcome = workspace.bulk(chosen, &BulkDeed::Edit { patch }, None, &mut |done, doing| {
        progress.tell(done, doing);
        ControlFlow::Continue(())
    })?;
    drop(progress);
    if out.json() {
        out.record(&outcome)?;
    } else {
        out.line(format_args!("{}.", shown(&outcome.message)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use assay_model::verdict::Verdict;

    use super::*;

    fn patch(changes: &[(&str, &str)]) -> ClaimPatch {
        let mut patch = ClaimPatch::default();
        for (field, value) in changes {
            apply(&mut patch, field, value).unwrap();
        }
        patch
    }

    #[test]
    fn an_empty_value_clears_what_can_be_empty() {
        let cleared = patch(&[("claimant", ""), ("verdict", ""), ("rationale", ""), ("checker", " ")]);
        assert_eq!(cleared.claimant, Some(None));
        assert_eq!(cleared.verdict, Some(None));
        assert_eq!(cleared.rationale.as_deref(), Some(""));
        assert_eq!(cleared.checker, Some(None));
        for bad in
            ["label=", "statement= ", "kind=", "status=", "tag+=", "tag=x", "colour=red", "verdict=true"]
        {
            assert!(bad.parse::<Item>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_value_may_hold_anything_after_the_first_equals_sign() {
        assert_eq!(patch(&[("verdict", "refuted")]).verdict, Some(Some(Verdict::Refuted)));
        let item: Item = "rationale=a=b -c".parse().unwrap();
        assert_eq!(item, Item::Change { field: "rationale".into(), value: "a=b -c".into() });
        let tags = patch(&[("tag+", "a"), ("tag+", "b"), ("tag-", "c")]);
        assert_eq!((tags.add_tags, tags.remove_tags), (vec!["a".into(), "b".into()], vec!["c".into()]));
        assert!(matches!("tag-=c".parse(), Ok(Item::Change { .. })));
    }
}
