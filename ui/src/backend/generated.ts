// Made by `cargo xtask typescript` from the command list. Not edited by hand.

/**
 * Evidence to be attached.
 */
export type AddEvidence = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * The evidence.
 */
evidence: EvidenceDraft, };

/**
 * A mention to be added.
 */
export type AddMention = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * Where.
 */
place: Place, };

/**
 * Mentions to be added.
 */
export type AddMentions = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * Where.
 */
places: Array<Place>, };

/**
 * A note to be added.
 */
export type AddNote = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * A note or a question.
 */
kind: NoteKind, 
/**
 * What it says.
 */
text: string, };

/**
 * A person to be added.
 */
export type AddPerson = { 
/**
 * The name.
 */
name: string, 
/**
 * The initials, if not those of the name.
 */
initials: string | null, };

/**
 * A new source.
 */
export type AddSource = { 
/**
 * The source.
 */
source: SourceDraft, };

/**
 * A source that was added or found, and the operation that added it.
 */
export type AddedSource = { 
/**
 * The source's key.
 */
source: number, 
/**
 * The operation.
 */
outcome: Outcome, };

/**
 * A view that was saved, and the operation that saved it.
 */
export type AddedView = { 
/**
 * The view.
 */
view: ViewId, 
/**
 * The operation.
 */
outcome: Outcome, };

/**
 * The facets of a query.
 */
export type AllFacets = { 
/**
 * The query, as text.
 */
query: string, 
/**
 * Whose question it is, where a newer one is to end it.
 */
turn?: Turn, };

/**
 * Claims that a query may find.
 */
export type Among = { 
/**
 * The query, as text.
 */
query: string, 
/**
 * Their keys.
 */
claims: Array<number>, };

/**
 * Whether a mention still stands where it was put.
 */
export type Anchor = "exact" | "moved" | "changed" | "lost";

/**
 * Claims that may be others by now.
 */
export type AreStill = { 
/**
 * Which claims.
 */
chosen: Chosen, 
/**
 * Which claims the person was shown.
 */
seen: Seen, };

/**
 * What two claims are compared by.
 */
export type Aspect = "name" | "date" | "value" | "polarity" | "claimant" | "words";

/**
 * What a stretch of a document is.
 */
export type BlockKind = "headline" | "standfirst" | "byline" | "dateline" | "caption" | "quote" | "paragraph" | "list" | "table" | "footnote" | "speaker" | "metadata";

/**
 * An edit of many claims.
 */
export type Bulk = { 
/**
 * Which claims.
 */
chosen: Chosen, 
/**
 * What is to be done.
 */
deed: BulkDeed, 
/**
 * Which claims the person was shown.
 */
seen: Seen | null, };

/**
 * What is to be done to each of them.
 */
export type BulkDeed = { "kind": "edit", 
/**
 * The changes.
 */
patch: ClaimPatch, } | { "kind": "merge", 
/**
 * The key of the one that stays.
 */
into: number, };

/**
 * What an edit of many claims will do, and what it cannot.
 */
export type BulkPreview = { 
/**
 * Claims that were asked for.
 */
claims: number, 
/**
 * Claims that will be changed.
 */
changed: number, 
/**
 * Claims that are so already.
 */
same: number, 
/**
 * Signed-off claims among those changed that go back to review.
 */
reopened: number, 
/**
 * Claims that will be left as they are, by reason, the most frequent first.
 */
left: Array<Left>, 
/**
 * All of it: “38 of 41 will be signed off; 3 lack a rationale”.
 */
message: string, 
/**
 * Which claims this says it of.
 */
seen: Seen, };

/**
 * What a check found.
 */
export type CheckReport = { 
/**
 * Operations whose place in the chain was verified.
 */
operations: number, 
/**
 * Rows compared with the log.
 */
rows: number, 
/**
 * Texts compared with their digests.
 */
texts: number, 
/**
 * Spans compared with their text.
 */
spans: number, 
/**
 * What is damaged; nothing if the workspace is sound.
 */
damage: Array<DamageLine>, };

/**
 * How the checking of a document stands.
 */
export type Checking = { 
/**
 * The document's key.
 */
document: number, 
/**
 * Only the marks of these claims; of all where nothing is named.
 */
claims: number[] | null, };

/**
 * The checklist for claims of one kind.
 */
export type Checklist = { 
/**
 * The kind.
 */
kind: ClaimKind, 
/**
 * Its steps, in order; none where there is nothing to remind of.
 */
steps: Array<Step>, };

/**
 * A step as it stands with one claim.
 */
export type ChecklistStep = { 
/**
 * Whether it was done.
 */
done: boolean, 
/**
 * What the ticks of claims name it by; it stays when the words are changed.
 */
id: string, 
/**
 * The words: “Unit?”.
 */
text: string, };

/**
 * Files to choose and import.
 */
export type ChooseImport = { 
/**
 * How.
 */
options: ImportOptions, };

/**
 * Which claims are meant.
 */
export type Chosen = { "kind": "claims", 
/**
 * Their keys.
 */
keys: Array<number>, } | { "kind": "query", 
/**
 * The query, as text.
 */
query: string, 
/**
 * Keys of the claims that are left out.
 */
except: Array<number>, };

/**
 * A claim with all that hangs off it.
 */
export type Claim = { 
/**
 * Why it was suggested, in words.
 */
reasons: Array<string>, 
/**
 * Every value it states.
 */
values: Array<Value>, 
/**
 * The reasoning behind “is it true?”, citing evidence as `[n]`.
 */
rationale: string, 
/**
 * The reasoning behind “was it said?”.
 */
rationale_said: string, 
/**
 * Tags, sorted.
 */
tags: Array<string>, 
/**
 * Who reads it again.
 */
reviewer: string | null, 
/**
 * Where it is made, in order of document and place.
 */
mentions: Array<Mention>, 
/**
 * Its evidence, in order.
 */
evidence_items: Array<Evidence>, 
/**
 * Who signed it off, if it is.
 */
signed_off_by: string | null, 
/**
 * When it was signed off, if it is.
 */
signed_off_at: Instant | null, 
/**
 * SHA-256 of what was signed, in hexadecimal, if it is signed off.
 */
signed_digest: string | null, 
/**
 * Why it was last reopened after a sign-off, if it was.
 */
reopened: string | null, 
/**
 * Notes and questions, oldest first.
 */
note_items: Array<Note>, 
/**
 * How it stands to other claims.
 */
relations: Array<Relation>, 
/**
 * The steps of the checklist for its kind, with those that are done.
 */
checklist: Array<ChecklistStep>, 
/**
 * The operation that wrote its present content.
 */
stamp: number, 
/**
 * Its integer key in this workspace, never used again.
 */
key: number, 
/**
 * Its id.
 */
id: ClaimId, 
/**
 * Its short reference.
 */
ref: ClaimRef, 
/**
 * Two to five words that name it.
 */
label: string, 
/**
 * The claim as one sentence that needs no context.
 */
statement: string, 
/**
 * What sort it is.
 */
kind: ClaimKind, 
/**
 * How far the work has come.
 */
status: Status, 
/**
 * Is it true? The derived one of the five, where the claim was judged by another scale.
 */
verdict: Verdict | null, 
/**
 * The value of the scale that it was judged by; none where that is Assay's own five.
 */
rating: RatingRef | null, 
/**
 * That value's name, as people see it.
 */
rating_name: string | null, 
/**
 * Was it said?
 */
said: Verdict | null, 
/**
 * Who says it; none in the document's own voice.
 */
claimant: string | null, 
/**
 * In whose words.
 */
mode: Mode, 
/**
 * How soon.
 */
priority: Priority, 
/**
 * How much it wants checking, 0 to 1; none for a claim made by hand.
 */
score: number | null, 
/**
 * The value it states, in the author's words.
 */
value: string | null, 
/**
 * The same value in its normal form.
 */
value_normal: string | null, 
/**
 * What the evidence shows instead.
 */
found: string | null, 
/**
 * The publisher of the document it is first mentioned in, else that document's title.
 */
document_name: string | null, 
/**
 * The document it is first mentioned in.
 */
document: DocumentId | null, 
/**
 * Pieces of evidence.
 */
evidence: number, 
/**
 * The origins that they come from: evidence of one origin counts once.
 */
origins: number, 
/**
 * Whether any evidence is of a primary source.
 */
has_primary: boolean, 
/**
 * Notes on it.
 */
notes: number, 
/**
 * Questions to the author of the article that have no answer yet.
 */
open_questions: number, 
/**
 * Who checks it.
 */
checker: string | null, 
/**
 * When it was last edited.
 */
edited: Instant, };

/**
 * A claim as it was.
 */
export type ClaimAt = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * After which operation.
 */
operation: number, };

/**
 * A claim.
 */
export type ClaimId = string;

/**
 * What sort of claim it is.
 */
export type ClaimKind = "quantity" | "date" | "event" | "state" | "comparison" | "cause" | "quote" | "prediction" | "opinion";

/**
 * Changes of fields; a field left out stays as it is.
 */
export type ClaimPatch = { 
/**
 * The label.
 */
label?: string | null, 
/**
 * The statement.
 */
statement?: string | null, 
/**
 * The sort of claim.
 */
kind?: ClaimKind | null, 
/**
 * Who says it; nothing for the document's own voice.
 */
claimant?: string | null | null, 
/**
 * In whose words.
 */
mode?: Mode | null, 
/**
 * How far the work has come; `signed-off` signs off.
 */
status?: Status | null, 
/**
 * Is it true? Nothing takes the verdict away.
 */
verdict?: Verdict | null | null, 
/**
 * The same by a value of a scale; the verdict follows from it. Nothing takes both away.
 */
rating?: RatingRef | null | null, 
/**
 * Was it said?
 */
said?: Verdict | null | null, 
/**
 * What the evidence shows instead of the value stated.
 */
found?: string | null | null, 
/**
 * The reasoning, citing evidence as `[n]`.
 */
rationale?: string | null, 
/**
 * The reasoning behind “was it said?”.
 */
rationale_said?: string | null, 
/**
 * How soon.
 */
priority?: Priority | null, 
/**
 * Tags to give.
 */
add_tags: Array<string>, 
/**
 * Tags to take away.
 */
remove_tags: Array<string>, 
/**
 * Who checks it, by name.
 */
checker?: string | null | null, 
/**
 * Who reads it again, by name.
 */
reviewer?: string | null | null, 
/**
 * With a status of `signed-off`: a missing primary source has been seen and accepted.
 */
without_primary: boolean, 
/**
 * It was typed and is saved as the typing goes on: undo takes a stretch of it back as one.
 */
typing: boolean, };

/**
 * A claim's short reference, such as `DG-10`: the workspace's prefix and a number that is never used again.
 */
export type ClaimRef = string;

/**
 * A claim as the ledger shows it: one row.
 */
export type ClaimRow = { 
/**
 * Its integer key in this workspace, never used again.
 */
key: number, 
/**
 * Its id.
 */
id: ClaimId, 
/**
 * Its short reference.
 */
ref: ClaimRef, 
/**
 * Two to five words that name it.
 */
label: string, 
/**
 * The claim as one sentence that needs no context.
 */
statement: string, 
/**
 * What sort it is.
 */
kind: ClaimKind, 
/**
 * How far the work has come.
 */
status: Status, 
/**
 * Is it true? The derived one of the five, where the claim was judged by another scale.
 */
verdict: Verdict | null, 
/**
 * The value of the scale that it was judged by; none where that is Assay's own five.
 */
rating: RatingRef | null, 
/**
 * That value's name, as people see it.
 */
rating_name: string | null, 
/**
 * Was it said?
 */
said: Verdict | null, 
/**
 * Who says it; none in the document's own voice.
 */
claimant: string | null, 
/**
 * In whose words.
 */
mode: Mode, 
/**
 * How soon.
 */
priority: Priority, 
/**
 * How much it wants checking, 0 to 1; none for a claim made by hand.
 */
score: number | null, 
/**
 * The value it states, in the author's words.
 */
value: string | null, 
/**
 * The same value in its normal form.
 */
value_normal: string | null, 
/**
 * What the evidence shows instead.
 */
found: string | null, 
/**
 * The publisher of the document it is first mentioned in, else that document's title.
 */
document_name: string | null, 
/**
 * The document it is first mentioned in.
 */
document: DocumentId | null, 
/**
 * Pieces of evidence.
 */
evidence: number, 
/**
 * The origins that they come from: evidence of one origin counts once.
 */
origins: number, 
/**
 * Whether any evidence is of a primary source.
 */
has_primary: boolean, 
/**
 * Notes on it.
 */
notes: number, 
/**
 * Questions to the author of the article that have no answer yet.
 */
open_questions: number, 
/**
 * Who checks it.
 */
checker: string | null, 
/**
 * When it was last edited.
 */
edited: Instant, };

/**
 * What sort of failure it is. Hosts decide by it how to show the error; scripts may rely on it.
 */
export type Code = "invalid" | "not-found" | "move-not-allowed" | "gate-missing" | "needs-replacement" | "in-use" | "no-primary-source" | "cannot-undo" | "cannot-import" | "cannot-write" | "workspace-not-found" | "not-a-workspace" | "newer-workspace" | "read-only" | "busy" | "disk-full" | "damaged" | "list-changed" | "overtaken" | "cancelled" | "internal";

/**
 * A file kept with a source.
 */
export type CopyId = string;

/**
 * How much of a sentence's checking is done.
 */
export type Coverage = "signed-off" | "in-work" | "not-checkable" | "not-looked-at";

/**
 * How many sentences stand in each state of coverage.
 */
export type CoverageCount = { 
/**
 * Sentences signed off.
 */
signed_off: number, 
/**
 * Sentences in work.
 */
in_work: number, 
/**
 * Sentences with nothing checkable.
 */
not_checkable: number, 
/**
 * Sentences nobody has looked at.
 */
not_looked_at: number, };

/**
 * A claim that was made, and the operation that made it.
 */
export type Created = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * The operation.
 */
outcome: Outcome, };

/**
 * Something damaged.
 */
export type DamageLine = { 
/**
 * Where.
 */
place: string, 
/**
 * What is wrong.
 */
what: string, };

/**
 * What is settled.
 */
export type Desk = { 
/**
 * The word of the scale that claims are judged by.
 */
scale: string, 
/**
 * Who signs a claim off may not be who checked it.
 */
two_person: boolean, 
/**
 * The checklist for each kind of claim.
 */
checklists: Array<Checklist>, };

/**
 * What to settle anew; what is left out stays.
 */
export type DeskPatch = { 
/**
 * The word of the scale that claims are judged by from now on. Claims judged before keep their verdicts.
 */
scale?: string | null, 
/**
 * The two-person rule.
 */
two_person?: boolean | null, 
/**
 * Checklists of some kinds. A step without an id is new.
 */
checklists?: Array<Checklist> | null, };

/**
 * One thing in which a passage differs from the claim's own words.
 */
export type Difference = { 
/**
 * What sort of thing.
 */
sort: DifferenceSort, 
/**
 * The claim's words; empty where the passage has more.
 */
ours: string, 
/**
 * The passage's words; empty where it lacks them.
 */
theirs: string, 
/**
 * Where the passage's words stand in the document, in code points.
 */
place: Span | null, };

/**
 * What sort of thing differs between two passages. The first four can make another claim of it.
 */
export type DifferenceSort = "number" | "date" | "name" | "polarity" | "word" | "case" | "quotes" | "punctuation" | "spacing" | "hidden";

/**
 * How the checking of a document stands: all that edits change of how it is read. Its text is that of its revision.
 */
export type DocumentChecking = { 
/**
 * What a list shows of it.
 */
summary: DocumentSummary, 
/**
 * Its sentences that somebody has looked at, in order; the others are not looked at.
 */
sentences: Array<SentenceState>, 
/**
 * The marks of the claims asked for, in order of place; dismissed ones left out.
 */
marks: Array<Mark>, };

/**
 * A document: an article, a transcript, any text that is checked or quoted.
 */
export type DocumentId = string;

/**
 * Changes of what is known about a document; a field left out stays as it is, an empty one is cleared.
 */
export type DocumentPatch = { 
/**
 * The title.
 */
title?: string | null, 
/**
 * Who published it.
 */
publisher?: string | null, 
/**
 * Where it was published.
 */
url?: string | null, 
/**
 * When it was published.
 */
published?: string | null, 
/**
 * Who wrote it.
 */
authors?: Array<string> | null, };

/**
 * A document's short reference, such as `D1`.
 */
export type DocumentRef = string;

/**
 * A document as a list shows it.
 */
export type DocumentSummary = { 
/**
 * Its id.
 */
id: DocumentId, 
/**
 * Its short reference.
 */
ref: DocumentRef, 
/**
 * What is known about it.
 */
metadata: Metadata, 
/**
 * The revision shown.
 */
revision: RevisionId, 
/**
 * Code points of its text.
 */
characters: number, 
/**
 * Sentences of its text.
 */
sentences: number, 
/**
 * Coverage of the sentences.
 */
coverage: CoverageCount, 
/**
 * Claims with a mention in it, dismissed ones left out.
 */
claims: number, 
/**
 * Of these, the ones not signed off.
 */
to_do: number, 
/**
 * When it was imported.
 */
added: Instant, 
/**
 * SHA-256 of the original bytes, in hexadecimal.
 */
sha256: string, };

/**
 * A document as it is read: its blocks, sentences and marks.
 */
export type DocumentView = { 
/**
 * What a list shows of it.
 */
summary: DocumentSummary, 
/**
 * Its text, a block each.
 */
blocks: Array<TextRun>, 
/**
 * Its sentences, in order.
 */
sentences: Array<Sentence>, 
/**
 * The marks of its claims, in order of place; dismissed ones left out.
 */
marks: Array<Mark>, };

/**
 * What was found of a claim, and when: offered to those who check a claim like it, and never copied by itself.
 */
export type EarlierVerdict = { 
/**
 * The verdict.
 */
verdict: Verdict, 
/**
 * Its name by the scale that it was given on, where that is not Assay's own.
 */
rating_name: string | null, 
/**
 * When it was signed off; when the claim was last edited, if it is not.
 */
at: Instant, 
/**
 * Who signed it off, if it is.
 */
signed_off_by: string | null, 
/**
 * Whether it has a rationale, so that it can be taken over.
 */
reasoned: boolean, };

/**
 * Changes of claims.
 */
export type EditClaims = { 
/**
 * Their keys.
 */
claims: Array<number>, 
/**
 * The changes.
 */
patch: ClaimPatch, };

/**
 * Changes of what is known about a document.
 */
export type EditDocument = { 
/**
 * Its key.
 */
document: number, 
/**
 * The changes.
 */
patch: DocumentPatch, };

/**
 * Evidence to be changed.
 */
export type EditEvidence = { 
/**
 * Which.
 */
id: EvidenceId, 
/**
 * What it becomes.
 */
evidence: EvidenceDraft, };

/**
 * A note to be changed.
 */
export type EditNote = { 
/**
 * Which.
 */
id: NoteId, 
/**
 * The changes.
 */
patch: NotePatch, };

/**
 * A person to be changed.
 */
export type EditPerson = { 
/**
 * The name now.
 */
name: string, 
/**
 * The name from now on.
 */
new_name: string, 
/**
 * The initials, if not those of the name.
 */
initials: string | null, };

/**
 * Changes of a source.
 */
export type EditSource = { 
/**
 * Which.
 */
id: SourceId, 
/**
 * What it becomes.
 */
source: SourceDraft, };

/**
 * A view to be changed.
 */
export type EditView = { 
/**
 * Which.
 */
id: ViewId, 
/**
 * The changes.
 */
patch: ViewPatch, };

/**
 * A failure. Nothing was changed when one is returned.
 */
export type Error = { 
/**
 * What sort of failure.
 */
code: Code, 
/**
 * What happened, as a sentence.
 */
message: string, 
/**
 * What to do about it, a sentence each.
 */
hints: Array<string>, 
/**
 * The field that is wrong, where one is.
 */
field: string | null, };

/**
 * One piece of evidence for one claim.
 */
export type Evidence = { 
/**
 * Its id.
 */
id: EvidenceId, 
/**
 * Its number in the claim's list, from one: what `[2]` in a rationale cites.
 */
number: number, 
/**
 * Which of the two findings it serves.
 */
finding: Finding, 
/**
 * Which way it points.
 */
stance: Stance, 
/**
 * Where in the source: a page, a table, a time stamp.
 */
locator: string | null, 
/**
 * The words quoted from the source.
 */
quote: string | null, 
/**
 * Where the words stand, if the source is a document of this workspace.
 */
span: QuotedSpan | null, 
/**
 * Where it comes from.
 */
source: Source, };

/**
 * Evidence as a person fills it in.
 */
export type EvidenceDraft = { 
/**
 * Which of the two findings it serves.
 */
finding: Finding, 
/**
 * Which way it points.
 */
stance: Stance, 
/**
 * Where in the source: a page, a table, a time stamp.
 */
locator?: string | null, 
/**
 * The words quoted, where they do not stand in a document of this workspace.
 */
quote: string | null, 
/**
 * Where the words stand, if the source is a document of this workspace.
 */
place: Place | null, 
/**
 * A source that the workspace has: what stands in `source` is then left aside.
 */
known_source?: SourceId | null, 
/**
 * Where it comes from; its title may be left out where a place is given.
 */
source: SourceDraft, };

/**
 * One piece of evidence for one claim.
 */
export type EvidenceId = string;

/**
 * What goes out with the claims.
 */
export type ExportOptions = { 
/**
 * The evidence with its quotes and sources.
 */
evidence: boolean, 
/**
 * The reasoning.
 */
rationale: boolean, 
/**
 * The names of checkers and reviewers.
 */
people: boolean, 
/**
 * The notes among checkers, and the questions to the author with their answers.
 */
notes: boolean, };

/**
 * What to export, and how.
 */
export type ExportRequest = { 
/**
 * Which claims.
 */
scope: ExportScope, 
/**
 * In which format.
 */
format: Format, 
/**
 * What goes with them.
 */
options: ExportOptions, };

/**
 * Which claims to export.
 */
export type ExportScope = { "kind": "query", 
/**
 * The query.
 */
query: string, } | { "kind": "signed-off", 
/**
 * The query; empty for all.
 */
query: string, } | { "kind": "chosen", 
/**
 * Which.
 */
chosen: Chosen, } | { "kind": "claims", 
/**
 * Their keys.
 */
keys: Array<number>, };

/**
 * Something that the reader of the file should know, and the claims it is about.
 */
export type ExportWarning = { 
/**
 * What it is, in words.
 */
message: string, 
/**
 * References of the claims, such as `DG-4`.
 */
claims: Array<string>, };

/**
 * One facet of a query.
 */
export type FacetGroup = { 
/**
 * The key that its options are asked by.
 */
key: Key, 
/**
 * Its options, the most frequent first, at most 50.
 */
options: Array<FacetOption>, };

/**
 * One option of a facet.
 */
export type FacetOption = { 
/**
 * The value that a query asks by: `none` for claims without one.
 */
value: string, 
/**
 * What people see.
 */
label: string, 
/**
 * Claims that the query finds with it, this facet's own choice left aside.
 */
count: number, };

/**
 * One input that did not come in.
 */
export type Failure = { 
/**
 * The file's name.
 */
name: string, 
/**
 * Why.
 */
error: Error, };

/**
 * One field that an operation changed, with what it held before and after.
 */
export type FieldChange = { 
/**
 * The claim it is of, by its short reference; none for what belongs to no claim.
 */
claim: ClaimRef | null, 
/**
 * The field, in the words of the window: “Verdict”, “Rationale”, “Source title”.
 */
field: string, 
/**
 * What it held; none if nothing.
 */
before: string | null, 
/**
 * What it holds since; none if nothing.
 */
after: string | null, };

/**
 * Words to look for.
 */
export type FindMentions = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * Words in place of the claim's own.
 */
words: string | null, 
/**
 * Only in documents after the one with this key: where the answer before says to go on.
 */
after: number | null, };

/**
 * Sources to look for.
 */
export type FindSources = { 
/**
 * Words in their titles, publishers, authors, addresses; empty for all.
 */
words: string, };

/**
 * Which of a claim's two findings evidence or a rationale serves.
 */
export type Finding = "true" | "said";

/**
 * A format of an export.
 */
export type Format = "json" | "csv" | "markdown" | "claimreview" | "questions";

/**
 * A place where words stand that are the claim's, or nearly so.
 */
export type FoundPlace = { 
/**
 * The document's key.
 */
document: number, 
/**
 * Its reference.
 */
document_ref: DocumentRef, 
/**
 * Its title.
 */
title: string, 
/**
 * The number of the sentence it begins in.
 */
sentence: number | null, 
/**
 * First code point.
 */
start: number, 
/**
 * One after the last code point.
 */
end: number, 
/**
 * The words there.
 */
exact: string, 
/**
 * Up to 32 code points before.
 */
prefix: string, 
/**
 * Up to 32 code points after.
 */
suffix: string, 
/**
 * The share of words in common, in percent; 100 only where all characters are the same.
 */
likeness: number, 
/**
 * The claim's words that it is like.
 */
ours: string, 
/**
 * In what it differs from them.
 */
differences: Array<Difference>, 
/**
 * It is a mention of the claim already, or overlaps one.
 */
known: boolean, };

/**
 * What a stretch of a search found.
 */
export type FoundPlaces = { 
/**
 * The places, the likest of each document first.
 */
places: Array<FoundPlace>, 
/**
 * How many documents were searched, from the first.
 */
searched: number, 
/**
 * How many there are.
 */
documents: number, 
/**
 * Where to go on: the last document searched; nothing at the end.
 */
next: number | null, };

/**
 * Something in a query that looks like a slip: text that may have been meant as a key, or a value that finds nothing.
 */
export type Hint = { 
/**
 * First code point of it in the query.
 */
start: number, 
/**
 * One after the last code point.
 */
end: number, 
/**
 * What to do: “There is no key “statsu”; did you mean “status”?”
 */
message: string, };

/**
 * Which lines of history are wanted; all that is given must hold.
 */
export type HistoryFilter = { 
/**
 * Of the claim with this key.
 */
claim?: number | null, 
/**
 * Of the document with this key, its claims included.
 */
document?: number | null, 
/**
 * Of the source with this key.
 */
source?: number | null, 
/**
 * By this person.
 */
person?: string | null, 
/**
 * From this moment on.
 */
from?: Instant | null, 
/**
 * Before this moment.
 */
until?: Instant | null, };

/**
 * One line of history.
 */
export type HistoryLine = { 
/**
 * The operation's number, counting from one in this workspace.
 */
operation: number, 
/**
 * What was done.
 */
kind: OperationKind, 
/**
 * Who did it.
 */
actor: string, 
/**
 * When.
 */
time: Instant, 
/**
 * What was done, in words, beginning with a verb: “changed the verdict from Supported to Refuted”.
 */
words: string, 
/**
 * What was changed, field by field, with the values before and after. Empty where there is nothing to compare,
 * and for operations on very many rows.
 */
changes: Array<FieldChange>, 
/**
 * The operation that this one undid or did again.
 */
undoes: number | null, 
/**
 * The operation that has since undone this one.
 */
undone_by: number | null, };

/**
 * How to import.
 */
export type ImportOptions = { 
/**
 * What is known better than the text says it.
 */
metadata: DocumentPatch, 
/**
 * Whether to look for claims.
 */
find: boolean, };

/**
 * What an import did. It is one operation, so one undo takes all of it back.
 */
export type ImportReport = { 
/**
 * What came in.
 */
documents: Array<ImportedDocument>, 
/**
 * What did not.
 */
failures: Array<Failure>, 
/**
 * The operation; none if nothing came in.
 */
operation: number | null, };

/**
 * One document that came in.
 */
export type ImportedDocument = { 
/**
 * Its key, which is the number of its reference.
 */
key: number, 
/**
 * Its title.
 */
title: string, 
/**
 * Its sentences.
 */
sentences: number, 
/**
 * The claims suggested in it.
 */
claims: number, 
/**
 * The encoding its bytes were in.
 */
encoding: string, 
/**
 * What could not be looked for, in words: in other languages than English much cannot.
 */
limits: string | null, };

/**
 * Something to import.
 */
export type Input = { "kind": "text", 
/**
 * The text.
 */
text: string, 
/**
 * A name for it, if it has one.
 */
name: string | null, } | { "kind": "sample" };

/**
 * Milliseconds since 1970-01-01T00:00:00Z.
 */
export type Instant = number;

/**
 * Long work, as it stands.
 */
export type Job = { 
/**
 * Its number in this process.
 */
id: number, 
/**
 * What sort of work it is.
 */
kind: JobKind, 
/**
 * What it works on.
 */
title: string, 
/**
 * What it is doing.
 */
note: string, 
/**
 * The share done, 0 to 1.
 */
done: number, 
/**
 * Whether it is still at work, and if not, how it ended.
 */
state: JobState, };

/**
 * What sort of work a job is.
 */
export type JobKind = "import" | "edit" | "export";

/**
 * Whether a job is at work, or how it ended.
 */
export type JobState = { "kind": "running" } | { "kind": "done", 
/**
 * What it did.
 */
report: ImportReport, } | { "kind": "edited", 
/**
 * What it did.
 */
outcome: Outcome, } | { "kind": "exported", 
/**
 * What was written.
 */
saved: Saved, } | { "kind": "failed", 
/**
 * Why.
 */
error: Error, } | { "kind": "cancelled" };

/**
 * What a term asks about. What each finds is said here, for whatever answers queries.
 *
 * A part of a name is looked for without regard to case; after `=` stands the whole name as it is written. `none`
 * finds claims that have nothing of the kind. Comparisons are read by [`compare`], words by [`Key::words`]; a value
 * that is neither finds nothing ([`Key::reads`]). A claim in several documents is found by any of them.
 */
export type Key = "status" | "verdict" | "rating" | "said" | "claimant" | "document" | "publisher" | "language" | "year" | "published" | "kind" | "tag" | "value.date" | "priority" | "score" | "evidence" | "person" | "checker" | "reviewer" | "has" | "no" | "is" | "in";

/**
 * Claims that an edit leaves as they are, for one reason.
 */
export type Left = { 
/**
 * How many.
 */
claims: number, 
/**
 * Why, in words that follow the number: “lack a rationale”.
 */
why: string, 
/**
 * The first few of them.
 */
first: Array<string>, 
/**
 * They would do if the missing primary source were accepted.
 */
no_primary: boolean, };

/**
 * The saved views.
 */
export type ListViews = { 
/**
 * Each with how many claims it finds, which may wait for the ledger’s index.
 */
counted: boolean, };

/**
 * A claim in a list.
 */
export type Locate = { 
/**
 * The query, as text.
 */
query: string, 
/**
 * In which order.
 */
sort: Sort, 
/**
 * The claim's key.
 */
claim: number, };

/**
 * A claim's mark in the text.
 */
export type Mark = { 
/**
 * The claim's key.
 */
key: number, 
/**
 * Its id.
 */
id: ClaimId, 
/**
 * Its label.
 */
label: string, 
/**
 * Its status.
 */
status: Status, 
/**
 * Its verdict.
 */
verdict: Verdict | null, 
/**
 * First code point.
 */
start: number, 
/**
 * One after the last code point.
 */
end: number, };

/**
 * A sentence to be marked.
 */
export type MarkSentence = { 
/**
 * The document's key.
 */
document: number, 
/**
 * The sentence's number.
 */
sentence: number, 
/**
 * Marked “nothing to check”, or not.
 */
nothing_to_check: boolean, };

/**
 * A place in a text where a claim is made.
 */
export type Mention = { 
/**
 * Its id.
 */
id: MentionId, 
/**
 * The document it stands in.
 */
document: DocumentId, 
/**
 * The document's short reference.
 */
document_ref: DocumentRef, 
/**
 * The revision its offsets count in.
 */
revision: RevisionId, 
/**
 * The number of the sentence it begins in, from one.
 */
sentence: number | null, 
/**
 * First code point.
 */
start: number, 
/**
 * One after the last code point.
 */
end: number, 
/**
 * The text at `start..end`.
 */
exact: string, 
/**
 * Up to 32 code points before.
 */
prefix: string, 
/**
 * Up to 32 code points after.
 */
suffix: string, 
/**
 * Whether it still stands there.
 */
anchor: Anchor, };

/**
 * A place in a text where a claim is made.
 */
export type MentionId = string;

/**
 * Claims to be merged.
 */
export type Merge = { 
/**
 * Keys of those that go.
 */
claims: Array<number>, 
/**
 * The key of the one that stays.
 */
into: number, };

/**
 * What is known about a document besides its text.
 */
export type Metadata = { 
/**
 * The title.
 */
title: string, 
/**
 * Who wrote it.
 */
authors: Array<string>, 
/**
 * Who published it.
 */
publisher: string | null, 
/**
 * Where it was published.
 */
url: string | null, 
/**
 * When it was published.
 */
published: PartialDate | null, 
/**
 * When it was read.
 */
accessed: PartialDate | null, 
/**
 * BCP 47 language code, such as `en`.
 */
language: string | null, };

/**
 * In whose words a claim is made.
 */
export type Mode = "own" | "quote" | "part" | "paraphrase";

/**
 * How a value is bounded or blurred in the text. After TIMEX3's `mod`.
 */
export type Modifier = "less_than" | "more_than" | "at_most" | "at_least" | "approx" | "before" | "after" | "start" | "mid" | "end";

/**
 * Evidence to be moved.
 */
export type MoveEvidence = { 
/**
 * Which.
 */
id: EvidenceId, 
/**
 * To which place in its claim's list, from one.
 */
to: number, };

/**
 * A mention to be moved.
 */
export type MoveMention = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * The mention.
 */
mention: MentionId, 
/**
 * Where to, in its document.
 */
place: Place, 
/**
 * One of several small moves: undo takes them back as one.
 */
nudged: boolean, };

/**
 * A view to be put elsewhere.
 */
export type MoveView = { 
/**
 * Which.
 */
id: ViewId, 
/**
 * Its new place, counting from one.
 */
to: number, };

/**
 * A claim that may say the same as another one.
 */
export type NearClaim = { 
/**
 * The claim.
 */
row: ClaimRow, 
/**
 * How like it is, in percent.
 */
likeness: number, 
/**
 * What both have in common.
 */
agrees: Array<Trait>, 
/**
 * In what they differ.
 */
differs: Array<Trait>, 
/**
 * They may be about one thing and cannot both be true.
 */
contradicts: boolean, 
/**
 * What was found of it.
 */
earlier: EarlierVerdict | null, };

/**
 * What is being typed, before it is a claim.
 */
export type NearDraft = { 
/**
 * The statement so far.
 */
statement: string, 
/**
 * Who says it, if that is known.
 */
claimant: string | null, 
/**
 * The document that it stands in: its day of publication anchors “on Thursday”.
 */
document: number | null, };

/**
 * What a stretch of a document's claims is near to.
 */
export type NearIn = { 
/**
 * The claims that others are near to.
 */
found: Array<NearOf>, 
/**
 * How many claims were gone through.
 */
compared: number, 
/**
 * How many more there are to go through.
 */
left: number, 
/**
 * The last that was gone through: where to go on; none at the end.
 */
next: number | null, };

/**
 * A claim of a document with one that may say the same.
 */
export type NearOf = { 
/**
 * The claim of the document.
 */
claim: number, 
/**
 * Those that may say the same, the likest first.
 */
near: Array<NearClaim>, };

/**
 * The claims of a document.
 */
export type NearTo = { 
/**
 * The document's key.
 */
document: number, 
/**
 * Those after this one; all if none.
 */
after: number | null, };

/**
 * A claim to be made by hand.
 */
export type NewClaim = { 
/**
 * Where it is made.
 */
place: Place, 
/**
 * The claim as one sentence.
 */
statement: string, 
/**
 * Two to five words; the beginning of the statement if none.
 */
label: string | null, 
/**
 * Who says it; none in the document's own voice.
 */
claimant: string | null, 
/**
 * What sort it is; an event if none.
 */
kind: ClaimKind | null, };

/**
 * The next Open claim of a list.
 */
export type NextOpen = { 
/**
 * The query, as text.
 */
query: string, 
/**
 * In which order.
 */
sort: Sort, 
/**
 * The place to look from, from zero.
 */
from: number, 
/**
 * The key of a claim to pass over.
 */
but: number | null, };

/**
 * A note on a claim.
 */
export type Note = { 
/**
 * Its id.
 */
id: NoteId, 
/**
 * What sort it is.
 */
kind: NoteKind, 
/**
 * Who wrote it.
 */
author: string, 
/**
 * When it was written.
 */
written: Instant, 
/**
 * What it says.
 */
text: string, 
/**
 * What the author of the article answered; a question without an answer is open.
 */
answer: string | null, };

/**
 * A note on a claim.
 */
export type NoteId = string;

/**
 * What sort of note it is.
 */
export type NoteKind = "note" | "question";

/**
 * Changes of a note; what is left out stays.
 */
export type NotePatch = { 
/**
 * Whether it is a note or a question.
 */
kind?: NoteKind | null, 
/**
 * What it says.
 */
text?: string | null, 
/**
 * What the author of the article answered; empty opens the question again.
 */
answer?: string | null, };

/**
 * Word to every window of what has changed. Carries ids and flags only; rows are fetched.
 */
export type Notice = { "kind": "data-changed", 
/**
 * The newest operation.
 */
operation: number, 
/**
 * What was touched.
 */
touched: Array<Touched>, } | { "kind": "job-changed", 
/**
 * How it stands.
 */
job: Job, };

/**
 * A web address.
 */
export type OneAddress = { 
/**
 * The address.
 */
url: string, };

/**
 * One claim.
 */
export type OneClaim = { 
/**
 * Its key.
 */
claim: number, };

/**
 * A file kept with a source.
 */
export type OneCopy = { 
/**
 * Which.
 */
id: CopyId, };

/**
 * One document.
 */
export type OneDocument = { 
/**
 * Its key.
 */
document: number, };

/**
 * Evidence to be taken away.
 */
export type OneEvidence = { 
/**
 * Which.
 */
id: EvidenceId, };

/**
 * A facet of a query.
 */
export type OneFacet = { 
/**
 * The query, as text.
 */
query: string, 
/**
 * The facet's key.
 */
key: Key, 
/**
 * What the names of its options hold; all where nothing is said.
 */
words: string, 
/**
 * Whose question it is, where a newer one is to end it.
 */
turn?: Turn, };

/**
 * One job.
 */
export type OneJob = { 
/**
 * Its number.
 */
id: number, };

/**
 * A list in an order.
 */
export type OneList = { 
/**
 * The query, as text.
 */
query: string, 
/**
 * In which order.
 */
sort: Sort, 
/**
 * The place of the first that is wanted, from zero; the top if none.
 */
from: number | null, 
/**
 * How many; all if none.
 */
limit: number | null, };

/**
 * One note.
 */
export type OneNote = { 
/**
 * Which.
 */
id: NoteId, };

/**
 * A file or folder.
 */
export type OnePath = { 
/**
 * Where it is.
 */
path: string, };

/**
 * One person.
 */
export type OnePerson = { 
/**
 * The name.
 */
name: string, };

/**
 * One source.
 */
export type OneSource = { 
/**
 * Which.
 */
id: SourceId, };

/**
 * One view.
 */
export type OneView = { 
/**
 * Which.
 */
id: ViewId, };

/**
 * A question that nobody has answered yet, with the claim it is about.
 */
export type OpenQuestion = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * Its short reference.
 */
ref: ClaimRef, 
/**
 * Its statement.
 */
statement: string, 
/**
 * The document it is first mentioned in: its publisher, else its title.
 */
document: string | null, 
/**
 * The words that make the claim there.
 */
quote: string | null, 
/**
 * The question.
 */
note: Note, };

/**
 * What a person did. The label is what the menu says after “Undo”.
 */
export type OperationKind = "create-workspace" | "import-document" | "delete-document" | "edit-document" | "find-claims" | "create-claim" | "edit-claim" | "typing" | "set-status" | "set-verdict" | "sign-off" | "add-mention" | "move-mention" | "remove-mention" | "add-evidence" | "edit-evidence" | "remove-evidence" | "move-evidence" | "add-source" | "edit-source" | "remove-source" | "store-copy" | "remove-copy" | "purge" | "add-note" | "edit-note" | "remove-note" | "tick" | "relate" | "unrelate" | "merge" | "unmerge" | "take-over" | "split" | "assign" | "edit-person" | "edit-scale" | "edit-settings" | "add-view" | "edit-view" | "move-view" | "remove-view" | "restore" | "mark-sentence" | "bench-data" | "undo" | "redo";

/**
 * What an edit left behind: the operation, for the undo toast.
 */
export type Outcome = { 
/**
 * The operation's number; none if nothing changed.
 */
operation: number | null, 
/**
 * How many claims were changed.
 */
claims: number, 
/**
 * What was done, for the toast: “DG-15 signed off”.
 */
message: string, };

/**
 * Rows of the ledger.
 */
export type Page = { 
/**
 * The rows.
 */
rows: Array<ClaimRow>, 
/**
 * The place of the first row, from zero.
 */
from: number, 
/**
 * How many claims the query finds.
 */
total: number, 
/**
 * The operation that this page shows the state after.
 */
operation: number, 
/**
 * The query as it was understood.
 */
query: Query, 
/**
 * What in the query looks like a slip.
 */
hints: Array<Hint>, 
/**
 * The order of relevance was asked for, but no word of the query is rare enough to weigh: the last edit goes first.
 */
unranked: boolean, };

/**
 * Which rows are wanted.
 */
export type PageRequest = { 
/**
 * The query, as text.
 */
query: string, 
/**
 * In which order.
 */
sort: Sort, 
/**
 * The place of the first row, from zero.
 */
from: number, 
/**
 * How many rows, at most 1,000.
 */
limit: number, 
/**
 * Whose question it is, where a newer one is to end it.
 */
turn?: Turn, };

/**
 * One part of a claim that is split.
 */
export type PartDraft = { 
/**
 * The part as one sentence.
 */
statement: string, 
/**
 * Two to five words; the beginning of the statement if none.
 */
label?: string | null, 
/**
 * Where it is made; where the whole is, if none.
 */
place?: Place | null, };

/**
 * A date as far as it is known: a year, a month, a day, or a day with a time and perhaps a zone.
 *
 * Written `2023`, `2023-03`, `2023-03-02`, `2023-03-02T13:01` or `2023-03-02T13:01Z` / `…+05:30`. A time without a
 * zone stays without one; a day is never turned into midnight.
 */
export type PartialDate = string;

/**
 * A person who checks or reviews.
 */
export type Person = { 
/**
 * Their id.
 */
id: PersonId, 
/**
 * Their name, unique in the workspace.
 */
name: string, 
/**
 * Their initials, where they are not those of the name.
 */
initials: string | null, 
/**
 * Claims that they check, dismissed ones left out.
 */
checks: number, 
/**
 * Claims that they review, dismissed ones left out.
 */
reviews: number, };

/**
 * A person who works in the workspace.
 */
export type PersonId = string;

/**
 * A place in a document: by the words there, or by their span, or by both, which must then agree.
 */
export type Place = { 
/**
 * The document's key, which is the number of its reference.
 */
document: number, 
/**
 * The words. Alone, they must stand in the text exactly once.
 */
quote: string | null, 
/**
 * Where they stand, in code points. An end within a character that is several code points takes it in whole.
 */
span: Span | null, };

/**
 * An export as it would be.
 */
export type Preview = { 
/**
 * A file name for it.
 */
file_name: string, 
/**
 * Claims that were asked for.
 */
claims: number, 
/**
 * Records in the file.
 */
records: number, 
/**
 * Size of the file in bytes.
 */
bytes: number, 
/**
 * The beginning of the file.
 */
text: string, 
/**
 * Whether the file goes on after `text`.
 */
cut: boolean, 
/**
 * What the reader of the file should know.
 */
warnings: Array<ExportWarning>, };

/**
 * An edit of many claims that may be.
 */
export type PreviewBulk = { 
/**
 * Which claims.
 */
chosen: Chosen, 
/**
 * What is to be done.
 */
deed: BulkDeed, };

/**
 * An export to be looked at.
 */
export type PreviewExport = { 
/**
 * What, and how.
 */
request: ExportRequest, 
/**
 * Whose question it is, where a newer one is to end it.
 */
turn?: Turn, };

/**
 * How soon a claim wants checking.
 */
export type Priority = "none" | "low" | "medium" | "high";

/**
 * What a purge took away.
 */
export type PurgeReport = { 
/**
 * The operation's number.
 */
operation: number, 
/**
 * Pieces of evidence that went with the source.
 */
evidence: number, 
/**
 * Claims that they were evidence for.
 */
claims: number, 
/**
 * Claims among them that were signed off, and are reopened.
 */
reopened: number, 
/**
 * Stored copies that went.
 */
copies: number, 
/**
 * Images of rows that were taken out of the log.
 */
images: number, 
/**
 * What was done, for the toast.
 */
message: string, };

/**
 * A query: all its terms must hold.
 */
export type Query = { 
/**
 * In the order written.
 */
terms: Array<Term>, };

/**
 * A span with the text at it and the text around it, so that it can be verified and found again.
 */
export type QuotedSpan = { 
/**
 * First code point.
 */
start: number, 
/**
 * One after the last code point.
 */
end: number, 
/**
 * The text at `start..end`.
 */
exact: string, 
/**
 * Up to 32 code points before.
 */
prefix: string, 
/**
 * Up to 32 code points after.
 */
suffix: string, };

/**
 * One value of a scale.
 */
export type Rating = { 
/**
 * What claims name it by: lower case, letters, digits and hyphens. It stays when the name is changed.
 */
word: string, 
/**
 * The name that people see.
 */
name: string, 
/**
 * The colour and sign it is shown with: those of one of the five.
 */
role: Verdict, 
/**
 * When to give it.
 */
description: string, 
/**
 * Its place on the scale's numeric line, if it has one. “Not enough evidence” and “Not checkable” never have.
 */
number: number | null, 
/**
 * The one of the five that it stands for.
 */
verdict: Verdict, };

/**
 * A value of a scale by its words.
 */
export type RatingRef = { 
/**
 * The scale's word.
 */
scale: string, 
/**
 * The value's word in it.
 */
rating: string, };

/**
 * Lines of history.
 */
export type ReadHistory = { 
/**
 * Which.
 */
filter: HistoryFilter, 
/**
 * Older than this operation.
 */
before: number | null, 
/**
 * How many at most.
 */
limit: number, };

/**
 * Two claims and how one stands to the other.
 */
export type Relate = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * How it stands to the other.
 */
kind: RelationKind, 
/**
 * The other one's key.
 */
other: number, };

/**
 * A claim's relation to another one, with what is shown of that.
 */
export type Relation = { 
/**
 * How this claim stands to the other.
 */
kind: RelationKind, 
/**
 * The other claim's key.
 */
key: number, 
/**
 * Its id.
 */
id: ClaimId, 
/**
 * Its short reference.
 */
ref: ClaimRef, 
/**
 * Its label.
 */
label: string, 
/**
 * How far the work on it has come.
 */
status: Status, 
/**
 * What was found of it.
 */
verdict: Verdict | null, };

/**
 * How a claim stands to another. Each relation is kept from both sides.
 */
export type RelationKind = "same-as" | "different-from" | "merged-into" | "merged-from" | "contradicts" | "part-of" | "has-part";

/**
 * A mention to be taken away.
 */
export type RemoveMention = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * The mention.
 */
mention: MentionId, };

/**
 * A scale to be taken away.
 */
export type RemoveScale = { 
/**
 * Its word.
 */
word: string, 
/**
 * For each of its values that claims were given: what replaces it.
 */
replacements: { [key in string]: RatingRef }, };

/**
 * One immutable text of a document.
 */
export type RevisionId = string;

/**
 * An export that was written.
 */
export type Saved = { 
/**
 * Where it is.
 */
path: string, 
/**
 * Records in the file.
 */
records: number, 
/**
 * What the reader of the file should know.
 */
warnings: Array<ExportWarning>, };

/**
 * A query with a name and an order of its claims.
 */
export type SavedView = { 
/**
 * Its id.
 */
id: ViewId, 
/**
 * Its name; no other view has it, in capitals or not.
 */
name: string, 
/**
 * The query, as text: a key that is not known is text to look for.
 */
query: string, 
/**
 * In which order its claims are shown.
 */
sort: Sort, };

/**
 * A verdict scale.
 */
export type Scale = { 
/**
 * What claims name it by.
 */
word: string, 
/**
 * The name that people see.
 */
name: string, 
/**
 * Whose it is and what it is for.
 */
description: string, 
/**
 * It comes with Assay and cannot be changed.
 */
built_in: boolean, 
/**
 * Its values, in the order they are offered in.
 */
ratings: Array<Rating>, };

/**
 * A scale as a person fills it in.
 */
export type ScaleDraft = { 
/**
 * The word of the scale to change; none for a new one.
 */
word: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Whose it is and what it is for.
 */
description: string, 
/**
 * Its values in order. One without a word is new and gets it from its name.
 */
ratings: Array<Rating>, 
/**
 * For each value that goes and was given to claims, by its word: the value that replaces it there.
 */
replacements: { [key in string]: RatingRef }, };

/**
 * A scale with how it is used.
 */
export type ScaleUse = { 
/**
 * The scale.
 */
scale: Scale, 
/**
 * Claims are judged by it.
 */
active: boolean, 
/**
 * How many claims each of its values was given, in their order. Assay's own five are not counted.
 */
claims: Array<number>, };

/**
 * Which claims a person was shown: an edit of other ones is refused.
 */
export type Seen = { 
/**
 * The operation whose state was shown.
 */
operation: number, 
/**
 * Tells apart sets of claims; holds as long as the program runs.
 */
claims: string, };

/**
 * A sentence of a revision.
 */
export type Sentence = { 
/**
 * Its number in the document, from one; shown as `S8`.
 */
number: number, 
/**
 * First code point.
 */
start: number, 
/**
 * One after the last code point.
 */
end: number, 
/**
 * The kind of block it stands in.
 */
block: BlockKind, 
/**
 * How much it wants checking, 0 to 1.
 */
score: number, 
/**
 * Marked “nothing to check” by a person.
 */
nothing_to_check: boolean, 
/**
 * How far its checking has come.
 */
coverage: Coverage, };

/**
 * How far the checking of a sentence has come that somebody has looked at.
 */
export type SentenceState = { 
/**
 * Its number in the document.
 */
number: number, 
/**
 * Marked “nothing to check” by a person.
 */
nothing_to_check: boolean, 
/**
 * How far its checking has come.
 */
coverage: Coverage, };

/**
 * A person's settings. A file that is missing or cannot be read gives the defaults.
 */
export type Settings = { 
/**
 * The person's name, as history and sign-offs show it; none until they have given it.
 */
name: string | null, 
/**
 * Their initials, if not those of the name.
 */
initials: string | null, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * Width of the inspector in pixels, if it was dragged.
 */
inspector_width: number | null, 
/**
 * Single-letter keys do something.
 */
single_keys: SingleKeys, };

/**
 * A sign-off.
 */
export type SignOff = { 
/**
 * Keys of the claims.
 */
claims: Array<number>, 
/**
 * A missing primary source has been seen and accepted.
 */
without_primary: boolean, };

/**
 * Whether single-letter keys do something (WCAG 2.1.4 wants them to be optional).
 */
export type SingleKeys = "on" | "off";

/**
 * An order of the ledger; ties go by reference, the lowest first, which is reading order in a new import. Written `edited`, or `-edited` for the
 * greatest first.
 */
export type Sort = { 
/**
 * By what.
 */
key: SortKey, 
/**
 * The greatest first.
 */
descending: boolean, };

/**
 * What the ledger is sorted by.
 */
export type SortKey = "edited" | "relevance" | "ref" | "label" | "claimant" | "document" | "value" | "verdict" | "status" | "kind" | "priority" | "score" | "evidence" | "checker";

/**
 * A source: kept once and used for any number of claims.
 */
export type Source = { 
/**
 * Its id.
 */
id: SourceId, 
/**
 * Its short reference in this workspace.
 */
ref: SourceRef, 
/**
 * What sort it is.
 */
kind: SourceKind, 
/**
 * Its title.
 */
title: string, 
/**
 * Who wrote or said it.
 */
author: string | null, 
/**
 * Who published it.
 */
publisher: string | null, 
/**
 * Where it can be read.
 */
url: string | null, 
/**
 * When it was published.
 */
published: PartialDate | null, 
/**
 * When it was read.
 */
accessed: PartialDate | null, 
/**
 * Whether it is the origin of the information: a transcript, a register, a recording.
 */
primary: boolean, 
/**
 * The one origin that it shares with others, such as a wire story: evidence of one origin counts once.
 */
origin: string | null, 
/**
 * It is protected: no export names it.
 */
confidential: boolean, 
/**
 * How to reach the person, for an interview.
 */
contact: string | null, 
/**
 * What was said or noted, for an interview.
 */
notes: string | null, 
/**
 * Where it is a document of this workspace, which one.
 */
document: DocumentId | null, 
/**
 * The files kept with it.
 */
copies: Array<StoredCopy>, };

/**
 * A source by its key.
 */
export type SourceByKey = { 
/**
 * Its key, which is the number of its reference.
 */
source: number, };

/**
 * A source as a person fills it in.
 */
export type SourceDraft = { 
/**
 * What sort it is; a web page if none.
 */
kind?: SourceKind | null, 
/**
 * Its title.
 */
title: string, 
/**
 * Who wrote or said it.
 */
author?: string | null, 
/**
 * Who published it.
 */
publisher?: string | null, 
/**
 * Where it can be read.
 */
url?: string | null, 
/**
 * When it was published, or the interview given: `2023-03-02`.
 */
published?: string | null, 
/**
 * When it was read.
 */
accessed?: string | null, 
/**
 * Whether it is the origin of the information.
 */
primary: boolean, 
/**
 * The one origin that it shares with others, such as a wire story.
 */
origin?: string | null, 
/**
 * It is protected: no export names it. An interview is, unless this says otherwise.
 */
confidential?: boolean | null, 
/**
 * How to reach the person, for an interview.
 */
contact?: string | null, 
/**
 * What was said or noted, for an interview.
 */
notes?: string | null, };

/**
 * A source that evidence is taken from.
 */
export type SourceId = string;

/**
 * What sort of source it is.
 */
export type SourceKind = "web" | "pdf" | "interview" | "table" | "image" | "video" | "document";

/**
 * A source's short reference, such as `R1`.
 */
export type SourceRef = string;

/**
 * A source as the list of sources shows it.
 */
export type SourceRow = { 
/**
 * Pieces of evidence that are taken from it.
 */
evidence: number, 
/**
 * Claims that they are evidence for.
 */
claims: number, 
/**
 * How many of these are signed off: changing the source reopens them.
 */
signed_off: number, 
/**
 * Its id.
 */
id: SourceId, 
/**
 * Its short reference in this workspace.
 */
ref: SourceRef, 
/**
 * What sort it is.
 */
kind: SourceKind, 
/**
 * Its title.
 */
title: string, 
/**
 * Who wrote or said it.
 */
author: string | null, 
/**
 * Who published it.
 */
publisher: string | null, 
/**
 * Where it can be read.
 */
url: string | null, 
/**
 * When it was published.
 */
published: PartialDate | null, 
/**
 * When it was read.
 */
accessed: PartialDate | null, 
/**
 * Whether it is the origin of the information: a transcript, a register, a recording.
 */
primary: boolean, 
/**
 * The one origin that it shares with others, such as a wire story: evidence of one origin counts once.
 */
origin: string | null, 
/**
 * It is protected: no export names it.
 */
confidential: boolean, 
/**
 * How to reach the person, for an interview.
 */
contact: string | null, 
/**
 * What was said or noted, for an interview.
 */
notes: string | null, 
/**
 * Where it is a document of this workspace, which one.
 */
document: DocumentId | null, 
/**
 * The files kept with it.
 */
copies: Array<StoredCopy>, };

/**
 * `start..end` in Unicode code points of a revision's text, end exclusive.
 */
export type Span = { 
/**
 * First code point.
 */
start: number, 
/**
 * One after the last code point.
 */
end: number, };

/**
 * A claim to be split.
 */
export type Split = { 
/**
 * Its key.
 */
claim: number, 
/**
 * The parts.
 */
parts: Array<PartDraft>, };

/**
 * Which way evidence points.
 */
export type Stance = "supports" | "refutes" | "context";

/**
 * An export to be saved.
 */
export type StartExport = { 
/**
 * What, and how.
 */
request: ExportRequest, };

/**
 * Something to import.
 */
export type StartImport = { 
/**
 * What.
 */
inputs: Array<Input>, 
/**
 * How.
 */
options: ImportOptions, };

/**
 * How far the work on a claim has come.
 */
export type Status = "suggested" | "open" | "in-progress" | "in-review" | "signed-off" | "dismissed";

/**
 * A step of a checklist.
 */
export type Step = { 
/**
 * What the ticks of claims name it by; it stays when the words are changed.
 */
id: string, 
/**
 * The words: “Unit?”.
 */
text: string, };

/**
 * A file kept with a source, so that what was read can be read again.
 */
export type StoredCopy = { 
/**
 * Its id.
 */
id: CopyId, 
/**
 * The name of the file it was taken from.
 */
file_name: string, 
/**
 * Its media type, such as `application/pdf`.
 */
media_type: string, 
/**
 * SHA-256 of its bytes, in hexadecimal.
 */
sha256: string, 
/**
 * How many bytes it has.
 */
bytes: number, 
/**
 * When it was stored.
 */
added: Instant, };

/**
 * A claim, and another whose verdict it takes over.
 */
export type TakeOver = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * The other's.
 */
from: number, };

/**
 * What comes of an undo or a redo.
 */
export type TakenBack = { "kind": "done", 
/**
 * What was done.
 */
outcome: Outcome, } | { "kind": "job", 
/**
 * How it stands.
 */
job: Job, };

/**
 * One condition.
 */
export type Term = { 
/**
 * The condition must not hold.
 */
negated: boolean, 
/**
 * What it asks about; none for words in the text.
 */
key: Key | null, 
/**
 * Any of these will do. Never empty.
 */
values: Array<string>, };

/**
 * A block with its text.
 */
export type TextRun = { 
/**
 * What it is.
 */
kind: BlockKind, 
/**
 * First code point.
 */
start: number, 
/**
 * One after the last code point.
 */
end: number, 
/**
 * White space between the block before and this one.
 */
lead: string, 
/**
 * The text, verbatim.
 */
text: string, };

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * What sort of thing an operation touched.
 */
export type Thing = "workspace" | "person" | "document" | "claim" | "source" | "settings" | "view";

/**
 * A step of a checklist.
 */
export type Tick = { 
/**
 * The claim's key.
 */
claim: number, 
/**
 * The step.
 */
step: string, 
/**
 * Done, or not.
 */
done: boolean, };

/**
 * What an operation touched of one sort of thing.
 */
export type Touched = { 
/**
 * What sort.
 */
thing: Thing, 
/**
 * Their integer keys, at most 200.
 */
keys: Array<number>, 
/**
 * More than 200 were touched: take it that any may have been.
 */
many: boolean, };

/**
 * One thing that two claims have in common, or in which they differ.
 */
export type Trait = { 
/**
 * What sort of thing.
 */
aspect: Aspect, 
/**
 * In this claim's words; empty where it says nothing of it.
 */
ours: string, 
/**
 * In the other's words; empty where that says nothing of it.
 */
theirs: string, };

/**
 * Who asks, and the how-manieth question it is.
 */
export type Turn = { 
/**
 * The list, of one window, that shows the answer.
 */
view: string, 
/**
 * Greater with each question that makes those before it of no use. Several may be of one turn, as pages of a list are.
 */
number: number, };

/**
 * What the menu says after Undo and Redo; none where there is nothing.
 */
export type UndoLabels = { 
/**
 * “change of verdict”.
 */
undo: string | null, 
/**
 * The same for redo.
 */
redo: string | null, };

/**
 * A value with its place in the text.
 */
export type Value = { 
/**
 * First code point of the text that states it.
 */
start: number, 
/**
 * One after the last code point.
 */
end: number, 
/**
 * The author's words.
 */
text: string, 
/**
 * What sort of value it is.
 */
type: ValueType, 
/**
 * The normal form: TIMEX3 (ISO 8601) for dates and times, a plain decimal number for the rest.
 */
value: string, 
/**
 * A UCUM code for quantities, an ISO 4217 code for money, otherwise none.
 */
unit: string | null, 
/**
 * How it is bounded or blurred.
 */
modifier: Modifier | null, };

/**
 * What sort of value it is.
 */
export type ValueType = "date" | "time" | "duration" | "set" | "number" | "percent" | "money" | "quantity";

/**
 * What the checking found.
 */
export type Verdict = "supported" | "refuted" | "conflicting" | "not-enough-evidence" | "not-checkable";

/**
 * A view to be saved.
 */
export type ViewDraft = { 
/**
 * Its name.
 */
name: string, 
/**
 * The query, as text.
 */
query: string, 
/**
 * In which order its claims are shown.
 */
sort: Sort, };

/**
 * A saved view.
 */
export type ViewId = string;

/**
 * Changes of a view; what is left out stays.
 */
export type ViewPatch = { 
/**
 * Another name.
 */
name?: string | null, 
/**
 * Another query, as text.
 */
query?: string | null, 
/**
 * Another order.
 */
sort?: Sort | null, };

/**
 * A view with what it finds.
 */
export type ViewRow = { 
/**
 * The view.
 */
view: SavedView, 
/**
 * How many claims it finds, for who asks; none where nobody wanted them counted.
 */
count: number | null, 
/**
 * Its query as it is understood.
 */
query: Query, 
/**
 * What in its query looks like a slip, or is a key that is no more.
 */
hints: Array<Hint>, };

/**
 * What a workspace says of itself.
 */
export type WorkspaceInfo = { 
/**
 * Its name.
 */
name: string, 
/**
 * The letters before its claims' numbers.
 */
prefix: string, 
/**
 * Where it is.
 */
path: string, 
/**
 * Whether it takes no writes.
 */
read_only: boolean, 
/**
 * The newest operation.
 */
operation: number, 
/**
 * Claims, dismissed ones left out.
 */
claims: number, 
/**
 * Documents.
 */
documents: number, 
/**
 * Its people.
 */
people: Array<Person>, 
/**
 * Who is working.
 */
person: string, 
/**
 * Their initials.
 */
initials: string, 
/**
 * Sources.
 */
sources: number, 
/**
 * The scale that claims are judged by.
 */
scale: Scale, 
/**
 * The two-person rule holds: who signs a claim off may not be who checked it.
 */
two_person: boolean, 
/**
 * What undo and redo would do.
 */
undo: UndoLabels, };

/** Every command: what it is given and what it gives. */
export interface Commands {
  /** What the open workspace says of itself. */
  "workspace.info": { arg: null; result: WorkspaceInfo };
  /** Asks for a workspace and opens it; nothing if the person thought better of it. */
  "workspace.open": { arg: null; result: WorkspaceInfo | null };
  /** Asks for a place and makes a new workspace there. */
  "workspace.create": { arg: null; result: WorkspaceInfo | null };
  /** Asks for a place and copies the workspace there; gives the place. */
  "workspace.backup": { arg: null; result: string | null };
  /** Checks the log, every row, text and span. */
  "workspace.check": { arg: null; result: CheckReport };
  /** All documents, newest first. */
  "documents.list": { arg: null; result: Array<DocumentSummary> };
  /** A document as it is read. */
  "documents.get": { arg: OneDocument; result: DocumentView };
  /** How the checking of a document stands: all that edits change of it. */
  "documents.checking": { arg: Checking; result: DocumentChecking };
  /** Changes what is known about a document. */
  "documents.edit": { arg: EditDocument; result: Outcome };
  /** Deletes a document with its mentions, and the claims made nowhere else. */
  "documents.delete": { arg: OneDocument; result: Outcome };
  /** Marks a sentence “nothing to check”, or takes the mark away. */
  "documents.mark-sentence": { arg: MarkSentence; result: Outcome };
  /** Starts importing. */
  "import.start": { arg: StartImport; result: Job };
  /** Asks for files and starts importing them. */
  "import.choose": { arg: ChooseImport; result: Job | null };
  /** The jobs at work, and the exports that ended but are not forgotten yet. */
  "jobs.list": { arg: null; result: Array<Job> };
  /** Asks a job to stop. */
  "jobs.cancel": { arg: OneJob; result: null };
  /** Forgets a job that has ended: a person was told how. */
  "jobs.forget": { arg: OneJob; result: null };
  /** Rows of the ledger. */
  "claims.page": { arg: PageRequest; result: Page };
  /** The place of a claim in a list, from zero. */
  "claims.locate": { arg: Locate; result: number | null };
  /** The keys of all claims of a list, in order. */
  "claims.keys": { arg: OneList; result: Array<number> };
  /** Which of these claims a query finds. */
  "claims.among": { arg: Among; result: Array<number> };
  /** The next Open claim of a list, from the top again after the last. */
  "claims.next-open": { arg: NextOpen; result: number | null };
  /** The facets of a query. */
  "claims.facets": { arg: AllFacets; result: Array<FacetGroup> };
  /** One facet of a query, with those of its options alone whose name holds some words. */
  "claims.facet": { arg: OneFacet; result: FacetGroup };
  /** A claim with all that hangs off it. */
  "claims.get": { arg: OneClaim; result: Claim };
  /** Makes a claim by hand. */
  "claims.create": { arg: NewClaim; result: Created };
  /** Changes fields of claims, all or none. */
  "claims.edit": { arg: EditClaims; result: Outcome };
  /** Says what an edit of many claims will do, and what it cannot. */
  "claims.preview-bulk": { arg: PreviewBulk; result: BulkPreview };
  /** Whether the claims that are chosen are those still that a person was shown, as after an edit of all that a query finds. */
  "claims.are-still": { arg: AreStill; result: boolean };
  /** Does to many claims what can be done, as one operation. */
  "claims.bulk": { arg: Bulk; result: Outcome };
  /** Starts the same as a job. */
  "claims.start-bulk": { arg: Bulk; result: Job };
  /** Signs claims off, all or none. */
  "claims.sign-off": { arg: SignOff; result: Outcome };
  /** Adds a mention of a claim. */
  "mentions.add": { arg: AddMention; result: Outcome };
  /** Adds several mentions of a claim as one operation. */
  "mentions.add-all": { arg: AddMentions; result: Outcome };
  /** Gives a mention another span of its document. */
  "mentions.move": { arg: MoveMention; result: Outcome };
  /** Looks for places where a claim's words stand too, some documents at a time. */
  "mentions.find": { arg: FindMentions; result: FoundPlaces };
  /** Takes a mention away. */
  "mentions.remove": { arg: RemoveMention; result: Outcome };
  /** Attaches evidence. */
  "evidence.add": { arg: AddEvidence; result: Outcome };
  /** Changes evidence. */
  "evidence.edit": { arg: EditEvidence; result: Outcome };
  /** Takes evidence away. */
  "evidence.remove": { arg: OneEvidence; result: Outcome };
  /** Moves evidence to another place in its claim's list. */
  "evidence.move": { arg: MoveEvidence; result: Outcome };
  /** Sources, newest first. */
  "sources.list": { arg: FindSources; result: Array<SourceRow> };
  /** A source with how it is used. */
  "sources.get": { arg: SourceByKey; result: SourceRow };
  /** The claims that a source is evidence for. */
  "sources.claims": { arg: SourceByKey; result: Array<ClaimRow> };
  /** Adds a source. */
  "sources.add": { arg: AddSource; result: AddedSource };
  /** Changes a source for every claim that cites it. */
  "sources.edit": { arg: EditSource; result: Outcome };
  /** Takes a source away that no evidence is taken from. */
  "sources.remove": { arg: OneSource; result: Outcome };
  /** Asks for a file and stores it with a source. */
  "sources.store-copy": { arg: OneSource; result: Outcome | null };
  /** Asks for a place and writes a stored file there; gives the place. */
  "sources.save-copy": { arg: OneCopy; result: string | null };
  /** Takes a stored file away. */
  "sources.remove-copy": { arg: OneCopy; result: Outcome };
  /** Takes a protected source out of the workspace and its log, for good. */
  "sources.purge": { arg: OneSource; result: PurgeReport };
  /** Adds a note or a question to a claim. */
  "notes.add": { arg: AddNote; result: Outcome };
  /** Changes a note, or answers a question. */
  "notes.edit": { arg: EditNote; result: Outcome };
  /** Takes a note away. */
  "notes.remove": { arg: OneNote; result: Outcome };
  /** The questions that nobody has answered yet. */
  "notes.open-questions": { arg: null; result: Array<OpenQuestion> };
  /** Relates two claims. */
  "claims.relate": { arg: Relate; result: Outcome };
  /** The claims that may say the same as a claim, or contradict it. */
  "claims.near": { arg: OneClaim; result: Array<NearClaim> };
  /** The claims that what is being typed may say the same as, or contradict. */
  "claims.near-draft": { arg: NearDraft; result: Array<NearClaim> };
  /** The same for the claims of a document, some at a time. */
  "claims.near-in": { arg: NearTo; result: NearIn };
  /** Takes the verdict of a claim that says the same over, with its rationale and evidence. */
  "claims.take-over": { arg: TakeOver; result: Outcome };
  /** Takes a relation away. */
  "claims.unrelate": { arg: Relate; result: Outcome };
  /** Merges claims into one that says the same. */
  "claims.merge": { arg: Merge; result: Outcome };
  /** Takes a merged claim out again. */
  "claims.unmerge": { arg: OneClaim; result: Outcome };
  /** Splits a claim into parts. */
  "claims.split": { arg: Split; result: Outcome };
  /** Ticks a step of a claim's checklist, or takes the tick away. */
  "claims.tick": { arg: Tick; result: Outcome };
  /** A claim as it was after an operation. */
  "claims.at": { arg: ClaimAt; result: Claim };
  /** Gives a claim the content that it had after an operation. */
  "claims.restore": { arg: ClaimAt; result: Outcome };
  /** The saved views in order, each with the count of what it finds if that is wanted. */
  "views.list": { arg: ListViews; result: Array<ViewRow> };
  /** Saves a view, after the others. */
  "views.add": { arg: ViewDraft; result: AddedView };
  /** Gives a view another name, query or order. */
  "views.edit": { arg: EditView; result: Outcome };
  /** Puts a view in another place of the list. */
  "views.move": { arg: MoveView; result: Outcome };
  /** Takes a view away; its claims stay. */
  "views.remove": { arg: OneView; result: Outcome };
  /** Every verdict scale with how it is used. */
  "scales.list": { arg: null; result: Array<ScaleUse> };
  /** Adds a scale, or changes one of the workspace's own. */
  "scales.save": { arg: ScaleDraft; result: Outcome };
  /** Takes a scale of the workspace's own away. */
  "scales.remove": { arg: RemoveScale; result: Outcome };
  /** What is settled in the workspace: its scale, the two-person rule, its checklists. */
  "desk.get": { arg: null; result: Desk };
  /** Settles something anew. */
  "desk.edit": { arg: DeskPatch; result: Outcome };
  /** Adds a person. */
  "people.add": { arg: AddPerson; result: Outcome };
  /** Changes a person's name and initials. */
  "people.edit": { arg: EditPerson; result: Outcome };
  /** Takes a person away whom no claim names. */
  "people.remove": { arg: OnePerson; result: Outcome };
  /** Lines of history, newest first. */
  "history.list": { arg: ReadHistory; result: Array<HistoryLine> };
  /** Undoes this person's newest operation. */
  "history.undo": { arg: null; result: Outcome };
  /** Does again what was undone last. */
  "history.redo": { arg: null; result: Outcome };
  /** Undoes this person's newest operation; one that changed much as a job. */
  "history.start-undo": { arg: null; result: TakenBack };
  /** Does again what was undone last; what changed much as a job. */
  "history.start-redo": { arg: null; result: TakenBack };
  /** An export as it would be. */
  "export.preview": { arg: PreviewExport; result: Preview };
  /** Asks for a place and starts writing the export there. */
  "export.start": { arg: StartExport; result: Job | null };
  /** Ends what a view has asked before, since it shows no answer any more. */
  "turns.end": { arg: Turn; result: null };
  /** This person's settings. */
  "settings.get": { arg: null; result: Settings };
  /** Keeps this person's settings. */
  "settings.set": { arg: Settings; result: Settings };
  /** Shows a file in the system's file browser. */
  "system.reveal": { arg: OnePath; result: null };
  /** Opens a web address in the system's browser. */
  "system.open-address": { arg: OneAddress; result: null };
}
