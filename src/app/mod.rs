//! What is true while somebody reads, and how it changes: messages in, effects out.

pub mod areas;
pub mod effect;
pub mod lists;
pub mod message;
pub mod model;
pub mod reading;
pub mod view;

pub use areas::{Areas, Rect};
pub use effect::Effect;
pub use message::{Message, Mouse, MouseButton, MouseKind, Size};
pub use model::Model;
