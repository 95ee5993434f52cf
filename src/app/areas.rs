//! Where things stand on the screen. The same areas draw and answer the mouse.

use super::message::Size;
use super::view::View;

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rect {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Rect {
    /// Whether the cell lies in it.
    #[must_use]
    pub fn contains(self, column: u16, row: u16) -> bool {
        (self.x..self.x + self.width).contains(&column) && (self.y..self.y + self.height).contains(&row)
    }
}

/// How much room there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Under 40 × 10: text and one status line.
    Tiny,
    /// Under 60 columns: tabs are letters, no thumb.
    Narrow,
    /// Under 92 columns: notes unfold in the text.
    Medium,
    /// Notes stand in the margin.
    Wide,
}

/// Where everything stands. An absent part has no cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Areas {
    /// How much room there is.
    pub room: Room,
    /// Title and tabs.
    pub header: Rect,
    /// Signs left of the text: sentence bar, annotation, quotation.
    pub gutter: Rect,
    /// The text of the article (its full measure).
    pub text: Rect,
    /// Cards of notes, right of the text.
    pub margin: Rect,
    /// Strip of themes, one column.
    pub strip: Rect,
    /// Scroll thumb, one column.
    pub thumb: Rect,
    /// Everything between header and status: the place of list views.
    pub body: Rect,
    /// The list of a list view.
    pub list: Rect,
    /// The details beside or under the list; empty where they take turns.
    pub details: Rect,
    /// The legend, one row above the status.
    pub legend: Rect,
    /// The strip that greets a newcomer, above the legend.
    pub welcome: Rect,
    /// Status line.
    pub status: Rect,
    /// Footer with keys.
    pub footer: Rect,
}

/// What decides the areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// The screen.
    pub size: Size,
    /// The measure asked for, in columns.
    pub measure: u16,
    /// The view.
    pub view: View,
    /// Text alone.
    pub zen: bool,
    /// Whether the details of a list have the keys: in a narrow window they take its place.
    pub in_details: bool,
    /// Whether layers are written into the text: its lines leave room for their marks.
    pub text_marks: bool,
    /// Whether the legend is shown.
    pub legend: bool,
    /// Whether the strip that greets a newcomer is shown.
    pub welcome: bool,
}

const GUTTER: u16 = 4;
const CARDS: u16 = 27;
const WELCOME: u16 = 3;
/// Columns left free for the marks written into a line.
const MARKS: u16 = 14;

impl Areas {
    /// Lays the screen out.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        let Size { columns, rows } = plan.size;
        let room = match columns {
            _ if columns < 40 || rows < 10 => Room::Tiny,
            ..60 => Room::Narrow,
            60..92 => Room::Medium,
            _ => Room::Wide,
        };
        let bare = room == Room::Tiny || plan.zen;
        let header = Rect { x: 0, y: 0, width: columns, height: u16::from(!bare) };
        let footer_rows = u16::from(!bare);
        let status_rows = u16::from(rows > 1 && !plan.zen);
        let legend_rows = u16::from(plan.legend && !bare);
        let welcome_rows = if plan.welcome && !bare && rows >= 16 { WELCOME } else { 0 };
        let below = footer_rows + status_rows + legend_rows + welcome_rows;
        let body_rows = rows.saturating_sub(header.height + below);
        let body = Rect { x: 0, y: header.height, width: columns, height: body_rows };
        let line = |y: u16, height: u16| Rect { x: 0, y, width: columns, height };
        let footer = line(rows - footer_rows.min(rows), footer_rows);
        let status = line(footer.y.saturating_sub(status_rows), status_rows);
        let legend = line(status.y.saturating_sub(legend_rows), legend_rows);
        let welcome = line(legend.y.saturating_sub(welcome_rows), welcome_rows);

        let edge = if bare { 0 } else { u16::from(room > Room::Narrow) + 1 };
        let gutter_width = if room <= Room::Narrow { 3.min(columns / 4) } else { GUTTER };
        let free = columns.saturating_sub(edge);
        let cards = if room == Room::Wide && !plan.zen { CARDS } else { 0 };
        let space = u16::from(edge > 0);
        let measure = plan
            .measure
            .min(free.saturating_sub(gutter_width + space + if cards > 0 { cards + 1 } else { 0 }))
            .max(1);
        let measure =
            if plan.text_marks { measure.saturating_sub(MARKS).max(measure / 2).max(1) } else { measure };
        let used = gutter_width + measure + if cards > 0 { cards + 1 } else { 0 };
        let left = if room <= Room::Narrow { 0 } else { free.saturating_sub(used) / 2 };
        let gutter = Rect { x: left, width: gutter_width, ..body };
        let text = Rect { x: left + gutter_width, width: measure.min(columns), ..body };
        let margin = Rect { x: text.x + text.width + 1, width: cards, ..body };
        let strip_width = u16::from(edge > 0);
        let thumb_width = u16::from(edge > 1);
        let strip = Rect { x: columns.saturating_sub(edge), width: strip_width, ..body };
        let thumb = Rect { x: columns.saturating_sub(thumb_width), width: thumb_width, ..body };
        let (list, details) = Self::panes(room, plan.view, plan.in_details, body);
        Self {
            room,
            header,
            gutter,
            text,
            margin,
            strip,
            thumb,
            body,
            list,
            details,
            legend,
            welcome,
            status,
            footer,
        }
    }

    /// Splits the body for list views: details at the right from 92 columns, below from 60, else in turns.
    fn panes(room: Room, view: View, in_details: bool, body: Rect) -> (Rect, Rect) {
        let none = Rect::default();
        match (view, room) {
            (View::Text, _) => (none, none),
            (View::Entities, Room::Wide) => {
                let width = body.width * 45 / 100;
                let right = Rect { x: width + 1, width: body.width - width - 1, ..body };
                (Rect { width, ..body }, right)
            }
            (View::Entities | View::Themes, Room::Medium | Room::Wide) => {
                let height = body.height.div_ceil(2);
                let below = Rect { y: body.y + height, height: body.height - height, ..body };
                (Rect { height, ..body }, below)
            }
            (View::Entities | View::Themes, _) if in_details => (none, body),
            _ => (body, none),
        }
    }
}
