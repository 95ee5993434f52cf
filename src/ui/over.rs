//! What lies over a view: prompts, editor, palette, help, popups, cards.

mod navigation;

use super::canvas::Canvas;
use super::page;
use crate::app::editor::{Editor, Field};
use crate::app::hints::{self, HelpRow};
use crate::app::model::Model;
use crate::app::overlay::{Overlay, Prompt, PromptKind};
use crate::app::palette;
use crate::app::view::bars;
use crate::app::view::card::{self, cut};
use crate::app::view::{self, Role, View, encodings, info, popup, question, text, versions};
use crate::app::{Areas, Rect};
use crate::mark::NoteId;
use crate::store::Kin;
use crate::text::{Span, graphemes};
use crate::words::notebook::Notebook;
use crate::words::window::Window;
use crate::words::{notices, views};

/// Draws the topmost overlay, the popup of keys, and the bar beside a selection.
pub(super) fn draw(model: &Model, areas: &Areas, canvas: &mut Canvas) {
    match model.overlays.last() {
        Some(Overlay::Editor(editor)) => draw_editor(model, areas, canvas, editor),
        Some(Overlay::Prompt(prompt)) => draw_prompt(model, areas, canvas, prompt),
        Some(Overlay::Question(question)) => draw_question(model, canvas, &question.field),
        Some(Overlay::Palette(palette)) => draw_palette(model, areas, canvas, palette),
        Some(Overlay::Help(help)) => draw_help(model, areas, canvas, &help.field, help.top),
        Some(Overlay::Labels(labels)) => draw_labels(model, areas, canvas, labels),
        Some(Overlay::Info) => {
            let rows = info::rows(model);
            let area = centred(areas, 64, u16::try_from(rows.len()).unwrap_or(10) + 2);
            let inner = canvas.frame(area, Window::InfoTitle.say(model.lang), "");
            page::rows(canvas, inner, &rows);
        }
        Some(Overlay::Preview(span)) => {
            let area = centred(areas, 72, 12);
            let inner = canvas.frame(area, Window::PreviewTitle.say(model.lang), "");
            page::rows(canvas, inner, &text::preview(model, *span, inner.width, inner.height));
        }
        Some(Overlay::Catalogue(catalogue)) => navigation::draw_catalogue(model, areas, canvas, catalogue),
        Some(Overlay::Footnote(footnote)) => navigation::draw_footnote(model, areas, canvas, *footnote),
        Some(Overlay::Kin(kin)) => draw_kin(model, areas, canvas, kin),
        Some(Overlay::Versions(note)) => draw_versions(model, areas, canvas, *note),
        Some(Overlay::Encodings(row)) => {
            let rows = encodings::rows(model, *row);
            let area = centred(areas, 60, u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(2));
            let keys = keys_within(model, area.width);
            let inner = canvas.frame(area, &encodings::title(model), &keys);
            page::rows(canvas, inner, &rows);
        }
        Some(Overlay::Export { name }) => draw_export(model, areas, canvas, name),
        Some(Overlay::Unsaved { why, .. }) => {
            let area = centred(areas, 60, 7);
            let inner = canvas.frame(area, Window::UnsavedTitle.say(model.lang), "");
            let why = notices::obstacle(why, model.lang);
            canvas.text(inner.x, inner.y, inner.width, &why, Role::Error);
            let ways =
                [Window::UnsavedRetry, Window::UnsavedElsewhere, Window::UnsavedPrint, Window::UnsavedStay];
            for (y, way) in (inner.y + 1..inner.y + inner.height).zip(ways) {
                canvas.text(inner.x, y, inner.width, way.say(model.lang), Role::Text);
            }
        }
        None => {}
    }
    if model.overlays.is_empty() {
        draw_popup(model, canvas);
        draw_bar(model, areas, canvas);
    }
}

/// Where the cursor of typed text stands. It is asked after drawing, when the fields know their size.
pub(super) fn cursor(model: &Model, areas: &Areas) -> Option<(u16, u16)> {
    let (field, area) = match model.overlays.last()? {
        Overlay::Editor(editor) => (&editor.field, editor_areas(model, areas, editor).1),
        Overlay::Prompt(prompt) => (&prompt.field, prompt_area(model, areas, prompt)),
        Overlay::Question(question) => (&question.field, question::sheet(model)?.field),
        Overlay::Palette(palette) => (&palette.field, list_field(areas)),
        Overlay::Help(help) => (&help.field, list_field(areas)),
        Overlay::Catalogue(catalogue) if catalogue.typing => {
            (&catalogue.field, view::catalogue::field(areas, catalogue))
        }
        _ => return None,
    };
    let (column, row) = field.cursor(area.width, area.height);
    Some((area.x + column.min(area.width.saturating_sub(1)), area.y + row.min(area.height.saturating_sub(1))))
}

/// A rectangle in the middle of the body, no larger than it.
fn centred(areas: &Areas, width: u16, height: u16) -> Rect {
    let body = areas.body;
    let (width, height) = (width.min(body.width), height.min(body.height));
    Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height }
}

fn field(canvas: &mut Canvas, area: Rect, field: &Field) {
    canvas.widget(area, field.area());
}

fn place_of(model: &Model, offset: usize) -> String {
    views::place(model.document.paragraph_at(offset), model.lang)
}

/// The least rows that a box for writing is worth: frame, passage, rule, and room for three lines.
const LEAST_EDITOR: u16 = 7;

/// The box of the editor and the room for typing in it. It makes way for the passage where there is room.
fn editor_areas(model: &Model, areas: &Areas, editor: &Editor) -> (Rect, Rect) {
    let lines = u16::try_from(editor.field.text().lines().count()).unwrap_or(u16::MAX);
    let wanted = lines.saturating_add(8).max(12);
    let beside = editor.span().and_then(|span| beside_passage(model, areas, span, wanted));
    let area = beside.unwrap_or_else(|| centred(areas, 72, wanted));
    let inner = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    };
    let quote = if inner.height > 5 { 2 } else { 0 };
    let typing = Rect { y: inner.y + quote, height: inner.height.saturating_sub(quote), ..inner };
    (area, typing)
}

/// A box below the passage, else above it; `None` where neither has room or the passage is not in sight.
fn beside_passage(model: &Model, areas: &Areas, span: Span, wanted: u16) -> Option<Rect> {
    if model.view != View::Text {
        return None;
    }
    let page = text::page(model);
    let first = u16::try_from(text::row_of(&page, span.start())?).ok()?;
    let last = text::row_of(&page, span.end().saturating_sub(1)).and_then(|row| u16::try_from(row).ok());
    let above = first;
    let below = last.map_or(0, |last| areas.text.height.saturating_sub(last + 1));
    let box_of = |height: u16, y: u16| Rect { height, y, ..centred(areas, 72, wanted) };
    if below >= LEAST_EDITOR.min(wanted) {
        let height = wanted.min(below);
        return Some(box_of(height, areas.text.y + areas.text.height - below));
    }
    let height = wanted.min(above);
    (above >= LEAST_EDITOR.min(wanted)).then(|| box_of(height, areas.text.y + above - height))
}

/// The keys for the foot of a box, as many as fit, where there is no footer to show them.
fn keys_within(model: &Model, width: u16) -> String {
    let mut keys = String::new();
    if model.areas().footer.height > 0 {
        return keys;
    }
    for hint in hints::footer(model) {
        let next = format!("{}{} {}", if keys.is_empty() { "" } else { " · " }, hint.keys(), hint.label);
        if graphemes::width(&keys) + graphemes::width(&next) + 6 > usize::from(width) {
            break;
        }
        keys.push_str(&next);
    }
    keys
}

fn draw_editor(model: &Model, areas: &Areas, canvas: &mut Canvas, editor: &Editor) {
    let (area, typing) = editor_areas(model, areas, editor);
    let lang = model.lang;
    let paragraph =
        editor.span().map_or(String::new(), |span| format!(" · {}", place_of(model, span.start())));
    let kind = if editor.note().is_some() { Window::Note } else { Window::NewNote };
    let pen = &model.config.pens[editor.pen() as usize];
    let note = editor.note().and_then(|id| model.notes.get(id));
    let versions = note.and_then(|note| card::versions(note, lang));
    let versions = versions.map_or(String::new(), |versions| format!(" · {versions}"));
    let title = format!("{}{paragraph} · {}{pen}{versions}", kind.say(lang), Window::PenInHand.say(lang));
    let keys = keys_within(model, area.width);
    canvas.frame(area, &title, &keys);
    if typing.y > area.y + 1 {
        let quote = cut(&editor.quote().replace('\n', " "), usize::from(typing.width));
        canvas.text(typing.x, area.y + 1, typing.width, &quote, Role::Pen(editor.pen()));
        let rule = "─".repeat(usize::from(typing.width));
        canvas.text(typing.x, area.y + 2, typing.width, &rule, Role::Chrome);
    }
    field(canvas, typing, &editor.field);
    let completions = editor.field.completions(&editor.known);
    if completions.is_empty() {
        return;
    }
    let (column, row) = editor.field.cursor(typing.width, typing.height);
    let rows = u16::try_from(completions.len()).unwrap_or(0);
    let y = (typing.y + row + 1).min((typing.y + typing.height).saturating_sub(rows));
    for (y, (name, count)) in (y..).zip(&completions) {
        let text = format!(" #{name} {count} ");
        let x = (typing.x + column).min((typing.x + typing.width).saturating_sub(20));
        canvas.text(x, y, 20, &text, Role::Chosen);
    }
}

fn prompt_label(model: &Model, prompt: &Prompt) -> String {
    match prompt.kind {
        PromptKind::Search { .. } => "/".to_owned(),
        PromptKind::Filter { .. } => Window::FilterPrompt.say(model.lang).to_owned(),
        PromptKind::Tags { .. } => Window::TagsPrompt.say(model.lang).to_owned(),
        PromptKind::Elsewhere => Window::FolderPrompt.say(model.lang).to_owned(),
    }
}

/// The room for typing in the status line.
fn prompt_area(model: &Model, areas: &Areas, prompt: &Prompt) -> Rect {
    let row = if areas.status.height > 0 {
        areas.status
    } else {
        Rect { y: areas.body.y + areas.body.height.saturating_sub(1), height: 1, ..areas.body }
    };
    let label = graphemes::width(&short_label(model, areas, prompt));
    let label = u16::try_from(label).unwrap_or(0) + 1;
    let tail = u16::try_from(graphemes::width(&tail(model, prompt))).unwrap_or(0);
    Rect { x: row.x + label, width: row.width.saturating_sub(label + tail + 2).max(1), ..row }
}

/// The label, without its examples where the line is short.
fn short_label(model: &Model, areas: &Areas, prompt: &Prompt) -> String {
    let label = prompt_label(model, prompt);
    if graphemes::width(&label) * 2 <= usize::from(areas.body.width) {
        return label;
    }
    match label.split_once('(') {
        Some((head, tail)) => format!("{}{}", head.trim_end(), tail.rsplit(')').next().unwrap_or(": ")),
        None => label,
    }
}

/// What stands behind the typed text: hits and how the search is done.
fn tail(model: &Model, prompt: &Prompt) -> String {
    if !matches!(prompt.kind, PromptKind::Search { .. }) {
        return String::new();
    }
    let mut tail = bars::found(model);
    if let Some(hit) = model.search.hit {
        tail.push_str(&format!(" · {}", place_of(model, hit.start())));
    }
    if model.search.query.case {
        tail.push_str(Window::CaseOn.say(model.lang));
    }
    if model.search.query.word {
        tail.push_str(Window::WordOn.say(model.lang));
    }
    tail
}

fn draw_prompt(model: &Model, areas: &Areas, canvas: &mut Canvas, prompt: &Prompt) {
    let area = prompt_area(model, areas, prompt);
    let row = Rect { x: 0, width: areas.body.width, ..area };
    canvas.fill(row, canvas.styles().page());
    canvas.text(1, area.y, row.width, &short_label(model, areas, prompt), Role::Key);
    field(canvas, area, &prompt.field);
    let tail = tail(model, prompt);
    canvas.text(area.x + area.width + 1, area.y, row.width, &tail, Role::Chrome);
    let completions = prompt.field.completions(&prompt.known);
    let tags: Vec<String> = completions.iter().map(|(name, count)| format!("#{name} {count}")).collect();
    if !tags.is_empty() && area.y > 0 {
        let text = format!(" {} ", tags.join("  "));
        canvas.text(area.x, area.y - 1, area.width, &text, Role::Chosen);
    }
}

/// The line of a question, and above it the answers that fit.
fn draw_question(model: &Model, canvas: &mut Canvas, typed: &Field) {
    let Some(sheet) = question::sheet(model) else { return };
    canvas.fill(sheet.row, canvas.styles().page());
    canvas.text(1, sheet.row.y, sheet.row.width, &sheet.label, Role::Key);
    field(canvas, sheet.field, typed);
    let (scope, word) = &sheet.scope;
    canvas.text(scope.x, scope.y, scope.width, word, Role::Chrome);
    if sheet.frame.height > 0 {
        canvas.frame(sheet.frame, &sheet.title, "");
    }
    for (area, _, pieces) in &sheet.answers {
        canvas.pieces(area.x, area.y, area.width, pieces);
    }
}

/// The box of palette and help.
fn list_box(areas: &Areas) -> Rect {
    let height = areas.body.height;
    centred(areas, 76, height)
}

/// The room for typing at its top.
fn list_field(areas: &Areas) -> Rect {
    let area = list_box(areas);
    Rect { x: area.x + 4, y: area.y + 1, width: area.width.saturating_sub(6), height: 1 }
}

/// Columns for the names of commands in the palette: the longest, its marker, and a blank.
const NAMES: u16 = 26;

fn draw_palette(model: &Model, areas: &Areas, canvas: &mut Canvas, palette: &palette::Palette) {
    let inner = canvas.frame(list_box(areas), Window::Commands.say(model.lang), "");
    canvas.text(inner.x, inner.y, 1, ":", Role::Key);
    field(canvas, list_field(areas), &palette.field);
    let rows = palette::fitting(&palette.field.text(), model.lang);
    let room = usize::from(inner.height.saturating_sub(1));
    let chosen = palette.chosen.min(rows.len().saturating_sub(1));
    let first = (chosen + 1).saturating_sub(room);
    for (y, (index, (command, text))) in
        (inner.y + 1..inner.y + inner.height).zip(rows.iter().enumerate().skip(first))
    {
        let marker = if index == chosen { "▸ " } else { "  " };
        let name = match text {
            Some(text) => format!("{marker}{} {text}", command.name()),
            None => format!("{marker}{}", command.name()),
        };
        let role = if index == chosen { Role::Chosen } else { Role::Key };
        let mut x = inner.x + canvas.text(inner.x, y, NAMES.min(inner.width), &name, role);
        x = x.max(inner.x + NAMES.min(inner.width));
        let keys = palette::keys(model, *command).into_iter().next().unwrap_or_default();
        let width = u16::try_from(graphemes::width(&keys)).unwrap_or(0);
        let edge = inner.x + inner.width;
        let room = edge.saturating_sub(x + width + 1);
        canvas.text(x, y, room, &cut(command.doc(model.lang), usize::from(room)), Role::Text);
        canvas.text(edge.saturating_sub(width), y, width, &keys, Role::Chrome);
    }
}

fn draw_help(model: &Model, areas: &Areas, canvas: &mut Canvas, typed: &Field, top: usize) {
    let title = format!("{} · {}", Window::Help.say(model.lang), Window::HelpFilter.say(model.lang));
    let inner = canvas.frame(list_box(areas), &title, "");
    canvas.text(inner.x, inner.y, 1, "/", Role::Key);
    field(canvas, list_field(areas), typed);
    let rows = hints::help(model, &typed.text());
    let room = usize::from(inner.height.saturating_sub(1));
    let top = top.min(rows.len().saturating_sub(room));
    for (y, row) in (inner.y + 1..inner.y + inner.height).zip(rows.iter().skip(top)) {
        match row {
            HelpRow::Group(title) => {
                canvas.text(inner.x, y, inner.width, title, Role::Heading);
            }
            HelpRow::Keys(keys, sentence) => {
                let column = 18.min(inner.width / 2);
                let room = column.saturating_sub(2);
                canvas.text(inner.x + 1, y, room, &cut(keys, usize::from(room)), Role::Key);
                let room = inner.width.saturating_sub(column + 1);
                canvas.text(inner.x + column + 1, y, room, &cut(sentence, usize::from(room)), Role::Text);
            }
        }
    }
}

fn draw_labels(model: &Model, areas: &Areas, canvas: &mut Canvas, labels: &crate::app::jump::Labels) {
    let page = text::page(model);
    for (span, pair) in &labels.words {
        if labels.typed.is_some_and(|first| first != pair[0]) {
            continue;
        }
        let Some(row) = text::row_of(&page, span.start()) else { continue };
        let text::PageRow::Line(line) = &page[row] else { continue };
        let column = crate::layout::column_of(&model.document, &line.line, span.start());
        let text: String = if labels.typed.is_some() { pair[1].to_string() } else { pair.iter().collect() };
        let x = areas.text.x + line.line.indent + column;
        canvas.text(x, areas.text.y + u16::try_from(row).unwrap_or(0), 2, &text, Role::Chosen);
    }
}

fn draw_export(model: &Model, areas: &Areas, canvas: &mut Canvas, name: &str) {
    let lang = model.lang;
    let area = centred(areas, 64, 6);
    let keys = keys_within(model, area.width);
    let inner = canvas.frame(area, Window::ExportTitle.say(lang), &keys);
    let notes = model.notes.len();
    let noun = if notes == 1 { Window::ExportNote } else { Window::ExportNotes };
    let count = format!("{name} · {notes} {}", noun.say(lang));
    let rows = [
        (Window::ExportBody.say(lang), Role::Text),
        (&count, Role::Key),
        ("", Role::Text),
        (Window::ExportKeeps.say(lang), Role::Chrome),
    ];
    for (y, (text, role)) in (inner.y..inner.y + inner.height).zip(rows) {
        canvas.text(inner.x, y, inner.width, &cut(text, usize::from(inner.width)), role);
    }
}

/// Whether the annotations of another document belong to this one.
fn draw_kin(model: &Model, areas: &Areas, canvas: &mut Canvas, kin: &Kin) {
    let lang = model.lang;
    let area = centred(areas, 70, 6);
    let inner = canvas.frame(area, Notebook::KinTitle.say(lang), &keys_within(model, area.width));
    let noun = if kin.notes == 1 { Notebook::KinNote } else { Notebook::KinNotes };
    let whose = format!("{} {} · {}", kin.notes, noun.say(lang), views::quoted(&kin.title, lang));
    let why = if kin.same_path { Notebook::KinSamePath } else { Notebook::KinAlike };
    let rows = [
        (whose.as_str(), Role::Key),
        (&kin.path, Role::Chrome),
        (why.say(lang), Role::Text),
        (Notebook::KinKeys.say(lang), Role::Text),
    ];
    for (y, (text, role)) in (inner.y..inner.y + inner.height).zip(rows) {
        canvas.text(inner.x, y, inner.width, &cut(text, usize::from(inner.width)), role);
    }
}

/// The bodies of a note that were written apart, one under the other, as many lines of each as there is room for.
fn draw_versions(model: &Model, areas: &Areas, canvas: &mut Canvas, note: NoteId) {
    let area = centred(areas, 76, areas.body.height);
    let rows = versions::rows(model, note, area.width.saturating_sub(4), area.height.saturating_sub(2));
    let area = centred(areas, 76, u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(2));
    let keys = keys_within(model, area.width);
    let inner = canvas.frame(area, &versions::title(model, note), &keys);
    page::rows(canvas, inner, &rows);
}

/// What may follow a prefix, after a moment.
fn draw_popup(model: &Model, canvas: &mut Canvas) {
    let Some(popup) = popup::popup(model) else { return };
    canvas.frame(popup.area, &popup.title, "");
    for (x, y, width, hint) in popup.cells {
        let used = canvas.text(x, y, width, &hint.keys(), Role::Key);
        canvas.text(x + used + 1, y, width.saturating_sub(used + 1), &hint.label, Role::Text);
    }
}

/// The verbs beside a selection that was made with the mouse.
fn draw_bar(model: &Model, areas: &Areas, canvas: &mut Canvas) {
    let Some((x, y, verbs)) = bars::verbs(model) else { return };
    let mut x = x;
    for (text, _) in verbs {
        x += canvas.text(x, y, areas.body.width.saturating_sub(x), &text, Role::Chosen);
    }
}
