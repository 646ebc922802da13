//! The ledger's index finds what SQL finds, whatever was asked and whatever was edited since it was made.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_model::claim::{ClaimKind, Mode, Priority};
use assay_model::document::{Block, BlockKind, ImportedText, Metadata};
use assay_model::evidence::{SourceKind, Stance};
use assay_model::note::NoteKind;
use assay_model::operation::OperationKind;
use assay_model::query::{Sort, SortKey, parse};
use assay_model::span::{Span, TextIndex};
use assay_model::value::{Value, ValueType};
use assay_model::verdict::{Finding, Status, Verdict};
use assay_store::{
    Act, ClaimFields, Edit, EvidenceFields, NewClaim, NewDocument, NewEvidence, Question, SourceFields,
    Store, StoreError,
};
use proptest::prelude::*;

const TEXTS: [(&str, &str); 3] = [
    ("Blinken met Lavrov in Delhi.", "BBC News"),
    ("Čapek wrote R.U.R. in 1920.", "Lidové noviny"),
    ("The treaty fell. The treaty stood.", "bbc news"),
];
/// What claims of a label state: nothing, one date, several, or one that names no year.
fn dates(label: usize) -> Vec<Value> {
    let stated: &[&str] = match label {
        0 => &["2022-03-04T13:01"],
        1 => &["2022", "1999-12-31", "P10M"],
        2 => &["2022-03", "2022-03"],
        3 => &["XXXX-07-04"],
        _ => &[],
    };
    let value = |value: &&str| Value {
        start: 0,
        end: 1,
        text: (*value).to_owned(),
        kind: match value {
            v if v.starts_with('P') => ValueType::Duration,
            v if v.contains('T') => ValueType::Time,
            _ => ValueType::Date,
        },
        value: (*value).to_owned(),
        unit: None,
        modifier: None,
    };
    stated.iter().map(value).collect()
}

const LABELS: [&str; 8] = [
    "Met in Delhi",
    "met in delhi",
    "Treaty fell",
    "Čapek wrote",
    "Éclair 1200",
    "eclair",
    "R.U.R.",
    "x-ray of 1,200 in Delhi",
];
const PEOPLE: [&str; 3] = ["Ada Wilk", "ada wilk", "Tomasz"];
const TAGS: [&str; 3] = ["print", "Print", "late"];

/// An edit of the claim whose number is that of all so far, in turn.
#[derive(Debug, Clone)]
enum Change {
    Add { label: usize, text: usize, claimant: Option<usize>, score: Option<u8> },
    Set { claim: usize, label: usize, status: usize, verdict: Option<usize>, person: Option<usize> },
    Rationale { claim: usize, words: usize },
    Tag { claim: usize, tag: usize },
    Untag { claim: usize, tag: usize },
    Mention { claim: usize, text: usize },
    Cite { claim: usize, title: usize },
    Note { claim: usize, words: usize },
    Rename { title: usize },
    Undo,
}

fn any_change() -> impl Strategy<Value = Change> {
    let claim = 0..12_usize;
    prop_oneof![
        3 => (0..8_usize, 0..3_usize, prop::option::of(0..3_usize), prop::option::of(0..4_u8))
            .prop_map(|(label, text, claimant, score)| Change::Add { label, text, claimant, score }),
        4 => (claim.clone(), 0..8_usize, 0..6_usize, prop::option::of(0..5_usize), prop::option::of(0..3_usize))
            .prop_map(|(claim, label, status, verdict, person)| {
                Change::Set { claim, label, status, verdict, person }
            }),
        2 => (claim.clone(), 0..8_usize).prop_map(|(claim, words)| Change::Rationale { claim, words }),
        2 => (claim.clone(), 0..3_usize).prop_map(|(claim, tag)| Change::Tag { claim, tag }),
        1 => (claim.clone(), 0..3_usize).prop_map(|(claim, tag)| Change::Untag { claim, tag }),
        1 => (claim.clone(), 0..3_usize).prop_map(|(claim, text)| Change::Mention { claim, text }),
        1 => (claim.clone(), 0..8_usize).prop_map(|(claim, title)| Change::Cite { claim, title }),
        1 => (claim, 0..8_usize).prop_map(|(claim, words)| Change::Note { claim, words }),
        1 => (0..8_usize).prop_map(|title| Change::Rename { title }),
        2 => Just(Change::Undo),
    ]
}

fn any_query() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "delhi",
        "Delhi",
        "del",
        "d",
        "capek",
        "Čapek",
        "r.u.r.",
        "treaty",
        "x-ray",
        "\"met in\"",
        "1920",
        "1200",
        "\"1,200\"",
        "DG-1",
        "DG-900000",
        "DG-4000000000",
        "says",
        "zzz",
        "\"\"",
        "*",
        "NEAR(",
        "é",
    ]);
    let term = prop_oneof![
        word.prop_map(str::to_owned),
        prop::sample::select(vec![
            "status:open",
            "status:dismissed",
            "status:signed-off,open",
            "status:nonsense",
            "verdict:none",
            "verdict:refuted",
            "verdict:supported,none",
            "said:none",
            "kind:event",
            "priority:high",
            "priority:none",
            "claimant:bbc",
            "claimant:\"BBC News\"",
            "claimant:wilk",
            "tag:print",
            "tag:late",
            "tag:none",
            "-tag:none,late",
            "person:none",
            "person:\"=Ada Wilk\"",
            "checker:ada",
            "checker:none",
            "reviewer:none",
            "document:D1",
            "document:D2",
            "document:D99",
            "document:bbc",
            "document:noviny",
            "has:verdict",
            "has:rationale",
            "no:rationale",
            "has:evidence",
            "no:evidence",
            "has:note",
            "no:open-question",
            "has:value",
            "has:primary",
            "has:nonsense",
            "no:nonsense",
            "rating:none",
            "rating:half-true",
            "publisher:bbc",
            "publisher:\"=BBC News\"",
            "publisher:none",
            "language:none",
            "year:2023,none",
            "published:>2000",
            "value.date:none",
            "value.date:2022",
            "value.date:>=2023-01",
            "value.date:1999,2022-03-04",
            "value.date:2021..2022",
            "score:>=0.5",
            "score:none,0.25",
            "evidence:0",
            "evidence:>1",
            "is:\"=Ada Wilk\"",
            "is:conflicting,lost",
            "is:conflicting",
            "-is:lost",
            "is:mine",
            "is:changed-since-signoff",
            "in:label",
            "in:notes,sources",
            "in:nonsense",
            "tag:=Print",
            "kind:nonsense",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec((any::<bool>(), term), 0..4).prop_map(|terms| {
        let terms = terms.into_iter().map(|(not, term)| if not { format!("-{term}") } else { term });
        terms.collect::<Vec<_>>().join(" ")
    })
}

fn add_document(edit: &mut Edit<'_>, text: &str, publisher: &str) -> Result<i64, StoreError> {
    let imported = ImportedText {
        text: text.into(),
        blocks: vec![Block { kind: BlockKind::Paragraph, start: 0, end: text.chars().count() as u32 }],
        metadata: Metadata {
            title: "Talks".into(),
            publisher: Some(publisher.into()),
            ..Metadata::default()
        },
        encoding: "UTF-8".into(),
        media_type: "text/plain".into(),
    };
    let new = NewDocument { imported: &imported, sentences: &[], original: text.as_bytes(), file_name: None };
    Ok(edit.add_document(&new)?.1)
}

fn mention(edit: &mut Edit<'_>, claim: i64, revision: i64, text: usize) -> Result<(), StoreError> {
    let quoted = TextIndex::new(TEXTS[text].0).quote(Span { start: 0, end: 7 }).unwrap();
    edit.add_mention(claim, revision, &quoted)?;
    Ok(())
}

fn source(title: usize) -> SourceFields {
    SourceFields {
        kind: SourceKind::Web,
        title: LABELS[title].into(),
        author: None,
        publisher: Some(TEXTS[title % 3].1.into()),
        url: None,
        published: None,
        accessed: None,
        primary: title > 3,
        origin: None,
        confidential: false,
        contact: None,
        notes: None,
        document: None,
    }
}

struct Desk {
    _folder: tempfile::TempDir,
    store: Store,
    /// The same file without an index.
    plain: Store,
    revisions: Vec<i64>,
    claims: Vec<i64>,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.assay");
        let store = Store::create(&path, "Delhi G20", "Ada").unwrap();
        let act = Act::new(OperationKind::ImportDocument, "Tomasz");
        let add = |edit: &mut Edit<'_>| -> Result<Vec<i64>, StoreError> {
            TEXTS.iter().map(|(text, publisher)| add_document(edit, text, publisher)).collect()
        };
        let revisions = store.write(&act, add).unwrap().value;
        let plain = Store::open(&path).unwrap();
        Self { _folder: folder, store, plain, revisions, claims: Vec::new() }
    }

    fn write<T>(&self, work: impl FnOnce(&mut Edit<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.store.write(&Act::new(OperationKind::EditClaim, "Ada"), work).map(|written| written.value)
    }

    /// An edit that the rules refuse changes nothing, and is as good as any other here.
    fn change(&mut self, change: &Change) {
        let of = |claim: usize| {
            let count = self.claims.len();
            (count > 0).then(|| self.claims[claim % count.max(1)])
        };
        match *change {
            Change::Add { label, text, claimant, score } => {
                let new = NewClaim {
                    label: LABELS[label].into(),
                    statement: format!("{}, as the article says.", LABELS[label]),
                    kind: ClaimKind::ALL[label],
                    status: Status::Open,
                    claimant: claimant.map(|n| PEOPLE[n].into()),
                    mode: Mode::Own,
                    priority: Priority::ALL[text],
                    score: score.map(|s| f64::from(s) / 4.0),
                    reasons: vec![],
                    values: dates(label),
                };
                let revision = self.revisions[text];
                let added = self.write(|edit| {
                    let claim = edit.add_claim(&new)?;
                    mention(edit, claim, revision, text)?;
                    Ok(claim)
                });
                self.claims.extend(added.ok());
            }
            Change::Set { claim, label, status, verdict, person } => {
                let Some(claim) = of(claim) else { return };
                let _ = self.write(|edit| {
                    let person = person.map(|n| edit.person(PEOPLE[n])).transpose()?;
                    let fields = edit.claim_fields(claim)?;
                    // Signing off asks for more than this test is about.
                    let status = Status::ALL[status % 4 + usize::from(status == 5) * 4];
                    edit.set_claim(
                        claim,
                        &ClaimFields {
                            label: LABELS[label].into(),
                            status: if status == Status::SignedOff { Status::Dismissed } else { status },
                            verdict: verdict.map(|n| Verdict::ALL[n]).filter(|_| status != Status::Suggested),
                            checker: person,
                            reviewer: person.filter(|_| label > 3),
                            ..fields
                        },
                    )
                });
            }
            Change::Rationale { claim, words } => {
                let Some(claim) = of(claim) else { return };
                let _ = self.write(|edit| {
                    let fields = edit.claim_fields(claim)?;
                    edit.set_claim(claim, &ClaimFields { rationale: LABELS[words].into(), ..fields })
                });
            }
            Change::Tag { claim, tag } => {
                let Some(claim) = of(claim) else { return };
                let _ = self.write(|edit| edit.add_tag(claim, TAGS[tag]));
            }
            Change::Untag { claim, tag } => {
                let Some(claim) = of(claim) else { return };
                let _ = self.write(|edit| edit.remove_tag(claim, TAGS[tag]));
            }
            Change::Mention { claim, text } => {
                let Some(claim) = of(claim) else { return };
                let revision = self.revisions[text];
                let _ = self.write(|edit| mention(edit, claim, revision, text));
            }
            Change::Cite { claim, title } => {
                let Some(claim) = of(claim) else { return };
                let fields = EvidenceFields {
                    finding: Finding::True,
                    stance: if title % 2 == 0 { Stance::Supports } else { Stance::Refutes },
                    locator: None,
                    quote: Some(LABELS[7 - title].into()),
                };
                let _ = self.write(|edit| {
                    let source = edit.source(&source(title))?;
                    edit.add_evidence(claim, &NewEvidence { fields, source, span: None })
                });
            }
            Change::Note { claim, words } => {
                let Some(claim) = of(claim) else { return };
                let _ = self.write(|edit| edit.add_note(claim, NoteKind::Question, "Ada", LABELS[words]));
            }
            Change::Rename { title } => {
                let _ = self.write(|edit| edit.set_source(1, &source(title)));
            }
            Change::Undo => {
                let _ = self.store.undo("Ada");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_index_finds_what_sql_finds(
        before in prop::collection::vec(any_change(), 0..12),
        after in prop::collection::vec((any_change(), any_query(), prop::sample::select(SortKey::ALL), any::<bool>()), 1..12),
        limit in 0..6_usize,
    ) {
        let mut desk = Desk::new();
        for change in &before {
            desk.change(change);
        }
        desk.store.keep_index().unwrap();
        prop_assert!(desk.store.index_bytes().is_some());
        for (change, text, key, descending) in after {
            desk.change(&change);
            desk.store.tidy().unwrap();
            let query = parse(&text).0;
            let sort = Sort { key, descending };
            let mut by_sql = desk.plain.claim_keys(&query, sort, usize::MAX, &Question::default()).unwrap();
            prop_assert_eq!(
                &desk.store.claim_keys(&query, sort, usize::MAX, &Question::default()).unwrap(), &by_sql, "{} by {:?}", text, sort
            );
            let counts = [&desk.store, &desk.plain].map(|store| store.claim_count_of(&query).unwrap());
            prop_assert_eq!(counts, [by_sql.total; 2], "{}", text);
            // Any claim with one of the words is worth a comparison.
            let shared = [&desk.store, &desk.plain].map(|store| {
                let mut keys = store.sharing_words(LABELS[limit], |_, _| 1.0, 1000).unwrap();
                keys.sort_unstable();
                keys
            });
            prop_assert_eq!(&shared[0], &shared[1], "{}", LABELS[limit]);
            // At least the first ones are given; where claims are ranked, all.
            let all = by_sql.keys.len();
            by_sql.keys.truncate(limit);
            for store in [&desk.store, &desk.plain] {
                let mut first = store.claim_keys(&query, sort, limit, &Question::default()).unwrap();
                prop_assert!(first.keys.len() >= limit.min(all), "{} by {:?}", text, sort);
                first.keys.truncate(limit);
                prop_assert_eq!(&first, &by_sql, "{} by {:?}", text, sort);
            }
            prop_assert_eq!(desk.store.facets(&query, &Question::default()).unwrap(), desk.plain.facets(&query, &Question::default()).unwrap(), "{}", text);
        }
    }
}
