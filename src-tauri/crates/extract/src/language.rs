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
    let info = whatlang::detect(text.get(..end)?)?;
    info.is_reliable().then(|| two_letters(info.lang()).to_owned())
}

/// Whether the English rules apply: the language is English or cannot be told.
pub(crate) fn is_english(language: Option<&str>) -> bool {
    language.is_none_or(|code| code == "en")
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
        assert!(is_english(None) && is_english(Some("en")) && !is_english(Some("de")));
    }
}
