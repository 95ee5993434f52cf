//! What is true while somebody reads, and how it changes: messages in, effects out.

pub mod annotate;
pub mod areas;
pub mod choose;
pub mod copying;
pub mod correcting;
pub mod drafts;
pub mod editor;
pub mod effect;
pub mod exporting;
pub mod findings;
pub mod hints;
pub mod input;
pub mod jump;
pub mod listing;
pub mod lists;
pub mod message;
pub mod model;
pub mod motion;
pub mod mouse;
pub mod opened;
pub mod overlay;
pub mod palette;
pub mod reading;
pub mod screen;
pub mod searching;
pub mod selection;
pub mod tags;
pub mod talk;
pub mod undoing;
pub mod update;
pub mod view;

pub use areas::{Areas, Rect};
pub use effect::Effect;
pub use message::{Message, Mouse, MouseButton, MouseKind, Size};
pub use model::Model;
pub use update::update;
