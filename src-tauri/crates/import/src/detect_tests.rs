//! Tests of `detect`: every encoding here was made by encoding a known text.

use encoding_rs::{BIG5, EUC_KR, GBK, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};

use super::*;

fn code(bytes: &[u8]) -> &'static str {
    decode(bytes, Some("a.txt")).unwrap_err().code()
}

#[test]
fn older_encodings_are_told_and_decoded_without_loss() {
    for (encoding, text) in [
        (WINDOWS_1252, "Le ministre a déclaré : « c’est l’été », à Genève, où il a rencontré son homologue."),
        (WINDOWS_1252, "He said it was “irresponsible” – and that was all."),
        (WINDOWS_1251, "Министр иностранных дел России сообщил журналистам о встрече в Дели."),
        (
            WINDOWS_1250,
            "Minister spraw zagranicznych powiedział, że spotkanie się odbyło w środę, zgodnie z życzeniem.",
        ),
        (SHIFT_JIS, "外相は記者団に対し、会談は十分未満だったと述べた。これは最初の会談である。"),
        (GBK, "外交部长在新德里表示，会谈持续了不到十分钟，这是一年多来的首次会晤。"),
        (BIG5, "外交部長在新德里表示，會談持續了不到十分鐘，這是一年多來的首次會晤。"),
        (EUC_KR, "외교부 장관은 회담이 십 분도 채 걸리지 않았다고 기자들에게 말했다."),
    ] {
        let (bytes, _, failed) = encoding.encode(text);
        assert!(!failed);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding.name()));
    }
}

#[test]
fn a_byte_order_mark_is_obeyed_and_dropped() {
    let text = "Genève 🇺🇸\r\nlast";
    let little: Vec<u8> =
        "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> =
        "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let eight = format!("\u{FEFF}{text}").into_bytes();
    for (bytes, name) in [(little, "UTF-16LE"), (big, "UTF-16BE"), (eight, "UTF-8")] {
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, name));
    }
}

#[test]
fn a_later_byte_order_mark_is_a_character_like_any_other() {
    assert_eq!(decode("\u{FEFF}\u{FEFF}a".as_bytes(), None).unwrap().text, "\u{FEFF}a");
}

#[test]
fn half_a_surrogate_pair_is_refused_at_its_place() {
    let mut bytes = b"\xFF\xFEa\0\n\0b\0".to_vec();
    bytes.extend([0x3D, 0xD8, b'c', 0]);
    let ImportError::Undecodable { place, .. } = decode(&bytes, None).unwrap_err() else { panic!("decoded") };
    assert_eq!(place.byte, 8);
}

#[test]
fn binary_files_are_named_for_what_they_are() {
    let mut docx = b"PK\x03\x04\x14\0\x06\0".to_vec();
    docx.extend(b"[Content_Types].xml.....word/document.xml");
    for (bytes, what) in [
        (&b"%PDF-1.7\n%\xE2\xE3\xCF\xD3"[..], "a PDF document"),
        (&docx, "a Word document (DOCX)"),
        (b"PK\x03\x04\x14\0\0\0", "a ZIP archive"),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "an image (PNG)"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "an image (JPEG)"),
        (b"GIF89a\x01\0\x01\0\x80\0\0", "an image (GIF)"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "an image (WebP)"),
        (b"\0\0\0\x18ftypmp42", "a sound or video recording (MP4)"),
        (b"MZ\x90\0\x03\0\0\0", "a program"),
        (b"\x01\x02\0\0\xFE\x9C\0\x03", "a file of binary data"),
    ] {
        let error = decode(bytes, Some("x")).unwrap_err();
        assert_eq!(error.message(), format!("“x” is {what}, not plain text."));
        assert_eq!(error.code(), "binary");
    }
    assert_eq!(code(b"{\\rtf1\\ansi Hello}"), "not-text");
}

#[test]
fn a_text_may_begin_like_a_program_or_an_image() {
    for text in ["MZ is a magazine.", "BM said so.", "GIF89a is an image format.", "ID3 tags are common."] {
        assert_eq!(decode(text.as_bytes(), None).unwrap().text, text);
    }
}

#[test]
fn a_nul_is_refused_with_its_line_and_character() {
    let text = "a first line of text\r\na second one\rin Genè\0ve";
    let ImportError::Nul { place, .. } = decode(text.as_bytes(), None).unwrap_err() else { panic!("no NUL") };
    assert_eq!((place.line, place.character), (3, 8));
}

#[test]
fn other_control_characters_are_kept() {
    let text = "a\u{1}\u{7}b\u{1B}[31m\u{7F}\u{85}\u{9F}\u{200E}\u{202E}c";
    assert_eq!(decode(text.as_bytes(), None).unwrap().text, text);
}

#[test]
fn utf8_with_a_bad_byte_is_refused_not_read_as_something_else() {
    let mut bytes = "Genève\nZürich ".as_bytes().to_vec();
    bytes.extend(b"\xE9 na\xC3\xAFve");
    let error = decode(&bytes, None).unwrap_err();
    assert_eq!(
        error.message(),
        "The text cannot be decoded: it is UTF-8 with bad bytes in it. The first bad byte is E9 at line 2, byte 9 of the line."
    );
}

#[test]
fn bytes_that_windows_1252_leaves_undefined_are_refused() {
    assert_eq!(
        code(b"He met him in a caf\xE9 in Geneva, and they spoke for an hour \x81\x8D\x8F\x90\x9D\n"),
        "undecodable"
    );
}

#[test]
fn utf16_without_a_mark_is_named() {
    let bytes: Vec<u8> = "A plain text.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let error = decode(&bytes, None).unwrap_err();
    assert!(error.message().contains("UTF-16LE without a byte-order mark"), "{error}");
    assert_eq!(code(b"\xFF\xFE\0\0a\0\0\0"), "undecodable");
}
