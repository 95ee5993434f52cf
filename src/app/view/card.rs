//! Notes as cards: in the margin, unfolded under a paragraph, or on one line.

use super::{Piece, Role};
use crate::app::areas::Room;
use crate::app::model::Model;
use crate::mark::{Note, Placement};
use crate::text::clean::clean;
use crate::text::{Span, graphemes};
use crate::words::Lang;
use crate::words::notebook::Notebook;
use crate::words::views::{self, Label};
use crate::words::window::Window;

/// A card for the margin, `width` columns, at most `rows` rows.
#[must_use]
pub fn margin(model: &Model, note: &Note, width: u16, rows: u16) -> Vec<Vec<Piece>> {
    let width = usize::from(width);
    let head = format!("┌ {} {} ", sign(note), paragraph(model, note));
    let pen = format!("{} ", model.config.pens[note.pen as usize]);
    let rule = "─".repeat(width.saturating_sub(graphemes::width(&head) + graphemes::width(&pen)));
    let mut card = vec![vec![
        Piece::new(head, Role::Chrome),
        Piece::new(pen, Role::Pen(note.pen)),
        Piece::new(rule, Role::Chrome),
    ]];
    let doubt = doubt(model, note).map(|doubt| vec![Piece::new(cut(&doubt, width - 2), Role::Warning)]);
    let body = wrapped(&note.body, width - 2).into_iter().map(|line| vec![Piece::new(line, Role::Text)]);
    let mut lines: Vec<Vec<Piece>> = doubt
        .into_iter()
        .chain(body)
        .chain((!note.tags.is_empty()).then(|| vec![Piece::new(tags(note), Role::Tag)]))
        .collect();
    let room = usize::from(rows).saturating_sub(1).max(1);
    if lines.len() > room {
        lines.truncate(room);
        if let Some(last) = lines.last_mut() {
            last.push(Piece::new("…", Role::Chrome));
        }
    }
    let last = lines.len().saturating_sub(1);
    for (index, mut line) in lines.into_iter().enumerate() {
        let edge = if index == last { "└ " } else { "│ " };
        line.insert(0, Piece::new(edge, Role::Chrome));
        card.push(line);
    }
    card
}

/// A card under a paragraph, as wide as the text; on narrow screens one line.
#[must_use]
pub fn inline(model: &Model, note: &Note, width: u16) -> Vec<Vec<Piece>> {
    if model.room() <= Room::Narrow {
        return vec![one_line(model, note, usize::from(width))];
    }
    let width = usize::from(width);
    let tags = tags(note);
    let left = format!("╭ {} ", sign(note));
    let pen = format!("{} · {} ", model.config.pens[note.pen as usize], paragraph(model, note));
    let right = if tags.is_empty() { "╮".to_owned() } else { " ╮".to_owned() };
    let used = graphemes::width(&left) + graphemes::width(&pen) + graphemes::width(&right);
    let tags = cut(&tags, width.saturating_sub(used + 2));
    let gap = width.saturating_sub(used + graphemes::width(&tags) + usize::from(!tags.is_empty()));
    let mut head = vec![Piece::new(left, Role::Chrome), Piece::new(pen, Role::Pen(note.pen))];
    head.push(Piece::new("─".repeat(gap), Role::Chrome));
    if !tags.is_empty() {
        head.push(Piece::new(format!(" {tags}"), Role::Tag));
    }
    head.push(Piece::new(right, Role::Chrome));
    let mut card = vec![head];
    let room = width.saturating_sub(4);
    let doubt = doubt(model, note).map(|doubt| (cut(&doubt, room), Role::Warning));
    let body = wrapped(&note.body, room).into_iter().map(|line| (line, Role::Text));
    for (line, role) in doubt.into_iter().chain(body) {
        let gap = room.saturating_sub(graphemes::width(&line));
        card.push(vec![
            Piece::new("│ ", Role::Chrome),
            Piece::new(line, role),
            Piece::new(format!("{} │", " ".repeat(gap)), Role::Chrome),
        ]);
    }
    let hints = format!("╰ {} ", Window::CardHints.say(model.lang));
    let rule = "─".repeat(width.saturating_sub(graphemes::width(&hints) + 1));
    card.push(vec![Piece::new(format!("{hints}{rule}╯"), Role::Chrome)]);
    card
}

fn one_line(model: &Model, note: &Note, width: usize) -> Vec<Piece> {
    let mut text = if note.has_body() { note.body.replace('\n', " ") } else { tags(note) };
    if let Some(doubt) = doubt(model, note) {
        text = format!("{doubt} · {text}");
    }
    let key = Window::CardKey.say(model.lang);
    let head = format!("  └{} ", sign(note));
    let text = cut(&text, width.saturating_sub(graphemes::width(&head) + graphemes::width(key) + 2));
    vec![
        Piece::new(head, Role::Chrome),
        Piece::new(text, Role::Text),
        Piece::new(format!("  {key}"), Role::Chrome),
    ]
}

/// ● for an annotation that says something, ◆ for a bare stroke, ≈ for one that stands on other words than it was made on.
#[must_use]
pub fn sign(note: &Note) -> &'static str {
    if note.placement.is_doubtful() {
        return "≈";
    }
    if note.has_body() { "●" } else { "◆" }
}

/// What the person should look at: words that changed, a note that was written twice.
#[must_use]
pub fn doubt(model: &Model, note: &Note) -> Option<String> {
    let changed = match note.placement {
        Placement::Approximate(_) => Some(Label::Reworded.say(model.lang).to_owned()),
        Placement::Changed(_) => Some(Label::ChangedHere.say(model.lang).to_owned()),
        Placement::Exact(_)
        | Placement::Moved(_)
        | Placement::Ambiguous
        | Placement::Orphan
        | Placement::Pending => None,
    };
    let doubts: Vec<String> = changed.into_iter().chain(versions(note, model.lang)).collect();
    (!doubts.is_empty()).then(|| doubts.join(" · "))
}

/// `2 versions`, where the note was written twice.
#[must_use]
pub fn versions(note: &Note, lang: Lang) -> Option<String> {
    let others = note.others().count();
    (others > 0).then(|| format!("{} {}", others + 1, Notebook::Versions.say(lang)))
}

fn paragraph(model: &Model, note: &Note) -> String {
    let place = |span: Span| views::place(model.document.paragraph_at(span.start()), model.lang);
    note.span().map_or_else(String::new, place)
}

fn tags(note: &Note) -> String {
    note.tags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ")
}

pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    // What is measured must be what is shown, else a border stands crooked.
    let lines = text.split('\n').map(|line| clean(line).into_string());
    lines
        .flat_map(|line| {
            let wrapped = textwrap::wrap(&line, width.max(1));
            wrapped.into_iter().map(std::borrow::Cow::into_owned).collect::<Vec<_>>()
        })
        .collect()
}

/// `text` in at most `width` columns, `…` standing for what is cut.
#[must_use]
pub fn cut(text: &str, width: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation as _;
    // What is measured must be what is shown.
    let text = clean(text);
    if graphemes::width(&text) <= width {
        return text.into_string();
    }
    let mut cut = String::new();
    let mut used = 0;
    for cluster in text.graphemes(true) {
        let cells = graphemes::width(cluster);
        if used + cells + 1 > width {
            break;
        }
        used += cells;
        cut.push_str(cluster);
    }
    if width > 0 {
        cut.push('…');
    }
    cut
}
