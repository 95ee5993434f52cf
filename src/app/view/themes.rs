//! Which themes run through the article: a strip of heat for each, a cell for each paragraph.

mod details;
mod tally;
#[cfg(test)]
mod tests;

pub use details::{Entry, details, entries, passages};

use super::filter::Filter;
use super::line::{Line, bar, breadth, heat, width};
use super::parts::{self, Cells, Input, Item, Subject, letter, theme_role};
use super::{ListRow, Piece, Role};
use crate::text::Span;
use crate::words::views::{Label, Order, Title};
use tally::Tally;

/// Themes keep the order, and so the letters, of the configuration.
pub const ORDERS: [Order; 1] = [Order::Configuration];

/// The themes that answer the filter; each leads to its first passage.
#[must_use]
pub fn items(input: &Input) -> Vec<Item> {
    let item = |theme: usize| {
        let hits = input.analysis.themes.items();
        let target = hits.iter().find(|hit| hit.theme == theme).map(|hit| hit.span);
        Item { subject: Subject::Theme(theme), target }
    };
    listed(input).into_iter().map(item).collect()
}

/// The strips with their scale above; below them where the caret is, what no theme touches, and which go together.
#[must_use]
pub fn rows(input: &Input) -> Vec<ListRow> {
    let items = items(input);
    if items.is_empty() {
        return vec![parts::nothing(input, Label::NoThemes)];
    }
    let tally = Tally::new(input);
    let strips = Strips::new(input);
    let themes: Vec<usize> = listed(input);
    let counts: Vec<Vec<usize>> = themes.iter().map(|&theme| tally.cells(theme, strips.cells)).collect();
    // At least three to the full height: a theme touched here and there must not look like a wall.
    let hottest = counts.iter().flatten().copied().max().unwrap_or(0).max(3);
    let most = themes.iter().map(|&theme| tally.total(theme)).max().unwrap_or(0);
    let plain = |pieces| ListRow { pieces, ..ListRow::default() };
    let mut rows = vec![plain(strips.scale(input))];
    for (index, ((&theme, counts), item)) in themes.iter().zip(&counts).zip(&items).enumerate() {
        let pieces = strips.strip(input, index, theme, counts, hottest, (tally.total(theme), most));
        rows.push(ListRow { pieces, item: Some(index), target: item.target });
    }
    rows.extend(strips.here(input, &tally).into_iter().map(plain));
    rows.extend(together(input, &tally, &themes).map(plain));
    rows
}

/// `Thèmes (5) · filtre :`
#[must_use]
pub fn title(input: &Input) -> Vec<Piece> {
    parts::title(input, Title::Themes, listed(input).len(), input.themes.len(), &ORDERS)
}

/// Indices of the themes shown.
fn listed(input: &Input) -> Vec<usize> {
    let filter = Filter::parse(&input.list.filter);
    let answers = |theme: usize| filter.theme(&input.themes[theme], &hits(input, theme), input.notes);
    (0..input.themes.len()).filter(|&theme| answers(theme)).collect()
}

/// Whether the person named the theme, or added or removed a word.
pub(in crate::app::view) fn is_corrected(input: &Input, theme: usize) -> bool {
    let (corrections, key) = (input.notes.corrections(), &input.themes[theme].key);
    corrections.theme(key).is_some() || !corrections.terms_of(key).is_empty()
}

/// The passages of a theme, in reading order.
fn hits(input: &Input, theme: usize) -> Vec<Span> {
    input.analysis.themes.items().iter().filter(|hit| hit.theme == theme).map(|hit| hit.span).collect()
}

/// Where the parts of a strip stand.
struct Strips {
    label: usize,
    cells: Cells,
    /// Columns of one cell.
    cell: usize,
    bar: usize,
}

impl Strips {
    /// Columns before the name: marker, letter and their blanks.
    const LETTER: usize = 5;
    const TOTAL: usize = 7;

    fn new(input: &Input) -> Self {
        let widest = input.themes.iter().map(|theme| width(&theme.label)).max().unwrap_or(0);
        let label = widest.clamp(4, if input.width < 60 { 10 } else { 16 }) + 1;
        let bar = if input.width < 70 { 0 } else { 13 };
        let free = input.columns().saturating_sub(Self::LETTER + label + Self::TOTAL + bar);
        let cells = Cells::new(input.document, free);
        let cell = (free / cells.count().max(1)).clamp(1, 3);
        // What the paragraphs of a short article leave free goes to the names.
        let spare = free.saturating_sub(cells.count() * cell);
        let label = (label + spare).min(widest + 1).max(label);
        Self { label, cells, cell, bar }
    }

    /// The first column of the cells.
    fn start(&self) -> usize {
        Self::LETTER + self.label
    }

    fn end(&self) -> usize {
        self.start() + self.cells.count() * self.cell
    }

    /// The column where the sign of a cell stands: its last.
    fn column(&self, cell: usize) -> usize {
        self.start() + (cell + 1) * self.cell - 1
    }

    /// `§1  2  3 …  total  dans la vue`; where cells are narrow only every fifth has its number.
    fn scale(&self, input: &Input) -> Vec<Piece> {
        let mut line = Line::new(input.columns());
        let mut free_from = 0;
        for cell in 0..self.cells.count() {
            let sign = if cell == 0 { "§" } else { "" };
            let label = format!("{sign}{}", self.cells.first(cell));
            let start = (self.column(cell) + 1).saturating_sub(label.chars().count());
            if start >= free_from && (cell == 0 || self.cell == 3 || (cell + 1).is_multiple_of(5)) {
                free_from = start + label.chars().count() + usize::from(self.cell < 3);
                line.to(start).put(&label, Role::Chrome);
            }
        }
        let total = format!("{:>width$}", Label::Total.say(input.lang), width = Self::TOTAL);
        line.to(self.end()).put(&total, Role::Chrome);
        if self.bar > 0 {
            line.put("  ", Role::Text).put(Label::InView.say(input.lang), Role::Chrome);
        }
        line.done()
    }

    fn strip(
        &self,
        input: &Input,
        index: usize,
        theme: usize,
        counts: &[usize],
        hottest: usize,
        (total, most): (usize, usize),
    ) -> Vec<Piece> {
        let role = theme_role(theme);
        let mut line = Line::new(input.columns());
        line.put(" ", Role::Text).put(input.marker(index), Role::Chosen);
        line.put(input.corrected(is_corrected(input, theme)), Role::Chrome);
        line.put(&format!("{} ", letter(theme)), role).column(
            &input.themes[theme].label,
            Role::Text,
            self.label,
        );
        let cell = |&count: &usize| format!("{:>columns$}", heat(count, hottest), columns = self.cell);
        let focus = (input.list.in_details && index == input.list.chosen)
            .then(|| details::focus(input).map(|span| self.cells.of(input.paragraph(span.start()))))
            .flatten();
        match focus.filter(|&cell| cell < counts.len()) {
            None => line.put(&counts.iter().map(cell).collect::<String>(), role),
            Some(at) => line
                .put(&counts[..at].iter().map(cell).collect::<String>(), role)
                .put(&cell(&counts[at]), Role::Focus)
                .put(&counts[at + 1..].iter().map(cell).collect::<String>(), role),
        };
        line.put(&format!("{total:>width$}", width = Self::TOTAL), Role::Chrome);
        if self.bar > 0 {
            line.put("  ", Role::Text).put(&bar(total, most, self.bar - 3), role);
        }
        line.done()
    }

    /// `▲ ici §3` under the cell of the caret, and at the right the paragraphs that no theme touches.
    fn here(&self, input: &Input, tally: &Tally) -> Vec<Vec<Piece>> {
        let paragraph = input.paragraph(input.caret);
        let place = format!("{} §{paragraph}", Label::Here.say(input.lang));
        let mut line = Line::new(input.columns());
        if self.cells.count() > 0 {
            let column = self.column(self.cells.of(paragraph));
            if column + 2 + width(&place) <= input.columns() {
                line.to(column).put("▲ ", Role::Focus).put(&place, Role::Chrome);
            } else {
                line.to(column.saturating_sub(width(&place) + 1))
                    .put(&place, Role::Chrome)
                    .put(" ▲", Role::Focus);
            }
        }
        let Some(bare) = tally.bare() else { return vec![line.done()] };
        let bare = Piece::new(format!("{} {bare}", Label::NoTheme.say(input.lang)), Role::Chrome);
        if line.right(std::slice::from_ref(&bare)) {
            return vec![line.done()];
        }
        let here = line.done();
        vec![here, Line::new(input.columns()).put(" ", Role::Text).put(&bare.text, bare.role).done()]
    }
}

/// `Ensemble (mêmes §)  climat×santé 2  …`: pairs by the paragraphs they share, as many as fit. Where none does,
/// there is no row.
fn together(input: &Input, tally: &Tally, themes: &[usize]) -> Option<Vec<Piece>> {
    let pairs = tally.pairs(themes);
    let mut line = Line::new(input.columns());
    line.put(&format!(" {}", Label::Together.say(input.lang)), Role::Chrome);
    let mut any = false;
    for (one, other, count) in pairs {
        let label = |theme: usize| Piece::new(&input.themes[theme].label, theme_role(theme));
        let piece = [
            Piece::new("   ", Role::Text),
            label(one),
            Piece::new("×", Role::Chrome),
            label(other),
            Piece::new(format!(" {count}"), Role::Chrome),
        ];
        if breadth(&piece) > line.left() {
            break;
        }
        line.fit(&piece);
        any = true;
    }
    any.then(|| line.done())
}
