//! Files to bytes.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::ImportError;

/// The most bytes that a text may have. Offsets in code points then fit 32 bits with room to spare.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Reads a file.
///
/// # Errors
/// When there is no such file or it vanishes, when it is a folder or a device, when it may not be read, when it is
/// larger than [`MAX_BYTES`] (seen before it is read, or while it grows), when it is empty, and when the disk fails.
pub fn read(path: &Path) -> Result<Vec<u8>, ImportError> {
    let name = || path.display().to_string();
    let failed = |error: io::Error| refused(name(), error);
    let too_large = |bytes: u64| ImportError::TooLarge { name: Some(name()), bytes, limit: MAX_BYTES };

    // Asked before opening, because opening a pipe waits for its writer.
    let metadata = path.metadata().map_err(failed)?;
    if metadata.is_dir() {
        return Err(ImportError::IsAFolder { file: name() });
    }
    if !metadata.is_file() {
        return Err(ImportError::NotAFile { file: name() });
    }
    if metadata.len() > MAX_BYTES {
        return Err(too_large(metadata.len()));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    let file = File::open(path).map_err(failed)?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    match bytes.len() as u64 {
        0 => Err(ImportError::Empty { name: Some(name()) }),
        seen if seen > MAX_BYTES => Err(too_large(seen)),
        _ => Ok(bytes),
    }
}

fn refused(file: String, source: io::Error) -> ImportError {
    match source.kind() {
        ErrorKind::NotFound
        | ErrorKind::NotADirectory
        | ErrorKind::InvalidInput
        | ErrorKind::InvalidFilename => ImportError::FileNotFound { file },
        ErrorKind::IsADirectory => ImportError::IsAFolder { file },
        ErrorKind::PermissionDenied => ImportError::NoPermission { file, source },
        _ => ImportError::Unreadable { file, source },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_back_byte_for_byte() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, b"\xEF\xBB\xBFa\r\n\0").unwrap();
        assert_eq!(read(&path).unwrap(), b"\xEF\xBB\xBFa\r\n\0");
    }

    #[test]
    fn each_file_that_cannot_be_read_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("empty.txt"), b"").unwrap();
        File::create(at("large.txt")).unwrap().set_len(100 * 1024 * 1024).unwrap();
        let code = |name: &str| read(&at(name)).unwrap_err().code();
        assert_eq!(code("gone.txt"), "file-not-found");
        assert_eq!(code("empty.txt/inside.txt"), "file-not-found");
        assert_eq!(code(""), "is-a-folder");
        assert_eq!(code("empty.txt"), "empty");
        assert_eq!(code("large.txt"), "too-large");
        let message = read(&at("large.txt")).unwrap_err().message();
        assert!(message.ends_with("large.txt” is too large: 100 MB, and the limit is 64 MB."), "{message}");
        assert_eq!(read(Path::new("a\0b")).unwrap_err().code(), "file-not-found");
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_refused_and_not_waited_for() {
        assert_eq!(read(Path::new("/dev/zero")).unwrap_err().code(), "not-a-file");
    }

    /// Asked of the mapping itself, because a test that runs as root is refused nothing.
    #[test]
    fn a_refusal_by_the_system_is_told_as_such() {
        let refused = |kind: ErrorKind| refused("a.txt".into(), kind.into()).code();
        assert_eq!(refused(ErrorKind::PermissionDenied), "no-permission");
        assert_eq!(refused(ErrorKind::IsADirectory), "is-a-folder");
        assert_eq!(refused(ErrorKind::NotFound), "file-not-found");
        assert_eq!(refused(ErrorKind::TimedOut), "unreadable");
    }
}
