//! Persons in the order they are spoken of: whom “he” and “she” may mean, and when that cannot be told.

/// At most so many persons are remembered, the latest.
const MOST: usize = 12;

/// In how many sentences before this one somebody may stand whom a pronoun means, where nobody nearer fits.
const REACH: usize = 2;

/// Somebody spoken of.
#[derive(Debug, Clone)]
struct Seen {
    /// Nothing for “the man”: somebody, but nobody known by name.
    name: Option<String>,
    female: Option<bool>,
    /// The sentence, counted from the first.
    sentence: usize,
    /// The token there.
    at: usize,
}

#[derive(Debug, Default)]
pub(super) struct Persons {
    seen: Vec<Seen>,
    /// The name seen last that may be a person's; its sentence, counted from the first, and its token.
    doubtful: Option<(String, usize, usize)>,
    sentence: usize,
    /// Whether “he”, and whether “she”, stands in this sentence.
    he: bool,
    she: bool,
}

impl Persons {
    pub(super) fn end_sentence(&mut self) {
        for (there, female) in [(self.he, false), (self.she, true)] {
            if there {
                self.keep(female);
            }
        }
        (self.he, self.she) = (false, false);
        self.sentence += 1;
    }

    /// Somebody is named at token `at` of this sentence.
    pub(super) fn add(&mut self, name: &str, female: Option<bool>, at: usize) {
        let known = self.seen.iter().position(|s| s.name.as_deref() == Some(name));
        let known = known.map(|k| self.seen.remove(k));
        // In the sentence at hand the first place counts.
        let at = known.as_ref().filter(|k| k.sentence == self.sentence).map_or(at, |k| k.at.min(at));
        let female = known.and_then(|k| k.female).or(female);
        self.push(Seen { name: Some(name.to_owned()), female, sentence: self.sentence, at });
    }

    /// “the man”
    pub(super) fn add_unnamed(&mut self, female: Option<bool>, at: usize) {
        self.seen.retain(|s| s.name.is_some() || s.female != female);
        self.push(Seen { name: None, female, sentence: self.sentence, at });
    }

    /// A name at token `at` of this sentence that may be a person's, and may be anything.
    pub(super) fn doubt(&mut self, name: &str, at: usize) {
        if self.doubtful.as_ref().is_none_or(|(_, n, _)| *n < self.sentence) {
            self.doubtful = Some((name.to_owned(), self.sentence, at));
        }
    }

    fn push(&mut self, seen: Seen) {
        if self.seen.len() >= MOST {
            self.seen.remove(0);
        }
        self.seen.push(seen);
    }

    /// “He” or “she” stands in this sentence.
    pub(super) fn pronoun(&mut self, female: bool) {
        self.he |= !female;
        self.she |= female;
    }

    /// Whoever a pronoun of this sentence may mean is still spoken of.
    fn keep(&mut self, female: bool) {
        let now = self.sentence;
        let fits = |s: &Seen| s.female.is_none_or(|f| f == female);
        let nearest = self.seen.iter().filter(|s| fits(s) && s.sentence < now).map(|s| s.sentence).max();
        let Some(nearest) = nearest.filter(|n| n + REACH >= now) else { return };
        for seen in self.seen.iter_mut().filter(|s| s.sentence == nearest && fits(s)) {
            seen.sentence = now;
        }
    }

    /// Who may be meant at token `at` of this sentence.
    fn fitting(&self, female: bool, at: usize, reach: usize) -> impl Iterator<Item = &Seen> {
        let floor = self.sentence.saturating_sub(reach);
        let before = move |s: &&Seen| s.sentence < self.sentence || s.at <= at;
        let near = self.seen.iter().filter(move |s| s.sentence >= floor).filter(before);
        near.filter(move |s| s.female.is_none_or(|f| f == female))
    }

    /// Whom a pronoun at token `at` means: the only one near whom it fits, or nobody.
    pub(super) fn meant(&self, female: bool, at: usize) -> Meant<'_> {
        for reach in 1..=REACH {
            let mut fitting = self.fitting(female, at, reach);
            match (fitting.next(), fitting.next()) {
                (None, _) => {}
                (Some(one), None) => {
                    // Somebody whose gender no word tells is meant only if nobody else in reach may be.
                    let doubt = one.female.is_none()
                        && (self.fitting(female, at, REACH).count() > 1 || self.may_be_other(one, at))
                        || self.is_nearer(one, at);
                    return one.name.as_deref().filter(|_| !doubt).map_or(Meant::Open, Meant::One);
                }
                _ => return Meant::Open,
            }
        }
        Meant::Nobody
    }

    /// Whether another name in reach may be a person's.
    fn may_be_other(&self, one: &Seen, at: usize) -> bool {
        self.doubtful.as_ref().is_some_and(|(name, n, k)| {
            n + REACH >= self.sentence && (*n < self.sentence || *k <= at) && one.name.as_ref() != Some(name)
        })
    }

    /// “Ines Moreau is banned. Halldóra Njie, 26, joined in 2022. She has …”: whether a name that may be a person's stands in a
    /// later sentence.
    fn is_nearer(&self, one: &Seen, at: usize) -> bool {
        self.doubtful.as_ref().is_some_and(|(name, n, k)| {
            *n > one.sentence && (*n < self.sentence || *k <= at) && one.name.as_ref() != Some(name)
        })
    }

    /// Whether one of those who may be meant is this person, and surely of this gender.
    pub(super) fn may_mean(&self, name: &str, female: bool, at: usize) -> bool {
        self.fitting(female, at, REACH).any(|s| s.name.as_deref() == Some(name) && s.female == Some(female))
    }
}

/// What can be told of a pronoun.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meant<'n> {
    /// Nobody near fits.
    Nobody,
    One(&'n str),
    /// More than one fits, or somebody without a name.
    Open,
}
