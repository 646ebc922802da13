//! History field by field: what each held before an operation and after it, as people read it.

use assay_model::checklist::Step;
use assay_model::claim::ClaimKind;
use assay_model::evidence::{SourceKind, Stance};
use assay_model::id::EvidenceId;
use assay_model::operation::{FieldChange, OperationKind};
use assay_model::rationale;
use assay_model::relation::RelationKind;
use assay_model::value::Value;
use assay_model::verdict::Finding;
use assay_store::{Image, Logged, Scalar, Table};

use crate::error::Result;
use crate::workspace::Workspace;

/// The columns that are shown as they are, with the names that the window has for them.
const PLAIN: &[(Table, &[(&str, &str)])] = &[
    (
        Table::Claim,
        &[
            ("label", "Label"),
            ("statement", "Statement"),
            ("claimant", "Claimant"),
            ("found", "Found"),
            ("reopened", "Reopened"),
        ],
    ),
    (
        Table::Document,
        &[
            ("title", "Title"),
            ("publisher", "Publisher"),
            ("url", "Web address"),
            ("published", "Published"),
            ("accessed", "Accessed"),
            ("language", "Language"),
        ],
    ),
    (
        Table::Source,
        &[
            ("title", "Source title"),
            ("author", "Source author"),
            ("publisher", "Source publisher"),
            ("url", "Source address"),
            ("published", "Source published"),
            ("accessed", "Source accessed"),
            ("origin", "Origin"),
            ("contact", "Contact"),
            ("notes", "Interview notes"),
        ],
    ),
    (Table::ClaimTag, &[("tag", "Tag")]),
    (Table::StoredCopy, &[("file_name", "Stored copy")]),
    (Table::Person, &[("name", "Name"), ("initials", "Initials")]),
    (Table::Scale, &[("name", "Scale"), ("description", "Scale description")]),
    (Table::View, &[("name", "View"), ("query", "Query"), ("sort", "Sorted by")]),
];

impl Workspace {
    /// What an operation changed, field by field.
    pub(crate) fn field_changes(&self, logged: &Logged) -> Result<Vec<FieldChange>> {
        let mut fields = Vec::new();
        for (before, after) in &logged.changes {
            let Some(image) = after.as_ref().or(before.as_ref()) else { continue };
            let claim = match image.table {
                Table::Claim => image.get("id").integer(),
                _ => image.get("claim").integer(),
            };
            let claim = claim.map(|key| self.store.claim_ref(key));
            let was =
                before.as_ref().map(|b| self.fields_of(b, logged.seq - 1)).transpose()?.unwrap_or_default();
            let is = after.as_ref().map(|a| self.fields_of(a, logged.last)).transpose()?.unwrap_or_default();
            for (field, before) in &was {
                let after = is.iter().find(|(f, _)| f == field).and_then(|(_, v)| v.clone());
                if *before != after {
                    let (field, before) = (field.clone(), before.clone());
                    fields.push(FieldChange { claim: claim.clone(), field, before, after });
                }
            }
            for (field, after) in
                is.into_iter().filter(|(f, v)| v.is_some() && !was.iter().any(|(w, _)| w == f))
            {
                fields.push(FieldChange { claim: claim.clone(), field, before: None, after });
            }
        }
        if logged.kind == OperationKind::MoveEvidence {
            fields.extend(self.order_of_evidence(logged)?);
        }
        Ok(fields)
    }

    /// The titles of a claim's evidence in the order they had and have.
    fn order_of_evidence(&self, logged: &Logged) -> Result<Option<FieldChange>> {
        let claim = logged.changes.iter().find_map(|(_, after)| after.as_ref()?.get("claim").integer());
        let Some(claim) = claim else { return Ok(None) };
        let reader = self.store.reader()?;
        let order = |operation: i64| -> Result<Option<String>> {
            let mut titles = Vec::new();
            for (place, (_, source)) in (1..).zip(reader.evidence_then(claim, operation)?) {
                let source = reader.row_then(Table::Source, source, operation)?;
                let title = source.and_then(|s| shown(s.get("title"))).unwrap_or_default();
                titles.push(format!("[{place}] {title}"));
            }
            Ok(Some(titles.join(", ")).filter(|t| !t.is_empty()))
        };
        Ok(Some(FieldChange {
            claim: Some(self.store.claim_ref(claim)),
            field: "Order of evidence".to_owned(),
            before: order(logged.seq - 1)?,
            after: order(logged.last)?,
        }))
    }

    /// A setting's name and value as people read them.
    pub(crate) fn setting_field(&self, setting: &Image) -> Result<(String, String)> {
        let value = setting.get("value").text().unwrap_or_default();
        let key = setting.get("key").text().unwrap_or_default();
        if let Some(kind) = key.strip_prefix("checklist.") {
            let kind = kind.parse::<ClaimKind>().map_or_else(|_| kind.to_owned(), |k| k.label().to_owned());
            let steps: Vec<Step> = serde_json::from_str(value).unwrap_or_default();
            let steps: Vec<String> = steps.into_iter().map(|s| s.text).collect();
            return Ok((format!("Checklist for {}", kind.to_lowercase()), steps.join(", ")));
        }
        Ok(match key {
            "two_person" => {
                ("Two-person rule".to_owned(), if value == "true" { "On" } else { "Off" }.to_owned())
            }
            "scale" => {
                let word: String = serde_json::from_str(value).unwrap_or_default();
                let name = self.all_scales()?.into_iter().find(|s| s.word == word).map(|s| s.name);
                ("Verdict scale".to_owned(), name.unwrap_or(word))
            }
            _ => ("Setting".to_owned(), value.to_owned()),
        })
    }

    /// The fields of a row with what they held after an operation.
    fn fields_of(&self, image: &Image, operation: i64) -> Result<Vec<(String, Option<String>)>> {
        let mut fields: Vec<(String, Option<String>)> = Vec::new();
        let plain = PLAIN.iter().find(|(table, _)| *table == image.table);
        for (column, name) in plain.map(|(_, columns)| *columns).unwrap_or_default() {
            fields.push(((*name).to_owned(), shown(image.get(column))));
        }
        match image.table {
            Table::Claim => fields.extend(self.claim_fields_of(image, operation)?),
            Table::Mention => {
                fields.push(("Mention".to_owned(), Some(self.mention_words(image, operation)?)));
            }
            Table::Evidence => {
                fields.push(("Evidence".to_owned(), Some(self.evidence_words(image, operation)?)));
            }
            Table::Source => {
                let kind = image.get("kind").text().and_then(|k| k.parse::<SourceKind>().ok());
                fields.push(("Source kind".to_owned(), kind.map(|k| k.label().to_owned())));
                fields.push(("Primary source".to_owned(), Some(yes(image.get("is_primary")))));
                fields.push(("Confidential".to_owned(), Some(yes(image.get("confidential")))));
            }
            Table::Note => {
                let question = image.get("kind").text() == Some("question");
                let name = if question { "Question" } else { "Note" };
                fields.push((name.to_owned(), shown(image.get("text"))));
                fields.push(("Answer".to_owned(), shown(image.get("answer"))));
            }
            Table::Relation => {
                let kind = image.get("kind").text().and_then(|k| k.parse::<RelationKind>().ok());
                let other = self.store.claim_ref(image.get("other").integer().unwrap_or_default());
                fields.push(("Relation".to_owned(), kind.map(|k| format!("{} {other}", k.label()))));
            }
            Table::Tick => fields.push(("Checklist".to_owned(), Some(self.step_words(image)?))),
            Table::Setting => {
                let (field, value) = self.setting_field(image)?;
                fields.push((field, Some(value)));
            }
            Table::Document => {
                let authors: Vec<String> =
                    serde_json::from_str(image.get("authors").text().unwrap_or("[]")).unwrap_or_default();
                let authors = Some(authors.join(", ")).filter(|a| !a.is_empty());
                fields.push(("Authors".to_owned(), authors));
            }
            Table::Scale => {
                let ratings: Vec<assay_model::scale::Rating> =
                    serde_json::from_str(image.get("ratings").text().unwrap_or("[]")).unwrap_or_default();
                let names: Vec<String> = ratings.into_iter().map(|r| r.name).collect();
                fields.push(("Scale values".to_owned(), Some(names.join(", "))));
            }
            Table::Sentence => {
                fields.push(("Nothing to check".to_owned(), Some(yes(image.get("nothing_to_check")))));
            }
            _ => {}
        }
        Ok(fields)
    }

    fn claim_fields_of(&self, image: &Image, operation: i64) -> Result<Vec<(String, Option<String>)>> {
        let reader = self.store.reader()?;
        let key = image.get("id").integer().unwrap_or_default();
        let order: Vec<EvidenceId> =
            reader.evidence_then(key, operation)?.into_iter().map(|(id, _)| id).collect();
        let word = |column: &str, label: fn(&str) -> Option<&'static str>| {
            image.get(column).text().and_then(label).map(str::to_owned)
        };
        let cited = |column: &str| shown(image.get(column)).map(|r| rationale::to_shown(&r, &order));
        let person = |column: &str| -> Result<Option<String>> {
            let Some(key) = image.get(column).integer() else { return Ok(None) };
            let row = reader.row_then(Table::Person, key, operation)?;
            Ok(row.and_then(|p| shown(p.get("name"))))
        };
        let values: Vec<Value> =
            serde_json::from_str(image.get("stated").text().unwrap_or("[]")).unwrap_or_default();
        let values: Vec<String> = values.into_iter().map(|v| v.text).collect();
        let priority = image.get("priority").integer().and_then(|p| usize::try_from(p).ok());
        let priority = priority.and_then(|p| assay_model::claim::Priority::ALL.get(p));
        let fields = [
            ("Status", word("status", |w| w.parse().ok().map(assay_model::verdict::Status::label))),
            ("Verdict", self.verdict_name(image, "verdict", operation)?),
            ("Was it said?", self.verdict_name(image, "said", operation)?),
            ("Kind", word("kind", |w| w.parse().ok().map(ClaimKind::label))),
            ("Mode", word("mode", |w| w.parse().ok().map(assay_model::claim::Mode::label))),
            ("Priority", priority.map(|p| p.label().to_owned())),
            ("Values", Some(values.join(", ")).filter(|v| !v.is_empty())),
            ("Rationale", cited("rationale")),
            ("Rationale of “was it said?”", cited("rationale_said")),
            ("Checker", person("checker")?),
            ("Reviewer", person("reviewer")?),
            ("Signed off by", shown(image.get("signed_off_by"))),
        ];
        Ok(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    fn mention_words(&self, image: &Image, operation: i64) -> Result<String> {
        let (exact, sentence) = self.store.reader()?.mention_then(image, operation)?;
        Ok(sentence.map_or_else(|| format!("“{exact}”"), |n| format!("S{n} “{exact}”")))
    }

    /// “Supports: Transcript, p. 2 – “on the go””.
    fn evidence_words(&self, image: &Image, operation: i64) -> Result<String> {
        let stance =
            image.get("stance").text().and_then(|s| s.parse::<Stance>().ok()).map_or("", Stance::label);
        let source = image.get("source").integer().unwrap_or_default();
        let source = self.store.reader()?.row_then(Table::Source, source, operation)?;
        let title = source.and_then(|s| shown(s.get("title"))).unwrap_or_else(|| "a source".to_owned());
        let said = image.get("finding").text() == Some(Finding::Said.word());
        let mut words = format!("{stance}{}: {title}", if said { " (was it said?)" } else { "" });
        if let Some(locator) = shown(image.get("locator")) {
            words = format!("{words}, {locator}");
        }
        if let Some(quote) = shown(image.get("quote")) {
            words = format!("{words} – “{quote}”");
        }
        Ok(words)
    }
}

fn shown(value: &Scalar) -> Option<String> {
    match value {
        Scalar::Integer(number) => Some(number.to_string()),
        other => other.text().filter(|t| !t.is_empty()).map(str::to_owned),
    }
}

fn yes(value: &Scalar) -> String {
    if value.integer() == Some(1) { "Yes" } else { "No" }.to_owned()
}
