//! Claims: listed, made, signed off.

use assay_engine::{Code, NewClaim, Outcome, PageRequest, Place, Workspace};
use assay_model::claim::ClaimRow;
use assay_model::id::{ClaimRef, DocumentRef};
use assay_model::query::parse;
use assay_model::verdict::Verdict;

use crate::arguments::{AddClaim, Claims, SignOff, Words};
use crate::claim_line::ClaimLine;
use crate::failure::{Failure, tell};
use crate::output::{Output, UNCHANGED, count, shown};
use crate::table::{Set, Table};

/// Lists what a query finds.
pub fn claims(workspace: &Workspace, asked: &Claims, out: &mut Output) -> Result<(), Failure> {
    let mut query = asked.query.join(" ");
    tell_slips(&query);
    let mut sort = asked.sort;
    if let Some(name) = &asked.view {
        let view = workspace.view_named(name)?;
        tell_slips(&view.query);
        // Written anew, so that no quote that it left open runs on.
        query = format!("{} {query}", parse(&view.query).0);
        sort = sort.or(Some(view.sort));
    }
    let sort = sort.unwrap_or_default();
    let most = asked.limit.map_or(usize::MAX, |n| n as usize);
    let mut request = PageRequest { query: query.clone(), sort, from: 0, limit: 1000, turn: None };
    if workspace.page(&PageRequest { limit: 0, ..request.clone() })?.unranked {
        let words = parse(&query).0.terms.iter().any(|term| term.key.is_none() && !term.negated);
        let why = if words { "words that so many claims have" } else { "a query without words" };
        tell(format_args!("warning: {why} cannot be ranked by relevance; the last edit goes first"));
    }
    if out.json() {
        for key in workspace.keys(&query, sort)?.into_iter().take(most) {
            match workspace.claim(key) {
                Ok(claim) => out.record(&ClaimLine::from(&claim))?,
                // Gone since the list was made.
                Err(error) if error.code == Code::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        return Ok(());
    }
    let mut rows = Vec::new();
    loop {
        let page = workspace.page(&request)?;
        let got = page.rows.len();
        rows.extend(page.rows);
        request.from += got as u32;
        if got == 0 || rows.len() >= most {
            break;
        }
    }
    rows.truncate(most);
    if !rows.is_empty() {
        out.table(&table(&rows))?;
    }
    out.line(count(rows.len(), "claim"))?;
    Ok(())
}

/// Names on standard error what in a query looks like a slip.
pub fn tell_slips(query: &str) {
    for hint in parse(query).1 {
        tell(format_args!("hint: {}", shown(&hint.message)));
    }
}

fn table(rows: &[ClaimRow]) -> Table {
    let mut table = Table::new(&[
        ("Ref", Set::Left),
        ("Claim", Set::Cut),
        ("Claimant", Set::Cut),
        ("Value", Set::Cut),
        ("Verdict", Set::Left),
        ("Status", Set::Left),
    ]);
    for row in rows {
        let voice = row.claimant.as_ref().or(row.document_name.as_ref());
        table.row([
            row.reference.to_string(),
            row.label.clone(),
            voice.cloned().unwrap_or_default(),
            row.value.clone().unwrap_or_default(),
            row.rating_name
                .clone()
                .unwrap_or_else(|| row.verdict.map_or("", Verdict::short_label).to_owned()),
            row.status.label().to_owned(),
        ]);
    }
    table
}

/// Keys of claims by their references, each once.
pub fn keys<'r>(
    workspace: &Workspace,
    references: impl IntoIterator<Item = &'r ClaimRef>,
) -> assay_engine::Result<Vec<i64>> {
    let mut keys = Vec::new();
    for reference in references {
        let key = workspace.claim_key(reference)?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

/// Says what was done to claims: in words, or the claims as they are now.
pub fn report(
    workspace: &Workspace,
    claims: &[i64],
    outcome: &Outcome,
    out: &mut Output,
) -> Result<(), Failure> {
    if out.json() {
        for key in claims {
            out.record(&ClaimLine::from(&workspace.claim(*key)?))?;
        }
    } else if outcome.operation.is_none() {
        out.line(UNCHANGED)?;
    } else {
        out.line(format_args!("{}.", shown(&outcome.message)))?;
    }
    Ok(())
}

/// A place by what was said of it.
pub fn place(document: DocumentRef, words: &Words) -> Place {
    Place { document: document.0, quote: words.quote.clone(), span: words.span }
}

/// Makes a claim.
pub fn add(workspace: &Workspace, asked: AddClaim, out: &mut Output) -> Result<(), Failure> {
    let (key, outcome) = workspace.create_claim(&NewClaim {
        place: place(asked.document, &asked.words),
        statement: asked.statement,
        label: asked.label,
        claimant: asked.claimant,
        kind: None,
    })?;
    report(workspace, &[key], &outcome, out)
}

/// Signs claims off.
pub fn sign_off(workspace: &Workspace, asked: &SignOff, out: &mut Output) -> Result<(), Failure> {
    let keys = keys(workspace, &asked.references)?;
    let outcome = workspace.sign_off(&keys, asked.name.as_deref(), true)?;
    warn_of_no_primary(workspace, &keys)?;
    report(workspace, &keys, &outcome, out)
}

/// Names the claims whose evidence has no primary source: signing off only asks for one.
pub fn warn_of_no_primary(workspace: &Workspace, claims: &[i64]) -> assay_engine::Result<()> {
    for key in claims {
        let row = workspace.claim(*key)?.row;
        if row.evidence > 0 && !row.has_primary {
            tell(format_args!("warning: {} has no primary source; the export will say so.", row.reference));
        }
    }
    Ok(())
}
