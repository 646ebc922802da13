//! Notes for people: a heading for each document and each claim, and a list of the sources at the end.
//!
//! Every word that came from outside is escaped, so that it shows as it is and can begin no heading, list, link, code
//! or markup of the notes (after `CommonMark` 0.31: any ASCII punctuation may be escaped by a backslash).

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use assay_model::claim::Claim;
use assay_model::document::DocumentSummary;
use assay_model::evidence::{Evidence, Source};
use assay_model::id::{ClaimId, DocumentId, SourceId};
use assay_model::note::NoteKind;
use assay_model::scale::OWN;
use assay_model::verdict::{Finding, Status};

use crate::confidential::{Cleared, origins};
use crate::set::{ExportSet, web_address};
use crate::steps::Steps;
use crate::{ExportError, Exported, warnings};

pub(crate) fn export(set: &Cleared, steps: &Steps<'_>) -> Result<Exported, ExportError> {
    let mut notes = Notes { out: String::new(), set, ids: set.ids(), steps };
    notes.all()?;
    let warnings = warnings::of_any_format(set, &set.claims, true, steps)?;
    Ok(Exported { bytes: notes.out.into_bytes(), records: set.claims.len(), warnings })
}

struct Notes<'s> {
    out: String,
    set: &'s Cleared,
    /// The claims that go out.
    ids: HashSet<ClaimId>,
    steps: &'s Steps<'s>,
}

impl Notes<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// An item `- name: value`, if there is a value.
    fn item(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|v| !v.trim().is_empty()) {
            self.line(&format!("- {name}: {}", inline(value)));
        }
    }

    fn all(&mut self) -> Result<(), ExportError> {
        let set = self.set;
        self.line(&format!("# {}: claims\n", inline(&set.workspace)));
        self.line(&format!("- Exported: {}", set.exported.to_rfc3339()));
        self.line(&format!("- Claims: {}", set.claims.len()));
        self.item("Query", set.query.as_deref());
        self.item("Head of the log", Some(&set.head));
        let mut first_in: HashMap<Option<DocumentId>, Vec<&Claim>> = HashMap::new();
        let known = set.by_id();
        for claim in &set.claims {
            let document = claim.mentions.first().map(|m| m.document).filter(|d| known.contains_key(d));
            first_in.entry(document).or_default().push(claim);
        }
        for document in &set.documents {
            if let Some(claims) = first_in.remove(&Some(document.id)) {
                self.document(document);
                self.claims(&claims)?;
            }
        }
        if let Some(claims) = first_in.remove(&None) {
            self.line("\n## Without a document");
            self.claims(&claims)?;
        }
        self.sources()
    }

    fn document(&mut self, document: &DocumentSummary) {
        let metadata = &document.metadata;
        self.line(&format!("\n## {} {}\n", document.reference, inline(&metadata.title)));
        self.item("By", Some(&metadata.authors.join(", ")));
        self.item("Publisher", metadata.publisher.as_deref());
        self.item("Published", metadata.published.as_ref().map(ToString::to_string).as_deref());
        if let Some(url) = &metadata.url {
            self.line(&format!("- Address: {}", link(url)));
        }
        self.item("SHA-256", Some(&document.sha256));
    }

    fn claims(&mut self, claims: &[&Claim]) -> Result<(), ExportError> {
        for claim in claims {
            self.steps.next()?;
            self.claim(claim);
        }
        Ok(())
    }

    fn claim(&mut self, claim: &Claim) {
        let (set, row) = (self.set, &claim.row);
        self.line(&format!("\n### {} {}\n", inline(&row.reference.to_string()), inline(&row.label)));
        self.line(&format!("{}\n", sentence(&row.statement)));
        match set.rating(claim) {
            Some((scale, rating)) if scale.word != OWN => self.line(&format!(
                "- Verdict: **{}** ({}: {})",
                inline(&rating.name),
                inline(&scale.name),
                rating.verdict.label()
            )),
            _ => self.line(&format!("- Verdict: **{}**", inline(set.verdict_name(claim).unwrap_or("none")))),
        }
        if let Some(said) = row.said {
            self.line(&format!("- Was it said? {}", said.label()));
        }
        self.line(&format!("- Status: {}", row.status.label()));
        self.item("Claimant", row.claimant.as_deref());
        if row.claimant.is_some() {
            self.line(&format!("- In whose words: {}", row.mode.label()));
        }
        self.line(&format!("- Kind: {}", row.kind.label()));
        for value in &claim.values {
            let normal =
                value.modifier.map_or_else(String::new, |m| format!("{} ", m.label())) + &value.value;
            self.line(&format!("- Value: {} ({})", inline(&value.text), inline(&normal)));
        }
        self.item("Found", row.found.as_deref());
        self.item("Tags", Some(&claim.tags.join(", ")));
        let related = ExportSet::relations(claim, &self.ids);
        let relations: Vec<String> = related.map(|r| format!("{} {}", r.kind.label(), r.reference)).collect();
        self.item("Relations", Some(&relations.join("; ")));
        if set.options.people {
            self.item("Checker", row.checker.as_deref());
            self.item("Reviewer", claim.reviewer.as_deref());
        }
        if let Some(at) = claim.signed_off_at.filter(|_| row.status == Status::SignedOff) {
            let by = claim.signed_off_by.as_deref().filter(|_| set.options.people);
            let by = by.map_or_else(String::new, |name| format!(" by {}", inline(name)));
            self.line(&format!("- Signed off: {}{by}", at.to_rfc3339()));
        }
        for mention in &claim.mentions {
            self.line(&format!(
                "\n{}, characters {} to {}:\n",
                mention.document_ref, mention.start, mention.end
            ));
            self.quote(&mention.exact, "");
        }
        if let Some(rationale) = set.rationale(claim) {
            self.line(&format!("\n**Rationale.** {}", paragraphs(rationale)));
        }
        if set.options.rationale && !claim.rationale_said.trim().is_empty() {
            self.line(&format!("\n**Was it said?** {}", paragraphs(&claim.rationale_said)));
        }
        if let Some(evidence) = set.evidence(claim) {
            self.all_evidence(evidence, set.withheld(claim));
        }
        if set.options.notes && !claim.note_items.is_empty() {
            self.line("\n**Notes**\n");
            for note in &claim.note_items {
                let kind = if note.kind == NoteKind::Question { "Question to the author" } else { "Note" };
                let by =
                    if set.options.people { format!(" by {}", inline(&note.author)) } else { String::new() };
                self.line(&format!("- {kind}{by}, {}: {}", note.written.date(), inline(&note.text)));
                if let Some(answer) = &note.answer {
                    self.line(&format!("- Answer: {}", inline(answer)));
                }
            }
        }
    }

    /// The items with their number, and how many are withheld.
    fn all_evidence(&mut self, evidence: &[Evidence], withheld: usize) {
        let number = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
        let there = (!evidence.is_empty())
            .then(|| format!("{}, {}", number(evidence.len(), "item"), number(origins(evidence), "origin")));
        let source = if withheld == 1 { "a confidential source" } else { "confidential sources" };
        let left_out =
            (withheld > 0).then(|| format!("withheld: {} from {source}", number(withheld, "item")));
        let parts: Vec<String> = there.into_iter().chain(left_out).collect();
        if !parts.is_empty() {
            self.line(&format!("\n**Evidence.** {}\n", parts.join("; ")));
        }
        for piece in evidence {
            self.evidence(piece);
        }
    }

    fn evidence(&mut self, evidence: &Evidence) {
        let finding = if evidence.finding == Finding::Said { " (that it was said)" } else { "" };
        let stance = evidence.stance.label();
        let place = evidence.locator.as_deref().map_or_else(String::new, |l| format!(" {}.", inline(l)));
        let source = described(&evidence.source);
        self.line(&format!("- \\[{}\\] {stance}{finding}: {source}{place}", evidence.number));
        if let Some(quote) = evidence.quote.as_deref().filter(|q| !q.trim().is_empty()) {
            self.line("");
            self.quote(quote, "  ");
        }
    }

    fn quote(&mut self, text: &str, indent: &str) {
        for line in lines(text) {
            self.line(format!("{indent}> {line}").trim_end());
        }
    }

    /// Each source once, with the claims that rest on it.
    fn sources(&mut self) -> Result<(), ExportError> {
        if !self.set.options.evidence {
            return Ok(());
        }
        let mut seen: Vec<(SourceId, &Source, Vec<String>)> = Vec::new();
        let mut places = HashMap::new();
        for claim in &self.set.claims {
            self.steps.next()?;
            for evidence in &claim.evidence_items {
                let source = &evidence.source;
                let at = *places.entry(source.id).or_insert_with(|| {
                    seen.push((source.id, source, Vec::new()));
                    seen.len() - 1
                });
                let reference = claim.row.reference.to_string();
                if let Some((_, _, claims)) = seen.get_mut(at)
                    && claims.last() != Some(&reference)
                {
                    claims.push(reference);
                }
            }
        }
        if seen.is_empty() {
            return Ok(());
        }
        self.line("\n## Sources\n");
        for (number, (_, source, claims)) in seen.iter().enumerate() {
            self.line(&format!(
                "{}. {} Used for {}.",
                number + 1,
                described(source),
                inline(&claims.join(", "))
            ));
        }
        Ok(())
    }
}

/// A source on one line: title, publisher, dates, whether primary, address.
fn described(source: &Source) -> String {
    let mut out = inline(&source.title);
    let mut add = |part: &str| {
        let _ = write!(out, ", {part}");
    };
    if let Some(author) = &source.author {
        add(&inline(author));
    }
    if let Some(publisher) = &source.publisher {
        add(&inline(publisher));
    }
    if let Some(published) = &source.published {
        add(&published.to_string());
    }
    add(if source.primary { "primary source" } else { "secondary source" });
    if let Some(accessed) = &source.accessed {
        add(&format!("read {accessed}"));
    }
    if let Some(url) = &source.url {
        add(&link(url));
    }
    out + "."
}

/// An address as a link, if it is one of the web; else as text.
fn link(url: &str) -> String {
    web_address(url).map_or_else(|| inline(url), |url| format!("<{url}>"))
}

/// Outside text on one line, within a line of the notes.
pub(crate) fn inline(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    let joined = words.join(" ");
    let mut out = String::with_capacity(joined.len() + 8);
    for c in joined.chars() {
        if "\\`*_[]<>{}#|~&$^!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Outside text on a line of its own: nothing at its beginning may make it a list, a rule or a heading.
pub(crate) fn sentence(text: &str) -> String {
    let line = inline(text);
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if line.starts_with(['-', '+', '=']) {
        format!("\\{line}")
    } else if digits > 0 && line.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')'])) {
        let (number, rest) = line.split_at(digits);
        format!("{number}\\{rest}")
    } else {
        line
    }
}

/// The lines of an outside text, each fit to stand alone.
fn lines(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(['\n', '\r']).map(sentence)
}

/// Paragraphs of an outside text: its line ends kept as ends of paragraphs.
pub(crate) fn paragraphs(text: &str) -> String {
    let lines: Vec<String> = lines(text).filter(|l| !l.is_empty()).collect();
    lines.join("\n\n")
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
