//! The built page: its files, their media types, and the policy that the browser holds it to.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// The desktop's settings, which hold the one policy for both.
const DESKTOP: &str = include_str!("../../../tauri.conf.json");

/// The folder of the built page.
pub struct Pages {
    folder: PathBuf,
    /// The content security policy: the desktop's, but that the page talks to this host.
    pub policy: String,
}

/// A file as it is sent.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

impl Pages {
    /// The page built into this folder, which may be built later or anew.
    pub fn of(folder: PathBuf) -> Self {
        Self { folder, policy: policy() }
    }

    /// The file at this path of an address. Only files that a look into the folder shows are given: the path is
    /// compared, never followed.
    pub fn find(&self, path: &str) -> Option<Page> {
        let asked = if path == "/" { "/index.html" } else { path };
        let file = files(&self.folder, "").into_iter().find(|(name, _)| name == asked)?.1;
        Some(Page { media_type: media_type(&file), bytes: std::fs::read(file).ok()? })
    }
}

/// The files below a folder with their addresses. Links are left out.
fn files(folder: &Path, at: &str) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let (Ok(kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string()) else { continue };
        let address = format!("{at}/{name}");
        if kind.is_dir() {
            found.extend(files(&entry.path(), &address));
        } else if kind.is_file() {
            found.push((address, entry.path()));
        }
    }
    found
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn policy() -> String {
    let settings: Value = serde_json::from_str(DESKTOP).unwrap_or_default();
    let rules = settings.pointer("/app/security/csp").and_then(Value::as_object);
    let rule = |(name, value): (&String, &Value)| match name.as_str() {
        "connect-src" => "connect-src 'self'".to_owned(),
        name => format!("{name} {}", value.as_str().unwrap_or("'none'")),
    };
    // Without rules nothing at all is allowed.
    rules.map_or_else(
        || "default-src 'none'".to_owned(),
        |r| r.iter().map(rule).collect::<Vec<_>>().join("; "),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_are_there_are_given() {
        let home = tempfile::tempdir().unwrap();
        let dist = home.path().join("dist");
        std::fs::create_dir_all(dist.join("assets")).unwrap();
        std::fs::write(home.path().join("secret.txt"), "secret").unwrap();
        let pages = Pages::of(dist.clone());
        assert_eq!(pages.find("/"), None);
        std::fs::write(dist.join("index.html"), "<p>").unwrap();
        std::fs::write(dist.join("assets/a-1.js"), "1").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(home.path().join("secret.txt"), dist.join("link.txt")).unwrap();

        let page = |bytes: &str, media_type| Some(Page { media_type, bytes: bytes.into() });
        assert_eq!(pages.find("/"), page("<p>", "text/html; charset=utf-8"));
        assert_eq!(pages.find("/assets/a-1.js"), page("1", "text/javascript; charset=utf-8"));
        let out = home.path().join("secret.txt").display().to_string();
        for address in [
            "",
            "/assets",
            "/assets/",
            "//index.html",
            "/./index.html",
            "/../secret.txt",
            "/assets/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..\\secret.txt",
            "/link.txt",
            &out,
        ] {
            assert_eq!(pages.find(address), None, "{address}");
        }
    }

    #[test]
    fn the_policy_is_the_desktops_but_for_whom_the_page_talks_to() {
        let policy = policy();
        let rules: Vec<&str> = policy.split("; ").collect();
        for rule in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"] {
            assert!(rules.contains(&rule), "{policy}");
        }
        assert!(!policy.contains("unsafe") && !policy.contains("ipc"), "{policy}");
    }
}
