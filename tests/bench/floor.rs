//! The least that a list of claims can cost: dense columns in memory and rows read by key, with nothing around them.

use std::path::Path;

use rusqlite::Connection;

/// The columns of a workspace's claims, by key, and their keys from the last edited.
pub struct Floor {
    connection: Connection,
    /// Status, verdict and kind, as small numbers; zero for none.
    small: [Vec<u8>; 3],
    /// Claimant, document and checker, as numbers; zero for none.
    large: [Vec<u32>; 3],
    order: Vec<u32>,
}

impl Floor {
    /// Reads them.
    pub fn read(path: &Path) -> Self {
        let connection = Connection::open(path).expect("a workspace");
        let end: usize = connection
            .query_row("SELECT max(id) + 1 FROM claim", [], |row| row.get::<_, i64>(0))
            .expect("claims")
            .try_into()
            .expect("keys are few");
        let numbers = |column: &str| -> Vec<u32> {
            let sql = format!("SELECT id, dense_rank() OVER (ORDER BY {column}) FROM claim");
            let mut out = vec![0; end];
            let mut statement = connection.prepare(&sql).expect("a statement");
            let mut rows = statement.query([]).expect("rows");
            while let Some(row) = rows.next().expect("a row") {
                out[row.get::<_, u32>(0).expect("a key") as usize] = row.get(1).expect("a number");
            }
            out
        };
        let small = ["status", "verdict", "kind"].map(|c| numbers(c).iter().map(|n| *n as u8).collect());
        let large = ["voice", "document", "checker"].map(numbers);
        let order = {
            let mut statement =
                connection.prepare("SELECT id FROM claim ORDER BY edited DESC, id").expect("a statement");
            let keys = statement.query_map([], |row| row.get(0)).expect("rows");
            keys.collect::<rusqlite::Result<_>>().expect("keys")
        };
        Self { connection, small, large, order }
    }

    /// Filters by status, counts every column over what is left and reads the first 200 rows of it. Without a branch in its
    /// loops, since a processor that guesses wrongly would make the floor higher than it is.
    pub fn ask(&self, status: Option<u8>) -> u64 {
        let statuses = &self.small[0];
        let found: Vec<u32> =
            statuses.iter().map(|s| u32::from(*s != 0 && status.is_none_or(|wanted| *s == wanted))).collect();
        let mut sum = 0;
        for column in &self.small {
            let mut counts = [0_u32; 256];
            for (value, found) in column.iter().zip(&found) {
                counts[usize::from(*value)] += found;
            }
            sum += u64::from(counts[1]);
        }
        for column in &self.large {
            let mut counts = vec![0_u32; *column.iter().max().unwrap_or(&0) as usize + 1];
            for (value, found) in column.iter().zip(&found) {
                counts[*value as usize] += found;
            }
            sum += u64::from(counts[counts.len() / 2]);
        }
        let mut statement = self
            .connection
            .prepare_cached("SELECT label, statement, status, verdict FROM claim WHERE id = ?")
            .expect("a statement");
        for key in self.order.iter().filter(|key| found[**key as usize] == 1).take(200) {
            let letters: String = statement.query_row([key], |row| row.get(0)).expect("a row");
            sum += letters.len() as u64;
        }
        sum
    }

    /// Reads 200 rows of the ledger as a keyset page does: those that were edited before a place of the order, by the index.
    pub fn page(&self, from: usize) -> u64 {
        let mut statement = self
            .connection
            .prepare_cached(
                "SELECT claim.*, checker.name, document.uuid, document.title
                   FROM claim LEFT JOIN person AS checker ON checker.id = claim.checker
                   LEFT JOIN document ON document.id = claim.document
                  WHERE (claim.edited, -claim.id) <= ((SELECT edited FROM claim WHERE id = ?1), -?1)
                  ORDER BY claim.edited DESC, claim.id LIMIT 200",
            )
            .expect("a statement");
        let columns = statement.column_count();
        let mut rows = statement.query([self.order[from]]).expect("rows");
        let mut letters = 0;
        while let Some(row) = rows.next().expect("a row") {
            for column in 0..columns {
                letters += match row.get_ref(column).expect("a column") {
                    rusqlite::types::ValueRef::Text(text) => text.to_vec().len() as u64,
                    _ => 1,
                };
            }
        }
        letters
    }
}
