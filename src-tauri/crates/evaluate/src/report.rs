//! Figures beside aims and peers.

/// One figure.
struct Row {
    part: &'static str,
    what: String,
    figure: f64,
    aim: Option<f64>,
    peer: String,
}

/// The rows of all parts that were scored.
pub struct Report {
    rows: Vec<Row>,
    /// How many wrong answers of each part are printed, to learn from.
    errors: usize,
}

impl Report {
    /// An empty report that prints up to `errors` wrong answers a part.
    pub fn new(errors: usize) -> Self {
        Self { rows: Vec::new(), errors }
    }

    /// Adds a figure, with what is aimed at and what the best peer reaches (empty if none was measured).
    pub fn row(
        &mut self,
        part: &'static str,
        what: impl Into<String>,
        figure: f64,
        aim: Option<f64>,
        peer: &str,
    ) {
        self.rows.push(Row { part, what: what.into(), figure, aim, peer: peer.to_owned() });
    }

    /// Prints wrong answers, as many as were asked for.
    pub fn errors(&self, part: &str, wrong: &[String]) {
        for line in wrong.iter().take(self.errors) {
            println!("{part}: {line}");
        }
    }

    /// Prints the table.
    pub fn print(&self) {
        println!("{:<12} {:<44} {:>8} {:>8}   best peer", "part", "figure", "here", "aim");
        for row in &self.rows {
            let aim = row.aim.map_or(String::new(), |aim| format!("{aim:.3}"));
            println!("{:<12} {:<44} {:>8.3} {:>8}   {}", row.part, row.what, row.figure, aim, row.peer);
        }
    }
}
