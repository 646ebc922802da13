//! Texts in other languages than English.

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
