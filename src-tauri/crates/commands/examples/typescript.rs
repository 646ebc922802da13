//! Writes the TypeScript of the command list to its place in the interface.

fn main() -> std::io::Result<()> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/backend/generated.ts");
    std::fs::write(path, assay_commands::typescript())
}
