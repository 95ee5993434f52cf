//! What a program has sent to its terminal, looked at as the terminal does.

/// What the bytes would make a terminal do that no window and no printed page of this program needs.
pub(crate) fn obeyed(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut found = Vec::new();
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '\u{1b}' => match rest.next() {
                Some('[') => control(&mut rest, &mut found),
                Some(kind @ (']' | 'P' | '_' | '^' | 'X')) => string(kind, &mut rest, &mut found),
                // Sets of letters, keypad, place kept and given back.
                Some('(' | ')') => drop(rest.next()),
                Some('=' | '>' | '7' | '8' | '\\') => {}
                // The rest has not come yet.
                None => {}
                other => found.push(format!("ESC {other:?}")),
            },
            '\n' | '\r' => {}
            // The program moves by sequences.
            letter if letter.is_control() => found.push(format!("{letter:?}")),
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                found.push(format!("{letter:?}"));
            }
            _ => {}
        }
    }
    found
}

/// A sequence that begins with `ESC [`: only those that the program itself uses.
fn control(rest: &mut std::str::Chars<'_>, found: &mut Vec<String>) {
    let mut parameters = String::new();
    for letter in rest.by_ref() {
        if !('@'..='~').contains(&letter) {
            parameters.push(letter);
            continue;
        }
        let blinks = letter == 'm' && parameters.split(';').any(|number| number == "5" || number == "8");
        let indexed = parameters.contains("8;5;") || parameters.contains("8;2;") || parameters.contains("8:");
        if !"HABCDGKJmhlcquXt".contains(letter) || (blinks && !indexed) {
            found.push(format!("CSI {parameters}{letter}"));
        }
        return;
    }
}

/// A sequence with a text in it: the program asks for the background, and nothing else.
fn string(kind: char, rest: &mut std::str::Chars<'_>, found: &mut Vec<String>) {
    let mut text = String::new();
    for letter in rest.by_ref() {
        if letter == '\u{7}' || letter == '\u{1b}' {
            break;
        }
        text.push(letter);
    }
    if kind != ']' || !(text.starts_with("11;?") || text.starts_with("10;?")) {
        found.push(format!("ESC {kind}{text}"));
    }
}

#[test]
fn what_a_terminal_obeys_is_seen() {
    for attempt in super::ATTEMPTS {
        if ["\u{1b}[66;6H", "\u{1b}[2J", "\u{1b}[?1049l"].contains(&attempt) {
            // The program needs these itself; the tests look for the bytes.
            continue;
        }
        assert_ne!(obeyed(attempt.as_bytes()), Vec::<String>::new(), "{attempt:?}");
    }
    assert_eq!(
        obeyed("\u{1b}[38;5;203mà\u{1b}[0m\u{1b}[2;3H\u{1b}]11;?\u{1b}\\\r\n".as_bytes()),
        Vec::<String>::new()
    );
}
