//! Texts in other languages than English.

use assay_model::value::ValueType;

use super::*;

#[test]
fn a_quotation_without_a_number_is_a_claim() {
    for (text, exact) in [
        ("„Wir haben alles verloren“, sagte der Minister in Genf.", "Wir haben alles verloren"),
        ("« Nous avons tout perdu », a déclaré le ministre à Genève.", "Nous avons tout perdu"),
        ("«Hemos perdido todo», dijo el ministro en Ginebra.", "Hemos perdido todo"),
    ] {
        let found = found_in(text, "2024-03-07");
        let claims: Vec<(&str, ClaimKind)> =
            found.claims.iter().map(|c| (c.mentions[0].exact.as_str(), c.kind)).collect();
        assert_eq!(claims, [(exact, ClaimKind::Quote)], "{text}");
    }
}

#[test]
fn a_short_foreign_sentence_with_a_number_is_one_claim() {
    for (text, value) in [
        ("Preise stiegen um 5,5 Prozent.", "5.5"),
        ("Los precios suben un 5 %.", "5"),
        ("Le chômage a baissé de 7,4 %.", "7.4"),
        ("失业率在2023年上升了5.2%。", "5.2"),
    ] {
        let found = found_in(text, "2024-03-07");
        assert_eq!(found.claims.len(), 1, "{text}");
        assert_eq!(found.claims[0].kind, ClaimKind::Quantity, "{text}");
        assert!(found.values.iter().any(|v| v.value == value), "{text}: {:?}", found.values);
    }
}

#[test]
fn another_language_keeps_numbers_dates_and_quotes() {
    let text = "Der Minister sagte am Donnerstag in Berlin: „Wir haben 250 Soldaten verloren.“ Das war am 2023-03-02 und niemand \
                weiß, warum die Verhandlungen mit der Regierung gescheitert sind.";
    let found = found_in(text, "2023-03-05");
    assert_eq!(found.document.language.as_deref(), Some("de"));
    let values: Vec<&str> = found.values.iter().map(|v| v.value.as_str()).collect();
    assert_eq!(values, ["250", "2023-03-02"]);
    assert_eq!(found.quotations.len(), 1);
    assert!(!found.claims.is_empty());
}

#[test]
fn numbers_of_other_languages_are_read() {
    let text = "Die Inflation stieg im letzten Jahr um 4,5 % und die Löhne fielen nach Angaben der Behörde auf 1.200 Euro, \
                sagte der Minister in Berlin, während 17 Firmen schlossen.";
    let found = found_in(text, "2023-03-05");
    let values: Vec<(&str, ValueType)> = found.values.iter().map(|v| (v.value.as_str(), v.kind)).collect();
    assert_eq!(values, [("4.5", ValueType::Percent), ("1200", ValueType::Money), ("17", ValueType::Number)]);
}

#[test]
fn quotations_are_found_in_other_languages() {
    for (text, quotes) in [
        (
            "Le ministre a déclaré jeudi à Paris : « Nous avons perdu 250 soldats et nous ne renoncerons pas à la paix. »",
            1,
        ),
        (
            "El ministro dijo el jueves en Madrid: «Hemos perdido 250 soldados y no vamos a renunciar a la paz».",
            1,
        ),
        (
            "Министр заявил в четверг в Москве: «Мы потеряли 250 солдат и не откажемся от мирных переговоров».",
            1,
        ),
    ] {
        let found = found_in(text, "2023-03-05");
        assert_ne!(found.document.language.as_deref(), Some("en"), "{text}");
        assert_eq!(found.quotations.len(), quotes, "{text}");
        assert!(found.values.iter().any(|v| v.value == "250"), "{text}");
        assert_eq!(found.sentences.len(), 1, "{text}");
    }
}

#[test]
fn a_statement_ends_with_the_full_stop_of_its_script() {
    for (text, end) in [("政府は2023年に400人を採用した", '。'), ("The firm hired 400 people in 2023", '.')]
    {
        let found = found_in(text, "2024-03-02");
        assert!(found.claims.iter().all(|c| c.statement.ends_with(end)), "{:?}", found.claims);
    }
}
