//! Relations between claims, each kept from both sides, and the moves that merging makes.

use assay_model::id::ClaimRef;
use assay_model::relation::{Relation, RelationKind};
use assay_model::verdict::Status;
use rusqlite::OptionalExtension;

use crate::error::Result;
use crate::image::Table;
use crate::readers::Reader;
use crate::write::Edit;

impl Edit<'_> {
    /// Relates two claims, from both sides; says whether that is new. `was` is kept with it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn relate(
        &mut self,
        claim: i64,
        kind: RelationKind,
        other: i64,
        was: Option<Status>,
    ) -> Result<bool> {
        if self.relation_key(claim, kind, other)?.is_some() {
            return Ok(false);
        }
        for (claim, kind, other) in [(claim, kind, other), (other, kind.inverse(), claim)] {
            self.insert(
                Table::Relation,
                Some(claim),
                &[
                    ("claim", claim.into()),
                    ("kind", kind.word().into()),
                    ("other", other.into()),
                    ("was", was.map(Status::word).into()),
                ],
            )?;
        }
        Ok(true)
    }

    /// Takes a relation away, from both sides; says whether there was one.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn unrelate(&mut self, claim: i64, kind: RelationKind, other: i64) -> Result<bool> {
        let mut was = false;
        for (claim, kind, other) in [(claim, kind, other), (other, kind.inverse(), claim)] {
            if let Some(key) = self.relation_key(claim, kind, other)? {
                self.delete(Table::Relation, key, Some(claim))?;
                was = true;
            }
        }
        Ok(was)
    }

    fn relation_key(&self, claim: i64, kind: RelationKind, other: i64) -> Result<Option<i64>> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT id FROM relation WHERE claim = ? AND kind = ? AND other = ?")?;
        Ok(statement.query_row((claim, kind.word(), other), |r| r.get(0)).optional()?)
    }

    /// The claims that a claim stands to in a relation, with the status that was kept with it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn related(&self, claim: i64, kind: RelationKind) -> Result<Vec<(i64, Option<Status>)>> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT other, was FROM relation WHERE claim = ? AND kind = ? ORDER BY id")?;
        let mut rows = statement.query((claim, kind.word()))?;
        let mut related = Vec::new();
        while let Some(row) = rows.next()? {
            let was: Option<String> = row.get(1)?;
            related.push((row.get(0)?, was.map(|w| w.parse()).transpose()?));
        }
        Ok(related)
    }

    /// The relations in which a claim stands to another.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn relations_between(&self, claim: i64, other: i64) -> Result<Vec<RelationKind>> {
        let mut statement =
            self.connection().prepare_cached("SELECT kind FROM relation WHERE claim = ? AND other = ?")?;
        let kinds: Vec<String> =
            statement.query_map((claim, other), |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
        kinds.into_iter().map(|kind| Ok(kind.parse()?)).collect()
    }

    /// A claim with all that can be come to from it by relations of a kind, itself first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn reach(&self, claim: i64, kind: RelationKind) -> Result<Vec<i64>> {
        let (mut reached, mut at) = (vec![claim], 0);
        while let Some(from) = reached.get(at).copied() {
            for (next, _) in self.related(from, kind)? {
                if !reached.contains(&next) {
                    reached.push(next);
                }
            }
            at += 1;
        }
        Ok(reached)
    }

    /// Takes every relation of a claim away, before the claim itself goes.
    pub(crate) fn forget_relations(&mut self, claim: i64) -> Result<()> {
        let sql = "SELECT id FROM relation WHERE claim = ?1 OR other = ?1";
        for key in self.keys(sql, claim)? {
            let owner = self.must_read(Table::Relation, key)?.get("claim").integer();
            self.delete(Table::Relation, key, owner)?;
        }
        // What came from a claim that is now gone is the other's own.
        for (table, sql) in [
            (Table::Mention, "SELECT id FROM mention WHERE merged_from = ?"),
            (Table::Evidence, "SELECT id FROM evidence WHERE merged_from = ?"),
        ] {
            for key in self.keys(sql, claim)? {
                let owner = self.must_read(table, key)?.get("claim").integer();
                self.update(table, key, owner, &[("merged_from", crate::row::Scalar::Null)])?;
            }
        }
        Ok(())
    }

    /// Gives a claim's mentions and evidence to another one, each row naming the claim it came from.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn hand_over(&mut self, from: i64, to: i64) -> Result<()> {
        for (table, sql) in [
            (Table::Mention, "SELECT id FROM mention WHERE claim = ? ORDER BY id"),
            (Table::Evidence, "SELECT id FROM evidence WHERE claim = ? ORDER BY position, id"),
        ] {
            for key in self.keys(sql, from)? {
                let origin = self.must_read(table, key)?.get("merged_from").integer().unwrap_or(from);
                self.change_owner(table, key, to, Some(origin))?;
            }
        }
        self.touch_claim(from);
        Ok(())
    }

    /// Gives the first of these claims what any of them brought to `from`.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn take_back(&mut self, from: i64, origins: &[i64]) -> Result<()> {
        let Some(to) = origins.first().copied() else { return Ok(()) };
        for (table, sql) in [
            (
                Table::Mention,
                "SELECT id FROM mention WHERE claim = ? AND merged_from IS NOT NULL ORDER BY id",
            ),
            (
                Table::Evidence,
                "SELECT id FROM evidence WHERE claim = ? AND merged_from IS NOT NULL ORDER BY position, id",
            ),
        ] {
            for key in self.keys(sql, from)? {
                let origin = self.must_read(table, key)?.get("merged_from").integer();
                if let Some(origin) = origin.filter(|o| origins.contains(o)) {
                    self.change_owner(table, key, to, Some(origin).filter(|o| *o != to))?;
                }
            }
        }
        self.touch_claim(from);
        Ok(())
    }

    fn change_owner(&mut self, table: Table, key: i64, to: i64, origin: Option<i64>) -> Result<()> {
        let mut columns = vec![("claim", to.into()), ("merged_from", origin.into())];
        if table == Table::Evidence {
            let last: Option<i64> = self
                .connection()
                .prepare_cached("SELECT max(position) FROM evidence WHERE claim = ?")?
                .query_row([to], |r| r.get(0))?;
            columns.push(("position", (last.unwrap_or(0) + 1).into()));
        }
        self.update(table, key, Some(to), &columns)?;
        Ok(())
    }
}

impl Reader<'_> {
    /// How a claim stands to others. `prefix` is that of the workspace's references.
    pub(crate) fn relations(&self, claim: i64, prefix: &str) -> Result<Vec<Relation>> {
        let mut statement = self.prepare_cached(
            "SELECT relation.kind, claim.id, claim.uuid, claim.label, claim.status, claim.verdict
               FROM relation JOIN claim ON claim.id = relation.other
              WHERE relation.claim = ? ORDER BY relation.id",
        )?;
        let mut rows = statement.query([claim])?;
        let mut relations = Vec::new();
        while let Some(row) = rows.next()? {
            let key: i64 = row.get(1)?;
            relations.push(Relation {
                kind: row.get::<_, String>(0)?.parse()?,
                key,
                id: row.get::<_, String>(2)?.parse()?,
                reference: ClaimRef { prefix: prefix.to_owned(), number: key as u32 },
                label: row.get(3)?,
                status: row.get::<_, String>(4)?.parse()?,
                verdict: row.get::<_, Option<String>>(5)?.map(|v| v.parse()).transpose()?,
            });
        }
        Ok(relations)
    }
}
