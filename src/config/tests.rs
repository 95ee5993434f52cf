//! Settling a person's file over the real default.

use super::colors::{Color, Depth, Palette, Role, Scheme, TEXT_CONTRAST, contrast};
use super::*;
use crate::command::{Command, Key, Lookup, Mode};
use crate::mark::EntityKind;
use crate::notice::{Notice, Site};
use crate::words::{Lang, notices::notice};
use proptest::prelude::*;

fn settled(person: &str) -> (Config, Vec<Notice>) {
    settle(DEFAULT, Some(("my.toml", person)), None, Lang::English)
}

/// The notices about a person's file, as sentences.
fn complaints(person: &str) -> Vec<String> {
    settled(person).1.iter().map(|told| notice(told, Lang::English)).collect()
}

#[test]
fn the_default_is_in_order_in_both_languages() {
    for lang in [Lang::French, Lang::English] {
        let (config, notices) = settle(DEFAULT, None, None, lang);
        assert_eq!(notices, []);
        assert_eq!(config.reading.measure, 66);
        assert!(config.layers.entities && config.mouse.capture && !config.layers.legend);
        assert_eq!(config.themes.len(), 4);
        assert!(config.themes.iter().all(|theme| !theme.terms.is_empty()));
        assert_eq!(config.pens[0], lang.pick("jaune", "yellow"));
        assert_eq!(config.themes[0].label, lang.pick("Centres de données", "Data centres"));
    }
}

#[test]
fn an_empty_file_changes_nothing() {
    assert_eq!(settled(""), settle(DEFAULT, None, None, Lang::English));
}

#[test]
fn the_language_comes_from_the_flag_then_the_file_then_the_locale() {
    let lang = |person, flag| settle(DEFAULT, Some(("my.toml", person)), flag, Lang::English).0.lang;
    assert_eq!(lang("", None), Lang::English);
    assert_eq!(lang("lang = \"fr\"", None), Lang::French);
    assert_eq!(lang("lang = \"auto\"", None), Lang::English);
    assert_eq!(lang("lang = \"fr\"", Some(Lang::English)), Lang::English);
    let (config, _) = settled("lang = \"fr\"");
    assert_eq!(config.pens[3], "rose");
}

#[test]
fn a_misspelt_setting_is_told_with_its_place_and_its_neighbour() {
    assert_eq!(
        complaints("[reading]\nmesure = 70\n\n[mouse]\nzzz = 1\n[bogus]\n"),
        [
            "my.toml:2:1: `mesure` is not a setting of `reading`, did you mean `measure`?",
            "my.toml:5:1: `zzz` is not a setting of `mouse`",
            "my.toml:6:2: `bogus` is not a setting",
        ]
    );
}

#[test]
fn a_value_that_cannot_be_used_keeps_the_default() {
    let person = "glyphs = 3\nlang = \"de\"\n[reading]\nmeasure = 500\n[mouse]\ncapture = \"yes\"\n[export]\ntags = [\"a\", 2]\n";
    let (config, notices) = settled(person);
    assert_eq!((config.reading.measure, config.glyphs), (66, Glyphs::Unicode));
    assert!(config.mouse.capture);
    assert_eq!(config.export.tags, ["a"]);
    let told: Vec<String> = notices.iter().map(|told| notice(told, Lang::English)).collect();
    assert_eq!(
        told,
        [
            "my.toml:2:8: `lang` should be \"auto\", \"fr\" or \"en\"; the default is used",
            "my.toml:1:10: `glyphs` should be \"unicode\" or \"ascii\"; the default is used",
            "my.toml:4:11: `reading.measure` should be a number from 20 to 200; the default is used",
            "my.toml:6:11: `mouse.capture` should be true or false; the default is used",
            "my.toml:8:14: `export.tags` should be a text in quotation marks; the default is used",
        ]
    );
}

#[test]
fn a_file_that_is_not_toml_changes_nothing_and_says_where() {
    let (config, notices) = settled("[reading]\nmeasure = 70\né = = 2\n");
    assert_eq!(config, settle(DEFAULT, None, None, Lang::English).0);
    let [Notice::BadToml { site, why }] = notices.as_slice() else { panic!("{notices:?}") };
    assert_eq!((site.file.as_str(), site.line), ("my.toml", 3));
    assert!(!why.is_empty() && !why.contains('\n'));
}

#[test]
fn columns_count_characters() {
    let (_, notices) = settled("pens = { yellow = \"é\", grün = \"ü\" }");
    let sites: Vec<&Site> = notices
        .iter()
        .filter_map(|told| match told {
            Notice::BadToml { site, .. } | Notice::UnknownSetting { site, .. } => Some(site),
            _ => None,
        })
        .collect();
    assert_eq!(sites.len(), 1);
    assert_eq!((sites[0].line, sites[0].column), (1, 26));
}

#[test]
fn keys_of_a_person_lie_over_the_default() {
    let (config, notices) = settled("[keys.read]\n\"s\" = \"none\"\n\"b\" = \"previous-sentence\"\n");
    assert_eq!(notices, []);
    let look = |key| config.keymap.lookup(Mode::Read, &[Key::char(key)]);
    assert_eq!(look('s'), Lookup::None);
    assert_eq!(look('b'), Lookup::Command(Command::PreviousSentence, None));
    assert_eq!(look('c'), Lookup::Command(Command::Note, None));
}

#[test]
fn faults_in_keys_are_told_with_their_place() {
    let person = "[keys.read]\n\"d\" = \"half-page-down\"\n\"w\" = \"line-dwn\"\n\"Hyper-w\" = \"undo\"\n\"e\" = 1\n[keys.reed]\n";
    let told = complaints(person);
    let expect = [
        "my.toml:3:1: [read] \"w\": no command is called `line-dwn`, did you mean `line-down`?",
        "my.toml:4:1: [read] \"Hyper-w\" is not a key; write keys like \"g g\", \"Ctrl-d\", \"F2\"",
        "my.toml:5:7: `keys.read.e` should be the name of a command, or \"none\"; the default is used",
        "my.toml:6:7: `reed` is not a setting of `keys`, did you mean `read`?",
        "my.toml:2:1: [read] \"d\" hides \"d d\"; bind one of them to \"none\"",
        "my.toml:2:1: [read] \"d\" hides \"d n\"; bind one of them to \"none\"",
        "my.toml:2:1: [read] \"d\" hides \"d t\"; bind one of them to \"none\"",
    ];
    assert_eq!(told, expect);
}

#[test]
fn a_theme_with_a_known_key_takes_its_place_and_others_are_added() {
    let (config, notices) = settled(
        "[[themes]]\nkey = \"ai-act\"\nlabel = \"Law\"\nterms = [{ text = \"AI Act\", exact = true }]\n\
         [[themes]]\nkey = \"startup\"\ncolor = \"#ffe14a\"\nterms = [\"startup\", \"jeune pousse\"]\n",
    );
    assert_eq!(notices, []);
    let keys: Vec<&str> = config.themes.iter().map(|theme| theme.key.as_str()).collect();
    assert_eq!(keys, ["data-centres", "decentralised-cloud", "eu-fragmentation", "ai-act", "startup"]);
    assert_eq!((config.themes[3].label.as_str(), config.themes[4].label.as_str()), ("Law", "startup"));
    assert!(config.themes[3].terms[0].exact && !config.themes[3].terms[0].any_order);
    let dark = Palette::new(Scheme::Dark, Depth::True, &config.colors.overrides);
    assert_eq!(dark.paint(Role::Theme(4)).fg, Some(Color::Rgb(0xff, 0xe1, 0x4a)));
}

#[test]
fn themes_and_names_that_lack_something_are_told() {
    assert_eq!(
        complaints(
            "[[themes]]\nlabel = \"x\"\n[[themes]]\nkey = \"y\"\nterms = [{ txt = \"a\" }, \"\"]\n[[names]]\ntype = \"planet\"\n"
        ),
        [
            "my.toml:1:1: `themes.key` should be a text in quotation marks; the default is used",
            "my.toml:5:10: `themes.terms` should be a text, or { text = \"…\", exact = true, any_order = true }; the default is used",
            "my.toml:5:25: `themes.terms` should be a text, or { text = \"…\", exact = true, any_order = true }; the default is used",
            "my.toml:7:8: `names.type` should be \"person\", \"organisation\", \"place\", \"event\", \"law\", \"work\", \"product\", \"other\", \"date\" or \"amount\"; the default is used",
            "my.toml:6:1: `names.name` should be a text in quotation marks; the default is used",
        ]
    );
}

#[test]
fn names_are_read_with_type_and_aliases() {
    let (config, notices) =
        settled("[[names]]\nname = \"Mistral AI\"\ntype = \"organisation\"\naliases = [\"Mistral\"]\n");
    assert_eq!(notices, []);
    let [name] = config.names.as_slice() else { panic!("{:?}", config.names) };
    assert_eq!((name.name.as_str(), name.kind), ("Mistral AI", EntityKind::Organisation));
    assert_eq!(name.aliases, ["Mistral"]);
}

#[test]
fn control_characters_of_the_file_do_not_reach_the_screen() {
    let (config, _) = settled("[pens]\nyellow = \"a\\u001b[31mb\"\n");
    assert_eq!(config.pens[0], "a[31mb");
}

#[test]
fn colours_that_cannot_be_read_are_told() {
    let (config, notices) = settled(
        "[colors.dark]\nperson = \"#333333\"\ntheme-a = \"#000000\"\npen-yellow = \"#ffff00\"\nplace = \"#ffffff\"\n[colors.light]\nplace = 15\n",
    );
    assert_eq!(notices, []);
    let roles: Vec<(String, usize)> = check(&config)
        .into_iter()
        .map(|told| match told {
            Notice::LowContrast { role, site, .. } => (role, site.line),
            other => panic!("{other:?}"),
        })
        .collect();
    let expect = [("person", 2), ("theme-a", 3), ("pen-yellow", 4)];
    assert_eq!(roles, expect.map(|(role, line)| (role.to_owned(), line)));
}

#[test]
fn what_is_no_colour_is_told() {
    assert_eq!(
        complaints("[colors.dark]\nperson = \"red\"\nplace = 256\nperso = 3\n"),
        [
            "my.toml:2:10: `colors.dark.person` should be a colour, \"#rrggbb\" or from 0 to 255; the default is used",
            "my.toml:3:9: `colors.dark.place` should be a colour, \"#rrggbb\" or from 0 to 255; the default is used",
            "my.toml:4:1: `perso` is not a setting of `colors.dark`, did you mean `person`?",
        ]
    );
}

proptest! {
    #[test]
    fn any_file_is_settled_and_every_complaint_has_a_place_in_it(
        person in "([a-z\\[\\]{}=\"#., 0-9é]|\n|keys|reading|measure|themes|colors)*"
    ) {
        let lines = person.split('\n').count();
        for told in settled(&person).1 {
            let (Notice::UnknownSetting { site, .. }
            | Notice::BadSetting { site, .. }
            | Notice::BadToml { site, .. }) = told
            else {
                continue;
            };
            prop_assert!((1..=lines).contains(&site.line) && site.column >= 1, "{site:?}");
        }
    }
}

/// The default configuration with the colours that stand in its comments.
fn spelt_out() -> Config {
    let (before, rest) = DEFAULT.split_once("[colors.dark]").expect("the table is there");
    let (colors, after) = rest.split_once("# What is shown at the start").expect("the next table is there");
    let colors = colors.replace("\n# ", "\n");
    let (config, notices) =
        settle(&format!("{before}[colors.dark]{colors}# {after}"), None, None, Lang::English);
    assert_eq!(notices, []);
    config
}

#[test]
fn the_colours_in_the_comments_are_the_default_ones() {
    let config = spelt_out();
    assert_eq!(config.colors.overrides.len(), 2 * Role::NAMED.len());
    for chosen in &config.colors.overrides {
        let palette = Palette::new(chosen.scheme, Depth::True, &[]).with_own_page(true);
        let paint = match chosen.role {
            Role::Text | Role::OtherEntity => palette.paint(Role::Page),
            role => palette.paint(role),
        };
        let ours = if chosen.role.is_ground() { paint.bg } else { paint.fg };
        assert_eq!(ours, Some(chosen.color), "{:?} {:?}", chosen.scheme, chosen.role);
    }
}

#[test]
fn the_default_colours_can_be_read() {
    assert_eq!(check(&spelt_out()), []);
}

#[test]
fn letters_on_a_pen_can_always_be_read() {
    let entities = [Role::Person, Role::Organisation, Role::Place, Role::Landmark, Role::OtherEntity];
    for scheme in [Scheme::Dark, Scheme::Light] {
        for depth in [Depth::True, Depth::Indexed256] {
            let palette = Palette::new(scheme, depth, &[]);
            for ground in [Role::Pen(0), Role::Pen(1), Role::Pen(2), Role::Pen(3), Role::Selection] {
                for role in entities.into_iter().chain([Role::Text, Role::Quotation, Role::Chrome]) {
                    let paint = palette.on(role, ground);
                    let rgb = |color: Option<Color>| color.and_then(Color::rgb).expect("a known colour");
                    let ratio = contrast(rgb(paint.fg), rgb(paint.bg));
                    assert!(ratio >= TEXT_CONTRAST, "{scheme:?} {depth:?} {role:?} on {ground:?}: {ratio}");
                }
            }
        }
    }
}

#[test]
fn an_entity_keeps_its_colour_on_a_pen_unless_it_could_not_be_read() {
    let on = |depth, pen| Palette::new(Scheme::Dark, depth, &[]).on(Role::Place, Role::Pen(pen)).fg;
    assert_eq!(on(Depth::True, 0), Some(Color::Rgb(0x46, 0xc1, 0xab)));
    assert_eq!(on(Depth::Indexed256, 2), Some(Color::Index(253)), "place on pen 25 is under 4.5:1");
}

#[test]
fn without_colour_every_layer_still_shows() {
    for scheme in [Scheme::Dark, Scheme::Light] {
        let palette = Palette::new(scheme, Depth::Mono, &[]);
        for (_, role) in Role::NAMED {
            let paint = palette.paint(role);
            assert_eq!((paint.fg, paint.bg, paint.underline_color), (None, None, None), "{role:?}");
        }
        assert!(palette.paint(Role::Person).bold);
        assert!(palette.paint(Role::ThemeWords(0)).underline);
        assert!(palette.paint(Role::Pen(0)).reverse);
        assert_ne!(palette.paint(Role::Selection), palette.paint(Role::Pen(0)));
    }
}

#[test]
fn sixteen_colours_never_use_dim_blue_and_magenta_for_letters() {
    for scheme in [Scheme::Dark, Scheme::Light] {
        let palette = Palette::new(scheme, Depth::Ansi16, &[]);
        for (_, role) in Role::NAMED {
            let fg = palette.paint(role).fg;
            assert!(!matches!(fg, Some(Color::Ansi(4 | 5))), "{scheme:?} {role:?}");
            assert!(
                scheme == Scheme::Dark || matches!(fg, None | Some(Color::Ansi(0))),
                "{role:?} on a light background"
            );
        }
    }
}

#[test]
fn underlines_are_coloured_only_when_asked_for() {
    let palette = Palette::new(Scheme::Dark, Depth::True, &[]);
    assert_eq!(palette.paint(Role::ThemeWords(1)).underline_color, None);
    let palette = palette.with_underline_colors(true);
    assert_eq!(palette.paint(Role::ThemeWords(1)).underline_color, palette.paint(Role::Theme(1)).fg);
}
