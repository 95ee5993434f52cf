//! All that is true.

use super::message::Size;
use super::reading::Reading;
use super::lists::Lists;
use super::view::View;

/// All that is true.
#[derive(Debug)]
pub struct Model { pub size: Size, pub reading: Reading, pub lists: Lists, pub view: View }
