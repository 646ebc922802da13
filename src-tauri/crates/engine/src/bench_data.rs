//! Made-up claims for measuring: any number, the same each time.

use std::fmt::Write;

use assay_model::claim::{ClaimKind, Mode, Priority};
use assay_model::document::{Block, BlockKind, ImportedText, Metadata};
use assay_model::operation::OperationKind;
use assay_model::span::{Span, TextIndex};
use assay_model::verdict::{Status, Verdict};
use assay_store::{NewClaim, NewDocument, NewSentence};

use crate::error::{Code, Error, Result};
use crate::workspace::Workspace;

/// Claims in one document.
const A_DOCUMENT: u32 = 25;
/// Documents written in one operation: bounds the memory that the log's record of it takes.
const AN_OPERATION: u32 = 400;

const WORDS: [&str; 24] = [
    "ministry",
    "treaty",
    "budget",
    "harvest",
    "railway",
    "election",
    "vaccine",
    "reactor",
    "pension",
    "tariff",
    "drought",
    "satellite",
    "hospital",
    "census",
    "ferry",
    "embassy",
    "glacier",
    "turbine",
    "archive",
    "strike",
    "subsidy",
    "verdict",
    "orchestra",
    "pipeline",
];
const PLACES: [&str; 12] = [
    "Delhi", "Geneva", "Lagos", "Lima", "Oslo", "Quito", "Seoul", "Tunis", "Vilnius", "Accra", "Hanoi",
    "Porto",
];
const PEOPLE: [&str; 10] = [
    "Ada Okafor",
    "Tomasz Wilk",
    "Ines Moreau",
    "Mei Tanaka",
    "Ravi Menon",
    "Lena Vogt",
    "Omar Haddad",
    "Sofia Rossi",
    "Jon Berg",
    "Nora Quist",
];

/// Pseudo-random numbers: `SplitMix64` (Steele, Lea and Flood, 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    /// One of these, the first ones far more often than the last.
    fn pick<'w, T: ?Sized>(&mut self, words: &[&'w T]) -> &'w T {
        let n = words.len() as u64;
        let at = self.below(n).min(self.below(n)) as usize;
        words[at.min(words.len() - 1)]
    }
}

/// Puts `count` made-up claims into a workspace, in documents of 25 each. `step` is told how many are in.
///
/// # Errors
/// When the workspace takes no writes.
pub fn bench_data(workspace: &Workspace, count: u32, step: &mut dyn FnMut(u32)) -> Result<()> {
    let mut dice = Dice(7);
    let documents = count.div_ceil(A_DOCUMENT);
    for first in (0..documents).step_by(AN_OPERATION as usize) {
        let last = (first + AN_OPERATION).min(documents);
        workspace.write(OperationKind::BenchData, |edit| {
            for document in first..last {
                let claims = A_DOCUMENT.min(count - document * A_DOCUMENT);
                add_document(edit, document, claims, &mut dice)?;
            }
            Ok(())
        })?;
        step((last * A_DOCUMENT).min(count));
    }
    Ok(())
}

fn add_document(edit: &mut assay_store::Edit<'_>, number: u32, claims: u32, dice: &mut Dice) -> Result<()> {
    let mut text = String::new();
    let mut lines = Vec::new();
    for _ in 0..claims {
        let start = text.chars().count() as u32;
        let (a, b, place) = (dice.pick(&WORDS), dice.pick(&WORDS), dice.pick(&PLACES));
        let _ = write!(
            text,
            "The {a} in {place} counted {} {b} reports in {}.",
            dice.below(9000) + 10,
            1990 + dice.below(34)
        );
        let end = text.chars().count() as u32;
        text.push_str("\n\n");
        lines.push(Span { start, end });
    }
    let imported = ImportedText {
        blocks: lines
            .iter()
            .map(|s| Block { kind: BlockKind::Paragraph, start: s.start, end: s.end })
            .collect(),
        metadata: Metadata {
            title: format!("Made-up report {}", number + 1),
            publisher: Some(format!("{} Post", dice.pick(&PLACES))),
            language: Some("en".into()),
            ..Metadata::default()
        },
        encoding: "UTF-8".into(),
        media_type: "text/plain".into(),
        text,
    };
    let sentences: Vec<NewSentence> = lines
        .iter()
        .map(|span| NewSentence { span: *span, block: BlockKind::Paragraph, score: 0.5 })
        .collect();
    let original = imported.text.as_bytes();
    let (_, revision) = edit.add_document(&NewDocument {
        imported: &imported,
        sentences: &sentences,
        original,
        file_name: None,
    })?;
    let index = TextIndex::new(&imported.text);
    for line in lines {
        let span = Span { start: line.start, end: line.end - 1 };
        let quoted = index
            .quote(span)
            .ok_or_else(|| Error::new(Code::Internal, "A made-up span is outside its text."))?;
        let claimant = (dice.below(3) == 0).then(|| dice.pick(&PEOPLE).to_owned());
        let key = edit.add_claim(&NewClaim {
            label: quoted.exact.split_whitespace().take(4).collect::<Vec<_>>().join(" "),
            statement: format!("{}.", quoted.exact),
            kind: ClaimKind::ALL[dice.below(ClaimKind::ALL.len() as u64) as usize],
            status: Status::Open,
            mode: if claimant.is_some() { Mode::Paraphrase } else { Mode::Own },
            claimant,
            priority: Priority::ALL[dice.below(4) as usize],
            score: Some(dice.below(1000) as f64 / 1000.0),
            reasons: vec!["made up".into()],
            values: Vec::new(),
        })?;
        edit.add_mention(key, revision, &quoted)?;
        let verdict = (dice.below(2) == 0).then(|| Verdict::ALL[dice.below(5) as usize]);
        if let Some(verdict) = verdict {
            let fields = edit.claim_fields(key)?;
            edit.set_claim(
                key,
                &assay_store::ClaimFields { verdict: Some(verdict), status: Status::InProgress, ..fields },
            )?;
        }
    }
    Ok(())
}
