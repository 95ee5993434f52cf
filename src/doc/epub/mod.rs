//! Books: EPUB 2 and 3.
//!
//! The files of a book are read one after another in the order it gives, each as a page without the search for
//! an article. Nothing of the book is run, and its pictures are their alternative text.

mod contents;
mod package;
mod protection;
mod xhtml;

use super::flow::Flow;
use super::html;
use super::packed::{Archive, Refusal, text};
use super::{Document, Extent};
use crate::notice::Notice;
use package::Package;

/// Bytes of text after which the first part of a book ends, with the file it is in. They fill the largest screen many
/// times, and take some milliseconds.
const FIRST: usize = 24 * 1024;

/// Reads a book; with [`Extent::Prefix`] its first files only, where it is longer than those.
pub(super) fn read(
    archive: &mut Archive,
    name: &str,
    source: &str,
    extent: Extent,
) -> Result<(Document, Vec<Notice>), Refusal> {
    let package = Package::read(archive)?;
    if let Some(by) = protection::of(archive, &package)? {
        return Err(Refusal::Protected(by));
    }
    let mut flow = Flow::default();
    let mut faults = html::Faults::default();
    let mut missing = 0;
    let mut read = 0;
    for path in &package.spine {
        if extent != Extent::Whole && flow.len() >= FIRST {
            break;
        }
        read += 1;
        let Some(bytes) = archive.read(path)? else {
            missing += 1;
            continue;
        };
        flow.chapter(path);
        faults.add(html::write_chapter(&xhtml::to_html(&text(&bytes)), path, &mut flow));
    }
    let all_missing = missing == package.spine.len();
    if all_missing {
        return Err(Refusal::Damaged);
    }
    flow.contents(contents::read(archive, &package)?);
    flow.title(&package.title);
    let mut meta = package.meta;
    source.clone_into(&mut meta.source);
    let extent = if read == package.spine.len() { Extent::Whole } else { extent };
    let mut notices = faults.notices();
    if missing > 0 {
        notices.push(Notice::ChaptersMissing { count: missing });
    }
    Ok((flow.finish_as(name, meta, extent), notices))
}
