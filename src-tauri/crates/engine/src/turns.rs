//! Questions of a view in their turns: a newer one ends the one before it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use assay_store::Question;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::workspace::Workspace;

/// Who asks, and the how-manieth question it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Turn {
    /// The list, of one window, that shows the answer.
    pub view: String,
    /// Greater with each question that makes those before it of no use. Several may be of one turn, as pages of a list are.
    pub number: u32,
}

/// How many views are remembered: those of some windows, and of pages that were since loaded again.
const MOST: usize = 64;

/// The newest turn of each view, with the questions of it that are being answered.
#[derive(Debug, Default)]
pub(crate) struct Turns(Mutex<BTreeMap<String, Newest>>);

#[derive(Debug, Default)]
struct Newest {
    number: u32,
    /// Counts all questions, so that the view that was longest silent is the one to be forgotten.
    at: u64,
    asked: Vec<Arc<Question>>,
}

impl Turns {
    /// Answers a question in its turn; one without a turn is never ended.
    pub(crate) fn answer<T>(
        &self,
        turn: Option<&Turn>,
        answer: impl FnOnce(&Question) -> Result<T>,
    ) -> Result<T> {
        let Some(turn) = turn else { return answer(&Question::default()) };
        let question = self.begin(turn)?;
        let answered = answer(&question);
        self.end(turn, &question);
        // An answer that nobody waits for could be taken for that of the newer question.
        question.still_wanted()?;
        answered
    }

    fn begin(&self, turn: &Turn) -> Result<Arc<Question>> {
        let mut views = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = views.values().map(|newest| newest.at).max().unwrap_or(0) + 1;
        if !views.contains_key(&turn.view) && views.len() >= MOST {
            let silent = views.iter().filter(|(_, newest)| newest.asked.is_empty()).min_by_key(|(_, n)| n.at);
            let silent = silent.map(|(view, _)| view.clone());
            silent.map(|view| views.remove(&view));
        }
        let newest = views.entry(turn.view.clone()).or_default();
        if turn.number < newest.number {
            return Err(overtaken());
        }
        if turn.number > newest.number {
            newest.number = turn.number;
            newest.asked.drain(..).for_each(|question| question.overtake());
        }
        let question = Arc::new(Question::default());
        newest.asked.push(Arc::clone(&question));
        newest.at = at;
        Ok(question)
    }

    fn end(&self, turn: &Turn, question: &Arc<Question>) {
        let mut views = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(newest) = views.get_mut(&turn.view) {
            newest.asked.retain(|other| !Arc::ptr_eq(other, question));
        }
    }
}

impl Workspace {
    /// Ends the questions of a view that shows no answer any more: those before this turn.
    pub fn end_turns_before(&self, turn: &Turn) {
        // It may be late itself; then a newer question has ended them.
        let _ = self.turns.answer(Some(turn), |_| Ok(()));
    }
}

/// What a question says that a newer one has ended.
pub(crate) fn overtaken() -> Error {
    Error::new(Code::Overtaken, "A newer question came before the answer.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(view: &str, number: u32) -> Turn {
        Turn { view: view.to_owned(), number }
    }

    #[test]
    fn a_newer_question_ends_those_before_it_in_its_own_view_alone() {
        let turns = Turns::default();
        let [first, beside] = [1, 1].map(|number| turns.begin(&turn("list", number)).unwrap());
        let other = turns.begin(&turn("facets", 1)).unwrap();
        assert!(first.still_wanted().is_ok(), "pages of one list do not end each other");
        let newest = turns.begin(&turn("list", 2)).unwrap();
        assert!(first.still_wanted().is_err() && beside.still_wanted().is_err());
        assert!(newest.still_wanted().is_ok() && other.still_wanted().is_ok());
        assert_eq!(turns.begin(&turn("list", 1)).unwrap_err().code, Code::Overtaken, "it comes late");
    }

    #[test]
    fn an_answer_that_was_overtaken_is_not_given() {
        let turns = Turns::default();
        let late = turns.answer(Some(&turn("list", 1)), |_| {
            turns.answer(Some(&turn("list", 2)), |_| Ok(2))?;
            Ok(1)
        });
        assert_eq!(late.unwrap_err().code, Code::Overtaken);
        assert_eq!(turns.answer(None, |_| Ok(3)).unwrap(), 3);
    }

    #[test]
    fn views_that_are_gone_are_forgotten() {
        let turns = Turns::default();
        for view in 0..1000 {
            turns.answer(Some(&turn(&view.to_string(), 1)), |_| Ok(())).unwrap();
        }
        assert_eq!(turns.0.lock().unwrap().len(), MOST);
    }
}
