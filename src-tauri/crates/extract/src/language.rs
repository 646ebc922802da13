//! Which language a text is in, and so which rules may read it.

/// Enough of a text to tell its language by, in bytes.
const SAMPLE: usize = 4096;

/// The language of a text as a two-letter code: what its metadata says, else what it looks like.
///
/// `None` when it cannot be told; a short text without metadata is often so.
pub(crate) fn detect(text: &str, told: Option<&str>) -> Option<String> {
    if let Some(code) = told {
        let primary = code.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
        if !primary.is_empty() {
            return Some(primary);
        }
    }
    let mut end = SAMPLE.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = text.get(..end)?;
    if reads_as_english(sample) {
        return Some("en".to_owned());
    }
    let info = whatlang::detect(sample);
    let guess = info.as_ref().map(|i| two_letters(i.lang()));
    let small = by_small_words(sample, guess);
    if let Some(info) = info.filter(whatlang::Info::is_reliable) {
        let code = two_letters(info.lang());
        // The letters of a headline may look like those of a language near to English; its small words settle it.
        let near = matches!(
            code,
            "af" | "da" | "de" | "es" | "fr" | "it" | "nb" | "nl" | "pl" | "pt" | "ro" | "ca" | "sv"
        );
        if !near || small.is_some() || sample.split_whitespace().count() >= SHORT {
            return Some(code.to_owned());
        }
    }
    small.map(str::to_owned)
}

/// Whether the small words of a text settle that it is English, at a small part of what it costs to compare its letters
/// with those of every language. Of running English one word in six is among them, of other languages hardly any.
fn reads_as_english(text: &str) -> bool {
    let (mut all, mut small) = (0, 0);
    for word in text.split_ascii_whitespace().take(ENOUGH) {
        all += 1;
        small += usize::from(matches!(
            word,
            "the"
                | "The"
                | "of"
                | "and"
                | "that"
                | "with"
                | "from"
                | "were"
                | "which"
                | "this"
                | "it"
                | "It"
                | "he"
                | "He"
                | "she"
                | "She"
                | "they"
                | "They"
                | "their"
                | "its"
                | "said"
                | "who"
                | "has"
                | "have"
                | "been"
                | "but"
                | "But"
                | "had"
                | "would"
                | "could"
                | "when"
                | "about"
                | "after"
        ));
    }
    all >= SHORT && small * 10 >= all
}

/// So many words are enough to tell English by.
const ENOUGH: usize = 240;

/// So many words of a short text are read.
const SHORT: usize = 60;

/// The language of a short text by the small words that each does not do without; none where they are English or absent.
fn by_small_words(text: &str, guess: Option<&'static str>) -> Option<&'static str> {
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '’' || c == '\''))
        .filter(|w| !w.is_empty())
        .take(SHORT)
        .collect();
    let guessed = LANGUAGES.iter().find(|(code, ..)| Some(*code) == guess);
    let mut english = 0;
    let mut scores = [0_u32; LANGUAGES.len()];
    let mut accented = false;
    let mut sure = false;
    for (n, raw) in words.iter().enumerate() {
        let word = raw.to_lowercase();
        let low = raw.chars().next().is_some_and(char::is_lowercase);
        accented |= low && word.chars().any(|c| !c.is_ascii() && c.is_alphabetic()) && !is_borrowed(&word);
        // “UN”, “Los Angeles”, “Le Pen” are names: a capital counts only at the start and before a small letter.
        let before_low = words
            .get(n + 1)
            .is_some_and(|w| w.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit()));
        if !(low || n == 0 && before_low) {
            // German has capitals everywhere: “Der Dax”.
            if n == 0 && matches!(word.as_str(), "der" | "die" | "das" | "ein" | "eine") {
                scores = LANGUAGES.map(|(code, ..)| u32::from(code == "de"));
            }
            continue;
        }
        // “at” and “for” are Danish too.
        let both = guessed
            .is_some_and(|(_, own, shared)| own.contains(&word.as_str()) || shared.contains(&word.as_str()));
        english += u32::from(ENGLISH.contains(&word.as_str()) && !both);
        for (score, (_, own, shared)) in scores.iter_mut().zip(LANGUAGES) {
            let known = own.contains(&word.as_str());
            sure |= known;
            *score += 2 * u32::from(known) + u32::from(shared.contains(&word.as_str()));
        }
    }
    let most = scores.iter().copied().max().unwrap_or_default();
    // “um” alone tells; “de” and “en” stand in names too.
    if sure && most >= 2 && most > 2 * english || most >= 3 && english == 0 {
        let best = |code: &str| LANGUAGES.iter().zip(scores).any(|((c, ..), s)| *c == code && s == most);
        return guess
            .filter(|g| best(g))
            .or_else(|| LANGUAGES.iter().zip(scores).find(|(_, s)| *s == most).map(|((code, ..), _)| *code));
    }
    // No word of English, and letters that it has not; or a dozen words without one of English.
    let in_or_a = words.iter().any(|w| matches!(*w, "in" | "a" | "an" | "no" | "but" | "or" | "out" | "up"));
    let foreign = english == 0 && (accented || words.len() >= 12 && !in_or_a);
    guess.filter(|g| foreign && *g != "en")
}

/// Words that English borrowed with their accents.
fn is_borrowed(word: &str) -> bool {
    matches!(
        word,
        "café"
            | "cafés"
            | "naïve"
            | "fiancé"
            | "fiancée"
            | "résumé"
            | "cliché"
            | "clichés"
            | "façade"
            | "exposé"
            | "décor"
            | "élite"
            | "protégé"
    ) || word.contains(['’', '\''])
}

/// Small words of English that the other languages here have not.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "is", "that", "for", "with", "by", "it", "at", "from", "be", "have", "has",
    "are", "were", "said", "he", "she", "they", "will", "its", "after", "who", "this", "their", "his",
    "over", "i", "you", "not", "was", "on", "as",
];

/// A language, its small words that are no English ones, and those that another of these has too.
type Small = (&'static str, &'static [&'static str], &'static [&'static str]);

const LANGUAGES: [Small; 10] = [
    (
        "de",
        &[
            "der", "das", "und", "ist", "nicht", "eine", "einen", "einem", "einer", "dem", "mit", "auf",
            "für", "von", "zu", "im", "wurde", "wird", "sind", "haben", "sich", "nach", "bei", "um", "über",
            "aus", "auch", "dass", "sagte", "zum", "zur", "vor", "wurden", "seit", "prozent",
        ],
        &["ein", "des", "er", "sie", "es", "wir", "den"],
    ),
    (
        "fr",
        &[
            "le", "les", "une", "des", "du", "et", "dans", "pour", "qui", "sur", "avec", "pas", "au", "aux",
            "ont", "été", "sont", "ce", "cette", "il", "elle", "nous", "leur",
        ],
        &["la", "de", "un", "en", "se", "que", "est", "par"],
    ),
    (
        "es",
        &[
            "el", "los", "las", "una", "del", "y", "por", "para", "su", "al", "más", "fue", "han", "como",
            "sus", "pero", "este", "lo",
        ],
        &["la", "de", "un", "en", "que", "se", "es", "ha"],
    ),
    (
        "it",
        &[
            "il", "gli", "di", "della", "delle", "dei", "nel", "nella", "che", "è", "sono", "più", "del",
            "alla", "dal", "hanno", "stato",
        ],
        &["la", "un", "una", "e", "si", "le", "ha"],
    ),
    (
        "pt",
        &["os", "uma", "da", "dos", "das", "em", "não", "para", "foi", "ao", "mais", "pela", "pelo", "são"],
        &["o", "e", "de", "que", "se", "por", "um", "na"],
    ),
    (
        "nl",
        &[
            "het", "een", "niet", "zijn", "voor", "naar", "ook", "bij", "wordt", "tot", "aan", "heeft",
            "werd", "uit",
        ],
        &["de", "en", "op", "te", "dat", "om", "van"],
    ),
    (
        "sv",
        &["och", "att", "är", "som", "på", "för", "av", "inte", "ett", "från", "har"],
        &["en", "med", "det", "den", "om"],
    ),
    (
        "da",
        &["af", "og", "ikke", "efter", "blev", "også", "siger", "mellem", "mod", "hvor", "bliver"],
        &[
            "er", "det", "den", "som", "på", "til", "med", "har", "et", "en", "var", "fra", "at", "for",
            "have",
        ],
    ),
    (
        "nb",
        &["og", "ikke", "etter", "ble", "også", "sier", "mellom", "mot", "hvor", "blir", "være"],
        &["er", "det", "den", "som", "på", "til", "med", "har", "et", "en", "var", "fra", "av", "for"],
    ),
    (
        "pl",
        &["nie", "się", "jest", "że", "roku", "był", "została", "oraz", "przez", "dla"],
        &["w", "z", "o", "po", "od", "za", "na"],
    ),
];

/// Whether the English rules apply: the language is English or cannot be told.
pub(crate) fn is_english(language: Option<&str>) -> bool {
    language.is_none_or(|code| code == "en")
}

/// What cannot be found in a text of this language, in words for its reader; none where the English rules apply.
pub fn limits(language: Option<&str>) -> Option<&'static str> {
    let code = language.and_then(|l| l.split(['-', '_']).next()).map(str::to_ascii_lowercase);
    (!is_english(code.as_deref())).then_some(
        "Only sentences, numbers, dates in digits and quotations are found in this language. Whole sentences are suggested as \
         claims; their speakers, kinds and dates in words are left to you.",
    )
}

/// ISO 639-1 for the languages that have such a code, else the three-letter one.
fn two_letters(lang: whatlang::Lang) -> &'static str {
    match lang.code() {
        "afr" => "af",
        "aka" => "ak",
        "amh" => "am",
        "ara" => "ar",
        "aze" => "az",
        "bel" => "be",
        "ben" => "bn",
        "bul" => "bg",
        "cat" => "ca",
        "ces" => "cs",
        "cmn" => "zh",
        "cym" => "cy",
        "dan" => "da",
        "deu" => "de",
        "ell" => "el",
        "eng" => "en",
        "epo" => "eo",
        "est" => "et",
        "fin" => "fi",
        "fra" => "fr",
        "guj" => "gu",
        "heb" => "he",
        "hin" => "hi",
        "hrv" => "hr",
        "hun" => "hu",
        "hye" => "hy",
        "ind" => "id",
        "ita" => "it",
        "jav" => "jv",
        "jpn" => "ja",
        "kan" => "kn",
        "kat" => "ka",
        "khm" => "km",
        "kor" => "ko",
        "lat" => "la",
        "lav" => "lv",
        "lit" => "lt",
        "mal" => "ml",
        "mar" => "mr",
        "mkd" => "mk",
        "mya" => "my",
        "nep" => "ne",
        "nld" => "nl",
        "nob" => "nb",
        "ori" => "or",
        "pan" => "pa",
        "pes" => "fa",
        "pol" => "pl",
        "por" => "pt",
        "ron" => "ro",
        "rus" => "ru",
        "sin" => "si",
        "slk" => "sk",
        "slv" => "sl",
        "sna" => "sn",
        "spa" => "es",
        "srp" => "sr",
        "swe" => "sv",
        "tam" => "ta",
        "tel" => "te",
        "tgl" => "tl",
        "tha" => "th",
        "tuk" => "tk",
        "tur" => "tr",
        "ukr" => "uk",
        "urd" => "ur",
        "uzb" => "uz",
        "vie" => "vi",
        "yid" => "yi",
        "zul" => "zu",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_believed_before_the_look_of_the_text() {
        let german = "Der Minister sagte am Donnerstag, dass die Verhandlungen in Genf fortgesetzt werden.";
        assert_eq!(detect(german, None).as_deref(), Some("de"));
        assert_eq!(detect(german, Some("en-GB")).as_deref(), Some("en"));
        assert_eq!(detect("", None), None);
        assert!(limits(Some("en-GB")).is_none() && limits(None).is_none() && limits(Some("de-AT")).is_some());
        assert!(is_english(None) && is_english(Some("en")) && !is_english(Some("de")));
    }

    #[test]
    fn a_short_text_is_english_only_by_its_words() {
        for (text, code) in [
            ("Der Umsatz stieg um 2,5 Millionen Euro auf 200 Milliarden Euro.", "de"),
            ("Der Dax verlor am 02.03.2023 um 14:30 Uhr 1,5 Prozent.", "de"),
            ("Die Arbeitslosigkeit fiel 2023 auf 5,7 Prozent.", "de"),
            ("Le chômage a baissé de 7,4 % en 2023.", "fr"),
            ("Los precios suben un 5 %.", "es"),
            ("El 2 de marzo de 2023 murieron 57 personas.", "es"),
            ("De werkloosheid daalde tot 3,6 procent.", "nl"),
            ("Ledigheden er faldet til 2,5 procent efter sommeren.", "da"),
            ("Ledigheten er sunket til 2,5 prosent etter sommeren.", "nb"),
        ] {
            assert_eq!(detect(text, None).as_deref(), Some(code), "{text}");
        }
        for text in [
            "Smith wins seat",
            "Oil hits $100",
            "Prices rose 5% in 2023.",
            "Los Angeles fires kill 24",
            "Le Pen wins seat",
            "Two men die in crash",
            "UN votes on Gaza",
            "Hundreds die in Brazil floods",
            "Beyoncé sells 4 million albums",
            "Das Boot wins award",
        ] {
            assert!(is_english(detect(text, None).as_deref()), "{text}: {:?}", detect(text, None));
        }
    }

    #[test]
    fn small_words_settle_english_alone() {
        let dutch = "De gemeenteraad van Utrecht besloot op dinsdag dat er in het centrum geen auto's meer mogen rijden. \
            Wethouder Van den Berg zei dat het of nu of nooit was, en dat hij had gehoord dat veel bewoners het met hem eens \
            waren. Volgens de winkeliers is het plan slecht voor de handel. Zij willen dat de raad nog dit jaar een ander plan \
            maakt, en dat er eerst meer plaatsen voor fietsen komen.";
        let danish = "Regeringen sagde tirsdag, at den vil bruge fem milliarder kroner på nye tog. Ministeren fortalte, at det var \
            for dyrt at vente, og at de gamle vogne ikke kan holde længere. Oppositionen mener, at pengene hellere skal gå til \
            veje og broer. Hun har bedt om et møde med partierne i næste uge, men ingen ved endnu, om de kan blive enige om \
            noget, før året er omme.";
        for (text, code) in [(dutch, "nl"), (danish, "da")] {
            assert!(text.split_whitespace().count() >= SHORT && !reads_as_english(text), "{text}");
            assert_eq!(detect(text, None).as_deref(), Some(code));
        }
        let english = "The council decided on Tuesday that cars may no longer drive in the centre of the town. Councillor Ann Lee \
            said it was now or never, and that she had heard from many who live there that they agree with her. Shopkeepers \
            call the plan bad for trade. They want another one this year, and more room for bicycles first, which the council \
            has not promised so far.";
        assert!(reads_as_english(english));
    }
}
