//! The screen: what is true, set in cells. Nothing here changes anything.

mod canvas;
mod list;
mod over;
mod page;
mod style;

pub use canvas::Canvas;
pub use style::Styles;

use crate::app::areas::Room;
use crate::app::model::Model;
use crate::app::overlay::Overlay;
use crate::app::view::bars::{self, Segment};
use crate::app::view::{Role, View};
use crate::app::{Areas, Rect};
use crate::text::graphemes;
use crate::words::window::Window;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Draws the whole screen, whatever the cells of `buffer` held; gives the place of the cursor where it is shown.
#[must_use]
pub fn render(model: &Model, buffer: &mut Buffer) -> Option<Position> {
    let styles = Styles::new(&model.screen.palette);
    let areas = model.areas();
    let size = buffer.area;
    let mut canvas = Canvas::new(buffer, &styles);
    canvas.fill(Rect { x: 0, y: 0, width: size.width, height: size.height }, styles.page());
    let cursor = if size.width < 4 || size.height < 2 {
        canvas.text(0, 0, size.width, Window::TooSmall.say(model.lang), Role::Text);
        None
    } else {
        draw(model, &areas, &mut canvas)
    };
    cursor.or_else(|| over::cursor(model, &areas)).map(Position::from)
}

/// Draws everything, and says where the caret of the text stands.
fn draw(model: &Model, areas: &Areas, canvas: &mut Canvas) -> Option<(u16, u16)> {
    segments(canvas, areas.header, &bars::header(model));
    let caret = match model.view {
        View::Text => page::draw(model, areas, canvas),
        _ => {
            list::draw(model, areas, canvas);
            None
        }
    };
    segments(canvas, areas.legend, &bars::legend(model));
    if areas.welcome.height > 0 {
        let lines = [Window::WelcomeOne, Window::WelcomeTwo, Window::WelcomeThree];
        for (row, line) in (areas.welcome.y..areas.welcome.y + areas.welcome.height).zip(lines) {
            let room = areas.welcome.width.saturating_sub(2);
            canvas.text(1, row, room, &whole_parts(line.say(model.lang), room), Role::Key);
        }
    }
    if !bars::has_prompt(model) {
        segments(canvas, areas.status, &bars::status(model));
    }
    segments(canvas, areas.footer, &bars::footer(model));
    over::draw(model, areas, canvas);
    let typing = matches!(
        model.overlays.last(),
        Some(
            Overlay::Editor(_)
                | Overlay::Prompt(_)
                | Overlay::Question(_)
                | Overlay::Palette(_)
                | Overlay::Help(_)
                | Overlay::Catalogue(_)
        )
    );
    caret.filter(|_| !typing && areas.room >= Room::Tiny)
}

/// As many of the parts between ` · ` as fit into `room` columns.
fn whole_parts(line: &str, room: u16) -> String {
    let mut kept = String::new();
    for part in line.split(" · ") {
        let next = if kept.is_empty() { part.to_owned() } else { format!("{kept} · {part}") };
        if graphemes::width(&next) > usize::from(room) {
            break;
        }
        kept = next;
    }
    kept
}

/// Sets the pieces of a bar in its row.
fn segments(canvas: &mut Canvas, area: Rect, segments: &[Segment]) {
    if area.height == 0 {
        return;
    }
    for segment in segments {
        let room = area.width.saturating_sub(segment.x);
        canvas.text(area.x + segment.x, area.y, room, &segment.piece.text, segment.piece.role);
    }
}
