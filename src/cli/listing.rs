//! Lists: one JSON object a line, a table on a terminal, tab-separated values in a pipe.

use super::output::{Stop, print};
use super::session::Session;
use crate::exchange::report::Item;
use crate::exchange::table;
use crate::words::cli::{Failure, Help, Nothing};

/// Prints `items` under the names of their cells; `Failure::Nothing` where there is none.
pub(super) fn show(
    session: &Session,
    items: Vec<Item>,
    header: &[Help],
    json: bool,
    none: (Nothing, &str),
) -> Result<(), Stop> {
    if items.is_empty() {
        return Err(Failure::Nothing { what: none.0, place: none.1.to_owned() }.into());
    }
    let text = if json {
        // Into room made at once: lists may have a hundred thousand lines.
        let mut text = String::with_capacity(items.iter().map(|item| item.json.len() + 1).sum());
        items.iter().for_each(|item| text.extend([item.json.as_str(), "\n"]));
        text
    } else {
        let rows: Vec<Vec<String>> = items.into_iter().map(|item| item.cells).collect();
        if session.on_terminal() {
            let header: Vec<&str> = header.iter().map(|name| name.say(session.lang())).collect();
            table::aligned(&header, &rows, usize::from(session.columns()))
        } else {
            table::tab_separated(&rows)
        }
    };
    print(&text, session.lang())
}
