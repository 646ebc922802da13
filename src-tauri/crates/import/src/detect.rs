//! Bytes to characters: what a file is, which encoding its bytes are in, and where they are in none.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::{ImportError, Place};

/// How much of a long text the encoding is told from, counted from shortly before its first byte that is not ASCII.
const SAMPLE: usize = 1024 * 1024;

/// First bytes that no plain text has, and what they begin.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xFF\xD8\xFF", "an image (JPEG)"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document (such as .doc)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1F\x8B\x08", "a gzip archive"),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"),
    (b"Rar!\x1A\x07", "a RAR archive"),
    (b"\x7FELF", "a program"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"\x1A\x45\xDF\xA3", "a video"),
    (b"OggS\0", "a sound or video recording"),
    (b"fLaC\0", "a sound recording"),
];

/// First bytes that a plain text could begin with too; they count only where the rest is not text either.
const WEAK_SIGNATURES: &[(&[u8], &str)] = &[
    (b"GIF87a", "an image (GIF)"),
    (b"GIF89a", "an image (GIF)"),
    (b"II*\0", "an image (TIFF)"),
    (b"MM\0*", "an image (TIFF)"),
    (b"BM", "an image (BMP)"),
    (b"ID3", "a sound recording (MP3)"),
    (b"MZ", "a program"),
];

/// What the contents of a ZIP archive say that it is.
const ARCHIVES: &[(&[u8], &str)] = &[
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "a spreadsheet (XLSX)"),
    (b"ppt/", "a presentation (PPTX)"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub+zip", "an e-book (EPUB)"),
];

/// A text with the encoding it was in.
#[derive(Debug)]
pub(crate) struct Decoded {
    /// The characters, without a byte-order mark, line ends as they were.
    pub text: String,
    /// The encoding's name in the WHATWG Encoding Standard.
    pub encoding: &'static str,
}

/// Decodes without loss, or says what is in the way. `name` is only for the message.
pub(crate) fn decode(bytes: &[u8], name: Option<&str>) -> Result<Decoded, ImportError> {
    let binary = |what| ImportError::Binary { name: name.map(str::to_owned), what };
    if let Some(what) = signature(bytes) {
        return Err(binary(what));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(ImportError::NotText {
            name: name.map(str::to_owned),
            what: "a rich text document (RTF)",
        });
    }
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        return Err(undecodable(bytes, 0, name, "it seems to be UTF-32".to_owned()));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && encoding != UTF_8
    {
        let text = whole(encoding, bytes, mark).map_err(|at| {
            undecodable(
                bytes,
                at,
                name,
                format!("its byte-order mark says {}, but it is damaged", encoding.name()),
            )
        })?;
        return without_nul(text, encoding, name);
    }
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first_bad = match str::from_utf8(body) {
        Ok(text) => {
            if text.contains('\0') && (is_mostly_control(body) || weak_signature(bytes).is_some()) {
                return Err(not_text(bytes, name));
            }
            return without_nul(text.to_owned(), UTF_8, name);
        }
        Err(error) => error.valid_up_to() + (bytes.len() - body.len()),
    };
    if bytes.contains(&0) || is_mostly_control(bytes) || weak_signature(bytes).is_some() {
        return Err(not_text(bytes, name));
    }
    if is_damaged_utf8(bytes) {
        return Err(undecodable(bytes, first_bad, name, "it is UTF-8 with bad bytes in it".to_owned()));
    }
    let encoding = guess(bytes, first_bad);
    let unsure = || format!("it is not UTF-8, and not {} either, which it looks most like", encoding.name());
    let text = whole(encoding, bytes, 0).map_err(|_| undecodable(bytes, first_bad, name, unsure()))?;
    // An 8-bit encoding maps every byte to something. C1 controls and private characters say that it is the wrong one.
    let odd = |c| matches!(c, '\u{80}'..='\u{9F}' | '\u{E000}'..='\u{F8FF}' | '\u{FFFD}');
    if text.chars().any(odd) || is_sprinkled(&text) {
        return Err(undecodable(bytes, first_bad, name, unsure()));
    }
    Ok(Decoded { text, encoding: encoding.name() })
}

fn signature(bytes: &[u8]) -> Option<&'static str> {
    let known = |list: &[(&[u8], &'static str)]| {
        list.iter().find(|(s, _)| bytes.starts_with(s)).map(|(_, what)| *what)
    };
    if bytes.starts_with(b"PK\x03\x04") {
        let head = bytes.get(..4096).unwrap_or(bytes);
        let inside = ARCHIVES.iter().find(|(part, _)| head.windows(part.len()).any(|w| w == *part));
        return Some(inside.map_or("a ZIP archive", |(_, what)| what));
    }
    match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => return Some("an image (WebP)"),
        (Some(b"RIFF"), _, Some(b"WAVE")) => return Some("a sound recording (WAV)"),
        (Some(b"RIFF"), _, Some(b"AVI ")) => return Some("a video (AVI)"),
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1" | b"avif")) => {
            return Some("an image (HEIC or AVIF)");
        }
        (Some([0, 0, ..]), Some(b"ftyp"), _) => return Some("a sound or video recording (MP4)"),
        _ => {}
    }
    known(SIGNATURES)
}

fn weak_signature(bytes: &[u8]) -> Option<&'static str> {
    WEAK_SIGNATURES.iter().find(|(s, _)| bytes.starts_with(s)).map(|(_, what)| *what)
}

/// What to say of bytes that are no text and bear no strong signature.
fn not_text(bytes: &[u8], name: Option<&str>) -> ImportError {
    if let Some(order) = unmarked_utf16(bytes) {
        return undecodable(
            bytes,
            usize::from(order == UTF_16LE),
            name,
            format!("it seems to be {} without a byte-order mark", order.name()),
        );
    }
    let what = weak_signature(bytes).unwrap_or("a file of binary data");
    ImportError::Binary { name: name.map(str::to_owned), what }
}

/// UTF-16 without a mark shows by NULs at every other byte, as long as the text is mostly Latin.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let nul = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (nul(0), nul(1), head.len() / 2);
    if half < 2 {
        None
    } else if even == 0 && odd * 2 > half {
        Some(UTF_16LE)
    } else if odd == 0 && even * 2 > half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// More than one byte in twenty is a control character that no text is written with. A few are let pass in any text,
/// so that a short one with a stray NUL is told of the NUL.
fn is_mostly_control(bytes: &[u8]) -> bool {
    let head = bytes.get(..65536).unwrap_or(bytes);
    let odd = head.iter().filter(|b| matches!(**b, 0..=8 | 14..=26 | 28..=31 | 127)).count();
    odd > 4 + head.len() / 20
}

/// At least as many well-formed sequences of UTF-8 as bad ones: it was meant to be UTF-8, and reading it in another
/// encoding would garble all the rest.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xC2).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad
}

/// A few letters of another script among many Latin ones: too few to tell the encoding by, and more often damage than
/// words.
fn is_sprinkled(text: &str) -> bool {
    const LAST_LATIN: char = '\u{24F}';
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let foreign = letters().filter(|c| *c > LAST_LATIN).count();
    foreign > 0 && foreign * 5 < letters().count()
}

fn guess(bytes: &[u8], first_bad: usize) -> &'static Encoding {
    let from = first_bad.saturating_sub(4096);
    let to = bytes.len().min(from + SAMPLE);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(from..to).unwrap_or(bytes), to == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

/// Decodes all bytes from `from` on, or gives the place of the first that cannot be.
fn whole(encoding: &'static Encoding, bytes: &[u8], from: usize) -> Result<String, usize> {
    let body = bytes.get(from..).unwrap_or_default();
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(body.len()).unwrap_or(0);
    let mut text = String::with_capacity(room);
    let (result, read) = decoder.decode_to_string_without_replacement(body, &mut text, true);
    match result {
        DecoderResult::InputEmpty => {
            text.shrink_to_fit();
            Ok(text)
        }
        DecoderResult::Malformed(bad, after) => {
            Err(from + read.saturating_sub(usize::from(bad) + usize::from(after)))
        }
        DecoderResult::OutputFull => Err(from + read),
    }
}

fn without_nul(
    text: String,
    encoding: &'static Encoding,
    name: Option<&str>,
) -> Result<Decoded, ImportError> {
    match text.find('\0') {
        Some(at) => {
            let (line, start) = line_of(text.as_bytes(), at);
            let character = text.get(start..at).unwrap_or_default().chars().count() + 1;
            Err(ImportError::Nul {
                name: name.map(str::to_owned),
                place: Place { line, character, byte: at },
            })
        }
        None => Ok(Decoded { text, encoding: encoding.name() }),
    }
}

fn undecodable(bytes: &[u8], at: usize, name: Option<&str>, why: String) -> ImportError {
    let (line, start) = line_of(bytes, at);
    ImportError::Undecodable {
        name: name.map(str::to_owned),
        why,
        bad: bytes.get(at).copied().unwrap_or_default(),
        place: Place { line, character: at - start + 1, byte: at },
    }
}

/// The number of the line that a byte stands in, from one, and where that line starts. CRLF, CR and LF end lines.
fn line_of(bytes: &[u8], at: usize) -> (usize, usize) {
    let (mut line, mut start) = (1, 0);
    let mut before = bytes.get(..at).unwrap_or(bytes).iter().enumerate().peekable();
    while let Some((place, byte)) = before.next() {
        let crlf = *byte == b'\r' && before.peek().is_some_and(|(_, next)| **next == b'\n');
        if matches!(byte, b'\r' | b'\n') && !crlf {
            line += 1;
            start = place + 1;
        }
    }
    (line, start)
}

#[cfg(test)]
#[path = "detect_tests.rs"]
mod tests;
