//! What each key of the query language finds, by SQL and by the index; and any text at all as a query.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use assay_model::claim::{ClaimKind, Mode, Priority};
use assay_model::document::{Block, BlockKind, ImportedText, Metadata};
use assay_model::evidence::{SourceKind, Stance};
use assay_model::note::NoteKind;
use assay_model::operation::OperationKind;
use assay_model::query::{Key, Query, Sort, SortKey, parse};
use assay_model::span::{Span, TextIndex};
use assay_model::value::{Value, ValueType};
use assay_model::verdict::{Finding, Status, Verdict};
use assay_store::{
    Act, Edit, EvidenceFields, MOST_VALUES, NewClaim, NewDocument, NewEvidence, Question, SourceFields,
    Store, StoreError,
};
use proptest::prelude::*;

const TEXT: &str = "Blinken met Lavrov.";

fn document(edit: &mut Edit<'_>, title: &str, facts: [Option<&str>; 3]) -> Result<i64, StoreError> {
    let [publisher, language, date] = facts.map(|fact| fact.map(str::to_owned));
    let imported = ImportedText {
        text: TEXT.into(),
        blocks: vec![Block { kind: BlockKind::Paragraph, start: 0, end: TEXT.len() as u32 }],
        metadata: Metadata {
            title: title.into(),
            publisher,
            language,
            published: date.map(|date| date.parse().unwrap()),
            ..Metadata::default()
        },
        encoding: "UTF-8".into(),
        media_type: "text/plain".into(),
    };
    let new = NewDocument { imported: &imported, sentences: &[], original: TEXT.as_bytes(), file_name: None };
    Ok(edit.add_document(&new)?.1)
}

fn claim(
    edit: &mut Edit<'_>,
    label: &str,
    score: Option<f64>,
    values: &[(ValueType, &str)],
    revisions: &[i64],
) -> Result<i64, StoreError> {
    let value = |(kind, value): &(ValueType, &str)| Value {
        start: 0,
        end: 1,
        text: "B".into(),
        kind: *kind,
        value: (*value).into(),
        unit: None,
        modifier: None,
    };
    let claim = edit.add_claim(&NewClaim {
        label: label.into(),
        statement: format!("{label} is a statement."),
        kind: ClaimKind::Event,
        status: Status::Open,
        claimant: None,
        mode: Mode::Own,
        priority: Priority::Medium,
        score,
        reasons: Vec::new(),
        values: values.iter().map(value).collect(),
    })?;
    let quoted = TextIndex::new(TEXT).quote(Span { start: 0, end: 7 }).unwrap();
    for revision in revisions {
        edit.add_mention(claim, *revision, &quoted)?;
    }
    Ok(claim)
}

fn cite(
    edit: &mut Edit<'_>,
    claim: i64,
    title: &str,
    of: Finding,
    stance: Stance,
    quote: &str,
) -> Result<(), StoreError> {
    let source = edit.source(&SourceFields {
        kind: SourceKind::Web,
        title: title.into(),
        author: None,
        publisher: None,
        url: None,
        published: None,
        accessed: None,
        primary: false,
        origin: None,
        confidential: false,
        contact: None,
        notes: None,
        document: None,
    })?;
    let fields = EvidenceFields { finding: of, stance, locator: None, quote: Some(quote.into()) };
    edit.add_evidence(claim, &NewEvidence { fields, source, span: None })?;
    Ok(())
}

/// The same workspace twice: one store answers by SQL, the other by its index.
struct Desk {
    _folder: tempfile::TempDir,
    plain: Store,
    indexed: Store,
}

/// Four claims: `alpha` in an English and an undated document, `beta` in a British and a Polish one, `gamma` in one of which
/// nothing is known, `delta` in none.
static DESK: LazyLock<Desk> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.assay");
    let plain = Store::create(&path, "Quick Query", "Ada").unwrap();
    plain
        .write::<_, StoreError>(&Act::new(OperationKind::ImportDocument, "Ada"), |edit| {
            let bbc = document(edit, "Talks", [Some("BBC News"), Some("en"), Some("2023-03-02T13:01Z")])?;
            let guardian =
                document(edit, "Talks again", [Some("The Guardian"), Some("en-GB"), Some("2022-12")])?;
            let polish = document(edit, "Rozmowy", [Some("BBC News Polska"), Some("pl"), Some("2023")])?;
            let bare = document(edit, "Bare", [None, None, None])?;
            let dates =
                [(ValueType::Number, "2022"), (ValueType::Date, "2022-01"), (ValueType::Set, "XXXX-WXX")];
            let alpha = claim(edit, "alpha", Some(0.7), &dates, &[bbc, bare])?;
            let time = [(ValueType::Time, "2023-03-02T13:01")];
            let beta = claim(edit, "beta", Some(0.25), &time, &[guardian, polish])?;
            let gamma = claim(edit, "gamma", None, &[(ValueType::Duration, "P1Y")], &[bare])?;
            claim(edit, "delta", Some(0.9), &[], &[])?;
            cite(edit, alpha, "Minutes", Finding::True, Stance::Supports, "present: omega")?;
            cite(edit, alpha, "Minutes", Finding::True, Stance::Refutes, "absent")?;
            cite(edit, beta, "Letter", Finding::True, Stance::Supports, "alpha")?;
            cite(edit, beta, "Letter", Finding::Said, Stance::Refutes, "x")?;
            edit.add_note(gamma, NoteKind::Note, "Ada", "ask alpha for 1200 of 57 000 200")?;
            edit.add_tag(alpha, "Print")?;
            edit.add_tag(beta, "print")?;
            let (ada, ada_lin) = (edit.person("Ada")?, edit.person("Ada Lin")?);
            let mut fields = edit.claim_fields(alpha)?;
            (fields.checker, fields.rationale) = (Some(ada), "omicron: 1,200 of 57000".into());
            edit.set_claim(alpha, &fields)?;
            let mut fields = edit.claim_fields(beta)?;
            (fields.checker, fields.reviewer) = (Some(ada_lin), Some(ada));
            fields.reopened = Some("the statement was changed".into());
            fields.verdict = Some(Verdict::Conflicting);
            edit.set_claim(beta, &fields)
        })
        .unwrap();
    let indexed = Store::open(&path).unwrap();
    indexed.keep_index().unwrap();
    assert!(indexed.index_bytes().is_some());
    Desk { _folder: folder, plain, indexed }
});

/// The first letters of the claims that a query finds, the same by SQL and by the index.
fn found(query: &Query) -> String {
    let sort = Sort { key: SortKey::Reference, descending: false };
    let by = |store: &Store| store.claim_keys(query, sort, usize::MAX, &Question::default()).unwrap().keys;
    let keys = by(&DESK.plain);
    assert_eq!(by(&DESK.indexed), keys, "{query}");
    keys.iter().map(|key| ["?", "a", "b", "g", "d"][*key as usize]).collect()
}

#[test]
fn each_key_finds_what_it_says() {
    for (text, expected) in [
        ("", "abgd"),
        ("publisher:bbc", "ab"),
        ("publisher:\"=BBC News\"", "a"),
        ("publisher:\"=bbc news\"", ""),
        ("publisher:none", "gd"),
        ("-publisher:none", "ab"),
        ("publisher:guardian,none", "bgd"),
        ("language:EN", "ab"),
        ("language:=en", "a"),
        ("language:en-gb", "b"),
        ("language:e", ""),
        ("language:none", "gd"),
        ("year:2023", "ab"),
        ("year:2022", "b"),
        ("year:>2022", "ab"),
        ("year:..2022", "b"),
        ("year:none", "gd"),
        ("published:2023-03", "a"),
        ("published:2023-03-02", "a"),
        ("published:2023", "ab"),
        ("published:>=2023-01", "ab"),
        ("published:>2023-01", "a"),
        ("published:<2023", "b"),
        ("published:2022-11..2023-02", "b"),
        ("-published:2023", "gd"),
        ("value.date:2022", "a"),
        ("value.date:2022-01", "a"),
        ("value.date:2022-02", ""),
        ("value.date:2023-03-02", "b"),
        ("value.date:>=2022-02", "b"),
        ("value.date:<2023", "a"),
        ("value.date:none", "gd"),
        ("-value.date:2022", "bgd"),
        ("score:>0.7", "d"),
        ("score:>=0.7", "ad"),
        ("score:0.7", "a"),
        ("score:0.5..0.8", "a"),
        ("score:none", "g"),
        ("-score:>0.7", "abg"),
        ("score:abc", ""),
        ("-score:abc", "abgd"),
        ("score:abc,0.25", "b"),
        ("evidence:0", "gd"),
        ("evidence:>=1", "ab"),
        ("evidence:2", "ab"),
        ("is:conflicting", "a"),
        ("verdict:conflicting", "b"),
        ("is:changed-since-signoff", "b"),
        ("is:lost", ""),
        ("is:foo", ""),
        ("is:mine", ""),
        ("no:foo", ""),
        ("has:foo", ""),
        ("tag:PRINT", "ab"),
        ("tag:=Print", "a"),
        ("tag:prin", ""),
        ("claimant:bbc", "a"),
        ("claimant:\"=BBC News\"", "a"),
        ("claimant:=BBC", ""),
        ("claimant:none", "d"),
        ("checker:=Ada", "a"),
        ("checker:ada", "ab"),
        ("alpha", "abg"),
        ("alpha in:label", "a"),
        ("in:label,notes alpha", "ag"),
        ("alpha in:notes", "g"),
        ("alpha -in:notes", "ab"),
        ("alpha in:evidence", "b"),
        ("min", "a"),
        ("min in:sources", "a"),
        ("min -in:sources", ""),
        ("min in:evidence", ""),
        ("omicron in:rationale", "a"),
        ("1200", "ag"),
        ("\"1,200\"", "ag"),
        ("\"1,200\" in:notes", "g"),
        ("1’200", "ag"),
        ("57000", "ag"),
        ("\"57,000\"", "ag"),
        ("200", "ag"),
        ("2003", ""),
        ("blinken in:quote", "abg"),
        ("\"is a statement\" in:statement", "abgd"),
        ("-alpha in:label", "bgd"),
        ("alpha in:foo", ""),
        ("alpha -in:foo", "abg"),
        ("in:label", "abgd"),
        ("QQ-1", "a"),
        ("QQ-1 in:label", ""),
    ] {
        assert_eq!(found(&parse(text).0), expected, "{text}");
    }
}

#[test]
fn what_is_mine_is_by_the_whole_name() {
    let mine = |person: &str, text: &str| found(&parse(text).0.asked_by(person));
    assert_eq!(mine("Ada", "is:mine"), "ab");
    assert_eq!(mine("Ada Lin", "is:mine"), "b");
    assert_eq!(mine("Ada Lin", "-is:mine,lost"), "agd");
    assert_eq!(mine("Bob", "is:mine"), "");
}

#[test]
fn a_lost_mention_is_found_until_it_is_put_right() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.assay");
    let store = Store::create(&path, "Query", "Ada").unwrap();
    store
        .write::<_, StoreError>(&Act::new(OperationKind::ImportDocument, "Ada"), |edit| {
            let revision = document(edit, "Talks", [None; 3])?;
            claim(edit, "alpha", None, &[], &[revision, revision])
        })
        .unwrap();
    let lost = || {
        store.claim_keys(&parse("is:lost").0, Sort::default(), usize::MAX, &Question::default()).unwrap().keys
    };
    assert!(lost().is_empty());
    // What a new version of a document will write.
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("UPDATE mention SET anchor = 'lost' WHERE id = 2", []).unwrap();
    assert_eq!(lost(), [1]);
}

#[test]
fn each_facet_counts_as_if_its_own_choice_were_not_made_and_each_value_finds_what_it_counts() {
    for text in ["", "year:2023", "-publisher:bbc", "language:=en reviewer:none", "alpha", "priority:high"] {
        let query = parse(text).0;
        let facets = DESK.plain.facets(&query, &Question::default()).unwrap();
        assert_eq!(DESK.indexed.facets(&query, &Question::default()).unwrap(), facets, "{text}");
        assert_eq!(facets.len(), 13);
        for facet in facets {
            for value in &facet.values {
                let mut asked = query.without(facet.key);
                asked.terms.push(assay_model::query::Term {
                    negated: false,
                    key: Some(facet.key),
                    values: vec![value.value.clone().unwrap_or_else(|| "none".into())],
                });
                assert_eq!(found(&asked).len(), value.count as usize, "{text} then {asked}");
            }
        }
    }
    let values = |key: Key, text: &str, words: &str| {
        let query = parse(text).0;
        let facet = DESK.plain.facet(&query, key, words, &Question::default()).unwrap();
        assert_eq!(DESK.indexed.facet(&query, key, words, &Question::default()).unwrap(), facet);
        let values = facet.map_or_else(Vec::new, |f| f.values);
        values.into_iter().map(|v| (v.value.unwrap_or_default(), v.count)).collect::<Vec<_>>()
    };
    let some = |values: &[(&str, u32)]| values.iter().map(|(v, c)| ((*v).to_owned(), *c)).collect::<Vec<_>>();
    assert_eq!(values(Key::Year, "", ""), some(&[("", 2), ("2023", 2), ("2022", 1)]));
    assert_eq!(
        values(Key::Publisher, "publisher:guardian year:2023", ""),
        some(&[("=BBC News", 1), ("=BBC News Polska", 1), ("=The Guardian", 1)])
    );
    assert_eq!(values(Key::Publisher, "", "polsk"), some(&[("=BBC News Polska", 1)]));
    // Documents of one publisher are told apart by title and number, and found by any of it.
    let labels: Vec<String> = DESK
        .plain
        .facet(&Query::default(), Key::Document, "", &Question::default())
        .unwrap()
        .unwrap()
        .values
        .into_iter()
        .map(|v| v.label)
        .collect();
    assert_eq!(labels, ["Bare", "Rozmowy, BBC News Polska", "Talks again, The Guardian", "Talks, BBC News"]);
    assert_eq!(values(Key::Document, "", "rozm"), some(&[("D3", 1)]));
    assert_eq!(values(Key::Document, "", "bbc"), some(&[("D3", 1), ("D1", 1)]));
    assert_eq!(values(Key::Document, "", "d2"), some(&[("D2", 1)]));
    assert_eq!(values(Key::Publisher, "", "d2"), []);
    // Each word by itself, in whatever order.
    assert_eq!(values(Key::Document, "", "BBC  rozm d3"), some(&[("D3", 1)]));
    assert_eq!(values(Key::Publisher, "", "polska bbc"), some(&[("=BBC News Polska", 1)]));
    assert_eq!(values(Key::Document, "", "bbc d2"), []);
    assert_eq!(values(Key::Tag, "", "PRINT"), some(&[("=Print", 1), ("=print", 1)]));
    assert_eq!(values(Key::Reviewer, "", ""), some(&[("", 3), ("=Ada", 1)]));
    assert_eq!(values(Key::Priority, "", ""), some(&[("medium", 4)]));
    assert_eq!(values(Key::Score, "", ""), []);
}

#[test]
fn one_facet_finds_values_beyond_the_most_frequent() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("t.assay"), "Query", "Ada").unwrap();
    store
        .write::<_, StoreError>(&Act::new(OperationKind::CreateClaim, "Ada"), |edit| {
            let claim = claim(edit, "alpha", None, &[], &[])?;
            (0..MOST_VALUES + 10).try_for_each(|n| edit.add_tag(claim, &format!("tag {n:03}")).map(|_| ()))
        })
        .unwrap();
    for indexed in [false, true] {
        if indexed {
            store.keep_index().unwrap();
        }
        let listed = |words: &str| {
            store.facet(&Query::default(), Key::Tag, words, &Question::default()).unwrap().unwrap().values
        };
        assert_eq!(listed("").len(), MOST_VALUES);
        assert_eq!(listed("TAG 059").iter().map(|v| v.label.as_str()).collect::<Vec<_>>(), ["tag 059"]);
    }
}

/// No error, and the same by SQL and by the index.
fn survives(text: &str) {
    let query = parse(text).0.asked_by("Ada");
    let all: BTreeSet<char> = "abgd".chars().collect();
    assert!(found(&query).chars().all(|c| all.contains(&c)));
    assert_eq!(
        DESK.plain.facets(&query, &Question::default()).unwrap(),
        DESK.indexed.facets(&query, &Question::default()).unwrap(),
        "{text}"
    );
}

#[test]
fn no_value_however_odd_or_long_is_an_error() {
    let long = "x".repeat(10_000);
    let many = "word ".repeat(5_000);
    for value in [
        long.as_str(),
        many.as_str(),
        "a\0b",
        "\0",
        "%",
        "_",
        "*",
        "a* OR b NEAR(c d, 2) ^e",
        "{label} : x",
        "-\"",
        "' OR 1 --",
        "\u{0345}",
        "\u{feff}",
        "🇺🇸",
        "=",
        "==",
        "..",
        ">",
        "9".repeat(400).as_str(),
        "D4294967295",
        "D99999999999",
        "QQ-99999999999",
        "me",
        "none",
    ] {
        for key in [None].into_iter().chain(Key::ALL.iter().copied().map(Some)) {
            for negated in [false, true] {
                let term = assay_model::query::Term { negated, key, values: vec![value.into()] };
                survives(&Query { terms: vec![term] }.to_string());
            }
        }
    }
    for text in [
        "a ".repeat(400),
        "score:0.5,".repeat(400),
        "is:conflicting -in:label ".repeat(200),
        "a ".repeat(20_000),
        "status:open,".repeat(20_000),
        "\"".repeat(20_000),
        "a:".repeat(20_000),
    ] {
        survives(&text);
    }
    assert_eq!(found(&parse(&"a ".repeat(20_000)).0), "", "rather nothing than what it does not say");
}

fn any_text() -> impl Strategy<Value = String> {
    let key = prop::sample::select(Key::ALL).prop_map(|key| format!("{key}:"));
    let bit = prop_oneof![
        key,
        "\\PC{0,6}",
        prop::sample::select(vec![
            "\"", "-", ",", " ", "..", ">=", "<", "=", "none", "alpha", "2023-0", "0.", "*", "(", "^", "\0",
            "AND", "NEAR(",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(bit, 0..10).prop_map(|bits| bits.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_query(text in any_text()) {
        survives(&text);
        let query = parse(&text).0;
        prop_assert_eq!(parse(&query.to_string()).0, query);
    }

    #[test]
    fn what_a_term_finds_its_opposite_does_not(text in any_text()) {
        for mut term in parse(&text).0.terms {
            term.negated = false;
            let one = found(&Query { terms: vec![term.clone()] });
            term.negated = true;
            let other = found(&Query { terms: vec![term.clone()] });
            if term.key != Some(Key::In) && term.key != Some(Key::Status) {
                prop_assert_eq!(one.len() + other.len(), 4, "{}", term);
            }
        }
    }
}

#[test]
fn documents_that_are_named_alike_come_by_number_with_an_index_and_without() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.assay");
    let store = Store::create(&path, "Query", "Ada").unwrap();
    // More of them than a facet shows.
    store
        .write::<_, StoreError>(&Act::new(OperationKind::ImportDocument, "Ada"), |edit| {
            for _ in 0..60 {
                let revision = document(edit, "Talks", [Some("BBC News"), None, None])?;
                claim(edit, "alpha", None, &[], &[revision])?;
            }
            Ok(())
        })
        .unwrap();
    let documents = || -> Vec<String> {
        let facets = store.facets(&parse("").0, &Question::default()).unwrap();
        let facet = facets.into_iter().find(|facet| facet.key == Key::Document).unwrap();
        facet.values.into_iter().filter_map(|value| value.value).collect()
    };
    let by_number: Vec<String> = (1..=50).map(|number| format!("D{number}")).collect();
    assert_eq!(documents(), by_number);
    store.keep_index().unwrap();
    assert_eq!(documents(), by_number);
}
