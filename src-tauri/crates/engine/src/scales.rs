//! Verdict scales: those that come with Assay, and a desk's own.

use std::collections::HashMap;

use assay_model::operation::OperationKind;
use assay_model::scale::{self, Rating, RatingRef, Scale, word_of};
use assay_model::verdict::Verdict;
use assay_store::Edit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::reopen::{reopen_fields, substance_changed};
use crate::workspace::{Outcome, Workspace};

/// A scale with how it is used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ScaleUse {
    /// The scale.
    pub scale: Scale,
    /// Claims are judged by it.
    pub active: bool,
    /// How many claims each of its values was given, in their order. Assay's own five are not counted.
    pub claims: Vec<u32>,
}

/// A scale as a person fills it in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ScaleDraft {
    /// The word of the scale to change; none for a new one.
    pub word: Option<String>,
    /// Its name.
    pub name: String,
    /// Whose it is and what it is for.
    pub description: String,
    /// Its values in order. One without a word is new and gets it from its name.
    pub ratings: Vec<Rating>,
    /// For each value that goes and was given to claims, by its word: the value that replaces it there.
    pub replacements: HashMap<String, RatingRef>,
}

/// The five that a value of a scale stands for, and the value as a claim keeps it: nothing for Assay's own.
pub(crate) fn judged_by(
    edit: &Edit<'_>,
    rating: Option<&RatingRef>,
) -> Result<(Option<Verdict>, Option<RatingRef>)> {
    let Some(rating) = rating else { return Ok((None, None)) };
    let scales = with_own(edit.own_scales()?);
    let scale = scales.iter().find(|s| s.word == rating.scale).ok_or_else(|| no_scale(&rating.scale))?;
    let found = scale.rating(&rating.rating).ok_or_else(|| {
        let words: Vec<&str> = scale.ratings.iter().map(|r| r.word.as_str()).collect();
        Error::invalid("rating", format!("“{}” is not a value of {}.", rating.rating, scale.name))
            .hint(format!("Its values are: {}.", words.join(", ")))
    })?;
    Ok((Some(found.verdict), Some(rating.clone()).filter(|r| r.scale != scale::OWN)))
}

/// What a message calls a value: its name where the scale comes with Assay, else its word.
pub(crate) fn rating_name(rating: &RatingRef) -> String {
    let built_in = scale::built_in().iter().find(|s| s.word == rating.scale);
    built_in.and_then(|s| s.rating(&rating.rating)).map_or_else(|| rating.rating.clone(), |r| r.name.clone())
}

pub(crate) fn with_own(own: Vec<Scale>) -> Vec<Scale> {
    scale::built_in().iter().cloned().chain(own).collect()
}

fn no_scale(word: &str) -> Error {
    Error::new(Code::NotFound, format!("There is no scale “{word}”.")).at("scale")
}

impl Workspace {
    /// Every scale there is: those that come with Assay, then the workspace's own.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn all_scales(&self) -> Result<Vec<Scale>> {
        Ok(with_own(self.store.reader()?.own_scales()?))
    }

    /// The scale that claims are judged by.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn scale(&self) -> Result<Scale> {
        let word: Option<String> = self.store.reader()?.setting("scale")?;
        let mut scales = self.all_scales()?;
        let at = word.and_then(|w| scales.iter().position(|s| s.word == w)).unwrap_or(0);
        Ok(scales.swap_remove(at))
    }

    /// Every scale with how it is used.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn scales(&self) -> Result<Vec<ScaleUse>> {
        let active = self.scale()?.word;
        let counts: HashMap<RatingRef, u32> = self.store.reader()?.rating_counts()?.into_iter().collect();
        let used = |scale: Scale| {
            let count = |r: &Rating| {
                let rating = RatingRef { scale: scale.word.clone(), rating: r.word.clone() };
                counts.get(&rating).copied().unwrap_or(0)
            };
            ScaleUse {
                claims: scale.ratings.iter().map(count).collect(),
                active: scale.word == active,
                scale,
            }
        };
        Ok(self.all_scales()?.into_iter().map(used).collect())
    }

    /// Adds a scale, or changes one of the workspace's own. Claims that were given a value which goes are given its
    /// replacement; verdicts follow what their values stand for; signed-off claims whose verdict changes are reopened.
    ///
    /// # Errors
    /// When the scale cannot be judged by, comes with Assay, or a value in use goes without a replacement.
    pub fn save_scale(&self, draft: &ScaleDraft) -> Result<Outcome> {
        if draft.word.as_ref().is_some_and(|word| scale::built_in().iter().any(|s| s.word == *word)) {
            return Err(Error::invalid("word", "This scale comes with Assay and cannot be changed.")
                .hint("Make a copy of it under another name."));
        }
        let mut scale = Scale {
            word: draft.word.clone().unwrap_or_default(),
            name: draft.name.trim().to_owned(),
            description: draft.description.trim().to_owned(),
            built_in: false,
            ratings: draft.ratings.clone(),
        };
        for rating in &mut scale.ratings {
            rating.name = rating.name.trim().to_owned();
        }
        name_values(&mut scale.ratings);
        scale.check().map_err(|e| Error::invalid(&e.field, e.message))?;
        let message = format!("Scale “{}” saved", scale.name);
        let written = self.write(OperationKind::EditScale, |edit| {
            let own = edit.own_scales()?;
            let before = own.iter().find(|s| s.word == scale.word);
            if draft.word.is_some() && before.is_none() {
                return Err(no_scale(&scale.word));
            }
            let same = |s: &Scale| s.word != scale.word && s.name.to_lowercase() == scale.name.to_lowercase();
            if scale::built_in().iter().chain(&own).any(same) {
                return Err(Error::invalid("name", format!("There already is a scale “{}”.", scale.name)));
            }
            let old = before.map(|s| s.ratings.clone()).unwrap_or_default();
            if draft.word.is_none() {
                scale.word = new_word(&scale.name, &own);
            }
            edit.set_scale(&scale)?;
            self.rate_again(edit, &scale.word, &old, &draft.replacements)
        })?;
        Ok(Outcome { operation: written.operation, claims: written.value, message })
    }

    /// Takes a scale of the workspace's own away.
    ///
    /// # Errors
    /// When it comes with Assay, claims are judged by it now, or one of its values is in use without a replacement.
    pub fn remove_scale(&self, word: &str, replacements: &HashMap<String, RatingRef>) -> Result<Outcome> {
        if scale::built_in().iter().any(|s| s.word == word) {
            return Err(Error::invalid("scale", "This scale comes with Assay and cannot be removed."));
        }
        let mut name = String::new();
        let written = self.write(OperationKind::EditScale, |edit| {
            let own = edit.own_scales()?;
            let scale = own.iter().find(|s| s.word == word).ok_or_else(|| no_scale(word))?;
            if edit.setting::<String>("scale")?.is_some_and(|chosen| chosen == word) {
                return Err(Error::invalid("scale", "Claims are judged by this scale.")
                    .hint("Choose another scale for the workspace first."));
            }
            name.clone_from(&scale.name);
            edit.remove_scale(word)?;
            self.rate_again(edit, word, &scale.ratings, replacements)
        })?;
        let message = format!("Scale “{name}” removed");
        Ok(Outcome { operation: written.operation, claims: written.value, message })
    }

    /// Brings claims that were given values of a scale in line with it; says how many it changed.
    fn rate_again(
        &self,
        edit: &mut Edit<'_>,
        scale: &str,
        before: &[Rating],
        replacements: &HashMap<String, RatingRef>,
    ) -> Result<u32> {
        let now = edit.own_scales()?.into_iter().find(|s| s.word == scale);
        let mut changed = 0;
        for old in before {
            let was = RatingRef { scale: scale.to_owned(), rating: old.word.clone() };
            let stays = now.as_ref().and_then(|s| s.rating(&old.word));
            if stays.is_some_and(|r| r.verdict == old.verdict) {
                continue;
            }
            let claims = edit.rated(&was)?;
            if claims.is_empty() {
                continue;
            }
            let new = match (stays, replacements.get(&old.word)) {
                (Some(_), _) => was.clone(),
                (None, Some(new)) => new.clone(),
                (None, None) => {
                    let count =
                        if claims.len() == 1 { "1 claim".into() } else { format!("{} claims", claims.len()) };
                    return Err(Error::new(
                        Code::NeedsReplacement,
                        format!("“{}” is the verdict of {count}.", old.name),
                    )
                    .at("ratings")
                    .hint("Say which value replaces it there."));
                }
            };
            let (verdict, rating) = judged_by(edit, Some(&new))?;
            for claim in claims {
                let before = self.fields_in(edit, claim)?;
                let mut after = before.clone();
                (after.verdict, after.rating) = (verdict, rating.clone());
                if let Some(why) = substance_changed(&before, &after) {
                    reopen_fields(&mut after, &why);
                }
                changed += u32::from(edit.set_claim(claim, &after)?);
            }
        }
        Ok(changed)
    }
}

/// A word for a scale from its name that no scale has yet.
fn new_word(name: &str, own: &[Scale]) -> String {
    let base = Some(word_of(name)).filter(|w| !w.is_empty()).unwrap_or_else(|| "scale".to_owned());
    let taken = |word: &String| scale::built_in().iter().chain(own).any(|s| s.word == *word);
    let numbered = (2..).map(|n| format!("{base}-{n}"));
    std::iter::once(base.clone()).chain(numbered).find(|w| !taken(w)).unwrap_or(base)
}

/// Gives values without a word one from their name.
fn name_values(ratings: &mut [Rating]) {
    let mut taken: Vec<String> = ratings.iter().map(|r| r.word.clone()).filter(|w| !w.is_empty()).collect();
    for rating in ratings.iter_mut().filter(|r| r.word.is_empty()) {
        let base =
            Some(word_of(&rating.name)).filter(|w| !w.is_empty()).unwrap_or_else(|| "value".to_owned());
        let numbered = (2..).map(|n| format!("{base}-{n}"));
        rating.word =
            std::iter::once(base.clone()).chain(numbered).find(|w| !taken.contains(w)).unwrap_or_default();
        taken.push(rating.word.clone());
    }
}
