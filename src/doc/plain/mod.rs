//! Plain text: where its paragraphs, headings and verses are.
//!
//! What one line end means is decided once, on the first 64 kB ([`Shape`]): it ends a paragraph, or
//! it only wraps a line of one. The text then goes through in pieces; what is read twice is never
//! more than a paragraph.

mod group;
mod heading;
mod shape;
#[cfg(test)]
mod tests;

use super::{BlockKind, Builder, Document, Extent, Meta, addresses};
use crate::text::decode::SAMPLE;
use crate::text::graphemes::floor_char;
use group::Group;
use shape::Shape;

/// Bytes after which a line, or a run of wrapped lines, is written without waiting for its end.
const LONG: usize = 64 * 1024;

/// Reads a whole text; `name` is the title where the text has none.
///
/// The text must hold no `\r` and no controls (see [`crate::text::decode`]).
#[must_use]
pub fn read(text: &str, name: &str) -> Document {
    let mut reader = Reader::new(name, text);
    reader.reserve(text.len());
    reader.push(text);
    reader.finish(Extent::Whole)
}

/// Reads a text that comes in pieces. Where it is cut makes no difference.
pub struct Reader {
    shape: Shape,
    builder: Builder,
    meta: Meta,
    name: String,
    /// The start of a line whose end has not come yet.
    line: String,
    /// What is known of a line that is written as it comes, being over [`LONG`].
    long: Option<LongLine>,
    /// Lines that belong together, as far as they have come.
    group: Group,
    /// A line that may be a heading; what comes next decides.
    held: Option<Group>,
    /// A blank line, or nothing at all, stands before what comes next.
    blank: bool,
    /// The block written last is the title, so a byline may follow.
    after_title: bool,
}

/// Whether anything but blanks has come of a line that is written as it comes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LongLine {
    Blank,
    Open,
}

impl Reader {
    /// A reader for the text that begins with `sample`: all of it, or at least its first 64 kB (more
    /// is not looked at). `name`, the stem of the file's name, is the title where the text has none.
    #[must_use]
    pub fn new(name: &str, sample: &str) -> Self {
        Self {
            shape: Shape::of(&sample[..floor_char(sample, SAMPLE)]),
            builder: Builder::default(),
            meta: Meta::default(),
            name: name.to_owned(),
            line: String::new(),
            long: None,
            group: Group::default(),
            held: None,
            blank: true,
            after_title: false,
        }
    }

    /// Where the text came from, for [`Meta::source`].
    pub fn source(&mut self, source: &str) {
        source.clone_into(&mut self.meta.source);
    }

    /// Sets memory aside for `bytes` of text, so that it is not moved while it grows.
    pub fn reserve(&mut self, bytes: usize) {
        self.builder.reserve(bytes);
    }

    /// The next piece of the text.
    pub fn push(&mut self, piece: &str) {
        let mut rest = piece;
        while let Some(end) = memchr::memchr(b'\n', rest.as_bytes()) {
            self.end_of_line(&rest[..end]);
            rest = &rest[end + 1..];
        }
        self.unfinished(rest);
    }

    /// The document, of which the file holds no more (`Extent::Whole`) or has more to come.
    ///
    /// Of a first part the last lines are left out where those that follow decide what they are: what is shown first stays
    /// as it is when the rest is there.
    #[must_use]
    pub fn finish(mut self, extent: Extent) -> Document {
        if extent == Extent::Whole {
            self.end_of_line("");
            self.close_group(true);
            self.settle(None);
        }
        if !self.builder.has_title() {
            self.builder.title(self.name);
        }
        addresses::link(&mut self.builder);
        self.builder.meta(self.meta);
        self.builder.finish(extent)
    }

    fn end_of_line(&mut self, rest: &str) {
        if self.long.is_some() || self.line.len() + rest.len() > LONG {
            self.unfinished(rest);
            self.begin_long();
            self.long = None;
            self.blank = false;
        } else if self.line.is_empty() {
            self.whole_line(rest);
        } else {
            let mut line = std::mem::take(&mut self.line);
            line.push_str(rest);
            self.whole_line(&line);
            line.clear();
            self.line = line;
        }
    }

    fn unfinished(&mut self, rest: &str) {
        if self.long.is_none() && self.line.len() + rest.len() <= LONG {
            self.line.push_str(rest);
            return;
        }
        self.begin_long();
        self.long_piece(rest);
    }

    /// Writes what has come of a line that turns out to be over [`LONG`].
    fn begin_long(&mut self) {
        if self.long.is_none() {
            self.close_group(false);
            self.settle(None);
            self.long = Some(LongLine::Blank);
            let line = std::mem::take(&mut self.line);
            self.long_piece(&line);
        }
    }

    fn long_piece(&mut self, piece: &str) {
        if self.long == Some(LongLine::Open) {
            self.builder.push(piece);
        } else if !piece.trim_start().is_empty() {
            self.builder.open(BlockKind::Paragraph, 0).push(piece.trim_start());
            self.long = Some(LongLine::Open);
            self.after_title = false;
        }
    }

    fn whole_line(&mut self, line: &str) {
        if line.trim_start().is_empty() {
            self.close_group(true);
            self.blank = true;
            return;
        }
        if let Some(level) = self.group.underlined(line) {
            self.group.level = Some(level);
            self.close_group(true);
            self.blank = true;
            return;
        }
        if self.shape.a_paragraph_a_line || self.group.bytes() + line.len() > LONG {
            self.close_group(false);
        }
        if self.group.is_empty() {
            self.group.blank_before = self.blank;
        }
        self.group.add(line);
        self.blank = false;
    }

    /// The group is complete: a short line waits for what follows, anything else is written.
    fn close_group(&mut self, blank_after: bool) {
        if self.group.is_empty() {
            return;
        }
        let mut group = std::mem::take(&mut self.group);
        group.blank_after = blank_after;
        self.settle(Some(&group));
        if heading::may_be(&group) {
            self.held = Some(group);
        } else {
            self.write(&group);
            group.clear();
            self.group = group;
        }
    }

    /// Decides what the waiting line is, now that `next` is known (`None`: nothing of use comes).
    fn settle(&mut self, next: Option<&Group>) {
        let Some(held) = self.held.take() else { return };
        let first = self.builder.is_empty();
        if first && next.is_some_and(|next| heading::is_title(&held, next, &self.shape)) {
            self.write_title(held.text());
        } else if let Some(level) = next.and_then(|next| heading::level(&held, next)) {
            self.write_heading(&held, level);
        } else {
            self.write(&held);
        }
    }

    fn write(&mut self, group: &Group) {
        let mut text = group.text();
        let first = self.builder.is_empty();
        if let Some((title, rest)) = text.split_once('\n').filter(|_| first)
            && heading::is_title_before(title, rest.lines().next().unwrap_or_default())
        {
            self.write_title(title);
            text = rest;
        }
        if std::mem::take(&mut self.after_title) {
            let line = text.lines().next().unwrap_or_default();
            if heading::is_byline(line) {
                self.meta.authors = heading::authors(line);
                self.builder.block(BlockKind::Byline, line.trim());
                text = text[line.len()..].trim_start_matches('\n');
            }
        }
        if !text.is_empty() {
            group::write(text, &self.shape, &mut self.builder);
        }
    }

    fn write_title(&mut self, line: &str) {
        self.builder.title(line.trim());
        self.builder.block(BlockKind::Title, line.trim());
        self.after_title = true;
    }

    fn write_heading(&mut self, group: &Group, level: u8) {
        self.builder.open(BlockKind::Heading(level), 0);
        group::write_joined(group.text(), &mut self.builder);
        self.after_title = false;
    }
}
