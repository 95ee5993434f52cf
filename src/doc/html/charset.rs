//! The encoding that a page says it is in.

use memchr::memmem;

/// Bytes at the start of a page that are looked at.
const HEAD: usize = 4096;

/// The encoding in `<meta charset=…>`, `<meta http-equiv … content="…; charset=…">` or `<?xml encoding="…"?>`.
pub(in crate::doc) fn declared(sample: &[u8]) -> Option<&str> {
    let head = &sample[..sample.len().min(HEAD)];
    let lower = head.to_ascii_lowercase();
    let at = |needle: &[u8]| memmem::find(&lower, needle).map(|at| at + needle.len());
    let from = if lower.starts_with(b"<?xml") {
        at(b"encoding=").filter(|&from| memchr::memchr(b'>', &lower).is_some_and(|end| from < end))
    } else {
        None
    };
    let from = from.or_else(|| {
        let metas = memmem::find_iter(&lower, b"<meta");
        metas
            .filter_map(|meta| {
                let tag = &lower[meta..][..memchr::memchr(b'>', &lower[meta..])?];
                Some(meta + memmem::find(tag, b"charset=")? + b"charset=".len())
            })
            .next()
    })?;
    let value = head[from..].trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.".contains(byte)));
    str::from_utf8(&value[..end.unwrap_or(value.len())]).ok().filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_say_it_in_three_ways() {
        let check = |page: &str, expect| assert_eq!(declared(page.as_bytes()), expect, "{page}");
        check("<html><META CharSet='ISO-8859-15'>", Some("ISO-8859-15"));
        check("<meta name=a><meta http-equiv=x content=\"text/html; charset=koi8-r\">", Some("koi8-r"));
        check("<?xml version='1.0' encoding=\"windows-1251\"?><html>", Some("windows-1251"));
        check("<p>charset=utf-16", None);
        check("<meta charset=", None);
    }
}
