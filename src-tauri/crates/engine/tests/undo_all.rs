//! Whatever was done, undoing all of it gives the first state back byte for byte, and redoing all the last; and of two
//! people who work at once, neither undo nor its refusal leaves anything unsound.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use std::collections::HashMap;
use std::path::Path;

use assay_engine::{
    ClaimPatch, Code, DeskPatch, DocumentPatch, EvidenceDraft, Input, NewClaim, NotePatch, PartDraft, Place,
    Result, ScaleDraft, SourceDraft, ViewDraft, ViewPatch, Workspace,
};
use assay_model::checklist::{Checklist, Step};
use assay_model::claim::{Claim, ClaimKind, Mode, Priority};
use assay_model::evidence::{SourceKind, SourceRow, Stance};
use assay_model::note::NoteKind;
use assay_model::query::Sort;
use assay_model::relation::RelationKind;
use assay_model::scale::{Rating, RatingRef};
use assay_model::span::Span;
use assay_model::time::Instant;
use assay_model::verdict::{Finding, Status, Verdict};
use proptest::prelude::*;

use crate::desk::{ALL, Desk};

const TEXTS: [&str; 2] = [
    "Talks in Delhi\n\nBlinken met Lavrov for less than 10 minutes in Delhi. The last time they met was in Geneva \
     in January 2022.\n\n“We will stay in the treaty,” Lavrov said. Russia left New START.",
    "Paris, the capital, has 2.1 million people. It grew by 3 per cent in 2020.\n\nThe talks lasted 10 minutes, \
     Lavrov said.",
];
const QUOTES: [&str; 6] = [
    "less than 10 minutes",
    "in Geneva in January 2022.\n\n“We will",
    "Russia left New START",
    "2.1 million people",
    "grew by 3 per cent",
    "The talks lasted 10 minutes",
];
const PEOPLE: [&str; 4] = ["Ines Moreau", "Tomasz Wilk", "Ada", "Ben"];
const WORDS: [&str; 5] =
    ["", "It lasted ten minutes.", "See [1].", "[2] says otherwise, in [2023].", "Žluťoučký 🇺🇸"];

/// A number that chooses among things.
#[derive(Debug, Clone, Copy)]
struct Pick(u16);

impl Pick {
    fn of<T>(self, things: &[T]) -> Option<&T> {
        things.get(usize::from(self.0).checked_rem(things.len())?)
    }

    /// One of things that are there whatever happens.
    fn among<T: Clone>(self, things: &[T]) -> T {
        self.of(things).unwrap().clone()
    }

    fn yes(self) -> bool {
        self.0 % 2 == 1
    }
}

/// A step: what is done, and three choices in it.
type Deed = (u8, u16, u16, u16);

/// How many sorts of step there are; numbers above undo and redo.
const SORTS: u8 = 66;

fn deeds(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Deed>> {
    prop::collection::vec((0..SORTS + 6, any::<u16>(), any::<u16>(), any::<u16>()), count)
}

fn claims(workspace: &Workspace) -> Vec<Claim> {
    let mut claims = workspace.claims(ALL, Sort::default(), None).unwrap();
    claims.sort_by_key(|c| c.row.key);
    claims
}

fn place(workspace: &Workspace, a: Pick, b: Pick) -> Place {
    let documents = workspace.documents().unwrap();
    let document = a.of(&documents).map_or(1, |d| d.reference.0);
    Place { document, quote: Some(b.among(&QUOTES).to_owned()), span: None }
}

fn source(a: Pick, b: Pick, c: Pick) -> SourceDraft {
    SourceDraft {
        kind: Some(a.among(&[SourceKind::Web, SourceKind::Pdf, SourceKind::Interview, SourceKind::Table])),
        title: b.among(&["Transcript", "Register", "Wire story"]).to_owned(),
        publisher: c.yes().then(|| "Reuters".to_owned()),
        url: b.yes().then(|| "https://example.org/a?b=1".to_owned()),
        accessed: a.yes().then(|| "2023-03-02".to_owned()),
        origin: c.among(&[None, Some("Reuters".to_owned())]),
        primary: a.yes(),
        ..SourceDraft::default()
    }
}

fn evidence(a: Pick, b: Pick, c: Pick) -> EvidenceDraft {
    EvidenceDraft {
        finding: a.among(Finding::ALL),
        stance: b.among(Stance::ALL),
        locator: c.yes().then(|| "p. 4".to_owned()),
        quote: b.yes().then(|| "about ten minutes".to_owned()),
        place: None,
        known_source: None,
        source: source(a, b, c),
    }
}

/// The values of a desk's own scale: two or three, of changing meaning.
fn ratings(a: Pick, b: Pick) -> Vec<Rating> {
    let rating = |word: &str, verdict: Verdict| Rating {
        word: word.to_owned(),
        name: word.to_uppercase(),
        role: verdict,
        description: String::new(),
        number: None,
        verdict,
    };
    let all = [
        rating("good", a.among(Verdict::ALL)),
        rating("bad", b.among(Verdict::ALL)),
        rating("ugly", Verdict::Conflicting),
        rating("fair", Verdict::Supported),
    ];
    let from = usize::from(a.0 / 8 % 3);
    all[from..(from + 2 + usize::from(b.yes())).min(4)].to_vec()
}

/// Does one step. What is refused, or finds nothing to be done to, is no step.
#[expect(clippy::too_many_lines, reason = "it is one table")]
fn take(workspace: &Workspace, folder: &Path, (sort, a, b, c): Deed) -> Result<()> {
    let (a, b, c) = (Pick(a), Pick(b), Pick(c));
    let known = claims(workspace);
    let keys: Vec<i64> = known.iter().map(|c| c.row.key).collect();
    let one = a.of(&known);
    let key = one.map_or(1, |c| c.row.key);
    let other = b.of(&keys).copied().unwrap_or(2);
    let sources: Vec<SourceRow> = workspace.sources("").unwrap();
    let items: Vec<_> = known.iter().flat_map(|c| &c.evidence_items).map(|e| e.id).collect();
    let notes: Vec<_> = known.iter().flat_map(|c| &c.note_items).map(|n| n.id).collect();
    let own: Vec<_> = workspace.all_scales()?.into_iter().filter(|s| !s.built_in).collect();
    let documents: Vec<i64> = workspace.documents()?.iter().map(|d| d.reference.0.into()).collect();
    let words = b.among(&WORDS).to_owned();
    let patch = |patch: ClaimPatch| workspace.edit_claims(&[key], &patch).map(drop);
    let none = ClaimPatch::default;
    let rating = |scales: &[assay_model::scale::Scale]| {
        let scale = b.of(scales)?;
        Some(RatingRef { scale: scale.word.clone(), rating: c.of(&scale.ratings)?.word.clone() })
    };
    match sort {
        0 => {
            let new = NewClaim {
                place: place(workspace, a, b),
                statement: "It is so.".into(),
                label: None,
                claimant: c.yes().then(|| "Lavrov".to_owned()),
                kind: Some(c.among(ClaimKind::ALL)),
            };
            workspace.create_claim(&new).map(drop)
        }
        1 => patch(ClaimPatch { label: Some(words), ..none() }),
        2 => patch(ClaimPatch { statement: Some(words), ..none() }),
        3 => patch(ClaimPatch { claimant: Some(Some(words)), ..none() }),
        4 => patch(ClaimPatch { mode: Some(b.among(Mode::ALL)), ..none() }),
        5 => patch(ClaimPatch { kind: Some(b.among(ClaimKind::ALL)), ..none() }),
        6 => patch(ClaimPatch { priority: Some(b.among(Priority::ALL)), ..none() }),
        7 => patch(ClaimPatch { found: Some(Some(words)), ..none() }),
        8 => patch(ClaimPatch { rationale: Some(words), ..none() }),
        9 => patch(ClaimPatch { rationale_said: Some(words), ..none() }),
        10 => patch(ClaimPatch { add_tags: vec![b.among(&["print", "web"]).into()], ..none() }),
        11 => patch(ClaimPatch { remove_tags: vec![b.among(&["print", "web"]).into()], ..none() }),
        12 => patch(ClaimPatch { checker: Some(b.yes().then(|| c.among(&PEOPLE).to_owned())), ..none() }),
        13 => patch(ClaimPatch { reviewer: Some(b.yes().then(|| c.among(&PEOPLE).to_owned())), ..none() }),
        14 => patch(ClaimPatch { status: Some(b.among(Status::ALL)), without_primary: true, ..none() }),
        15 => patch(ClaimPatch { verdict: Some(b.of(&Verdict::ALL[c.0 as usize % 2..]).copied()), ..none() }),
        16 => patch(ClaimPatch { said: Some(c.yes().then(|| b.among(Verdict::ALL))), ..none() }),
        17 => patch(ClaimPatch { rating: Some(rating(assay_model::scale::built_in())), ..none() }),
        18 | 19 => patch(ClaimPatch { rating: Some(rating(&own)), ..none() }),
        20 => workspace
            .edit_claims(&keys, &crate::desk::status(b.among(&[Status::Open, Status::Dismissed])))
            .map(drop),
        21 => {
            let many = ClaimPatch { priority: Some(Priority::High), add_tags: vec!["all".into()], ..none() };
            workspace.edit_claims(&keys, &many).map(drop)
        }
        22 => {
            let rest = keys.get(usize::from(b.0) % (keys.len() + 1)..).unwrap_or_default();
            workspace.edit_claims(rest, &crate::desk::verdict(c.among(Verdict::ALL))).map(drop)
        }
        // A claim is made ready and signed off, so that there is something to reopen.
        23..=25 => {
            let ready = ClaimPatch {
                rationale: Some("Searched both sites.".into()),
                ..crate::desk::verdict(Verdict::NotEnoughEvidence)
            };
            if one.is_some_and(|c| matches!(c.row.status, Status::Suggested | Status::Dismissed)) {
                patch(crate::desk::status(Status::Open))?;
            }
            if one.is_some_and(|c| c.row.verdict.is_none()) {
                patch(ready)?;
            }
            workspace.sign_off(&[key], b.of(&[None, Some("Tomasz Wilk")]).copied().flatten(), true).map(drop)
        }
        26 => workspace.add_mention(key, &place(workspace, b, c)).map(drop),
        27 => {
            let mentions = one.map(|c| c.mentions.clone()).unwrap_or_default();
            b.of(&mentions).map_or(Ok(()), |m| workspace.remove_mention(key, m.id).map(drop))
        }
        28 => workspace.add_evidence(key, &evidence(a, b, c)).map(drop),
        29 => {
            let known_source = b.of(&sources).map(|s| s.source.id);
            workspace.add_evidence(key, &EvidenceDraft { known_source, ..evidence(a, b, c) }).map(drop)
        }
        30 => {
            let place = Some(place(workspace, b, c));
            workspace.add_evidence(key, &EvidenceDraft { place, ..evidence(a, b, c) }).map(drop)
        }
        31 => {
            let known_source = if b.yes() { c.of(&sources).map(|s| s.source.id) } else { None };
            let draft = EvidenceDraft { known_source, ..evidence(a, b, c) };
            a.of(&items).map_or(Ok(()), |e| workspace.edit_evidence(*e, &draft).map(drop))
        }
        32 => a.of(&items).map_or(Ok(()), |e| workspace.move_evidence(*e, (b.0 % 5).into()).map(drop)),
        33 => a.of(&items).map_or(Ok(()), |e| workspace.remove_evidence(*e).map(drop)),
        34 => workspace.add_source(&source(a, b, c)).map(drop),
        35 => {
            a.of(&sources).map_or(Ok(()), |s| workspace.edit_source(s.source.id, &source(b, c, a)).map(drop))
        }
        36 => a.of(&sources).map_or(Ok(()), |s| workspace.remove_source(s.source.id).map(drop)),
        37 => {
            let file = folder.join("copy.pdf");
            std::fs::write(&file, [b'%', (b.0 % 256) as u8]).unwrap();
            a.of(&sources).map_or(Ok(()), |s| workspace.store_copy(s.source.id, &file).map(drop))
        }
        38 => {
            let copies: Vec<_> = sources.iter().flat_map(|s| &s.source.copies).map(|c| c.id).collect();
            a.of(&copies).map_or(Ok(()), |c| workspace.remove_copy(*c).map(drop))
        }
        39 => workspace.add_note(key, b.among(NoteKind::ALL), "Which talks?").map(drop),
        40 => {
            let patch = NotePatch {
                kind: b.of(NoteKind::ALL).copied().filter(|_| c.yes()),
                text: Some(words).filter(|w| !w.is_empty()),
                answer: Some(c.among(&["", "Those of March."]).to_owned()),
            };
            a.of(&notes).map_or(Ok(()), |n| workspace.edit_note(*n, &patch).map(drop))
        }
        41 => a.of(&notes).map_or(Ok(()), |n| workspace.remove_note(*n).map(drop)),
        42 => workspace.relate(key, c.among(RelationKind::ALL), other).map(drop),
        43 => {
            let of_one = one.map(|c| c.relations.clone()).unwrap_or_default();
            b.of(&of_one).map_or(Ok(()), |r| workspace.unrelate(key, r.kind, r.key).map(drop))
        }
        44 => workspace.merge(&[key], other).map(drop),
        45 => {
            let others: Vec<i64> = [key, c.of(&keys).copied().unwrap_or(3)].into();
            workspace.merge(&others, other).map(drop)
        }
        46 | 47 => {
            let merged: Vec<_> = known
                .iter()
                .filter(|c| c.relations.iter().any(|r| r.kind == RelationKind::MergedInto))
                .collect();
            a.of(&merged).map_or(Ok(()), |c| workspace.unmerge(c.row.key).map(drop))
        }
        48 => {
            let part = |place| PartDraft { statement: "A part of it.".into(), label: None, place };
            workspace.split(key, &[part(None), part(b.yes().then(|| place(workspace, b, c)))]).map(drop)
        }
        49 => {
            let steps = one.map(|c| c.checklist.clone()).unwrap_or_default();
            b.of(&steps).map_or(Ok(()), |s| workspace.tick(key, &s.step.id, !s.done).map(drop))
        }
        50 | 51 => {
            let replacements = HashMap::from(["good", "bad", "ugly", "fair"].map(|word| {
                (word.to_owned(), RatingRef { scale: "politifact".into(), rating: "half-true".into() })
            }));
            let replacements = if c.yes() { replacements } else { HashMap::new() };
            let change = sort == 50 && !own.is_empty();
            let draft = ScaleDraft {
                word: if change { a.of(&own).map(|s| s.word.clone()) } else { None },
                name: b.among(&["House", "Daily", "Žluť"]).to_owned(),
                description: String::new(),
                ratings: ratings(b, c),
                replacements,
            };
            workspace.save_scale(&draft).map(drop)
        }
        52 => {
            let new = RatingRef { scale: "assay".into(), rating: "refuted".into() };
            let replacements: HashMap<_, _> =
                own.iter().flat_map(|s| &s.ratings).map(|r| (r.word.clone(), new.clone())).collect();
            a.of(&own).map_or(Ok(()), |s| workspace.remove_scale(&s.word, &replacements).map(drop))
        }
        53 => {
            let steps =
                (0..b.0 % 3).map(|n| Step { id: String::new(), text: format!("Step {n}?") }).collect();
            let patch = DeskPatch {
                scale: a.of(&workspace.all_scales()?).map(|s| s.word.clone()),
                two_person: Some(b.0 % 4 == 0),
                checklists: c.yes().then(|| vec![Checklist { kind: c.among(ClaimKind::ALL), steps }]),
            };
            workspace.edit_desk(&patch).map(drop)
        }
        54 => match b.0 % 3 {
            0 => workspace.add_person(c.among(&PEOPLE), a.yes().then_some("XY")).map(drop),
            1 => workspace.edit_person(a.among(&PEOPLE), c.among(&PEOPLE), None).map(drop),
            _ => workspace.remove_person(c.among(&PEOPLE)).map(drop),
        },
        55 => {
            let document = a.of(&documents).copied().unwrap_or(1);
            if b.yes() {
                return workspace.mark_sentence(document, u32::from(c.0 % 4) + 1, b.0 % 4 == 1).map(drop);
            }
            let patch = DocumentPatch {
                title: c.yes().then(|| "Another title".to_owned()),
                publisher: Some(words),
                published: Some(c.among(&["", "2023-03-02"]).to_owned()),
                ..DocumentPatch::default()
            };
            workspace.edit_document(document, &patch).map(drop)
        }
        56 => {
            if documents.len() > 1 && b.0 % 3 > 0 {
                return a.of(&documents).map_or(Ok(()), |d| workspace.delete_document(*d).map(drop));
            }
            let input = Input::Text { text: a.among(&TEXTS).to_owned(), name: Some("Text".into()) };
            crate::desk::import(workspace, input);
            Ok(())
        }
        // A stretch of typing.
        57 => ["It", "It was", "It was so."].into_iter().take(usize::from(b.0 % 4)).try_for_each(|typed| {
            let (mut edit, typed) = (ClaimPatch { typing: true, ..none() }, Some(typed.to_owned()));
            *(if c.yes() { &mut edit.statement } else { &mut edit.rationale }) = typed;
            patch(edit)
        }),
        58 | 59 => {
            let newest = workspace.info()?.operation;
            let then = newest - i64::from(b.0) % newest;
            match (sort, c.0 % 2) {
                (58, _) => workspace.restore_claim(key, then).map(drop),
                (_, 0) => workspace.restore_document(a.of(&documents).copied().unwrap_or(1), then).map(drop),
                _ => {
                    let source = a.of(&sources).map_or(1, |s| workspace.source_key(s.source.reference));
                    workspace.restore_source(source, then).map(drop)
                }
            }
        }
        60 => {
            let mentions = one.map(|c| c.mentions.clone()).unwrap_or_default();
            let to = place(workspace, a, c);
            b.of(&mentions).map_or(Ok(()), |m| workspace.move_mention(key, m.id, &to, false).map(drop))
        }
        // A stretch of nudging.
        61 => {
            let mentions = one.map(|c| c.mentions.clone()).unwrap_or_default();
            let Some(mention) = b.of(&mentions) else { return Ok(()) };
            (0..u32::from(c.0 % 4)).try_for_each(|by| {
                let span = Span::new(mention.start, mention.end + by);
                let to = Place { document: mention.document_ref.0, quote: None, span };
                workspace.move_mention(key, mention.id, &to, true).map(drop)
            })
        }
        62 => workspace.add_mentions(key, &[place(workspace, a, b), place(workspace, b, c)]).map(drop),
        63 => {
            let name = a.among(&["Mine", "mine", "Žluť", "ŽLUŤ", " "]).to_owned();
            workspace.add_view(&ViewDraft { name, query: words, sort: Sort::default() }).map(drop)
        }
        64 | 65 => {
            let views: Vec<_> = workspace.views(true)?.into_iter().map(|row| row.view.id).collect();
            let Some(view) = a.of(&views) else { return Ok(()) };
            let patch = ViewPatch {
                name: b.yes().then(|| c.among(&["MINE", "Ours", "žluť"]).to_owned()),
                query: Some(words),
                sort: c.yes().then(|| "-priority".parse().unwrap()),
            };
            match (sort, b.0 % 3) {
                (64, 0) => workspace.remove_view(*view).map(drop),
                (64, _) => workspace.edit_view(*view, &patch).map(drop),
                _ => workspace.move_view(*view, (c.0 % 4).into()).map(drop),
            }
        }
        n if n % 3 == 0 => workspace.redo().map(drop),
        _ => workspace.undo().map(drop),
    }
}

/// All that can be seen of a workspace, but when claims were edited.
fn seen(workspace: &Workspace) -> String {
    let mut claims = claims(workspace);
    for claim in &mut claims {
        claim.row.edited = Instant(0);
    }
    let found: Vec<_> = ["minutes", "has:evidence", "has:open-question", "no:primary", "person:ines"]
        .iter()
        .map(|query| {
            let mut keys = workspace.keys(query, Sort::default()).unwrap();
            keys.sort_unstable();
            keys
        })
        .collect();
    format!(
        "{claims:#?} {found:?} {:#?} {:#?} {:#?} {:#?} {:?} {:#?} {:?}",
        workspace.documents().unwrap(),
        workspace.sources("").unwrap(),
        workspace.people().unwrap(),
        workspace.scales().unwrap(),
        workspace.desk().unwrap(),
        workspace.open_questions().unwrap(),
        workspace.views(true).unwrap(),
    )
}

fn whole(desk: &Desk) {
    assert_eq!(desk.check().unwrap().damage, []);
    desk.sound();
}

/// Does deeds; refusals change nothing and are never faults of Assay itself.
fn do_all(workspace: &Workspace, folder: &Path, deeds: &[Deed]) -> std::result::Result<(), TestCaseError> {
    for deed in deeds {
        if let Err(refused) = take(workspace, folder, *deed) {
            let fault = matches!(refused.code, Code::Internal | Code::Damaged | Code::Busy);
            prop_assert!(!fault, "{deed:?}: {refused:?}");
        }
    }
    Ok(())
}

fn until_refused(deed: impl Fn() -> Result<assay_engine::Outcome>) -> u32 {
    let mut count = 0;
    loop {
        match deed() {
            Ok(_) => count += 1,
            Err(refused) => {
                assert!(refused.message.starts_with("There is nothing to "), "{refused}");
                return count;
            }
        }
    }
}

fn begin() -> Desk {
    let desk = crate::desk::desk();
    for text in TEXTS {
        crate::desk::import(&desk, Input::Text { text: text.into(), name: Some("Text".into()) });
    }
    desk
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_gives_the_first_state_and_redoing_all_the_last(deeds in deeds(1..100)) {
        let desk = crate::desk::desk();
        let (first, first_seen) = (desk.state(), seen(&desk));
        for text in TEXTS {
            crate::desk::import(&desk, Input::Text { text: text.into(), name: Some("Text".into()) });
        }
        do_all(&desk, desk.folder.path(), &deeds)?;
        until_refused(|| desk.redo());
        let (last, last_seen) = (desk.state(), seen(&desk));
        whole(&desk);
        let undone = until_refused(|| desk.undo());
        prop_assert!(desk.state() == first, "not the first state");
        prop_assert_eq!(seen(&desk), first_seen);
        whole(&desk);
        prop_assert_eq!(until_refused(|| desk.redo()), undone);
        prop_assert!(desk.state() == last, "not the last state");
        prop_assert_eq!(seen(&desk), last_seen);
        whole(&desk);
    }

    #[test]
    fn of_two_people_neither_undo_nor_its_refusal_leaves_anything_unsound(
        deeds in deeds(1..80),
        who in any::<u64>(),
    ) {
        let desk = begin();
        let other = desk.of("Tomasz Wilk");
        for (at, deed) in deeds.iter().enumerate() {
            let workspace = if who >> (at % 64) & 1 == 1 { &other } else { &desk.workspace };
            let before = (deed.0 >= SORTS).then(|| desk.state());
            let done = take(workspace, desk.folder.path(), *deed);
            if let Err(refused) = &done {
                let fault = matches!(refused.code, Code::Internal | Code::Damaged | Code::Busy);
                prop_assert!(!fault, "{:?}: {:?}", deed, refused);
            }
            if let Some(before) = before {
                desk.sound();
                prop_assert!(done.is_ok() || desk.state() == before, "a refused undo changed something");
            }
        }
        whole(&desk);
        prop_assert_eq!(seen(&desk.workspace), seen(&desk.of("Ines Moreau")));
    }
}
