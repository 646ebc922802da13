//! Texts that cannot be imported, or only with care: each a clear error with its cause and the next step, and the
//! workspace as it was, byte for byte.

use std::fs::File;
use std::time::{Duration, Instant};

use assay_tests::{Workspace, sample_article};
use serde_json::Value;

use crate::asking::{Answer, ask, ask_with, bytes, done, records, slice, with_sample};

/// Asks to import what cannot be, by file and, where that can be piped, by standard input; it must say each of
/// `said` and what to do next, and leave the workspace alone.
#[track_caller]
fn not_imported(content: &[u8], said: &[&str]) {
    let workspace = with_sample();
    let before = bytes(&workspace.file());
    let file = workspace.write("bad.txt", content);
    let by_file = ask(&workspace, &["import", file.to_str().unwrap()]);
    told(&by_file, &[said, &["bad.txt"]].concat());
    let piped = ask_with(&workspace, &["import", "-", "--json"], content);
    told(&piped, said);
    let found = ask(&workspace, &["find", file.to_str().unwrap()]);
    told(&found, said);
    let found = ask(&workspace, &["find", "--plain", file.to_str().unwrap()]);
    told(&found, said);
    assert!(bytes(&workspace.file()) == before, "the workspace is untouched");
}

#[track_caller]
fn told(answer: &Answer, said: &[&str]) {
    assert_eq!(answer.code, 1, "{}{}", answer.out, answer.err);
    assert_eq!(answer.out, "");
    assert!(answer.err.starts_with("error: ") && answer.err.contains("\n  hint: "), "{}", answer.err);
    for word in said {
        assert!(answer.err.contains(word), "no {word:?}: {}", answer.err);
    }
}

/// Imports a text; its line of JSON and its text as it was kept.
fn imported(content: &[u8]) -> (Workspace, Value, String) {
    let workspace = Workspace::new();
    let file = workspace.write("text.txt", content);
    let line = records(&workspace, &["import", file.to_str().unwrap()]).remove(0);
    let text = records(&workspace, &["show", "D1"])[0]["text"].as_str().unwrap().to_owned();
    (workspace, line, text)
}

const PRICES: &str = "Le café du marché a augmenté ses prix de 12 % en 2022, a dit le ministère de l’Économie.\n\
                      Les élèves français étaient plus de 8 000 à Orléans, où l’été a été très chaud.\n";

#[test]
fn an_encoding_other_than_utf_8_is_told() {
    // Windows-1252 writes these letters in one byte each, the apostrophe as 92.
    let one_byte = |c: char| if c == '’' { 0x92 } else { u8::try_from(u32::from(c)).unwrap() };
    let western: Vec<u8> = PRICES.chars().map(one_byte).collect();
    let (_, line, text) = imported(&western);
    assert_eq!(line["encoding"], "windows-1252");
    assert_eq!(text, PRICES.trim_end());

    let wide = |marks: &[u8], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        marks.iter().copied().chain(PRICES.encode_utf16().flat_map(bytes)).collect()
    };
    for (content, encoding) in [
        (wide(&[0xFF, 0xFE], u16::to_le_bytes), "UTF-16LE"),
        (wide(&[0xFE, 0xFF], u16::to_be_bytes), "UTF-16BE"),
        ([b"\xEF\xBB\xBF", PRICES.as_bytes()].concat(), "UTF-8"),
    ] {
        let (workspace, line, text) = imported(&content);
        assert_eq!(line["encoding"], encoding);
        assert_eq!(text, PRICES.trim_end(), "{encoding}");
        done(&workspace, &["check"]);
    }
    // People read it too.
    let workspace = Workspace::new();
    let file = workspace.write("text.txt", &western);
    assert!(done(&workspace, &["import", file.to_str().unwrap()]).contains("windows-1252"));
}

#[test]
fn what_is_no_text_is_refused() {
    not_imported(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0", &["PNG"]);
    not_imported(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", &["PDF"]);
    let noise: Vec<u8> = (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    not_imported(&noise, &[]);
    let workspace = with_sample();
    not_imported(&std::fs::read(workspace.file()).unwrap(), &[]);
}

#[test]
fn an_empty_text_is_refused() {
    not_imported(b"", &["no text"]);
    not_imported(b" \n\t\r\n  ", &["no text"]);
    not_imported(b"\xEF\xBB\xBF", &["no text"]);
}

#[test]
fn a_nul_is_refused_with_its_place() {
    not_imported(b"The bridge fell in 2023.\nIt was\0 old.\n", &["NUL", "line 2", "character 7"]);
}

#[test]
fn a_hundred_megabytes_are_refused_before_they_are_read() {
    let workspace = with_sample();
    let before = bytes(&workspace.file());
    let path = workspace.folder().join("large.txt");
    File::create(&path).unwrap().set_len(100 * 1024 * 1024).unwrap();
    let start = Instant::now();
    told(
        &ask(&workspace, &["import", path.to_str().unwrap()]),
        &["too large", "100 MB", "64 MB", "large.txt"],
    );
    told(&ask(&workspace, &["find", path.to_str().unwrap()]), &["too large", "100 MB", "64 MB", "large.txt"]);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());

    let mut assay = workspace.assay();
    let piped = assay.args(["import", "-"]).pipe_stdin(&path).unwrap().output().unwrap().into();
    told(&piped, &["Standard input", "too large", "64 MB"]);
    assert!(bytes(&workspace.file()) == before);
}

#[test]
fn a_line_of_ten_megabytes_comes_in_within_bounded_time() {
    let mut line = String::new();
    while line.len() < 10 * 1024 * 1024 {
        line.push_str(
            "The ministry in Delhi counted 12 reports in 2021, and then 14 more than a year later, so ",
        );
    }
    let workspace = Workspace::new();
    let file = workspace.write("line.txt", &line);
    let start = Instant::now();
    let imported = records(&workspace, &["import", file.to_str().unwrap()]).remove(0);
    assert!(start.elapsed() < Duration::from_mins(3), "{:?}", start.elapsed());
    assert_eq!(imported["encoding"], "UTF-8");
    assert_eq!(
        records(&workspace, &["documents"])[0]["characters"].as_u64(),
        Some(line.chars().count() as u64)
    );
    done(&workspace, &["check"]);
}

#[test]
fn control_characters_are_kept_but_never_reach_a_terminal() {
    let wild = "The mayor\u{1b}[31m said on 2 March 2023 that 40 bridges\u{7} fell\u{8} in 2022.\u{c}\n";
    let (workspace, _, text) = imported(wild.as_bytes());
    assert_eq!(text, wild.trim_end());
    for words in [&["claims"][..], &["sentences", "D1"], &["show", "D1"], &["documents"]] {
        let shown = done(&workspace, words);
        assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{words:?}: {shown:?}");
    }
    for claim in records(&workspace, &["claims"]) {
        let mention = &claim["mentions"][0];
        assert_eq!(slice(&text, &mention["start"], &mention["end"]), mention["exact"]);
    }
    done(&workspace, &["check"]);
}

#[test]
fn crlf_and_cr_become_lf() {
    let unix = "The bridge cost 12 million euros.\n\nIt fell in 2023.\n";
    let (_, _, expected) = imported(unix.as_bytes());
    for ends in ["\r\n", "\r"] {
        let (workspace, _, text) = imported(unix.replace('\n', ends).as_bytes());
        assert_eq!(text, expected);
        for claim in records(&workspace, &["claims"]) {
            let mention = &claim["mentions"][0];
            assert_eq!(slice(&text, &mention["start"], &mention["end"]), mention["exact"]);
        }
    }
}

#[test]
fn what_is_no_file_is_refused_while_the_others_come_in() {
    let workspace = with_sample();
    let before = bytes(&workspace.file());
    let folder = workspace.folder().to_str().unwrap().to_owned();
    let sample = sample_article();
    let inside = sample.join("inside.txt");
    for (path, said) in [
        ("gone.txt", "There is no file “gone.txt”"),
        (folder.as_str(), "is a folder"),
        (inside.to_str().unwrap(), "There is no file"),
    ] {
        told(&ask(&workspace, &["import", path]), &[said]);
        told(&ask(&workspace, &["find", path]), &[said]);
    }
    #[cfg(unix)]
    {
        let vanished = workspace.folder().join("vanished.txt");
        std::os::unix::fs::symlink(workspace.folder().join("nothing"), &vanished).unwrap();
        told(
            &ask(&workspace, &["import", vanished.to_str().unwrap()]),
            &["There is no file", "vanished.txt"],
        );
        told(&ask(&workspace, &["import", "/dev/null"]), &["device"]);
    }
    assert!(bytes(&workspace.file()) == before);

    let some = ask(&workspace, &["import", "gone.txt", sample.to_str().unwrap(), &folder, "--json"]);
    assert_eq!(some.code, 1);
    assert_eq!(some.out.lines().count(), 1, "{}", some.out);
    assert!(some.out.starts_with("{\"claims\":") || some.out.contains("\"document\":\"D2\""), "{}", some.out);
    assert!(some.err.contains("gone.txt") && some.err.contains("is a folder"), "{}", some.err);
    assert_eq!(records(&workspace, &["documents"]).len(), 2);
}

/// Root may read everything, so the question is asked as somebody else where the tests run as root.
#[cfg(unix)]
#[test]
fn a_file_without_permission_is_refused() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    let workspace = with_sample();
    let file = workspace.write("secret.txt", "The bridge fell in 2023.\n");
    set_permissions(&file, Permissions::from_mode(0o000)).unwrap();
    let program = workspace.folder().join("assay");
    std::fs::copy(assay_tests::programs::assay(), &program).unwrap();
    let mut assay = Command::new(&program);
    assay
        .args(["find", file.to_str().unwrap()])
        .envs(workspace.environment())
        .current_dir(workspace.folder());
    if std::fs::read(&file).is_ok() {
        const NOBODY: u32 = 65_534;
        set_permissions(workspace.folder(), Permissions::from_mode(0o755)).unwrap();
        assay.uid(NOBODY).gid(NOBODY);
    }
    told(&assay.output().unwrap().into(), &["do not have permission to read", "secret.txt"]);
}
