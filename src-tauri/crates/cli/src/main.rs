//! The command line: `assay`. It only asks the engine and shows what it says; scripts rely on its words.
//!
//! With `--json` standard output carries JSON Lines and nothing else; messages go to standard error. It exits with 0
//! when what was asked is done, with 1 when it failed, and with 2 when it was asked wrongly.

mod arguments;
mod claim_line;
mod claims;
mod confirm;
mod desk;
mod documents;
mod evidence;
mod exporting;
mod failure;
mod history;
mod importing;
mod mentions;
mod near;
mod notes;
mod output;
mod people;
mod progress;
mod purge;
mod relations;
mod scales;
mod set;
mod show;
mod sources;
mod table;
mod views;
mod workspace;

use std::process::ExitCode;

use crate::arguments::{Arguments, ClaimVerb, Verb};
use crate::failure::Failure;
use crate::output::Output;

/// The finder makes many small strings, which this allocator gives faster than the system's. The window has the system's: with this
/// one the index of a million claims takes half as much memory again.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let Arguments { global, verb } = arguments::given();
    let mut out = Output::new(global.json);
    let done = run(verb, &global.workspace, &mut out).and_then(|()| Ok(out.finish()?));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}

fn run(verb: Verb, named: &workspace::Named, out: &mut Output) -> Result<(), Failure> {
    match verb {
        Verb::Init(asked) => workspace::init(named, &asked, out),
        Verb::Import(asked) => importing::import(named, &asked, out),
        Verb::Find(asked) => importing::find(&asked, out),
        Verb::Documents => documents::documents(&named.open()?, out),
        Verb::Sentences(asked) => documents::sentences(&named.open()?, &asked, out),
        Verb::Claims(asked) => claims::claims(&named.open()?, &asked, out),
        Verb::Views(asked) => views::views(&named.open()?, &asked, out),
        Verb::Show(asked) => show::show(&named.open()?, &asked, out),
        Verb::Claim(ClaimVerb::Add(asked)) => claims::add(&named.open()?, asked, out),
        Verb::Mention(verb) => mentions::mentions(&named.open()?, &verb, out),
        Verb::Set(asked) => set::set(named, &asked, out),
        Verb::Evidence(verb) => evidence::evidence(named, verb, out),
        Verb::Source(verb) => sources::sources(named, &verb, out),
        Verb::Note(verb) => notes::notes(&named.open()?, &verb, out),
        Verb::Checklist(asked) => desk::checklist(&named.open()?, &asked, out),
        Verb::Relate(asked) => relations::relate(&named.open()?, &asked, false, out),
        Verb::Near(asked) => near::near(&named.open()?, &asked, out),
        Verb::TakeOver(asked) => near::take_over(&named.open()?, &asked, out),
        Verb::Unrelate(asked) => relations::relate(&named.open()?, &asked, true, out),
        Verb::Merge(asked) => relations::merge(&named.open()?, &asked, out),
        Verb::Unmerge(asked) => relations::unmerge(&named.open()?, &asked, out),
        Verb::Split(asked) => relations::split(&named.open()?, &asked, out),
        Verb::Assign(asked) => people::assign(&named.open()?, &asked, out),
        Verb::Person(verb) => people::people(&named.open()?, &verb, out),
        Verb::Scale(verb) => scales::scales(&named.open()?, &verb, out),
        Verb::Settings(asked) => desk::settings(&named.open()?, &asked, out),
        Verb::Restore(asked) => history::restore(&named.open()?, &asked, out),
        Verb::Purge(asked) => purge::purge(&named.open()?, &asked, out),
        Verb::SignOff(asked) => claims::sign_off(&named.open()?, &asked, out),
        Verb::Export(asked) => exporting::export(named, &asked, out),
        Verb::Undo => history::undo(&named.open()?, out),
        Verb::Redo => history::redo(&named.open()?, out),
        Verb::History(asked) => history::history(&named.open()?, &asked, out),
        Verb::Check => workspace::check(&named.open()?, out),
        Verb::Backup(asked) => workspace::backup(&named.open()?, &asked, out),
        Verb::BenchData(asked) => workspace::bench_data(&asked, out),
    }
}
