//! What is on the screen: text, and under each row a row of letters that say what its cells look like.

mod common;

use common::Sitting;
use exergue::app::Message;
use exergue::app::hints::Press;
use exergue::app::journey::Origin;
use exergue::app::library::Book;
use exergue::app::view::bars;
use exergue::command::Command;
use exergue::config::Glyphs;
use exergue::config::colors::{Depth, Palette, Scheme};
use exergue::doc::{markdown, plain};
use exergue::text::graphemes;
use exergue::words::Lang;
use insta::assert_snapshot;
use jiff::Timestamp;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::sync::Arc;

const SIZES: [(u16, u16); 3] = [(100, 30), (80, 24), (50, 20)];

fn over(text: &str, title: &str, columns: u16, rows: u16) -> Sitting {
    Sitting::over(Arc::new(plain::read(text, title)), columns, rows, Lang::French)
}

/// A sitting with one note, one stroke on a word inside it, and a stroke elsewhere.
fn annotated(columns: u16, rows: u16) -> Sitting {
    let mut sitting = Sitting::new(columns, rows);
    sitting
        .keys("p 3 l s l p 1 c")
        .type_text("Vérifier ce chiffre : d’où vient-il ? #climat #à-relire")
        .keys("Esc");
    sitting.keys("/").type_text("davantage").keys("Enter v p 4 Esc g g p 1");
    sitting
}

/// The first cell of `words`.
fn cell(sitting: &Sitting, words: &str) -> Cell {
    let (column, row) = sitting.find(words);
    sitting.buffer()[(column, row)].clone()
}

fn with(scheme: Scheme, depth: Depth) -> Sitting {
    let mut sitting = annotated(80, 24);
    sitting.model.screen.palette = Palette::new(scheme, depth, &[]);
    sitting
}

#[test]
fn the_article_at_every_size() {
    for (columns, rows) in [(100, 30), (80, 24), (50, 20), (36, 8), (10, 3)] {
        let sitting = Sitting::new(columns, rows);
        assert_snapshot!(format!("article_{columns}x{rows}"), sitting.painted());
    }
}

#[test]
fn the_annotated_article_at_every_size() {
    for (columns, rows) in SIZES {
        let mut sitting = annotated(columns, rows);
        sitting.keys("l l");
        assert_snapshot!(format!("annotated_{columns}x{rows}"), sitting.painted());
    }
}

#[test]
fn every_view_at_every_size() {
    for (columns, rows) in SIZES {
        let mut sitting = annotated(columns, rows);
        for (name, key) in [("entities", "E"), ("quotes", "Q"), ("themes", "T"), ("notebook", "C")] {
            sitting.keys(key);
            assert_snapshot!(format!("{name}_{columns}x{rows}"), sitting.screen());
        }
    }
}

#[test]
fn details_take_the_place_of_the_list_in_a_narrow_window() {
    let mut sitting = Sitting::new(50, 20);
    sitting.keys("E Tab j");
    assert_snapshot!("entity_details_50x20", sitting.screen());
}

#[test]
fn what_lies_over_the_page() {
    let mut sitting = annotated(80, 24);
    let mut look = |name: &str, keys: &str, typed: &str| {
        sitting.keys(keys).type_text(typed).wait(400);
        assert_snapshot!(format!("over_{name}"), sitting.screen());
        sitting.keys("Esc Esc Esc");
    };
    look("editor", "J J c", "Une idée à suivre #cl");
    look("search", "/", "mensch");
    look("palette", ":", "note");
    look("help", "?", "plume");
    look("popup", "x", "");
    look("popup_of_jumps", "]", "");
    look("export", "X", "");
    look("information", "i", "");
    look("labels", "f", "");
    look("tags", "t", "cl");
    look("preview", "Q Space", "");
    look("filter", "F2 C /", "#cl");
}

/// A small article in which somebody goes by two names, and one quotation has no sure speaker.
const BOOKSHOP: &str = "Claire Denoual a ouvert sa librairie à Lyon. Yann Le Goff, maire de Lyon, est venu.\n\n\
    « Nous ouvrons demain », a déclaré Claire Denoual. « C’est un vieux rêve. »\n\n« Tout le monde est invité. »\n\n\
    La maison bleue a chanté avec sa startup. M. Goffin les a remerciés, au nom de la maison bleue.";

/// What is corrected, by keys and by what is typed after each of them.
const CORRECTED: [(&str, &[(&str, &str)]); 7] = [
    ("entities_merged", &[("E /", "goffin"), ("Enter m", "yann"), ("Enter Esc", "")]),
    ("entities_hidden", &[("E d d G Enter j", "")]),
    ("type_asked", &[("E t", "")]),
    ("speaker_unsure", &[("Q G", "")]),
    ("speaker_set", &[("Q G r", "yann"), ("Enter", "")]),
    ("theme_word_added", &[("T a", "startup"), ("Enter", "")]),
    ("entity_declared", &[("/", "maison bleue"), ("Enter Esc v i w l l l l l l g e", "org")]),
];

#[test]
fn what_is_corrected_at_every_size_and_in_both_languages() {
    for (name, steps) in CORRECTED {
        for (columns, rows) in [(120, 40), (80, 24), (50, 20)] {
            let mut sitting = over(BOOKSHOP, "La librairie", columns, rows);
            for (keys, typed) in steps {
                sitting.keys(keys).type_text(typed);
            }
            assert_snapshot!(format!("corrected_{name}_{columns}x{rows}"), sitting.screen());
        }
        let mut english =
            Sitting::over(Arc::new(plain::read(BOOKSHOP, "La librairie")), 80, 24, Lang::English);
        for (keys, typed) in steps {
            english.keys(keys).type_text(typed);
        }
        let last: Vec<String> = english.screen().lines().rev().take(2).map(str::to_owned).collect();
        assert_snapshot!(format!("corrected_{name}_english"), last.join("\n"));
    }
}

#[test]
fn a_quotation_of_no_sure_speaker_is_dashed_in_the_gutter() {
    let mut sitting = over(BOOKSHOP, "La librairie", 80, 24);
    assert!(sitting.screen().contains("┆ « Tout") && sitting.screen().contains("┃ « Nous"));
    sitting.model.config.glyphs = Glyphs::Ascii;
    assert!(sitting.screen().contains(": « Tout") && sitting.screen().contains("| « Nous"));
}

#[test]
fn the_greeting_of_a_newcomer() {
    for (columns, rows) in SIZES {
        let mut sitting = Sitting::new(columns, rows);
        sitting.model.screen.welcome = true;
        sitting.resize(columns, rows);
        assert_snapshot!(format!("welcome_{columns}x{rows}"), sitting.screen());
    }
}

#[test]
fn the_page_set_otherwise() {
    for (name, keys) in [
        ("legend", "x l"),
        ("focus", "l l x f"),
        ("zen", "x z"),
        ("text_marks", "x m"),
        ("notes_inline", "x i"),
    ] {
        let mut sitting = annotated(80, 24);
        sitting.keys(keys);
        assert_snapshot!(format!("set_{name}"), sitting.painted());
    }
    for (columns, rows) in SIZES {
        let mut sitting = Sitting::new(columns, rows);
        sitting.keys("x l");
        assert_snapshot!(
            format!("legend_{columns}x{rows}"),
            sitting.screen().lines().nth_back(2).unwrap_or_default()
        );
    }
}

#[test]
fn an_entity_over_a_theme_in_a_quotation_under_a_pen() {
    let mut sitting = over("« L’AI Act arrive demain », a dit Anne Dupont à Paris.", "essai", 60, 10);
    sitting.keys("/").type_text("AI Act").keys("Enter v p 3 Esc g g");
    let law = cell(&sitting, "AI Act");
    assert_eq!(law.bg, Color::Rgb(0x14, 0x3c, 0x74), "the pen is the ground");
    assert!(law.modifier.contains(Modifier::UNDERLINED), "the theme is underlined");
    assert_snapshot!(sitting.painted());
}

#[test]
fn where_two_pens_overlap_the_shorter_is_on_top_and_ends_are_bold() {
    let mut sitting = over("Un deux trois quatre cinq six sept huit.", "essai", 60, 10);
    sitting.keys("v w w w w e s");
    sitting.keys("/").type_text("trois").keys("Enter v w w w w p 2 Esc g g");
    let bold = |words: &str| cell(&sitting, words).modifier.contains(Modifier::BOLD);
    assert!(bold("trois") && !bold("rois quatre"), "{}", sitting.painted());
    assert_snapshot!(sitting.painted());
}

#[test]
fn light_colours() {
    let sitting = with(Scheme::Light, Depth::True);
    assert_eq!(cell(&sitting, "Arthur").fg, Color::Rgb(0x5a, 0x45, 0x06));
    assert_eq!(cell(&sitting, "Dans son").bg, Color::Rgb(0xb9, 0xd3, 0xfb));
}

#[test]
fn fixed_indices_on_256_colours() {
    let sitting = with(Scheme::Dark, Depth::Indexed256);
    assert!(matches!(cell(&sitting, "Arthur").fg, Color::Indexed(_)));
    assert_eq!(cell(&sitting, "Dans son").bg, Color::Indexed(25));
}

#[test]
fn sixteen_colours_put_black_on_a_bright_ground() {
    let sitting = with(Scheme::Dark, Depth::Ansi16);
    let stroke = cell(&sitting, "Dans son");
    assert_eq!((stroke.fg, stroke.bg), (Color::Black, Color::Cyan));
    assert!(cell(&sitting, "Arthur").modifier.contains(Modifier::BOLD));
}

#[test]
fn without_colours_every_layer_still_shows() {
    let sitting = with(Scheme::Dark, Depth::Mono);
    for y in 0..24 {
        for x in 0..80 {
            let cell = &sitting.buffer()[(x, y)];
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
        }
    }
    assert!(cell(&sitting, "Arthur").modifier.contains(Modifier::BOLD), "an entity is bold");
    assert!(cell(&sitting, "Dans son").modifier.contains(Modifier::REVERSED), "a stroke is reversed");
    let theme = cell(&sitting, "hyperscalers").modifier;
    assert!(theme.contains(Modifier::UNDERLINED), "a theme is underlined");
    assert!(sitting.screen().contains('┃'), "a quotation has its rule");
}

/// Every state of the window that has a footer of its own.
const STATES: [&str; 18] = [
    "",
    "s",
    "v",
    "/ m",
    "/ m Enter",
    "c",
    "t",
    ":",
    "?",
    "X",
    "f",
    "i",
    "E",
    "Q",
    "T",
    "C",
    "C /",
    "E Space",
];

#[test]
fn every_footer_fits_and_names_the_help() {
    for lang in [Lang::French, Lang::English] {
        for columns in [50, 80] {
            for state in STATES {
                let mut sitting = Sitting::over(common::article(), columns, 24, lang);
                sitting.keys("G s g g").keys_or_none(state);
                let footer = bars::footer(&sitting.model);
                let end = footer
                    .last()
                    .map_or(0, |last| usize::from(last.x) + graphemes::width(last.piece.text.trim_end()));
                assert!(end <= usize::from(columns), "{state} at {columns}: {}", sitting.footer());
                assert!(!footer.is_empty(), "{state} at {columns}");
                let free = !sitting.model.mode().is_text_field();
                if free && sitting.model.overlays.is_empty() {
                    let help = footer.iter().any(|segment| segment.press == Some(Press::Run(Command::Help)));
                    assert!(help, "{state} at {columns}: {}", sitting.footer());
                }
            }
        }
    }
}

#[test]
fn every_footer_reads_well() {
    let mut lines = String::new();
    for lang in [Lang::French, Lang::English] {
        for columns in [50, 80] {
            for state in STATES {
                let mut sitting = Sitting::over(common::article(), columns, 24, lang);
                sitting.keys("G s g g").keys_or_none(state);
                lines.push_str(&format!("{columns} {state:10}|{}\n", sitting.footer()));
            }
        }
    }
    assert_snapshot!(lines);
}

/// An article with a contents, links and footnotes.
const LINKED: &str = "\
# Le tram divise le quartier des Halles

La maire a présenté le tracé[^1]. Le [dossier complet](dossier.md) et le [site de la ville](https://exemple.fr/tram).

## Les commerçants du marché s’inquiètent

Ils s’inquiètent[^2] pour le [calendrier](#le-calendrier).

### Le calendrier

Quatre ans de travaux.

[^1]: Présenté jeudi au conseil, il doit encore passer une enquête publique, d’ici à l’été prochain.

[^2]: Une autre note.
";

#[test]
fn the_footer_offers_the_links_that_are_on_the_screen() {
    let long = format!("{LINKED}\n{}", "## Et puis\n\nSans aucun lien.\n\n".repeat(40));
    for columns in [120, 80, 50] {
        let document = Arc::new(markdown::read(&long, "tram", "/presse/tram.md"));
        let mut sitting = Sitting::over(document, columns, 24, Lang::French);
        assert!(sitting.footer().contains("F liens"), "{columns}: {}", sitting.footer());
        sitting.keys("G");
        assert!(!sitting.footer().contains("F liens"), "{columns}: {}", sitting.footer());
    }
}

/// What is read, as the disk would tell it.
fn library() -> Vec<Book> {
    let book = |title: &str, path: &str, progress, notes, lost, second| Book {
        folder: title.to_owned(),
        title: title.to_owned(),
        origin: Some(Origin::At(path.to_owned())),
        source: path.to_owned(),
        progress,
        read: Timestamp::from_second(second).ok(),
        day: "2026-11-20".to_owned(),
        notes,
        lost,
        missing: false,
    };
    let mut gone = book("Un rapport qui n’est plus là", "~/rapports/2024.txt", Some(100), 3, Some(1), 7);
    gone.missing = true;
    let mut piped = book("stdin", "", None, 0, None, 8);
    piped.origin = None;
    vec![book("L’air de la ville", "https://exemple.fr/air", Some(44), 12, Some(0), 9), gone, piped]
}

#[test]
fn contents_footnotes_links_and_library_at_every_size_in_both_languages() {
    for (name, keys) in
        [("contents", "j j o j"), ("footnote", "l Enter"), ("links", "g l j"), ("library", "O j")]
    {
        let mut screens = String::new();
        for (columns, rows) in [(120, 40), (80, 24), (50, 20)] {
            for lang in [Lang::French, Lang::English] {
                let document = Arc::new(markdown::read(LINKED, "tram", "/presse/tram.md"));
                let mut sitting = Sitting::over(document, columns, rows, lang);
                sitting.keys(keys).send(Message::Library(library()));
                screens.push_str(&format!("{columns}x{rows} {lang:?}\n{}\n\n", sitting.screen()));
            }
        }
        assert_snapshot!(format!("navigation_{name}"), screens);
    }
}

/// Text that would move the cursor, turn the line round or break a table, if it reached the terminal.
const HOSTILE: &str = "Début \u{1b}[31mrouge\u{1b}[2J\u{9b}1m \u{202e}envers\u{2066}\u{202c} \u{7}\u{8}\u{0} \u{200b}\u{feff}large 漢字漢字 👩\u{200d}👩\u{200d}👧 e\u{301}\u{302} fin\tfin. « Mot », a dit Anne Dupont.\u{2028}Suite.";

#[test]
fn hostile_text_draws_no_control_character_and_borders_stay_straight() {
    let cluster = format!("a{}", "\u{301}".repeat(100_000));
    let article = format!("{HOSTILE}\n\n{HOSTILE} {cluster} après.\n\n{}", "漢".repeat(300));
    for (columns, rows) in [(100, 30), (80, 24), (50, 20), (36, 8)] {
        let mut sitting = over(&article, HOSTILE, columns, rows);
        sitting.keys("c");
        sitting.send(Message::Paste(format!("{HOSTILE} #étiquette"))).keys("Esc");
        for keys in ["", "J", "E", "Q", "C", "F2 :", "Esc c", "Esc i", "Esc X"] {
            sitting.keys_or_none(keys);
            let buffer = sitting.buffer();
            for cell in buffer.content() {
                let bad = |letter: char| {
                    letter.is_control()
                        || matches!(letter, '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
                };
                assert!(!cell.symbol().contains(bad), "{keys} at {columns}: {:?}", cell.symbol());
                assert!(graphemes::width(cell.symbol()) <= 2, "{keys}: {:?}", cell.symbol());
            }
            straight(&sitting, keys);
        }
    }
}

/// Every box that is opened by a corner has its right edge in one column.
fn straight(sitting: &Sitting, keys: &str) {
    let buffer = sitting.buffer();
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    for y in 0..rows {
        for x in 0..columns {
            if buffer[(x, y)].symbol() != "╮" {
                continue;
            }
            let below = (y + 1..rows).map(|y| buffer[(x, y)].symbol());
            let edge: Vec<&str> = below.take_while(|symbol| *symbol != "╯").collect();
            let cut = usize::from(y) + 1 + edge.len() == usize::from(rows);
            assert!(
                cut || edge.iter().all(|symbol| *symbol == "│"),
                "{keys}: {edge:?}\n{}",
                sitting.screen()
            );
        }
    }
}
