//! Finding things by what a person sees and hears of them, as `XPath`.

/// An element of this ARIA role, given or implied by its tag, with this accessible name.
pub fn role(role: &str, name: &str) -> String {
    let implied = match role {
        "button" => " or self::button or (self::input and (@type='button' or @type='submit'))",
        "link" => " or (self::a and @href)",
        "textbox" => " or self::textarea or (self::input and (not(@type) or @type='text' or @type='url'))",
        "searchbox" => " or (self::input and @type='search')",
        "checkbox" => " or (self::input and @type='checkbox')",
        "radio" => " or (self::input and @type='radio')",
        "combobox" => " or self::select",
        "dialog" => " or self::dialog",
        "navigation" => " or self::nav",
        "complementary" => " or self::aside",
        "heading" => " or self::h1 or self::h2 or self::h3 or self::h4",
        "row" => " or self::tr",
        "listitem" => " or self::li",
        _ => "",
    };
    let (role, name) = (quoted(role), quoted(name));
    format!(
        "//*[@role={role}{implied}][\
         @aria-label={name} or (not(@aria-label) and normalize-space(.)={name}) \
         or @aria-labelledby=//*[normalize-space(.)={name}]/@id \
         or @id=//label[normalize-space(.)={name}]/@for \
         or ancestor::label[normalize-space(.)={name}] \
         or @placeholder={name}]"
    )
}

/// The innermost elements that hold this text.
pub fn text(text: &str) -> String {
    let text = quoted(text);
    format!("//body//*[contains(normalize-space(.), {text})][not(*[contains(normalize-space(.), {text})])]")
}

/// `XPath` 1.0 has no escapes: a text with both kinds of quote is put together from pieces.
fn quoted(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    if !text.contains('"') {
        return format!("\"{text}\"");
    }
    let pieces: Vec<String> = text.split('\'').map(|piece| format!("'{piece}'")).collect();
    format!("concat({})", pieces.join(", \"'\", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_of_both_kinds_survive() {
        assert_eq!(quoted("New START"), "'New START'");
        assert_eq!(quoted("it's"), "\"it's\"");
        assert_eq!(quoted("\"it's\""), "concat('\"it', \"'\", 's\"')");
    }
}
