//! What may not go out: confidential sources, and how to reach anybody.
//!
//! Formats are made from [`Cleared`] sets only, so none can forget it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Deref;

use assay_model::claim::Claim;
use assay_model::evidence::Evidence;
use assay_model::id::EvidenceId;
use assay_model::rationale::{to_shown, to_stored};

use crate::ExportSet;
use crate::warnings::{ExportWarning, about, count};

/// A set that holds nothing of a confidential source. Evidence keeps its numbers, so that citations of the rest hold.
pub(crate) struct Cleared {
    set: ExportSet,
    /// Pieces of evidence taken out, by the key of their claim.
    withheld: HashMap<i64, usize>,
    /// Keys of the claims that lost a mention in a confidential document.
    unplaced: HashSet<i64>,
}

impl Deref for Cleared {
    type Target = ExportSet;

    fn deref(&self) -> &ExportSet {
        &self.set
    }
}

impl Cleared {
    /// Takes out what may not go out.
    pub(crate) fn new(mut set: ExportSet) -> Self {
        let secret: HashSet<_> = set.confidential_documents.iter().copied().collect();
        let (mut withheld, mut unplaced) = (HashMap::new(), HashSet::new());
        for claim in &mut set.claims {
            let is_secret = |e: &Evidence| {
                e.source.confidential || e.source.document.is_some_and(|d| secret.contains(&d))
            };
            let pieces = take_out(claim, is_secret);
            if pieces > 0 {
                withheld.insert(claim.row.key, pieces);
            }
            let mentions = claim.mentions.len();
            claim.mentions.retain(|m| !secret.contains(&m.document));
            if claim.mentions.len() < mentions {
                unplaced.insert(claim.row.key);
            }
        }
        set.documents.retain(|d| !secret.contains(&d.id));
        // Whoever knows of a source may have named it in the query.
        if !withheld.is_empty() || !unplaced.is_empty() {
            set.query = None;
        }
        Self { set, withheld, unplaced }
    }

    /// Pieces of a claim's evidence that were taken out.
    pub(crate) fn withheld(&self, claim: &Claim) -> usize {
        self.withheld.get(&claim.row.key).copied().unwrap_or(0)
    }

    /// What is missing from some of its claims: a warning for each number of pieces of evidence, and one for documents.
    pub(crate) fn warnings<'c>(
        &self,
        claims: &(impl IntoIterator<Item = &'c Claim> + Clone),
    ) -> Vec<ExportWarning> {
        let mut numbers = BTreeSet::new();
        for claim in claims.clone() {
            numbers.insert(self.withheld(claim));
        }
        let of_number = |pieces: usize| {
            let what = match pieces {
                1 => "1 item of evidence from a confidential source. It is withheld.".to_owned(),
                many => format!("{many} items of evidence from confidential sources. They are withheld."),
            };
            let have = |n| format!("{} {what}", count(n, "has", "each have"));
            about(claims.clone(), |c| self.withheld(c) == pieces, have)
        };
        let evidence = numbers.iter().rev().filter(|n| **n > 0).filter_map(|n| of_number(*n));
        evidence.chain(self.unplaced_warning(claims.clone())).collect()
    }

    /// A warning about claims that are made in a document which is a confidential source.
    pub(crate) fn unplaced_warning<'c>(
        &self,
        claims: impl IntoIterator<Item = &'c Claim>,
    ) -> Option<ExportWarning> {
        let made_in =
            " made in a document that is a confidential source. The document and its words are withheld.";
        about(
            claims,
            |c| self.unplaced.contains(&c.row.key),
            |n| format!("{}{made_in}", count(n, "is", "are")),
        )
    }
}

/// Takes a claim's secret evidence out, marks citations of it, and takes off how to reach anybody; gives the number of
/// pieces taken out.
fn take_out(claim: &mut Claim, is_secret: impl Fn(&Evidence) -> bool) -> usize {
    let order: Vec<EvidenceId> = claim.evidence_items.iter().map(|e| e.id).collect();
    let secret: Vec<(EvidenceId, u32)> =
        claim.evidence_items.iter().filter(|e| is_secret(e)).map(|e| (e.id, e.number)).collect();
    if !secret.is_empty() {
        for rationale in [&mut claim.rationale, &mut claim.rationale_said] {
            let mut marked = to_stored(rationale, &order);
            for (id, number) in &secret {
                marked =
                    marked.replace(&format!("[evidence:{id}]"), &format!("[{number}: confidential source]"));
            }
            *rationale = to_shown(&marked, &order);
        }
        claim.evidence_items.retain(|e| !is_secret(e));
    }
    for evidence in &mut claim.evidence_items {
        (evidence.source.contact, evidence.source.notes) = (None, None);
    }
    secret.len()
}

/// How many origins evidence has: sources that share one count once.
pub(crate) fn origins(evidence: &[Evidence]) -> usize {
    let of = |e: &Evidence| {
        let shared = e.source.origin.as_deref().map(|o| o.trim().to_lowercase()).filter(|o| !o.is_empty());
        shared.map_or_else(|| (false, e.source.id.to_string()), |origin| (true, origin))
    };
    evidence.iter().map(of).collect::<HashSet<_>>().len()
}

#[cfg(test)]
#[path = "confidential_tests.rs"]
mod tests;
