//! Single bits flipped in a workspace: each that changes anything a person could read is found.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "test code, which also prints its figures")]

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;

use assay_model::claim::{ClaimKind, Mode, Priority};
use assay_model::document::{Block, BlockKind, ImportedText, Metadata};
use assay_model::evidence::{SourceKind, Stance};
use assay_model::note::NoteKind;
use assay_model::operation::OperationKind;
use assay_model::relation::RelationKind;
use assay_model::span::{QuotedSpan, Span, TextIndex};
use assay_model::time::Instant;
use assay_model::verdict::{Finding, Status, Verdict};
use assay_store::{
    Act, Edit, EvidenceFields, NewClaim, NewCopy, NewDocument, NewEvidence, NewSentence, SourceFields, Store,
    StoreError,
};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

const FLIPS: usize = 300;
const CLAIMS: usize = 40;
/// Lines of the article: most of them no claim is made of.
const LINES: usize = 300;

fn line(n: usize) -> String {
    format!("Minister {n} said in Delhi that {} people had left the country since January.", n * 1_250)
}

fn article() -> String {
    (0..LINES).map(line).collect::<Vec<_>>().join("\n\n")
}

fn quoted(text: &str, words: &str) -> QuotedSpan {
    let at = text.find(words).unwrap();
    let index = TextIndex::new(text);
    index.quote(index.span(at..at + words.len()).unwrap()).unwrap()
}

fn write<T>(
    store: &Store,
    kind: OperationKind,
    work: impl FnOnce(&mut Edit<'_>) -> Result<T, StoreError>,
) -> T {
    store.write(&Act::new(kind, "Ines Moreau"), work).unwrap().value
}

fn add_document(edit: &mut Edit<'_>, text: &str) -> Result<(i64, i64), StoreError> {
    let spans: Vec<Span> = text
        .split("\n\n")
        .map(|words| quoted(text, words))
        .map(|q| Span { start: q.start, end: q.end })
        .collect();
    let block = |s: &Span| Block { kind: BlockKind::Paragraph, start: s.start, end: s.end };
    let imported = ImportedText {
        text: text.into(),
        blocks: spans.iter().map(block).collect(),
        metadata: Metadata {
            title: "Departures".into(),
            publisher: Some("BBC News".into()),
            ..Metadata::default()
        },
        encoding: "UTF-8".into(),
        media_type: "text/plain".into(),
    };
    let sentence = |span: &Span| NewSentence { span: *span, block: BlockKind::Paragraph, score: 0.5 };
    let sentences: Vec<NewSentence> = spans.iter().map(sentence).collect();
    let original = text.as_bytes();
    edit.add_document(&NewDocument { imported: &imported, sentences: &sentences, original, file_name: None })
}

fn source(title: &str) -> SourceFields {
    SourceFields {
        kind: SourceKind::Interview,
        title: title.into(),
        author: Some("Tomasz Wilk".into()),
        publisher: None,
        url: Some("https://example.org/register".into()),
        published: None,
        accessed: None,
        primary: true,
        origin: Some("Border police".into()),
        confidential: true,
        contact: Some("by the desk".into()),
        notes: Some("Spoke on the telephone for an hour about the register.".into()),
        document: None,
    }
}

/// Claims in every state, with evidence, copies, notes, relations, edits, undo and redo.
fn build(path: &Path) {
    let store = Store::create(path, "Delhi G20", "Ines Moreau").unwrap();
    let text = article();
    let (document, revision) = write(&store, OperationKind::ImportDocument, |e| add_document(e, &text));
    let register = write(&store, OperationKind::AddSource, |e| e.source(&source("Register of departures")));
    let article_itself = SourceFields { document: Some(document), ..source("Departures") };
    let article_itself = write(&store, OperationKind::AddSource, |e| e.source(&article_itself));
    let bytes = (0..150_000_u32).map(|n| (n * 31 % 251) as u8).collect();
    let copy = NewCopy { file_name: "register.pdf".into(), media_type: "application/pdf".into(), bytes };
    write(&store, OperationKind::StoreCopy, |e| e.store_copy(register, &copy));
    let claims: Vec<i64> = (0..CLAIMS)
        .map(|n| {
            write(&store, OperationKind::CreateClaim, |edit| {
                let claim = edit.add_claim(&NewClaim {
                    label: format!("Departures {n}"),
                    statement: format!("{} people left the country.", n * 1_250),
                    kind: ClaimKind::Quantity,
                    status: Status::Open,
                    claimant: (n % 2 == 0).then(|| format!("Minister {n}")),
                    mode: if n % 2 == 0 { Mode::Paraphrase } else { Mode::Own },
                    priority: Priority::Medium,
                    score: Some(0.75),
                    reasons: vec!["a number".into()],
                    values: Vec::new(),
                })?;
                edit.add_mention(claim, revision, &quoted(&text, &line(n)))?;
                Ok(claim)
            })
        })
        .collect();
    for (n, claim) in claims.iter().enumerate() {
        write(&store, OperationKind::AddEvidence, |edit| {
            let fields = EvidenceFields {
                finding: Finding::True,
                stance: Stance::Supports,
                locator: Some(format!("page {n}")),
                quote: Some(format!("Row {n} of the register counts {} persons.", n * 1_249)),
            };
            edit.add_evidence(*claim, &NewEvidence { fields: fields.clone(), source: register, span: None })?;
            let span = quoted(&text, &format!("Minister {n} said"));
            let fields = EvidenceFields { quote: Some(span.exact.clone()), ..fields };
            edit.add_evidence(
                *claim,
                &NewEvidence { fields, source: article_itself, span: Some((revision, span)) },
            )
        });
        write(&store, OperationKind::EditClaim, |edit| {
            let mut fields = edit.claim_fields(*claim)?;
            fields.verdict = Some(Verdict::Refuted);
            fields.rationale = format!("The register counts {} [1].", n * 1_249);
            fields.checker = Some(edit.person("Mei Tanaka")?);
            edit.set_claim(*claim, &fields)
        });
    }
    for claim in &claims[..4] {
        write(&store, OperationKind::SignOff, |edit| {
            let mut fields = edit.claim_fields(*claim)?;
            fields.status = Status::SignedOff;
            fields.signed_off_by = Some("Mei Tanaka".into());
            fields.signed_off_at = Some(Instant::now());
            fields.signed_digest = Some(edit.substance(*claim, &fields)?);
            edit.set_claim(*claim, &fields)
        });
    }
    write(&store, OperationKind::AddNote, |edit| {
        edit.add_note(claims[5], NoteKind::Question, "Mei Tanaka", "Which register is meant?")?;
        edit.add_tag(claims[5], "print")?;
        edit.tick(claims[5], "Unit?", true)
    });
    write(&store, OperationKind::Relate, |edit| {
        edit.relate(claims[6], RelationKind::Contradicts, claims[7], None)?;
        edit.relate(claims[8], RelationKind::PartOf, claims[9], None)
    });
    write(&store, OperationKind::EditSource, |e| {
        e.set_source(register, &source("Register of all departures"))
    });
    for _ in 0..3 {
        store.undo("Ines Moreau").unwrap();
    }
    store.redo("Ines Moreau").unwrap();
    assert_eq!(store.check().unwrap().damage, []);
}

/// The file read as it stands, past any lock or log.
fn raw(path: &Path) -> rusqlite::Result<Connection> {
    let uri = format!("file:{}?immutable=1", path.display());
    Connection::open_with_flags(uri, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)
}

/// A hash of what stands in every table, and of every word of the search indexes with its places.
fn read_all(path: &Path) -> rusqlite::Result<Vec<(String, u64)>> {
    let connection = raw(path)?;
    connection.execute_batch(
        "CREATE VIRTUAL TABLE temp.claim_word USING fts5vocab('main', 'claim_search', 'instance');
         CREATE VIRTUAL TABLE temp.source_word USING fts5vocab('main', 'source_search', 'instance')",
    )?;
    let mut tables: Vec<String> = connection
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'claim_search%'
                AND name NOT LIKE 'source_search%' ORDER BY name",
        )?
        .query_map([], |r| r.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    tables.extend(["temp.claim_word", "temp.source_word", "sqlite_schema"].map(String::from));
    let mut read = Vec::new();
    for table in tables {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        let mut content = DefaultHasher::new();
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                match row.get_ref(column)? {
                    ValueRef::Null => 0.hash(&mut content),
                    ValueRef::Integer(i) => (1, i).hash(&mut content),
                    ValueRef::Real(r) => (2, r.to_bits()).hash(&mut content),
                    ValueRef::Text(bytes) => (3, bytes).hash(&mut content),
                    ValueRef::Blob(bytes) => (4, bytes).hash(&mut content),
                }
            }
        }
        read.push((table, content.finish()));
    }
    Ok(read)
}

fn sqlite_notices(path: &Path) -> bool {
    let lines = || -> rusqlite::Result<Vec<String>> {
        raw(path)?.prepare("PRAGMA integrity_check(1)")?.query_map([], |r| r.get(0))?.collect()
    };
    lines().map_or(true, |lines| lines != ["ok"])
}

fn assay_notices(path: &Path) -> bool {
    Store::open(path).and_then(|store| store.check()).map_or(true, |check| !check.damage.is_empty())
}

/// The next number of the sequence `SplitMix64` of Steele, Lea and Flood, 2014.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// What became of one flipped bit.
struct Flip {
    bit: usize,
    by_assay: bool,
    by_sqlite: bool,
    /// The tables that read otherwise; none named if the file cannot be read any more.
    changed: Option<Vec<String>>,
}

fn flip(sound: &[u8], as_written: &[(String, u64)], bit: usize) -> Flip {
    let mut bytes = sound.to_vec();
    bytes[bit / 8] ^= 1 << (bit % 8);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flipped.assay");
    fs::write(&path, bytes).unwrap();
    let changed = match read_all(&path) {
        Ok(now) if now == as_written => None,
        Ok(now) => {
            Some(now.iter().filter(|n| !as_written.contains(n)).map(|(name, _)| name.clone()).collect())
        }
        Err(_) => Some(Vec::new()),
    };
    Flip { bit, by_sqlite: sqlite_notices(&path), by_assay: assay_notices(&path), changed }
}

#[test]
fn every_flipped_bit_that_changes_what_is_read_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("delhi-g20.assay");
    build(&path);
    let sound = fs::read(&path).unwrap();
    let as_written = read_all(&path).unwrap();
    let mut seed = 20_230_302;
    let bits: Vec<usize> =
        (0..FLIPS).map(|_| (next(&mut seed) % (sound.len() as u64 * 8)) as usize).collect();
    let flips: Vec<Flip> = std::thread::scope(|scope| {
        let flip_all =
            |bits: &[usize]| bits.iter().map(|b| flip(&sound, &as_written, *b)).collect::<Vec<_>>();
        let (one, other) = bits.split_at(FLIPS / 2);
        let one = scope.spawn(move || flip_all(one));
        let mut flips = flip_all(other);
        flips.extend(one.join().unwrap());
        flips
    });
    let count = |wanted: &dyn Fn(&Flip) -> bool| flips.iter().filter(|f| wanted(f)).count();
    let changed = count(&|f| f.changed.is_some());
    println!("{FLIPS} bits flipped in a workspace of {} bytes; {changed} change what is read", sound.len());
    for (by, all, of_those) in [
        ("check", count(&|f| f.by_assay), count(&|f| f.by_assay && f.changed.is_some())),
        ("SQLite alone", count(&|f| f.by_sqlite), count(&|f| f.by_sqlite && f.changed.is_some())),
    ] {
        println!("found by {by}: {all} of {FLIPS}, {of_those} of {changed}");
    }
    assert!(changed > FLIPS / 3, "much of the file is content");
    let unseen: Vec<_> = flips.iter().filter(|f| f.changed.is_some() && !f.by_assay).collect();
    assert!(unseen.is_empty(), "{:?}", unseen.iter().map(|f| (f.bit, &f.changed)).collect::<Vec<_>>());
}
