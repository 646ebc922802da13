//! Made-up claims for the tests of the formats.

use std::ops::ControlFlow;

use assay_model::claim::{Anchor, Claim, ClaimKind, ClaimRow, Mention, Mode, Priority};
use assay_model::document::{CoverageCount, DocumentSummary, Metadata};
use assay_model::evidence::{Evidence, Source, SourceKind, Stance};
use assay_model::id::{
    ClaimId, ClaimRef, DocumentId, DocumentRef, EvidenceId, MentionId, NoteId, RevisionId, SourceId,
    SourceRef,
};
use assay_model::note::{Note, NoteKind};
use assay_model::relation::{Relation, RelationKind};
use assay_model::scale::{self, RatingRef};
use assay_model::time::Instant;
use assay_model::value::{Modifier, Value, ValueType};
use assay_model::verdict::{Finding, Status, Verdict};

use crate::steps::Steps;
use crate::{ExportOptions, ExportSet};

/// Texts that break out of a format whose writer forgets to escape.
pub(crate) const HOSTILE: &[&str] = &[
    "He said \"no\", then 'yes'",
    "line one\nline two\r\n\r\n# line three",
    "=HYPERLINK(\"http://evil.example\",\"click\")",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "'=already guarded",
    " = spaced",
    "</script><script>alert(1)</script>",
    "<!-- <img src=x onerror=alert(1)> -->",
    "# heading\n- item\n1. item\n> quote\n```\ncode\n```\n---\n| a | b |\n|---|---|",
    "[link](javascript:alert(1)) ![image](x) <https://evil.example> **bold** _it_ `code` &amp; ~~no~~",
    "    indented code\n===\n* item\n+ item\n2) item",
    "\\*half escaped\\",
    "bell \u{7} escape \u{1b}[31m right-to-left \u{202e} separator \u{2028} end",
    "🇺🇸 “quoted” – Дели 新德里",
];

/// Steps that nobody hears of.
pub(crate) fn untold() -> Steps<'static> {
    Steps::new(0, &|_| ControlFlow::Continue(()))
}

/// 2023-03-05, noon UTC.
const NOON: Instant = Instant(1_678_017_600_000);

fn document() -> DocumentSummary {
    DocumentSummary {
        id: DocumentId::new(),
        reference: DocumentRef(1),
        metadata: Metadata {
            title: "Blinken meets Lavrov".into(),
            authors: vec!["Barbara Plait Usher".into()],
            publisher: Some("BBC News".into()),
            url: Some("https://example.org/articles/1".into()),
            published: Some("2023-03-02T13:01Z".parse().unwrap()),
            accessed: None,
            language: Some("en".into()),
        },
        revision: RevisionId::new(),
        characters: 2500,
        sentences: 20,
        coverage: CoverageCount::default(),
        claims: 3,
        to_do: 0,
        added: NOON,
        sha256: "ab".repeat(32),
    }
}

fn mention(document: &DocumentSummary, start: u32) -> Mention {
    Mention {
        id: MentionId::new(),
        document: document.id,
        document_ref: document.reference,
        revision: document.revision,
        sentence: Some(4),
        start,
        end: start + 34,
        exact: "last met in Geneva in January 2022".into(),
        prefix: "Mr Blinken and Mr Lavrov ".into(),
        suffix: ".".into(),
        anchor: Anchor::Exact,
    }
}

fn evidence(primary: bool) -> Evidence {
    Evidence {
        id: EvidenceId::new(),
        number: 1,
        finding: Finding::True,
        stance: Stance::Supports,
        locator: Some("p. 2".into()),
        quote: Some("The two met in Geneva.".into()),
        span: None,
        source: Source {
            id: SourceId::new(),
            reference: SourceRef(1),
            kind: SourceKind::Web,
            title: "Readout".into(),
            author: None,
            publisher: Some("State Department".into()),
            url: Some("https://example.org/readout".into()),
            published: Some("2022-01".parse().unwrap()),
            accessed: Some("2023-03-04".parse().unwrap()),
            primary,
            origin: None,
            confidential: false,
            contact: None,
            notes: None,
            document: None,
            copies: Vec::new(),
        },
    }
}

/// A question, perhaps with its answer.
pub(crate) fn note(text: &str, answer: Option<&str>) -> Note {
    Note {
        id: NoteId::new(),
        kind: NoteKind::Question,
        author: "Ines Moreau".into(),
        written: NOON,
        text: text.into(),
        answer: answer.map(Into::into),
    }
}

/// “Contradicts”, to this claim.
pub(crate) fn relation(to: &Claim) -> Relation {
    Relation {
        kind: RelationKind::Contradicts,
        key: to.row.key,
        id: to.row.id,
        reference: to.row.reference.clone(),
        label: to.row.label.clone(),
        status: to.row.status,
        verdict: to.row.verdict,
    }
}

/// A claim that is signed off, with two mentions and one piece of evidence.
pub(crate) fn claim(number: u32, document: &DocumentSummary, verdict: Verdict) -> Claim {
    Claim {
        row: ClaimRow {
            key: i64::from(number),
            id: ClaimId::new(),
            reference: ClaimRef { prefix: "DG".into(), number },
            label: "Last meeting".into(),
            statement: "Blinken and Lavrov last met in person in Geneva in January 2022.".into(),
            kind: ClaimKind::Date,
            status: Status::SignedOff,
            verdict: Some(verdict),
            rating: None,
            rating_name: None,
            said: None,
            claimant: Some("Antony Blinken".into()),
            mode: Mode::Paraphrase,
            priority: Priority::Medium,
            score: Some(0.8),
            value: Some("January 2022".into()),
            value_normal: Some("2022-01".into()),
            found: None,
            document_name: Some("BBC News".into()),
            document: Some(document.id),
            evidence: 1,
            origins: 1,
            notes: 0,
            open_questions: 0,
            has_primary: number == 1,
            checker: Some("Ines Moreau".into()),
            edited: NOON,
        },
        reasons: vec!["a date".into()],
        values: vec![Value {
            start: 22,
            end: 34,
            text: "January 2022".into(),
            kind: ValueType::Date,
            value: "2022-01".into(),
            unit: None,
            modifier: Some(Modifier::Before),
        }],
        rationale: "The readout says so [1].".into(),
        rationale_said: String::new(),
        tags: vec!["print".into()],
        reviewer: Some("Tomasz Wilk".into()),
        mentions: vec![mention(document, 748), mention(document, 1500)],
        evidence_items: vec![evidence(number == 1)],
        signed_off_by: Some("Ines Moreau".into()),
        signed_off_at: Some(NOON),
        signed_digest: Some("ef".repeat(32)),
        note_items: Vec::new(),
        relations: Vec::new(),
        checklist: Vec::new(),
        reopened: None,
        stamp: 7,
    }
}

/// One document with a claim of each verdict, `DG-1` to `DG-5`, and `DG-6`, still open and without a mention. Only
/// `DG-1` has a primary source.
pub(crate) fn set() -> ExportSet {
    let document = document();
    let mut claims: Vec<Claim> =
        Verdict::ALL.iter().zip(1..).map(|(verdict, number)| claim(number, &document, *verdict)).collect();
    let mut open = claim(6, &document, Verdict::Supported);
    open.row.status = Status::Open;
    open.row.verdict = None;
    open.mentions.clear();
    open.signed_off_at = None;
    open.signed_off_by = None;
    claims.push(open);
    ExportSet {
        workspace: "Delhi G20".into(),
        exported: NOON,
        query: None,
        head: "cd".repeat(32),
        documents: vec![document],
        confidential_documents: Vec::new(),
        claims,
        scales: scale::built_in().to_vec(),
        options: ExportOptions::default(),
    }
}

/// One claim in which every text is this one.
pub(crate) fn hostile(text: &str) -> ExportSet {
    let mut set = set();
    let owned = || text.to_owned();
    set.workspace = owned();
    set.query = Some(owned());
    (set.options.people, set.options.notes) = (true, true);
    set.scales = scale::built_in().iter().take(1).cloned().collect();
    for scale in &mut set.scales {
        (scale.word, scale.name) = ("own".into(), owned());
        scale.ratings.truncate(1);
        for rating in &mut scale.ratings {
            (rating.word, rating.name) = ("own".into(), owned());
        }
    }
    set.claims.truncate(1);
    for document in &mut set.documents {
        document.metadata.title = owned();
        document.metadata.authors = vec![owned()];
        document.metadata.publisher = Some(owned());
        document.metadata.url = Some(owned());
    }
    for claim in &mut set.claims {
        claim.row.label = owned();
        claim.row.statement = owned();
        claim.row.claimant = Some(owned());
        claim.row.checker = Some(owned());
        claim.row.found = Some(owned());
        claim.reviewer = Some(owned());
        claim.signed_off_by = Some(owned());
        claim.rationale = owned();
        claim.rationale_said = owned();
        claim.tags = vec![owned()];
        claim.note_items = vec![note(text, Some(text))];
        claim.note_items[0].author = owned();
        claim.row.rating = Some(RatingRef { scale: "own".into(), rating: "own".into() });
        claim.mentions.truncate(1);
        for mention in &mut claim.mentions {
            (mention.exact, mention.prefix, mention.suffix) = (owned(), owned(), owned());
        }
        for value in &mut claim.values {
            (value.text, value.value) = (owned(), owned());
        }
        for evidence in &mut claim.evidence_items {
            evidence.quote = Some(owned());
            evidence.source.title = owned();
            evidence.source.publisher = Some(owned());
            evidence.source.author = Some(owned());
            evidence.source.origin = Some(owned());
            evidence.locator = Some(owned());
            evidence.source.url = Some(owned());
        }
    }
    set
}
