//! Text that is typed: one-line fields and the editor of notes. The only file that knows the text area.

use super::tags;
use crate::command::{Key, KeyCode};
use crate::mark::{Note, NoteId, Pen};
use crate::text::{Span, find, graphemes};
use ratatui::style::{Modifier, Style};
use ratatui_textarea::{CursorMove, Input, Key as AreaKey, TextArea, WrapMode};
use uuid::Uuid;

/// Text being typed, with a cursor and its own undo.
#[derive(Debug, Clone)]
pub struct Field {
    area: TextArea<'static>,
    tags_only: bool,
}

impl Field {
    /// A field that holds `text`, the cursor after it. `tall` fields wrap and may hold line ends.
    #[must_use]
    pub fn new(text: &str, tall: bool) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(if tall { WrapMode::WordOrGlyph } else { WrapMode::None });
        area.set_cursor_line_style(Style::default());
        area.set_cursor_style(Style::default());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, tags_only: false }
    }

    /// Takes a key; `true` where the text changed.
    pub fn key(&mut self, key: Key) -> bool {
        if key.code == KeyCode::Backspace && !key.ctrl && !key.alt {
            return self.backspace();
        }
        self.area.input(input(key))
    }

    /// Deletes the whole grapheme cluster before the cursor; the text area alone would leave half of it.
    fn backspace(&mut self) -> bool {
        if self.area.is_selecting() {
            return self.area.delete_char();
        }
        let before = self.before();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let cluster = &line[graphemes::previous_boundary(line, line.len())..];
        let letters = cluster.chars().count().max(1);
        (0..letters).fold(false, |changed, _| self.area.delete_char() || changed)
    }

    /// Puts `text` at the cursor, in one piece. Controls mean nothing in a note and stay out.
    pub fn paste(&mut self, text: &str) {
        self.area.insert_str(without_controls(text));
    }

    /// What was typed.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// What stands before the cursor.
    #[must_use]
    pub fn before(&self) -> String {
        let cursor = self.area.cursor();
        let lines = self.area.lines();
        let mut before = lines[..cursor.0].join("\n");
        if cursor.0 > 0 {
            before.push('\n');
        }
        before.extend(lines[cursor.0].chars().take(cursor.1));
        before
    }

    /// Where the cursor stands once the field is drawn in `width` by `height` cells: column and row.
    #[must_use]
    pub fn cursor(&self, width: u16, height: u16) -> (u16, u16) {
        let cursor = self.area.screen_cursor();
        let (top, left) = self.area.scroll_offset();
        let column = u16::try_from(cursor.col).unwrap_or(u16::MAX).saturating_sub(left);
        let row = u16::try_from(cursor.row).unwrap_or(u16::MAX).saturating_sub(top);
        (column.min(width.saturating_sub(1)), row.min(height.saturating_sub(1)))
    }

    /// The text area, to be drawn.
    #[must_use]
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// The same field with its text selected: what is typed takes its place.
    #[must_use]
    pub fn selected(mut self) -> Self {
        self.area.set_selection_style(Style::default().add_modifier(Modifier::REVERSED));
        self.area.select_all();
        self
    }

    /// The same field, in which every word is a tag, with or without its sign.
    #[must_use]
    pub fn of_tags(mut self) -> Self {
        self.tags_only = true;
        self
    }

    /// What is begun of the tag being typed.
    fn begun<'a>(&self, before: &'a str) -> Option<&'a str> {
        let word = before.rsplit([' ', ',']).next().filter(|word| self.tags_only && !word.is_empty());
        tags::unfinished(before).or(word)
    }

    /// The known tags that the one being typed may become, the most used first.
    #[must_use]
    pub fn completions<'a>(&self, known: &'a [(String, usize)]) -> Vec<&'a (String, usize)> {
        let before = self.before();
        let Some(begun) = self.begun(&before) else { return Vec::new() };
        let begun = find::fold(begun);
        let fits = |name: &str| {
            let name = find::fold(name);
            name.starts_with(&begun) && name != begun
        };
        known.iter().filter(|(name, _)| fits(name)).take(5).collect()
    }

    /// Ends the tag being typed with the first that fits; `false` where none does.
    pub fn complete(&mut self, known: &[(String, usize)]) -> bool {
        let Some((name, _)) = self.completions(known).first().copied().cloned() else { return false };
        let before = self.before();
        let begun = self.begun(&before).map_or(0, |begun| begun.chars().count());
        for _ in 0..begun {
            self.area.delete_char();
        }
        self.area.insert_str(format!("{name} "));
        true
    }
}

/// The note of an annotation, being written.
#[derive(Debug, Clone)]
pub struct Editor {
    /// What is typed.
    pub field: Field,
    /// Tags in use, for completion.
    pub known: Vec<(String, usize)>,
    note: Option<NoteId>,
    span: Option<Span>,
    quote: String,
    pen: Pen,
    before: String,
    /// Its name among the drafts, once it was kept as one.
    pub draft: Option<Uuid>,
    /// Whether leaving without saving was asked for once.
    pub leaving: bool,
}

impl Editor {
    /// The note of an annotation that exists.
    #[must_use]
    pub fn of(note: &Note, known: Vec<(String, usize)>) -> Self {
        let text = tags::join(&note.body, &note.tags);
        Self {
            field: Field::new(&text, true),
            known,
            note: Some(note.id),
            span: note.span(),
            quote: note.anchor.quote.clone(),
            pen: note.pen,
            before: text,
            draft: None,
            leaving: false,
        }
    }

    /// A new note on `span`, which reads `quote`.
    #[must_use]
    pub fn on(span: Span, quote: String, pen: Pen, known: Vec<(String, usize)>) -> Self {
        let (field, before) = (Field::new("", true), String::new());
        Self { field, known, note: None, span: Some(span), quote, pen, before, draft: None, leaving: false }
    }

    /// The annotation it belongs to; `None` for a new one.
    #[must_use]
    pub fn note(&self) -> Option<NoteId> {
        self.note
    }

    /// The passage; `None` where it is lost.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.span
    }

    /// The passage stands there now, in another version of the document.
    pub fn move_to(&mut self, span: Option<Span>) {
        self.span = span;
    }

    /// The words of the passage.
    #[must_use]
    pub fn quote(&self) -> &str {
        &self.quote
    }

    /// The pen it will have.
    #[must_use]
    pub fn pen(&self) -> Pen {
        self.pen
    }

    /// Takes this pen.
    pub fn take_pen(&mut self, pen: Pen) {
        self.pen = pen;
    }

    /// Takes the next pen.
    pub fn next_pen(&mut self) {
        self.pen = self.pen.next();
    }

    /// What it held when it was opened.
    #[must_use]
    pub fn before(&self) -> &str {
        &self.before
    }

    /// Whether something was typed since it was opened.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.field.text() != self.before
    }

    /// Puts `text` in the place of what was typed.
    pub fn replace(&mut self, text: &str) {
        self.field = Field::new(&without_controls(text.trim_end()), true);
    }

    /// The note and its tags.
    #[must_use]
    pub fn result(&self) -> (String, Vec<String>) {
        tags::split(&self.field.text())
    }
}

/// The text with no control but line ends and tabs.
fn without_controls(text: &str) -> String {
    text.chars().filter(|letter| matches!(letter, '\n' | '\t') || !letter.is_control()).collect()
}

/// The same key, as the text area calls it.
fn input(key: Key) -> Input {
    let name = match key.code {
        KeyCode::Char(letter) => AreaKey::Char(letter),
        KeyCode::Enter => AreaKey::Enter,
        KeyCode::Esc => AreaKey::Esc,
        KeyCode::Tab | KeyCode::BackTab => AreaKey::Tab,
        KeyCode::Backspace => AreaKey::Backspace,
        KeyCode::Delete => AreaKey::Delete,
        KeyCode::Left => AreaKey::Left,
        KeyCode::Right => AreaKey::Right,
        KeyCode::Up => AreaKey::Up,
        KeyCode::Down => AreaKey::Down,
        KeyCode::Home => AreaKey::Home,
        KeyCode::End => AreaKey::End,
        KeyCode::PageUp => AreaKey::PageUp,
        KeyCode::PageDown => AreaKey::PageDown,
        KeyCode::Function(number) => AreaKey::F(number),
        KeyCode::Insert => AreaKey::Null,
    };
    Input { key: name, ctrl: key.ctrl, alt: key.alt, shift: key.shift }
}
