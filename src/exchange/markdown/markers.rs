//! The marks by which an export is known again.

use crate::exchange::fingerprint;

/// The key of the hash of the whole file, in its front matter.
const HASH: &str = "exergue-hash";
/// The key of the article's id.
const ID: &str = "exergue";
/// The key of where the article came from.
const SOURCE: &str = "source";

/// One annotation between its markers. The hash tells later whether the content was edited by hand.
pub(super) fn block(id: &str, content: &str) -> String {
    let hash = fingerprint(content, 6);
    // The blank line before `end` keeps pandoc from taking the comment into the last paragraph.
    format!("<!-- exergue:begin {id} {hash} -->\n\n{content}\n<!-- exergue:end {id} -->\n")
}

/// Puts the hash of the whole file as the last key of the front matter.
pub(super) fn seal(front: &str, body: &str) -> String {
    let hash = fingerprint(&file(front, "", body), 16);
    file(front, &format!("{HASH}: \"{hash}\"\n"), body)
}

fn file(front: &str, hash: &str, body: &str) -> String {
    format!("---\n{front}{hash}---\n\n{body}")
}

/// Whether `contents` is an export of ours that nobody edited since. How lines end does not
/// matter: tools that keep versions change that by themselves.
#[must_use]
pub fn untouched(contents: &str) -> bool {
    let contents = contents.replace("\r\n", "\n");
    let Some(front) = front_matter(&contents) else { return false };
    let Some(hash) = value(front, HASH) else { return false };
    let line = format!("{HASH}: {hash}\n");
    hash.trim_matches('"') == fingerprint(&contents.replacen(&line, "", 1), 16)
}

/// Whether the export `new` may take the place of the file `old`: an untouched export of the same
/// article, by its id or by where it came from.
#[must_use]
pub fn replaces(new: &str, old: &str) -> bool {
    let normal = old.replace("\r\n", "\n");
    let (Some(new), Some(front)) = (front_matter(new), front_matter(&normal)) else { return false };
    let same = |key| value(new, key).is_some_and(|wanted| value(front, key) == Some(wanted));
    (same(ID) || same(SOURCE)) && untouched(old)
}

/// The lines between `---` and `---` at the top, each with its line end.
fn front_matter(contents: &str) -> Option<&str> {
    let rest = contents.strip_prefix("---\n")?;
    let end = rest.find("\n---\n")?;
    Some(&rest[..=end])
}

/// The value of `key` as written.
fn value<'a>(front: &'a str, key: &str) -> Option<&'a str> {
    front.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
}

/// A note that can forge no marker and hides nothing of what follows it: comments that look like
/// ours are shown as text, a comment or a fence of code left open is closed or shown.
/// Blank lines around it are gone.
pub(super) fn neutral(note: &str) -> String {
    let mut out = String::with_capacity(note.len());
    let mut rest = note.trim_matches('\n').trim_end();
    while let Some(at) = rest.find("<!--") {
        let (before, comment) = rest.split_at(at);
        let inside = comment["<!--".len()..].trim_start();
        let ours = inside.get(..ID.len()).is_some_and(|name| name.eq_ignore_ascii_case(ID));
        out.push_str(before);
        out.push_str(if ours || !comment.contains("-->") { "<\\!--" } else { "<!--" });
        rest = &comment["<!--".len()..];
    }
    out.push_str(rest);
    if let Some(fence) = open_fence(&out) {
        out.push('\n');
        out.push_str(&fence);
    }
    out
}

/// The fence of a block of code that is never closed.
fn open_fence(text: &str) -> Option<String> {
    let mut open: Option<&str> = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let line = line.trim();
        let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'));
        let Some(sign) = sign.filter(|_| indent < 4) else { continue };
        let (fence, info) = line.split_at(line.len() - line.trim_start_matches(sign).len());
        open = match open {
            None if fence.len() >= 3 && !(sign == '`' && info.contains('`')) => Some(fence),
            Some(opened) if opened.starts_with(sign) && fence.len() >= opened.len() && info.is_empty() => {
                None
            }
            unchanged => unchanged,
        };
    }
    open.map(str::to_owned)
}
