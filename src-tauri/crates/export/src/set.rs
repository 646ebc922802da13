//! What goes out.

use std::collections::{HashMap, HashSet};

use assay_model::claim::Claim;
use assay_model::document::DocumentSummary;
use assay_model::evidence::Evidence;
use assay_model::id::{ClaimId, DocumentId};
use assay_model::relation::{Relation, RelationKind};
use assay_model::scale::{self, Rating, Scale};
use assay_model::time::Instant;
use assay_model::verdict::Verdict;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The claims to export and what is known around them.
#[derive(Debug, Clone)]
pub struct ExportSet {
    /// The workspace's name.
    pub workspace: String,
    /// When it is exported.
    pub exported: Instant,
    /// The query that chose the claims, if one did.
    pub query: Option<String>,
    /// Hash of the log's head, in hexadecimal: an outside copy of it shows later whether the log was rewritten.
    pub head: String,
    /// The documents that the claims are made in.
    pub documents: Vec<DocumentSummary>,
    /// Documents of the workspace that are confidential sources: neither they nor mentions in them go out.
    pub confidential_documents: Vec<DocumentId>,
    /// The claims, in the order they are to stand in.
    pub claims: Vec<Claim>,
    /// Every scale of the workspace: those that come with Assay and its own.
    pub scales: Vec<Scale>,
    /// What goes with them.
    pub options: ExportOptions,
}

/// What goes out with the claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "four switches that a person sets one by one")]
pub struct ExportOptions {
    /// The evidence with its quotes and sources.
    pub evidence: bool,
    /// The reasoning.
    pub rationale: bool,
    /// The names of checkers and reviewers.
    pub people: bool,
    /// The notes among checkers, and the questions to the author with their answers.
    pub notes: bool,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self { evidence: true, rationale: true, people: false, notes: false }
    }
}

impl ExportSet {
    /// The documents by their id.
    pub(crate) fn by_id(&self) -> HashMap<DocumentId, &DocumentSummary> {
        self.documents.iter().map(|d| (d.id, d)).collect()
    }

    /// A claim's evidence, if it goes out.
    pub(crate) fn evidence<'c>(&self, claim: &'c Claim) -> Option<&'c [Evidence]> {
        self.options.evidence.then_some(claim.evidence_items.as_slice())
    }

    /// The scale and the value that a claim was judged by; Assay's own five where it names no other.
    pub(crate) fn rating<'s>(&'s self, claim: &Claim) -> Option<(&'s Scale, &'s Rating)> {
        let Some(given) = &claim.row.rating else {
            let own = scale::built_in().iter().find(|s| s.word == scale::OWN)?;
            return Some((own, own.ratings.iter().find(|r| Some(r.verdict) == claim.row.verdict)?));
        };
        let scale = self.scales.iter().find(|s| s.word == given.scale)?;
        Some((scale, scale.rating(&given.rating)?))
    }

    /// What people call a claim's verdict: the name of the value it was given.
    pub(crate) fn verdict_name<'s>(&'s self, claim: &'s Claim) -> Option<&'s str> {
        let given = self.rating(claim).map(|(_, rating)| rating.name.as_str());
        given.or(claim.row.rating_name.as_deref()).or(claim.row.verdict.map(Verdict::label))
    }

    /// A claim's relations that go out: to claims of the set, and none that only keeps two apart.
    pub(crate) fn relations<'c>(
        claim: &'c Claim,
        ids: &HashSet<ClaimId>,
    ) -> impl Iterator<Item = &'c Relation> {
        claim.relations.iter().filter(|r| r.kind != RelationKind::DifferentFrom && ids.contains(&r.id))
    }

    /// The claims' ids: relations to others do not go out.
    pub(crate) fn ids(&self) -> HashSet<ClaimId> {
        self.claims.iter().map(|c| c.row.id).collect()
    }

    /// A claim's reasoning, if it goes out and there is any.
    pub(crate) fn rationale<'c>(&self, claim: &'c Claim) -> Option<&'c str> {
        Some(claim.rationale.as_str()).filter(|r| self.options.rationale && !r.trim().is_empty())
    }
}

/// An address that may be written as a link: `http` or `https`, a host, and nothing that could end a link early.
pub(crate) fn web_address(url: &str) -> Option<&str> {
    let url = url.trim();
    let scheme = |s: &str| url.get(..s.len()).is_some_and(|u| u.eq_ignore_ascii_case(s));
    let length = ["https://", "http://"].iter().find(|s| scheme(s))?.len();
    let host = url.get(length..)?.split(['/', '?', '#']).next()?;
    let bad = |c: char| c.is_whitespace() || c.is_control() || "<>\"`{}|\\^".contains(c);
    (host.starts_with(|c: char| c.is_alphanumeric() || c == '[') && !url.contains(bad)).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        for url in
            ["https://example.org/a?b=c#d", "HTTP://example.org", "http://[::1]/", " https://münchen.de "]
        {
            assert_eq!(web_address(url), Some(url.trim()));
        }
        for url in [
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://a b",
            "https://a/<b>",
            "ftp://a",
            "",
            "é",
            "https://a/\nb",
        ] {
            assert_eq!(web_address(url), None, "{url}");
        }
    }
}
