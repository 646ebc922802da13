//! People who work in a workspace.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::PersonId;

/// A person who checks or reviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name, unique in the workspace.
    pub name: String,
    /// Their initials, where they are not those of the name.
    pub initials: Option<String>,
    /// Claims that they check, dismissed ones left out.
    pub checks: u32,
    /// Claims that they review, dismissed ones left out.
    pub reviews: u32,
}

/// The initials of a name: of the first and the last word, upper case.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|w| w.chars().next());
    let last = words.next_back().and_then(|w| w.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn initials_are_of_the_first_and_last_word() {
        for (name, expected) in [("Ines Moreau", "IM"), ("ada", "A"), ("Jan van den Berg", "JB"), ("", "")] {
            assert_eq!(super::initials(name), expected);
        }
    }
}
