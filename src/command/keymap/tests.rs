use super::*;
use crate::command::KeyCode;

fn site(line: usize) -> Site {
    Site { file: "keys.toml".to_owned(), line, column: 1 }
}

/// A keymap of rows `mode keys = command`, which must all be in order.
fn keymap(rows: &str) -> Keymap {
    let mut keymap = Keymap::default();
    assert_eq!(lay(&mut keymap, rows), []);
    keymap
}

/// Lays rows over a keymap, in a file of their own.
fn lay(keymap: &mut Keymap, rows: &str) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (number, row) in rows.lines().map(str::trim).filter(|row| !row.is_empty()).enumerate() {
        let (left, command) = row.split_once(" = ").expect("a row has a command");
        let (mode, keys) = left.split_once(' ').expect("a row has keys");
        let mode = Mode::named(mode).expect("a mode");
        notices.extend(keymap.bind(mode, keys, command.trim_matches('"'), site(number + 1)));
    }
    notices
}

fn look(keymap: &Keymap, mode: Mode, keys: &str) -> Lookup {
    let keys: Vec<Key> = keys.split_whitespace().map(|key| Key::parse(key).expect("a key")).collect();
    keymap.lookup(mode, &keys)
}

fn shown(keymap: &Keymap, mode: Mode, command: Command) -> Vec<String> {
    keymap.keys_of(mode, command).iter().map(ToString::to_string).collect()
}

#[test]
fn the_keys_of_a_mode_count_before_those_of_everywhere() {
    let keymap = keymap(
        "everywhere u = undo
         everywhere q = close
         select q = up",
    );
    assert_eq!(look(&keymap, Mode::Select, "q"), Lookup::Command(Command::Up, None));
    assert_eq!(look(&keymap, Mode::Read, "q"), Lookup::Command(Command::Close, None));
    assert_eq!(look(&keymap, Mode::Select, "u"), Lookup::Command(Command::Undo, None));
    assert!(shown(&keymap, Mode::Select, Command::Close).is_empty(), "q means something else there");
}

#[test]
fn the_keys_of_everywhere_do_not_count_where_text_is_typed() {
    let keymap = keymap("everywhere u = undo");
    assert_eq!(look(&keymap, Mode::Note, "u"), Lookup::None);
    assert_eq!(look(&keymap, Mode::Prompt, "u"), Lookup::None);
}

#[test]
fn a_prefix_tells_what_may_follow_in_the_order_of_the_file() {
    let keymap = keymap(
        "read z z = place-middle
         read z b = place-bottom
         everywhere z t = place-top",
    );
    let hint = |key, command| Hint { stroke: Stroke::Key(Key::char(key)), command: Some(command) };
    let expect =
        [hint('z', Command::PlaceMiddle), hint('b', Command::PlaceBottom), hint('t', Command::PlaceTop)];
    assert_eq!(look(&keymap, Mode::Read, "z"), Lookup::Prefix(expect.to_vec()));
    assert_eq!(look(&keymap, Mode::Read, "z x"), Lookup::None);
}

#[test]
fn any_character_is_given_to_the_command_and_a_named_key_counts_before_it() {
    let keymap = keymap(
        "read ' <char> = go-mark
         read ' ' = back",
    );
    assert_eq!(look(&keymap, Mode::Read, "' a"), Lookup::Command(Command::GoMark, Some('a')));
    assert_eq!(look(&keymap, Mode::Read, "' *"), Lookup::Command(Command::GoMark, Some('*')));
    assert_eq!(look(&keymap, Mode::Read, "' '"), Lookup::Command(Command::Back, None));
    assert_eq!(look(&keymap, Mode::Read, "' Esc"), Lookup::None);
    let space = [Key::char('\''), Key::plain(KeyCode::Char(' '))];
    assert_eq!(keymap.lookup(Mode::Read, &space), Lookup::Command(Command::GoMark, Some(' ')));
}

#[test]
fn a_later_row_replaces_or_takes_away() {
    let mut keymap = keymap(
        "read b = page-up
         read d d = delete
         read s = highlight",
    );
    let notices = lay(
        &mut keymap,
        "read b = previous-sentence
         read d d = none
         read s = \"\"",
    );
    assert_eq!(notices, []);
    assert_eq!(look(&keymap, Mode::Read, "b"), Lookup::Command(Command::PreviousSentence, None));
    assert_eq!(look(&keymap, Mode::Read, "d"), Lookup::None);
    assert_eq!(look(&keymap, Mode::Read, "s"), Lookup::None);
}

#[test]
fn keys_of_a_command_come_with_the_least_work_first() {
    let keymap = keymap(
        "read Ctrl-o = back
         read ' ' = back
         read Backspace = back
         read h = back
         read ( = back",
    );
    let expect = ["h", "(", "Backspace", "Ctrl-o", "' '"];
    assert_eq!(shown(&keymap, Mode::Read, Command::Back), expect);
}

#[test]
fn a_hidden_sequence_is_told_at_the_later_row() {
    let clashes = |rows| keymap(rows).clashes();
    let clash = |line, mode: &str, shorter: &str, longer: &str| {
        let (mode, shorter, longer) = (mode.to_owned(), shorter.to_owned(), longer.to_owned());
        vec![Notice::KeyClash { site: site(line), mode, shorter, longer }]
    };
    assert_eq!(clashes("read d d = delete\nread d = half-page-down"), clash(2, "read", "d", "d d"));
    assert_eq!(clashes("everywhere x e = legend\nlists x = sort"), clash(2, "lists", "x", "x e"));
    assert_eq!(clashes("everywhere x = legend\nlists x e = sort"), clash(2, "lists", "x", "x e"));
    let wild = "read m <char> = set-mark\nread m a b = sort";
    assert_eq!(clashes(wild), clash(2, "read", "m <char>", "m a b"));
    assert_eq!(clashes("everywhere x e = legend\nnote x = sort"), []);
    assert_eq!(clashes("read ' <char> = go-mark\nread ' ' = back"), []);
}

#[test]
fn what_cannot_be_bound_is_told_and_changes_nothing() {
    let mut keymap = keymap("read j = line-down");
    let notices = lay(&mut keymap, "read j = line-dwn\nread Hyper-j = line-down");
    let unknown = Notice::UnknownCommand {
        site: site(1),
        mode: "read".to_owned(),
        keys: "j".to_owned(),
        command: "line-dwn".to_owned(),
        nearest: Some("line-down".to_owned()),
    };
    let bad = Notice::BadKeys { site: site(2), mode: "read".to_owned(), keys: "Hyper-j".to_owned() };
    assert_eq!(notices, [unknown, bad]);
    assert_eq!(look(&keymap, Mode::Read, "j"), Lookup::Command(Command::LineDown, None));
}
