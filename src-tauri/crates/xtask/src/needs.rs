//! What Assay needs of a machine, and how to see whether it is there: by looking for the thing itself (a
//! program, a library, a font), not by asking the package manager, so that what came another way counts too.

use crate::process::{answer, find_program};

/// What the machine is to be made ready for. Each asks for all that the one before it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Building the command line.
    Terminal,
    /// Building and opening the window.
    Window,
    /// All tests.
    Tests,
}

/// How to see whether a thing is there.
pub enum Probe {
    /// One of these programs is on the search path.
    Program(&'static [&'static str]),
    /// `pkg-config` knows the library.
    Library(&'static str),
    /// fontconfig knows the family.
    Font(&'static str),
}

/// A thing needed on Linux, and the packages that bring it. Names parted by `|` are tried in turn: they differ
/// between releases of one distribution.
pub struct Need {
    pub what: &'static str,
    pub from: Purpose,
    pub probe: Probe,
    pub apt: &'static str,
    pub dnf: &'static str,
    pub pacman: &'static str,
}

/// The names under which distributions ship Chromium or Chrome.
pub const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// All that Linux needs. macOS and Windows bring a web view of their own.
pub const NEEDS: &[Need] = &[
    Need {
        what: "a C compiler",
        from: Purpose::Terminal,
        probe: Probe::Program(&["cc"]),
        apt: "build-essential",
        dnf: "gcc",
        pacman: "base-devel",
    },
    Need {
        what: "pkg-config",
        from: Purpose::Window,
        probe: Probe::Program(&["pkg-config"]),
        apt: "pkg-config",
        dnf: "pkgconf-pkg-config",
        pacman: "pkgconf",
    },
    Need {
        what: "WebKitGTK 4.1 with its headers",
        from: Purpose::Window,
        probe: Probe::Library("webkit2gtk-4.1"),
        apt: "libwebkit2gtk-4.1-dev",
        dnf: "webkit2gtk4.1-devel",
        pacman: "webkit2gtk-4.1",
    },
    Need {
        what: "Node",
        from: Purpose::Window,
        probe: Probe::Program(&["node"]),
        apt: "nodejs",
        dnf: "nodejs",
        pacman: "nodejs",
    },
    Need {
        what: "npm",
        from: Purpose::Window,
        probe: Probe::Program(&["npm"]),
        apt: "npm",
        dnf: "nodejs-npm|npm",
        pacman: "npm",
    },
    Need {
        what: "Xvfb, the display of the window tests",
        from: Purpose::Tests,
        probe: Probe::Program(&["Xvfb"]),
        apt: "xvfb",
        dnf: "xorg-x11-server-Xvfb",
        pacman: "xorg-server-xvfb",
    },
    Need {
        what: "xauth",
        from: Purpose::Tests,
        probe: Probe::Program(&["xauth"]),
        apt: "xauth",
        dnf: "xorg-x11-xauth|xauth",
        pacman: "xorg-xauth",
    },
    Need {
        what: "WebKitWebDriver, which drives the window in tests",
        from: Purpose::Tests,
        probe: Probe::Program(&["WebKitWebDriver"]),
        apt: "webkit2gtk-driver|webkitgtk-webdriver",
        // dnf finds the package that holds a file.
        dnf: "/usr/bin/WebKitWebDriver",
        pacman: "webkitgtk-6.0",
    },
    Need {
        what: "xwininfo",
        from: Purpose::Tests,
        probe: Probe::Program(&["xwininfo"]),
        apt: "x11-utils",
        dnf: "xorg-x11-utils|xwininfo",
        pacman: "xorg-xwininfo",
    },
    Need {
        what: "xdotool",
        from: Purpose::Tests,
        probe: Probe::Program(&["xdotool"]),
        apt: "xdotool",
        dnf: "xdotool",
        pacman: "xdotool",
    },
    Need {
        what: "ImageMagick, which compares screenshots",
        from: Purpose::Tests,
        probe: Probe::Program(&["compare"]),
        apt: "imagemagick",
        dnf: "ImageMagick",
        pacman: "imagemagick",
    },
    Need {
        what: "pdftotext, which reads what was printed",
        from: Purpose::Tests,
        probe: Probe::Program(&["pdftotext"]),
        apt: "poppler-utils",
        dnf: "poppler-utils",
        pacman: "poppler",
    },
    Need {
        what: "Chromium",
        from: Purpose::Tests,
        probe: Probe::Program(CHROMIUM),
        apt: "chromium|chromium-browser",
        dnf: "chromium",
        pacman: "chromium",
    },
    Need {
        what: "the Noto fonts",
        from: Purpose::Tests,
        probe: Probe::Font("Noto Sans"),
        apt: "fonts-noto-core",
        dnf: "google-noto-sans-fonts",
        pacman: "noto-fonts",
    },
    Need {
        what: "a font for Chinese, Japanese and Korean",
        from: Purpose::Tests,
        probe: Probe::Font("Noto Sans CJK JP"),
        apt: "fonts-noto-cjk",
        dnf: "google-noto-sans-cjk-fonts",
        pacman: "noto-fonts-cjk",
    },
    Need {
        what: "a font for emoji",
        from: Purpose::Tests,
        probe: Probe::Font("Noto Color Emoji"),
        apt: "fonts-noto-color-emoji",
        dnf: "google-noto-color-emoji-fonts|google-noto-emoji-color-fonts",
        pacman: "noto-fonts-emoji",
    },
];

impl Probe {
    /// Whether the machine has it.
    pub fn holds(&self) -> bool {
        match self {
            Self::Program(names) => names.iter().any(|name| find_program(name).is_some()),
            Self::Library(name) => answer("pkg-config", &["--exists", name]).is_some(),
            Self::Font(family) => answer("fc-list", &[family]).is_some_and(|list| !list.trim().is_empty()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_asks_for_least_and_tests_for_most() {
        let count = |purpose| NEEDS.iter().filter(|need| need.from <= purpose).count();
        assert_eq!(count(Purpose::Terminal), 1);
        assert!(count(Purpose::Window) < count(Purpose::Tests));
        let terminal_asks_for_webkit =
            NEEDS.iter().any(|need| need.from == Purpose::Terminal && need.what.contains("WebKit"));
        assert!(!terminal_asks_for_webkit);
    }

    #[test]
    fn what_is_not_there_does_not_hold() {
        assert!(!Probe::Program(&["no-such-program-anywhere"]).holds());
        assert!(!Probe::Library("no-such-library-anywhere").holds());
        assert!(!Probe::Font("No Such Font Family Anywhere").holds());
    }
}
