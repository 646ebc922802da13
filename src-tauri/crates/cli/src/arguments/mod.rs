//! What may be asked, and the help for it.

mod claims;
mod desk;
mod evidence;
mod mentions;
mod texts;
mod values;
mod views;
mod work;

use std::ffi::OsString;

use assay_model::query::Key;
use clap::{Args, Parser, Subcommand};

pub use self::claims::{AddClaim, AnyRef, ClaimVerb, Claims, Set, Show, SignOff, Words};
pub use self::desk::{Checklist, ChecklistVerb, PersonVerb, ScaleVerb, Settings, Tick};
pub use self::evidence::{
    AddEvidence, EditEvidence, EditSource, EvidenceVerb, ListSources, Numbered, OneSource, Purge, SaveCopy,
    SourceFacts, SourceVerb,
};
pub use self::mentions::{AddMention, FindMentions, MentionVerb, MoveMention};
pub use self::texts::{Backup, BenchData, Export, Find, Import, Init, Sentences};
pub use self::values::Replacement;
pub use self::views::{ViewVerb, Views};
pub use self::work::{Assign, History, Merge, Near, NoteVerb, Relate, Restore, Split, TakeOver, Unmerge};
use crate::workspace::Named;

/// Find, check and export the claims of a text.
#[derive(Debug, Parser)]
#[command(name = "assay", version, arg_required_else_help = true, after_help = AN_HOUR)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, Args)]
pub struct Global {
    #[command(flatten)]
    pub workspace: Named,
    /// Print JSON Lines on standard output and nothing else there; messages go to standard error
    #[arg(long, global = true)]
    pub json: bool,
}

const AN_HOUR: &str = "\
Examples:
  assay import article.txt
  assay claims
  assay set DG-15 status=open verdict=supported rationale='Two sources agree.'
  assay evidence add DG-15 --stance supports --title 'Transcript' --primary
  assay sign-off DG-15
  assay export --format csv -o verified.csv
  assay --workspace delhi-g20.assay --json claims

Claims are named DG-1, DG-2 …, documents D1, D2 …, sources R1, R2 …. It exits with 0
when what was asked is done, with 1 when it failed, and with 2 when it was asked wrongly.";

/// The cheat sheet of the query language.
const QUERIES: &str = "\
A query is words to look for and conditions KEY:VALUE, of which all must hold.
  status:open,in-progress       a comma means or
  -tag:print                    a minus means not
  \"New START\"                   quotes hold a phrase together; a word also finds longer ones
  score:>0.7                    > >= < <= and ranges, for score evidence year published value.date
Quote > and < for the shell. Write -- before a query that begins with a minus and a word
without a key. A slip never fails: it is named on standard error.

Keys:
  status verdict rating said    words of those; none for no verdict
  kind priority tag             words of those; a tag is all of it
  claimant publisher            part of a name, or = and all of it
  document                      D1, or part of a title or publisher
  language                      en, de …; =en leaves en-GB out
  year published                when its document was published: 2023, >=2023-01, 2022-11..2023-02
  value.date                    a date that the claim states: 2022 finds 2022-01 too
  score evidence                how much it wants checking, 0 to 1; how many pieces it has
  checker reviewer person       part of a name, or = and all of it; me for yourself
  has no                        evidence primary rationale verdict value note open-question
  is                            mine changed-since-signoff conflicting lost
  in                            where words are looked for: label statement quote rationale
                                notes evidence sources; everywhere without it
With none, most keys find claims that have nothing of the kind: checker:none, year:none.

Examples:
  assay claims
  assay claims is:mine -status:signed-off
  assay claims verdict:refuted said:supported
  assay claims 'published:>=2023-01 evidence:0 score:>0.7'
  assay claims value.date:2022 'publisher:\"=BBC News\"'
  assay claims treaty in:quote,notes
  assay claims --view 'My queue' treaty
  assay claims 'claimant:\"S. Lavrov\" -verdict:supported' --sort -score --limit 10
  assay claims --json has:evidence | jq -r .statement";

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make a new workspace
    #[command(after_help = "\
Examples:
  assay init delhi-g20.assay
  assay init                  the default workspace, or the one that --workspace names")]
    Init(Init),
    /// Import texts and find their claims; makes the workspace if there is none
    #[command(after_help = "\
Examples:
  assay import article.txt
  assay import *.txt --publisher 'Delhi Post'
  pdftotext report.pdf - | assay import - --title 'The report' --published 2023-03-02")]
    Import(Import),
    /// Print what is found in a text, as one JSON object; needs no workspace
    #[command(after_help = "\
Offsets count Unicode code points of document.text. With --plain they also hold in the file.

Examples:
  assay find article.txt
  assay find - --published 2023-03-02 < article.txt")]
    Find(Find),
    /// List the documents
    #[command(after_help = "\
Examples:
  assay documents
  assay documents --json")]
    Documents,
    /// List a document's sentences with their scores and how far their checking has come
    #[command(after_help = "\
Examples:
  assay sentences D1")]
    Sentences(Sentences),
    /// List claims: all but dismissed ones, or what a query finds
    #[command(after_help = QUERIES)]
    Claims(Claims),
    /// List the saved views with how many claims each finds; save, change, reorder and remove them
    #[command(after_help = "\
Counts are yours: “me” in a query is who asks.

Examples:
  assay views
  assay views add 'My queue' checker:me -status:signed-off
  assay claims --view 'My queue'")]
    Views(Views),
    /// Show a claim, a document or a source with all that hangs off it
    #[command(after_help = "\
Examples:
  assay show DG-15
  assay show DG-15 --at 42     as it was after operation 42
  assay show D1
  assay show R3")]
    Show(Show),
    /// Make a claim by hand
    #[command(subcommand)]
    Claim(ClaimVerb),
    /// Say where a claim is made, and look where else
    #[command(subcommand)]
    Mention(MentionVerb),
    /// Change fields of claims as one operation: all that are named, or none; or what can be of all that a query finds
    #[command(after_help = "\
Fields:
  label, statement              text
  rationale, rationale_said     text; it cites evidence as [1]
  found                         what the evidence shows instead of the value; empty for none
  claimant                      a name; empty for the document's own voice
  mode                          own quote part paraphrase
  checker, reviewer             a name, or me; empty for nobody
  kind                          quantity date event state comparison cause quote prediction opinion
  status                        suggested open in-progress in-review signed-off dismissed
  verdict, said                 supported refuted conflicting not-enough-evidence not-checkable; empty for none
  rating                        a value of the workspace's scale, or SCALE/VALUE; the verdict follows from it
  priority                      none low medium high
  tag+=TAG, tag-=TAG            give a tag, take one away

Examples:
  assay set DG-15 status=open
  assay set DG-15 DG-16 checker='Ada Okafor' tag+=treaty priority=high
  assay set DG-15 verdict=supported rationale='The transcript says so [1].'
  assay set DG-15 rating=politifact/half-true said=supported
  assay set DG-15 verdict=
  assay set --query 'tag:print status:in-review' status=signed-off --dry-run
  assay set --query 'claimant:Lavrov -has:evidence' priority=high")]
    Set(Set),
    /// Attach evidence to claims, change it, reorder it, take it away
    #[command(subcommand)]
    Evidence(EvidenceVerb),
    /// Keep the sources that evidence is taken from, and copies of what was read
    #[command(subcommand)]
    Source(SourceVerb),
    /// Write notes on claims, and questions to the author of the article
    #[command(subcommand)]
    Note(NoteVerb),
    /// Look at a claim's checklist and tick its steps
    #[command(after_help = "\
Examples:
  assay checklist DG-15
  assay checklist tick DG-15 2
  assay checklist edit quantity steps.txt")]
    Checklist(Checklist),
    /// Say how a claim stands to another one
    #[command(after_help = "\
Examples:
  assay relate DG-1 same-as DG-2
  assay relate DG-1 contradicts DG-7
  assay relate DG-3 part-of DG-1")]
    Relate(Relate),
    /// Find claims that may say the same as a claim, or contradict it
    #[command(after_help = "\
With what agrees and what differs, the likest first. Join them with `assay merge`, relate them with
`assay relate`, or say that they are different, and they are not shown to each other again.

Examples:
  assay near DG-1
  assay near --document D2
  assay near --text 'They met for seven minutes in Delhi.'
  assay relate DG-1 different-from DG-7")]
    Near(Near),
    /// Take the verdict of a claim that says the same over, with its rationale and evidence
    #[command(after_help = "\
The rationale says whose verdict it is and of when. The claim has to be signed off on its own.

Examples:
  assay take-over DG-12 --from DG-1")]
    TakeOver(TakeOver),
    /// Take such a relation away
    #[command(after_help = "\
Examples:
  assay unrelate DG-1 contradicts DG-7")]
    Unrelate(Relate),
    /// Merge claims into one that says the same
    #[command(after_help = "\
Their mentions and evidence go over to it, and they are dismissed. A signed-off claim
has to be reopened before it can be merged into another one.

Examples:
  assay merge DG-2 DG-3 --into DG-1")]
    Merge(Merge),
    /// Take a merged claim out again, with what it brought
    #[command(after_help = "\
Examples:
  assay unmerge DG-2")]
    Unmerge(Unmerge),
    /// Split a claim into parts that can be true or false alone
    #[command(after_help = "\
The parts are open and stand where the claim stands; the claim itself stays.

Examples:
  assay split DG-1 --part 'They met in Geneva.' --part 'They met in January 2022.'")]
    Split(Split),
    /// Name who checks claims and who reads them again
    #[command(after_help = "\
Examples:
  assay assign DG-1 DG-2 --checker 'Ada Okafor' --reviewer me
  assay assign DG-1 --reviewer ''")]
    Assign(Assign),
    /// List, add, rename and remove the people of the workspace
    #[command(subcommand)]
    Person(PersonVerb),
    /// Keep the scales that claims are judged by
    #[command(subcommand)]
    Scale(ScaleVerb),
    /// Show what is settled for this workspace, or settle it
    #[command(after_help = "\
Under the two-person rule a claim is signed off from In review, by another person than
its checker.

Examples:
  assay settings
  assay settings --two-person on
  assay settings --scale politifact")]
    Settings(Settings),
    /// Sign claims off: verdict and rationale are final
    #[command(after_help = "\
It wants a verdict, a rationale, and evidence unless the verdict is not-checkable
or not-enough-evidence. A missing primary source is only told.

Examples:
  assay sign-off DG-15
  assay sign-off DG-15 DG-16 --as 'Ada Okafor'")]
    SignOff(SignOff),
    /// Export claims: the signed-off ones, or all that a query finds
    #[command(after_help = "\
Without -o the export goes to standard output; with --json that is possible for
json and claimreview, on one line.

Examples:
  assay export --format claimreview -o verified.jsonld
  assay export 'document:D1' --format csv > verified.csv
  assay export status:open --all --format markdown")]
    Export(Export),
    /// Undo your newest operation
    #[command(after_help = "\
Examples:
  assay undo")]
    Undo,
    /// Do again what you undid last
    #[command(after_help = "\
Examples:
  assay redo")]
    Redo,
    /// List what was done, newest first: in the workspace, to a claim, by a person, on a day
    #[command(after_help = "\
All that is given must hold. A day is one of your own time zone.

Examples:
  assay history | head
  assay history DG-15 --changes
  assay history --by me --day 2026-11-23
  assay history --document D1
  assay history --source R3")]
    History(History),
    /// Give a claim the content that it had after an operation
    #[command(after_help = "\
“assay history DG-15” numbers the operations; “assay show DG-15 --at 42” shows the state.
It is a new operation, which undo takes back. The status stays, but a sign-off is reopened.

Examples:
  assay restore DG-15 --to 42")]
    Restore(Restore),
    /// Take a protected source out of the workspace and its log, for good
    #[command(after_help = "\
Its evidence and stored copies go with it. It cannot be undone. It asks twice; without a
terminal, --yes has to name the source again. Backups made earlier still hold it.

Examples:
  assay purge R3
  assay purge R3 --yes R3")]
    Purge(Purge),
    /// Check that everything is as it was written
    #[command(after_help = "\
It compares the log's chain, every row, text and span. It exits with 1 if anything is damaged.

Examples:
  assay check")]
    Check,
    /// Copy the workspace as it is at this moment
    #[command(after_help = "\
Examples:
  assay backup delhi-g20-friday.assay")]
    Backup(Backup),
    /// Make a workspace of N made-up claims, the same each time, to measure with
    #[command(after_help = "\
Examples:
  assay bench-data 100000 large.assay")]
    BenchData(BenchData),
}

/// The arguments of this process; a query that begins with `-KEY:` is kept from being taken for an option.
pub fn given() -> Arguments {
    Arguments::parse_from(guarded(std::env::args_os()))
}

fn guarded(words: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    let mut query_may_follow = false;
    words.map(move |word| {
        let text = word.to_str().unwrap_or_default();
        let key =
            text.strip_prefix('-').and_then(|t| t.split_once(':')).map(|(key, _)| key.to_ascii_lowercase());
        let is_term = key.is_some_and(|key| key.parse::<Key>().is_ok());
        query_may_follow |= matches!(text, "claims" | "export" | "views");
        // To a query the space says nothing.
        if query_may_follow && is_term { format!(" {text}").into() } else { word }
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn has_examples(command: &clap::Command) {
        let inner: Vec<_> = command.get_subcommands().filter(|c| c.get_name() != "help").collect();
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let examples = help.contains("Examples:\n  assay ");
        assert!(examples || !inner.is_empty(), "{} has no example", command.get_name());
        inner.into_iter().for_each(has_examples);
    }

    #[test]
    fn the_arguments_make_sense_and_each_verb_has_an_example() {
        Arguments::command().debug_assert();
        has_examples(&Arguments::command());
    }

    #[test]
    fn the_cheat_sheet_has_every_key_with_its_words_and_no_slip() {
        use assay_model::query::parse;
        let sheet = QUERIES.split_once("Keys:").unwrap().1.split_once("Examples:").unwrap();
        let words: Vec<&str> = sheet.0.split([' ', '\n', ':', ';', ',']).collect();
        for key in Key::ALL {
            assert!(words.contains(&key.word()), "{key}");
            let listed = matches!(key, Key::Has | Key::No | Key::Is | Key::In);
            for word in key.words().filter(|_| listed).unwrap_or_default() {
                assert!(words.contains(&word), "{key}:{word}");
            }
        }
        for example in sheet.1.lines().filter_map(|line| line.trim().strip_prefix("assay claims ")) {
            let query = example.split(" --sort").next().unwrap_or_default().replace('\'', "");
            assert_eq!(parse(&query).1, [], "{example}");
        }
    }

    fn claims(words: &[&str]) -> Claims {
        let words = ["assay", "claims"].iter().chain(words).map(OsString::from);
        match Arguments::try_parse_from(guarded(words)) {
            Ok(Arguments { verb: Verb::Claims(asked), .. }) => asked,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_query_may_be_several_words_and_begin_with_a_minus() {
        assert_eq!(claims(&["status:open", "treaty"]).query, ["status:open", "treaty"]);
        let asked = claims(&["-tag:print", "treaty", "-Has:value", "--sort", "-score", "--limit", "3"]);
        assert_eq!(asked.query, [" -tag:print", "treaty", " -Has:value"]);
        assert_eq!((asked.sort, asked.limit), (Some("-score".parse().unwrap()), Some(3)));
        assert_eq!(claims(&["-value.date:2022"]).query, [" -value.date:2022"]);
        assert_eq!(claims(&["--", "-treaty"]).query, ["-treaty"]);
        let slip = Arguments::try_parse_from(["assay", "claims", "-x:1"]).unwrap_err();
        assert_eq!(slip.exit_code(), 2);
    }
}
