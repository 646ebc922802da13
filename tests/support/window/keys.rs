//! Keys by the names that the window shows for them.

use anyhow::{Result, bail};
use fantoccini::key::Key;

/// The keys of a chord in the order in which they go down: `Ctrl+Shift+Z`.
pub fn chord(text: &str) -> Result<Vec<char>> {
    // The plus key itself: `+` or `Ctrl++`.
    let (names, plus) = match text.strip_suffix('+') {
        Some(before) => (before.strip_suffix('+').unwrap_or(before), true),
        None => (text, false),
    };
    let mut keys = Vec::new();
    for name in names.split('+').filter(|name| !name.is_empty()) {
        keys.push(key(name)?);
    }
    if plus {
        keys.push('+');
    }
    if keys.is_empty() {
        bail!("\"{text}\" names no key");
    }
    Ok(keys)
}

fn key(name: &str) -> Result<char> {
    let named = match name {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        _ => {
            let mut characters = name.chars();
            return match (characters.next(), characters.next()) {
                // A key is its small letter; Shift is pressed by its own name.
                (Some(character), None) => Ok(character.to_ascii_lowercase()),
                _ => bail!("there is no key \"{name}\""),
            };
        }
    };
    Ok(named.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_are_read() {
        assert_eq!(chord("J").unwrap(), ['j']);
        assert_eq!(chord("Ctrl+Shift+Z").unwrap(), ['\u{e009}', '\u{e008}', 'z']);
        assert_eq!(chord("Alt+1").unwrap(), ['\u{e00a}', '1']);
        assert_eq!(chord("+").unwrap(), ['+']);
        assert_eq!(chord("Ctrl++").unwrap(), ['\u{e009}', '+']);
        assert!(chord("Ctrl+Banana").is_err());
        assert!(chord("").is_err());
    }
}
