//! The language a text is in.

use whatlang::{Lang, detect};

/// How much of a text its language is told from, in bytes. More costs time and tells no more.
const SAMPLE: usize = 16_384;

/// The BCP 47 code of the language of these stretches together, if it can be told with some certainty.
pub(crate) fn of<'t>(stretches: impl Iterator<Item = &'t str>) -> Option<String> {
    let mut sample = String::new();
    for stretch in stretches {
        let room = SAMPLE.saturating_sub(sample.len());
        if room == 0 {
            break;
        }
        sample.push_str(stretch.get(..stretch.floor_char_boundary(room)).unwrap_or_default());
        sample.push('\n');
    }
    if is_plainly_english(&sample) {
        return Some("en".to_owned());
    }
    let found = detect(&sample).filter(whatlang::Info::is_reliable)?;
    Some(code(found.lang()).to_owned())
}

/// Whether every tenth of the first words is one that English leans on and hardly another language has. Most texts here are
/// English, and to compare one with the profiles of 69 languages takes as long as to read it.
fn is_plainly_english(sample: &str) -> bool {
    const FEW: usize = 40;
    const ENOUGH: usize = 200;
    let (mut words, mut english) = (0, 0);
    for word in sample.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(ENOUGH) {
        words += 1;
        english +=
            usize::from(["the", "of", "and", "that", "with"].iter().any(|w| word.eq_ignore_ascii_case(w)));
    }
    words >= FEW && english * 10 >= words
}

/// BCP 47 takes the two-letter code of ISO 639-1 where there is one; whatlang gives those of three letters.
const fn code(language: Lang) -> &'static str {
    use Lang::{
        Afr, Aka, Amh, Ara, Aze, Bel, Ben, Bul, Cat, Ces, Cmn, Cym, Dan, Deu, Ell, Eng, Epo, Est, Fin, Fra,
        Guj, Heb, Hin, Hrv, Hun, Hye, Ind, Ita, Jav, Jpn, Kan, Kat, Khm, Kor, Lat, Lav, Lit, Mal, Mar, Mkd,
        Mya, Nep, Nld, Nob, Ori, Pan, Pes, Pol, Por, Ron, Rus, Sin, Slk, Slv, Sna, Spa, Srp, Swe, Tam, Tel,
        Tgl, Tha, Tuk, Tur, Ukr, Urd, Uzb, Vie, Yid, Zul,
    };
    match language {
        Epo => "eo",
        Eng => "en",
        Rus => "ru",
        Cmn => "zh",
        Spa => "es",
        Por => "pt",
        Ita => "it",
        Ben => "bn",
        Fra => "fr",
        Deu => "de",
        Ukr => "uk",
        Kat => "ka",
        Ara => "ar",
        Hin => "hi",
        Jpn => "ja",
        Heb => "he",
        Yid => "yi",
        Pol => "pl",
        Amh => "am",
        Jav => "jv",
        Kor => "ko",
        Nob => "nb",
        Dan => "da",
        Swe => "sv",
        Fin => "fi",
        Tur => "tr",
        Nld => "nl",
        Hun => "hu",
        Ces => "cs",
        Ell => "el",
        Bul => "bg",
        Bel => "be",
        Mar => "mr",
        Kan => "kn",
        Ron => "ro",
        Slv => "sl",
        Hrv => "hr",
        Srp => "sr",
        Mkd => "mk",
        Lit => "lt",
        Lav => "lv",
        Est => "et",
        Tam => "ta",
        Vie => "vi",
        Urd => "ur",
        Tha => "th",
        Guj => "gu",
        Uzb => "uz",
        Pan => "pa",
        Aze => "az",
        Ind => "id",
        Tel => "te",
        Pes => "fa",
        Mal => "ml",
        Ori => "or",
        Mya => "my",
        Nep => "ne",
        Sin => "si",
        Khm => "km",
        Tuk => "tk",
        Aka => "ak",
        Zul => "zu",
        Sna => "sn",
        Afr => "af",
        Lat => "la",
        Slk => "sk",
        Cat => "ca",
        Tgl => "tl",
        Hye => "hy",
        Cym => "cy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_and_coded() {
        for (text, language) in [
            ("The two met briefly on the sidelines of the summit in the Indian capital on Thursday.", "en"),
            (
                "Les deux ministres se sont brièvement rencontrés jeudi en marge du sommet dans la capitale indienne.",
                "fr",
            ),
            (
                "Die beiden trafen sich am Donnerstag kurz am Rande des Gipfels in der indischen Hauptstadt.",
                "de",
            ),
            (
                "Министр иностранных дел сообщил журналистам, что встреча прошла в столице Индии в четверг.",
                "ru",
            ),
            ("外交部长在新德里表示，会谈持续了不到十分钟，这是一年多来的首次会晤。", "zh"),
        ] {
            assert_eq!(of([text].into_iter()).as_deref(), Some(language));
        }
        let long = "The minister of finance said that the rise in the price of bread and of milk would end with the harvest. ";
        assert!(is_plainly_english(&long.repeat(3)) && !is_plainly_english(long));
        let dutch = "Of de minister het wist of niet, hij zei dat de prijs van brood en melk met de oogst zou dalen. ";
        assert!(!is_plainly_english(&dutch.repeat(5)));
        assert_eq!(of(["1 2 3"].into_iter()), None);
        assert_eq!(of(std::iter::empty()), None);
    }
}
