//! Claims that may say the same: which are near, what is told of them, and what may be done with them.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_engine::{ClaimPatch, Code, Input, NearDraft};
use assay_model::likeness::{Aspect, NearClaim};
use assay_model::relation::RelationKind;
use assay_model::verdict::{Status, Verdict};

use crate::desk::{
    Desk, claim_with, desk as empty_desk, evidence, import, ready, signed, status, verdict, with_sample,
};

/// Two articles on one event, and one that only shares its names.
const FIRST: &str = "Ministers meet in Delhi\n2 March 2023\n\nSergei Lavrov and Antony Blinken met in Delhi for less than 10 minutes on Thursday. \
The ministry of finance cut the budget of the railway by 12 per cent in 2022. The treaty does not cover tactical weapons.";
const SECOND: &str = "What they said\n9 March 2023\n\nOn 2 March 2023 Mr Blinken met Mr Lavrov in Delhi for 25 minutes. \
Antony Blinken was born in Yonkers. The budget of the railway was cut by the finance ministry in 2022 by 12 percent.";
const THIRD: &str = "A month later\n2 April 2023\n\nThe treaty covers tactical weapons. A glacier in Peru lost 40 metres of ice in 2019.";

fn text(text: &str, name: &str) -> Input {
    Input::Text { text: text.to_owned(), name: Some(name.to_owned()) }
}

fn three() -> Desk {
    let desk = empty_desk();
    for (n, article) in [FIRST, SECOND, THIRD].into_iter().enumerate() {
        import(&desk, text(article, &format!("{n}.txt")));
    }
    desk
}

fn near(desk: &Desk, claim: i64) -> Vec<NearClaim> {
    desk.near(claim).unwrap()
}

fn keys(near: &[NearClaim]) -> Vec<i64> {
    near.iter().map(|n| n.row.key).collect()
}

#[test]
fn the_same_claim_of_another_article_is_near_with_what_agrees() {
    let desk = three();
    let (one, other) = (claim_with(&desk, "ministry of finance"), claim_with(&desk, "finance ministry"));
    // By the full-text index, then by the one in memory.
    for _ in 0..2 {
        let found = near(&desk, one);
        assert_eq!(keys(&found), [other]);
        assert_eq!(keys(&near(&desk, other)), [one], "it is so from both sides");
        let found = &found[0];
        assert!(!found.contradicts && found.likeness >= 60, "{found:?}");
        let value = found.agrees.iter().find(|t| t.aspect == Aspect::Value).unwrap();
        assert_eq!((value.ours.as_str(), value.theirs.as_str()), ("12 per cent", "12 percent"));
        assert_eq!(found.earlier, None);
        desk.notice_others().unwrap();
    }
    assert!(desk.index_bytes().is_some());
}

#[test]
fn another_number_and_a_not_contradict() {
    let desk = three();
    let found = near(&desk, claim_with(&desk, "less than 10 minutes"));
    let length = found.iter().find(|n| n.row.statement.contains("25 minutes")).unwrap();
    assert!(length.contradicts, "{length:?}");
    let differs = length.differs.iter().find(|t| t.aspect == Aspect::Value).unwrap();
    assert_eq!((differs.ours.as_str(), differs.theirs.as_str()), ("less than 10 minutes", "25 minutes"));

    let found = near(&desk, claim_with(&desk, "does not cover"));
    assert_eq!(keys(&found), [claim_with(&desk, "covers tactical")]);
    assert!(found[0].contradicts && found[0].differs.iter().any(|t| t.aspect == Aspect::Polarity));
}

#[test]
fn what_only_shares_a_name_is_not_near() {
    let desk = three();
    for words in ["born in Yonkers", "glacier in Peru"] {
        assert_eq!(near(&desk, claim_with(&desk, words)), [], "{words}");
    }
    // A workspace whose claims are all of one event does not find each near all.
    let sample = with_sample();
    let claims = sample.claims("", assay_model::query::Sort::default(), None).unwrap();
    let pairs: usize = claims.iter().map(|c| near(&sample, c.row.key).len()).sum();
    assert!(pairs <= claims.len(), "{pairs} of {} claims", claims.len());
}

#[test]
fn what_is_refused_is_not_shown_again_until_undone() {
    let desk = three();
    let (one, other) = (claim_with(&desk, "ministry of finance"), claim_with(&desk, "finance ministry"));
    let before = desk.state();
    let outcome = desk.relate(one, RelationKind::DifferentFrom, other).unwrap();
    assert!(outcome.message.contains("is not the same as"), "{}", outcome.message);
    assert_eq!((near(&desk, one), near(&desk, other)), (vec![], vec![]));
    desk.undone(&before);
    assert_eq!(keys(&near(&desk, one)), [other]);

    // To call them the same after all takes the refusal back.
    desk.relate(one, RelationKind::DifferentFrom, other).unwrap();
    desk.relate(other, RelationKind::SameAs, one).unwrap();
    let kinds: Vec<_> = desk.claim(one).unwrap().relations.iter().map(|r| r.kind).collect();
    assert_eq!(kinds, [RelationKind::SameAs]);
    desk.relate(one, RelationKind::DifferentFrom, other).unwrap();
    let kinds: Vec<_> = desk.claim(one).unwrap().relations.iter().map(|r| r.kind).collect();
    assert_eq!(kinds, [RelationKind::DifferentFrom]);
    // Merging does too.
    desk.edit_claims(&[other], &status(Status::Open)).unwrap();
    desk.merge(&[one], other).unwrap();
    assert!(desk.claim(one).unwrap().relations.iter().all(|r| r.kind == RelationKind::MergedInto));
    assert_eq!(near(&desk, other), [], "what was merged is not near");
}

#[test]
fn what_is_being_typed_is_compared_too() {
    let desk = three();
    let draft = |statement: &str| NearDraft { statement: statement.into(), ..NearDraft::default() };
    let found = desk.near_draft(&draft("In 2022 the railway budget was cut by 12 per cent.")).unwrap();
    assert!(keys(&found).contains(&claim_with(&desk, "ministry of finance")), "{found:?}");
    for nothing in ["", "   ", "the of and", "\"* OR NEAR(", "\u{0}\u{202e}", "zzzz qqqq"] {
        assert_eq!(desk.near_draft(&draft(nothing)).unwrap(), [], "{nothing:?}");
    }
    let long = "railway ".repeat(20_000);
    assert!(desk.near_draft(&draft(&long)).unwrap().len() <= 8);
    let missing = NearDraft { document: Some(99), ..draft("The treaty covers weapons.") };
    assert_eq!(desk.near_draft(&missing).unwrap_err().code, Code::NotFound);
}

#[test]
fn a_whole_document_is_compared_with_the_others() {
    let desk = three();
    let (mut found, mut after, mut compared) = (Vec::new(), None, 0);
    loop {
        let stretch = desk.near_in(2, after).unwrap();
        compared += stretch.compared;
        found.extend(stretch.found);
        after = stretch.next;
        if after.is_none() {
            assert_eq!(stretch.left, 0);
            break;
        }
    }
    let of = desk.claims("document:D2", assay_model::query::Sort::default(), None).unwrap();
    assert_eq!(compared as usize, of.len());
    let pairs: Vec<(i64, Vec<i64>)> = found.iter().map(|f| (f.claim, keys(&f.near))).collect();
    let budget = (claim_with(&desk, "finance ministry"), vec![claim_with(&desk, "ministry of finance")]);
    assert!(pairs.contains(&budget), "{pairs:?}");
    assert_eq!(desk.near_in(99, None).unwrap().found, []);
}

#[test]
fn an_earlier_verdict_is_offered_and_taken_over_whole() {
    let desk = three();
    let one = signed(&desk, "ministry of finance");
    let other = claim_with(&desk, "finance ministry");
    let found = near(&desk, other);
    let earlier = found[0].earlier.clone().unwrap();
    assert_eq!(
        (earlier.verdict, earlier.signed_off_by.as_deref()),
        (Verdict::Supported, Some("Ines Moreau"))
    );
    assert_eq!(Some(earlier.at), desk.claim(one).unwrap().signed_off_at);
    assert_eq!(desk.claim(other).unwrap().row.verdict, None, "offered, not copied");

    let refused = desk.refused(|w| w.take_over(other, one));
    assert_eq!(refused.code, Code::MoveNotAllowed, "a suggestion has no verdict");
    desk.edit_claims(&[other], &status(Status::Open)).unwrap();
    let before = desk.state();
    let outcome = desk.take_over(other, one).unwrap();
    assert!(outcome.message.contains("has the verdict of"), "{}", outcome.message);
    let (theirs, ours) = (desk.claim(one).unwrap(), desk.claim(other).unwrap());
    assert_eq!((ours.row.verdict, ours.row.status), (Some(Verdict::Supported), Status::Open));
    let date = theirs.signed_off_at.unwrap().date();
    let whence = format!("As for {}, signed off by Ines Moreau on {date}.", theirs.row.reference);
    assert_eq!(ours.rationale, format!("{whence}\n\nThe transcript says so [1]."));
    assert_eq!(ours.evidence_items.len(), 1);
    assert_eq!(ours.evidence_items[0].source, theirs.evidence_items[0].source);
    assert_ne!(ours.evidence_items[0].id, theirs.evidence_items[0].id);
    assert!(ours.relations.iter().any(|r| r.kind == RelationKind::SameAs && r.key == one));
    assert_eq!(theirs.row.status, Status::SignedOff, "the other is left as it was");
    desk.undone(&before);

    // Nothing of its own is written over.
    desk.edit_claims(&[other], &verdict(Verdict::Refuted)).unwrap();
    assert_eq!(desk.refused(|w| w.take_over(other, one)).code, Code::Invalid);
    desk.undo().unwrap();
    desk.edit_claims(&[other], &ClaimPatch { rationale: Some("My own.".into()), ..ClaimPatch::default() })
        .unwrap();
    assert_eq!(desk.refused(|w| w.take_over(other, one)).code, Code::Invalid);
    assert_eq!(desk.refused(|w| w.take_over(one, one)).code, Code::Invalid);
    assert_eq!(desk.refused(|w| w.take_over(one, other)).code, Code::Invalid);
    assert_eq!(desk.refused(|w| w.take_over(other, 999)).code, Code::NotFound);
}

#[test]
fn what_is_taken_over_goes_after_the_evidence_that_is_there() {
    let desk = three();
    let one = ready(&desk, "ministry of finance");
    let other = claim_with(&desk, "finance ministry");
    desk.edit_claims(&[other], &status(Status::Open)).unwrap();
    desk.add_evidence(other, &evidence(false)).unwrap();
    desk.take_over(other, one).unwrap();
    let ours = desk.claim(other).unwrap();
    assert_eq!(ours.evidence_items.iter().map(|e| e.number).collect::<Vec<_>>(), [1, 2]);
    assert!(ours.rationale.ends_with("The transcript says so [2]."), "{}", ours.rationale);
    assert!(ours.rationale.contains("which is not signed off"));
    assert_eq!(desk.check().unwrap().damage, []);
}
