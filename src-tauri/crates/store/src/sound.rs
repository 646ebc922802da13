//! What must still hold when an undo has put rows back among rows that others have changed since.
//!
//! The rows of an operation that is undone are as it left them, or undo is refused. What they mean together with other
//! rows is looked at here: a sign-off stands on its substance, a claim keeps a mention, a value of a scale is one of
//! it and stands for the verdict, nothing is merged into two claims or, at any remove, part of itself, and no two views have one name.

use assay_model::relation::RelationKind;
use assay_model::scale::{self, Scale};
use assay_model::verdict::Status;

use crate::claims::ClaimFields;
use crate::error::{Result, StoreError};
use crate::image::{Image, Table};
use crate::undo::LoggedChange;
use crate::write::Edit;

impl Edit<'_> {
    /// Refuses what undoing these changes of an operation has made of the claims that it touched.
    pub(crate) fn still_sound(&mut self, operation: i64, changes: &[LoggedChange]) -> Result<()> {
        let any_of = |table: Table| changes.iter().any(|c| c.table == table);
        if any_of(Table::Scale) || any_of(Table::Setting) {
            let (scales, chosen) = (self.scales()?, self.setting::<String>("scale")?);
            if chosen.is_some_and(|word| scales.iter().all(|s| s.word != word)) {
                return Err(self.built_on(operation, None)?);
            }
        }
        if any_of(Table::View) && !self.views_are_told_apart()? {
            return Err(self.built_on(operation, None)?);
        }
        for claim in self.touched_claims() {
            let Some(image) = self.read(Table::Claim, claim)? else { continue };
            let fields = ClaimFields::of(&image)?;
            let sound = self.signed_as_it_stands(operation, claim, &image, &fields, changes)?
                && self.rated_as_the_scale_says(&fields)?
                && (!any_of(Table::Mention) || self.is_mentioned(claim)?)
                && (!any_of(Table::Relation) || self.is_related_soundly(claim)?);
            if !sound {
                return Err(self.built_on(operation, Some(claim))?);
            }
        }
        Ok(())
    }

    /// A sign-off made before digests were kept is taken to stand on every mention and all evidence of its claim.
    fn signed_as_it_stands(
        &self,
        operation: i64,
        claim: i64,
        image: &Image,
        fields: &ClaimFields,
        changes: &[LoggedChange],
    ) -> Result<bool> {
        if fields.status != Status::SignedOff {
            return Ok(true);
        }
        if let Some(digest) = &fields.signed_digest {
            return Ok(*digest == self.substance(claim, fields)?);
        }
        let later = image.get("stamp").integer().is_some_and(|stamp| stamp > operation);
        let substance = [Table::Mention, Table::Evidence, Table::SpanPart];
        let touches = |c: &LoggedChange| {
            c.table == Table::Source || c.claim == Some(claim) && substance.contains(&c.table)
        };
        Ok(!later || !changes.iter().any(touches))
    }

    fn rated_as_the_scale_says(&self, fields: &ClaimFields) -> Result<bool> {
        let Some(rating) = &fields.rating else { return Ok(true) };
        let scales = self.scales()?;
        let found = scales.iter().find(|s| s.word == rating.scale).and_then(|s| s.rating(&rating.rating));
        Ok(found.is_some_and(|r| Some(r.verdict) == fields.verdict))
    }

    fn scales(&self) -> Result<Vec<Scale>> {
        Ok(scale::built_in().iter().cloned().chain(self.own_scales()?).collect())
    }

    fn is_mentioned(&self, claim: i64) -> Result<bool> {
        Ok(self.mention_count(claim)? > 0 || !self.related(claim, RelationKind::MergedInto)?.is_empty())
    }

    fn is_related_soundly(&self, claim: i64) -> Result<bool> {
        if self.related(claim, RelationKind::MergedInto)?.len() > 1 {
            return Ok(false);
        }
        for kind in [RelationKind::MergedInto, RelationKind::PartOf] {
            for (next, _) in self.related(claim, kind)? {
                if self.reach(next, kind)?.contains(&claim) {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Names who wrote last after an operation, of this claim if one is given, and when: others first.
    fn built_on(&self, operation: i64, claim: Option<i64>) -> Result<StoreError> {
        let (by, at) = self.connection().query_row(
            "SELECT actor, time FROM operation
              WHERE seq = (SELECT max(operation) FROM change WHERE claim = ?2 AND operation > ?1)
                 OR seq >= ?1 AND NOT EXISTS (SELECT 1 FROM change WHERE claim = ?2 AND operation > ?1)
              ORDER BY actor = (SELECT actor FROM operation WHERE seq = ?1), seq DESC LIMIT 1",
            (operation, claim),
            |r| Ok((r.get::<_, String>(0)?, r.get::<_, i64>(1)?)),
        )?;
        Ok(StoreError::ChangedSince { by, at: assay_model::time::Instant(at).to_rfc3339() })
    }
}
