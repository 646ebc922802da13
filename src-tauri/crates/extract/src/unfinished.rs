//! Quotations that run over paragraphs: who speaks is often said only where they end.

use assay_model::claim::Mode;
use assay_model::found::{FoundClaimant, Quotation, Speaker};

use crate::attribution::Said;
use crate::mentions::Joined;
use crate::quotes::Quote;

/// More quoted sentences than this do not wait for their speaker: the mark that would end them is missing.
const MOST: usize = 40;

/// What stands in a quotation whose speaker is still to come.
#[derive(Debug, Default)]
pub(crate) struct Unfinished {
    quotations: Vec<usize>,
    claims: Vec<usize>,
    /// Its last mark has been read: only the very next words can still tell.
    pub(crate) closed: bool,
}

impl Unfinished {
    /// Has a quotation, or a claim in it, wait.
    pub(crate) fn wait(&mut self, quotation: Option<usize>, claim: Option<usize>) {
        if self.quotations.len() + self.claims.len() < MOST {
            self.quotations.extend(quotation);
            self.claims.extend(claim);
        }
    }

    /// Gives all that waits its speaker.
    pub(crate) fn spoken(self, said: &Said, quotations: &mut [Quotation], claims: &mut Joined) {
        let Some((name, place)) = said.name.clone().zip(said.place) else { return };
        for n in self.quotations {
            if let Some(quotation) = quotations.get_mut(n) {
                quotation.speaker = Some(Speaker { start: place.start, end: place.end, name: name.clone() });
            }
        }
        for n in self.claims {
            if let Some(claim) = claims.get_mut(n) {
                let mode = claim.claimant.as_ref().map_or(Mode::Quote, |c| c.mode);
                claim.claimant =
                    Some(FoundClaimant { name: name.clone(), start: place.start, end: place.end, mode });
            }
        }
    }
}

/// Whether something said stands in a quotation that is not whole in its block, and nobody is said to have said it.
/// `open` if the block before left one open: a mark at the start of this block goes on with it.
pub(crate) fn waits(said: &Said, quotes: &[Quote], open: bool) -> bool {
    said.cue.is_none() && quotes.iter().any(|q| (!q.closed || goes_on(q, open)) && touches(said, q))
}

/// Whether something said with its speaker ends a quotation that began in an earlier block.
pub(crate) fn ends(said: &Said, quotes: &[Quote]) -> bool {
    said.cue.is_some() && said.place.is_some() && quotes.iter().any(|q| goes_on(q, true) && touches(said, q))
}

fn goes_on(quote: &Quote, open: bool) -> bool {
    !quote.opened || open && quote.from <= 1
}

fn touches(said: &Said, quote: &Quote) -> bool {
    said.content.start < quote.to && quote.from < said.content.end
}
