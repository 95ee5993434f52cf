//! One kind of line end, and no controls.

/// Copies text piece by piece: CR and CRLF become LF, controls become visible.
#[derive(Default)]
pub(super) struct Normalizer {
    /// The last character was a CR, so a LF that comes now has been written already.
    after_return: bool,
}

impl Normalizer {
    pub(super) fn push(&mut self, text: &str, out: &mut String) {
        let mut rest = text;
        if !rest.is_empty() && std::mem::take(&mut self.after_return) {
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
        loop {
            let clean = clean_prefix(rest.as_bytes());
            out.push_str(&rest[..clean]);
            rest = &rest[clean..];
            let Some(control) = rest.chars().next() else { return };
            rest = &rest[control.len_utf8()..];
            if control == '\r' {
                out.push('\n');
                self.after_return = rest.is_empty();
                rest = rest.strip_prefix('\n').unwrap_or(rest);
            } else {
                out.push(visible(control));
            }
        }
    }
}

/// What stands for a control: its picture for C0 and DEL, U+FFFD for C1.
fn visible(control: char) -> char {
    match control {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + control as u32).expect("every C0 control has a picture"),
        '\u{7f}' => '\u{2421}',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// Bytes before the first control but tab and line end.
fn clean_prefix(bytes: &[u8]) -> usize {
    const LANES: usize = 32;
    let mut from = 0;
    // Each block is compared with itself shifted by a byte, without a branch inside, so that the
    // compiler uses vector instructions: a C1 control is C2 followed by less than A0.
    while let Some(window) = bytes.get(from..from + LANES + 1) {
        let found = window[..LANES]
            .iter()
            .zip(&window[1..])
            .fold(false, |found, (&byte, &next)| found | is_control(byte, next));
        if found {
            break;
        }
        from += LANES;
    }
    let rest = &bytes[from..];
    let next = rest.iter().skip(1).chain(&[0]);
    from + rest.iter().zip(next).position(|(&byte, &next)| is_control(byte, next)).unwrap_or(rest.len())
}

/// Whether a control but tab and line end starts with `byte`, which `next` follows in valid UTF-8.
fn is_control(byte: u8, next: u8) -> bool {
    (byte < 0x20) & (byte != b'\n') & (byte != b'\t') | (byte == 0x7f) | (byte == 0xc2) & (next < 0xa0)
}
