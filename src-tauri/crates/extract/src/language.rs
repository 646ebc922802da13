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
    let info = whatlang::detect(sample)?;
    (info.is_reliable() || is_foreign(sample)).then(|| two_letters(info.lang()).to_owned())
}

/// Whether a text is surely no English though its language is doubtful: a dozen words without one that English hardly does without.
fn is_foreign(text: &str) -> bool {
    const DOZEN: usize = 12;
    let mut words = 0;
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
        words += 1;
        let common = [
            "the", "of", "and", "to", "is", "was", "that", "for", "on", "with", "by", "it", "as", "at",
            "from", "be", "have", "has", "are", "were", "said", "in", "i", "you", "he", "she", "they", "not",
            "will",
        ];
        if common.iter().any(|c| word.eq_ignore_ascii_case(c)) {
            return false;
        }
    }
    words >= DOZEN
}

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
}
