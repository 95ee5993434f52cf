//! What can be asked for, and by which keys.

pub mod key;
pub mod keymap;
pub mod mode;
pub mod nearest;
pub mod page;
pub mod registry;
pub mod sequence;

pub use key::{Key, KeyCode};
pub use keymap::{Binding, Hint, Keymap, Lookup};
pub use mode::Mode;
pub use nearest::nearest;
pub use page::keys_page;
pub use registry::{Args, Command, Group};
pub use sequence::{Sequence, Stroke};
