//! Mentions: added, moved, looked for.

use assay_engine::{Code, Error, FoundPlace, Outcome, Place, Workspace};
use serde_json::{Value as Json, json};

use crate::arguments::{AddMention, FindMentions, MentionVerb, MoveMention};
use crate::claims::{place, report};
use crate::failure::Failure;
use crate::output::{Output, count};
use crate::table::{Set, Table};

/// Does what is asked of mentions.
pub fn mentions(workspace: &Workspace, verb: &MentionVerb, out: &mut Output) -> Result<(), Failure> {
    match verb {
        MentionVerb::Add(asked) => add(workspace, asked, out),
        MentionVerb::Move(asked) => move_one(workspace, asked, out),
        MentionVerb::Find(asked) => find(workspace, asked, out),
    }
}

fn add(workspace: &Workspace, asked: &AddMention, out: &mut Output) -> Result<(), Failure> {
    let key = workspace.claim_key(&asked.reference)?;
    let outcome = workspace.add_mention(key, &place(asked.document, &asked.words))?;
    report(workspace, &[key], &outcome, out)
}

fn move_one(workspace: &Workspace, asked: &MoveMention, out: &mut Output) -> Result<(), Failure> {
    let key = workspace.claim_key(&asked.reference)?;
    let claim = workspace.claim(key)?;
    let mention = claim.mentions.get(asked.number as usize - 1).ok_or_else(|| {
        Error::new(Code::NotFound, format!("{} has no mention {}.", asked.reference, asked.number))
            .hint(format!("It has {}.", count(claim.mentions.len(), "mention")))
    })?;
    let to = place(mention.document_ref, &asked.words);
    let outcome = workspace.move_mention(key, mention.id, &to, false)?;
    report(workspace, &[key], &outcome, out)
}

fn find(workspace: &Workspace, asked: &FindMentions, out: &mut Output) -> Result<(), Failure> {
    let key = workspace.claim_key(&asked.reference)?;
    let mut places = Vec::new();
    let mut after = None;
    loop {
        let found = workspace.find_mentions(key, asked.words.as_deref(), after)?;
        places.extend(found.places);
        after = found.next;
        if after.is_none() {
            break;
        }
    }
    places.sort_by_key(|p| (p.known, std::cmp::Reverse(p.likeness), p.document, p.start));
    match &asked.add {
        None => list(&places, out),
        Some(numbers) => {
            let chosen = chosen(&places, numbers)?;
            let outcome = if chosen.is_empty() {
                Outcome { operation: None, claims: 0, message: String::new() }
            } else {
                workspace.add_mentions(key, &chosen)?
            };
            report(workspace, &[key], &outcome, out)
        }
    }
}

/// The places of these numbers; without numbers, those in which no word differs.
fn chosen(places: &[FoundPlace], numbers: &[u32]) -> Result<Vec<Place>, Error> {
    let as_place = |p: &FoundPlace| Place {
        document: p.document,
        quote: Some(p.exact.clone()),
        span: assay_model::span::Span::new(p.start, p.end),
    };
    if numbers.is_empty() {
        return Ok(places.iter().filter(|p| !p.known && same_words(p)).map(as_place).collect());
    }
    let one = |number: &u32| {
        let place = places.get(*number as usize - 1).ok_or_else(|| {
            Error::invalid("add", format!("There is no place {number}."))
                .hint(format!("{} found.", count(places.len(), "place")))
        })?;
        Ok(as_place(place))
    };
    numbers.iter().map(one).collect()
}

fn same_words(place: &FoundPlace) -> bool {
    use assay_model::occurrence::DifferenceSort::{Case, Hidden, Punctuation, Quotes, Spacing};
    place.differences.iter().all(|d| matches!(d.sort, Case | Hidden | Punctuation | Quotes | Spacing))
}

fn list(places: &[FoundPlace], out: &mut Output) -> Result<(), Failure> {
    if out.json() {
        return Ok((1..).zip(places).try_for_each(|(number, p)| out.record(&line(number, p)))?);
    }
    let mut table = Table::new(&[
        ("No.", Set::Right),
        ("Place", Set::Left),
        ("Like", Set::Right),
        ("Words", Set::Cut),
        ("Differs", Set::Cut),
    ]);
    for (number, place) in (1_u32..).zip(places) {
        let sentence = place.sentence.map(|n| format!(" S{n}")).unwrap_or_default();
        table.row([
            number.to_string(),
            format!("{}{sentence} {}..{}", place.document_ref, place.start, place.end),
            format!("{}%", place.likeness),
            place.exact.clone(),
            differs(place),
        ]);
    }
    if table.len() > 0 {
        out.table(&table)?;
    }
    let known = places.iter().filter(|p| p.known).count();
    let there = if known == 0 { String::new() } else { format!(", {known} of them mentions already") };
    out.line(format_args!("{}{there}", count(places.len(), "place")))?;
    Ok(())
}

/// “a mention already”, or what differs: “Number: 10 / 12, Capitals”.
fn differs(place: &FoundPlace) -> String {
    if place.known {
        return "a mention already".to_owned();
    }
    let words = place.differences.iter().map(|d| {
        let bare = [&d.ours, &d.theirs].iter().all(|w| !w.chars().any(char::is_alphanumeric));
        if bare {
            d.sort.label().to_owned()
        } else {
            format!("{}: {} / {}", d.sort.label(), dash(&d.ours), dash(&d.theirs))
        }
    });
    words.collect::<Vec<_>>().join(", ")
}

fn dash(words: &str) -> &str {
    if words.is_empty() { "–" } else { words }
}

fn line(number: u32, place: &FoundPlace) -> Json {
    json!({
        "number": number,
        "document": place.document_ref,
        "title": place.title,
        "sentence": place.sentence,
        "start": place.start,
        "end": place.end,
        "exact": place.exact,
        "likeness": place.likeness,
        "ours": place.ours,
        "differences": place.differences,
        "known": place.known,
    })
}
