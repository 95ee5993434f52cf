//! The program as a shell sees it: what it prints, where, and with which exit code.

#[path = "common/shell.rs"]
mod shell;

use exergue::doc::Document;
use exergue::mark::{
    Anchor, Correction, Edit, EntityKind, Event, Naming, Note, NoteId, Pen, Placement, Saying, Scope,
};
use exergue::runtime::keeper::Keeper;
use exergue::runtime::open::{Bytes, Source, Ways, open};
use exergue::text::Span;
use serde_json::Value;
use shell::{FRENCH, Home, Outcome};
use std::fs;
use std::io::{Read as _, Write as _};
use std::process::Stdio;
use unicode_width::UnicodeWidthStr as _;
use uuid::Uuid;

const BUNDLED: &str = include_str!("../assets/mistral-mwc.fr.txt");
const TRAM: &str = "Le tram divise les Halles\n\n« C’est un choix de santé », affirme Claire Denoual, \
                    adjointe au maire.\n\nLe chantier durera quatre ans.\n";

impl Home {
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.root.path()).expect("the home");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Annotates `passages` of the file as the window would, each with a note and a tag.
    fn annotate(&self, file: &str, passages: &[(&str, &str, &str)]) {
        self.change(file, |document| {
            let passages = passages.iter().zip(1..);
            passages.map(|(&(passage, body, tag), id)| added(document, id, passage, body, tag)).collect()
        });
    }

    /// Corrects what is found in the file as the window would.
    fn correct(&self, file: &str, scope: Scope, corrections: impl Fn(&Document) -> Vec<Correction>) {
        self.change(file, |document| {
            let corrections = corrections(document).into_iter().map(Box::new);
            let edits = corrections.map(|correction| Edit::Correct { scope, correction });
            let at = "2026-11-22T08:31:00Z".parse().expect("a time");
            edits.map(|edit| Event { id: Uuid::now_v7(), at, edit, base: None, undoes: None }).collect()
        });
    }

    fn change(&self, file: &str, events: impl FnOnce(&Document) -> Vec<Event>) {
        let source = Source::File(self.root.path().join(file));
        let opened = open(&source, &Ways::new(&self.paths())).expect("readable");
        let Bytes::Read(digest) = opened.bytes else { panic!("a small file is read whole") };
        let (mut keeper, _) = Keeper::open(&self.paths(), &opened.document, digest, &source.address());
        keeper.append(&events(&opened.document)).expect("saved");
    }
}

fn added(document: &Document, id: u128, passage: &str, body: &str, tag: &str) -> Event {
    let start = document.text().find(passage).expect("the passage is in the text");
    let span = Span::new(start, start + passage.len());
    let at = "2026-11-22T08:30:00Z".parse().expect("a time");
    let id = Uuid::from_u128(id);
    let note = Note {
        id: NoteId(id),
        anchor: Anchor::new(document, span),
        placement: Placement::Exact(span),
        pen: Pen::Pink,
        body: body.to_owned(),
        tags: vec![tag.to_owned()],
        created: at,
        changed: at,
        head: id,
        attached: Vec::new(),
        versions: Vec::new(),
    };
    Event { id, at, edit: Edit::Add(Box::new(note)), base: None, undoes: None }
}

fn json(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect()
}

/// The keys of an object, as they stand in the line.
fn keys(line: &str) -> Vec<String> {
    let mut keys = Vec::new();
    let mut depth = 0;
    let mut rest = line.char_indices();
    while let Some((at, character)) = rest.next() {
        match character {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            '"' => {
                let mut end = at;
                while let Some((next, character)) = rest.next() {
                    match character {
                        '\\' => _ = rest.next(),
                        '"' => {
                            end = next;
                            break;
                        }
                        _ => {}
                    }
                }
                if depth == 1 && line[end + 1..].starts_with(':') {
                    keys.push(line[at + 1..end].to_owned());
                }
            }
            _ => {}
        }
    }
    keys
}

fn slice(text: &str, object: &Value) -> String {
    let place = |key: &str| object[key].as_u64().expect("an offset") as usize;
    text.chars().skip(place("start")).take(place("end") - place("start")).collect()
}

#[test]
fn the_bundled_article_has_eight_quotations() {
    let home = Home::speaking(FRENCH);
    let text = home.run(&["text"]).printed();
    assert_eq!(text, format!("{}\n", BUNDLED.trim_matches('\n')));
    let lines = home.run(&["quotes", "--json"]).printed();
    let fields = ["start", "end", "text", "paragraph", "kind", "speaker", "cue", "confidence"];
    assert!(lines.lines().all(|line| keys(line) == fields), "{lines}");
    let found: Vec<_> = json(&lines)
        .iter()
        .map(|quote| {
            assert_eq!(quote["text"], slice(&text, quote));
            for piece in [&quote["speaker"], &quote["cue"]] {
                if piece["start"].is_u64() {
                    assert_eq!(piece["text"], slice(&text, piece));
                }
            }
            let name = quote["speaker"]["name"].as_str().map(str::to_owned);
            (quote["paragraph"].as_u64(), quote["kind"].as_str().map(str::to_owned), name)
        })
        .collect();
    let kinds = [
        (1, "partial"),
        (2, "direct"),
        (3, "partial"),
        (4, "direct"),
        (4, "partial"),
        (5, "partial"),
        (7, "direct"),
        (7, "direct"),
    ];
    let wanted: Vec<_> = kinds
        .map(|(paragraph, kind)| (Some(paragraph), Some(kind.to_owned()), Some("Arthur Mensch".to_owned())))
        .into();
    assert_eq!(found, wanted);
    assert!(home.names().is_empty(), "reading writes nothing");
}

#[test]
fn entities_and_themes_say_where_they_stand() {
    let home = Home::speaking(FRENCH);
    let text = home.run(&["text"]).printed();
    let lines = home.run(&["entities", "--json"]).printed();
    assert!(lines.lines().all(|line| keys(line) == ["name", "type", "aliases", "mentions"]));
    let entities = json(&lines);
    assert_eq!((&entities[0]["name"], &entities[0]["type"]), (&"Arthur Mensch".into(), &"person".into()));
    for mention in entities.iter().flat_map(|entity| entity["mentions"].as_array().expect("mentions")) {
        assert_eq!(mention["text"], slice(&text, mention));
    }
    let landmark = |entity: &Value| entity["type"] == "date" || entity["type"] == "amount";
    assert!(!entities.iter().any(landmark));
    let lines = home.run(&["themes", "--json"]).printed();
    assert!(
        lines
            .lines()
            .all(|line| keys(line) == ["theme", "label", "start", "end", "text", "paragraph", "term"])
    );
    assert!(json(&lines).iter().all(|hit| hit["text"] == slice(&text, hit)));
}

#[test]
fn dates_and_amounts_are_printed_when_asked_for() {
    let home = Home::speaking(FRENCH);
    home.file("a.txt", "Le 14 mars 2026, Paris a reçu 3 millions d’euros.\n");
    let kinds = |arguments: &[&str]| -> Vec<String> {
        let lines = home.run(arguments).printed();
        json(&lines).iter().map(|entity| entity["type"].as_str().expect("a type").to_owned()).collect()
    };
    assert_eq!(kinds(&["entities", "a.txt", "--json"]), ["place"]);
    let mut all = kinds(&["entities", "a.txt", "--json", "--all"]);
    all.sort();
    assert_eq!(all, ["amount", "date", "place"]);
}

#[test]
fn a_pipe_gets_lines_and_no_escape_codes() {
    let home = Home::speaking(FRENCH);
    for (arguments, columns) in [(&[][..], 80), (&["--width", "40"], 40), (&["open", "-w", "20"], 20)] {
        let page = home.run(arguments).printed();
        assert!(page.lines().all(|line| line.width() <= columns), "{page}");
        assert!(!page.contains('\u{1b}'));
        // Lines also break after hyphens, so only the letters are compared.
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(letters(&page), letters(BUNDLED));
    }
    let table = home.run(&["quotes"]).printed();
    assert_eq!(table.lines().count(), 8);
    assert!(table.lines().all(|line| line.matches('\t').count() == 4));
}

#[test]
fn standard_input_is_an_article() {
    let home = Home::speaking(FRENCH);
    for arguments in [&["text", "-"][..], &["-"], &[]] {
        let mut child = home
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        child.stdin.take().expect("a pipe").write_all("Un été.\r\n".as_bytes()).expect("it reads");
        assert_eq!(Outcome::from(child.wait_with_output().expect("it ends")).printed(), "Un été.\n");
    }
}

#[test]
fn a_pipe_that_is_not_read_is_not_passed_over_in_silence() {
    let home = Home::speaking(FRENCH);
    let mut child = home
        .command(&["quotes"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdin.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 8, "the bundled article");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("le tube n’est pas lu") && told.lines().count() == 1, "{told}");
}

#[test]
fn what_is_no_article_is_told_in_one_line() {
    let home = Home::speaking(FRENCH);
    home.file("vide.txt", "");
    home.file("blanc.txt", " \n\n");
    home.file("image.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    fs::create_dir(home.root.path().join("dossier")).expect("a folder");
    let before = home.names();
    for (file, code) in
        [("absent.txt", 3), ("dossier", 3), ("image.png", 3), ("vide.txt", 1), ("blanc.txt", 1)]
    {
        for command in [&["text", file][..], &["quotes", file, "--json"], &[file], &["notes", file]] {
            let line = home.run(command).stopped(code);
            assert!(line.contains(file), "{line}");
        }
    }
    let hostile = "a\u{1b}[31m\u{9b}2J\n.txt";
    let line = home.run(&["text", hostile]).stopped(3);
    assert!(!line.chars().any(char::is_control), "{line:?}");
    assert_eq!(home.names(), before, "nothing is written");
}

#[test]
fn what_is_no_text_is_refused_by_name_with_what_would_work() {
    let home = Home::speaking(FRENCH);
    home.file("a.pdf", b"%PDF-1.7\n1 0 obj");
    home.file("b.txt", b"PK\x03\x04....mimetypeapplication/epub+zip");
    home.file("c", b"\x89PNG\r\n\x1a\n");
    let pdf = home.run(&["text", "a.pdf", "--lang", "en"]).stopped(3);
    let wanted = if cfg!(feature = "pdf") {
        "a.pdf: damaged PDF: repair it (qpdf) or export it again"
    } else {
        "a.pdf: this is not text (PDF); this program was built without `--features pdf`: pdftotext FILE - | exergue"
    };
    assert_eq!(pdf, wanted);
    assert!(home.run(&["text", "b.txt"]).stopped(3).contains("abîmé\u{a0}: téléchargez-le"));
    assert!(home.run(&["c"]).stopped(3).contains("PNG"));
}

#[test]
fn pages_and_markdown_are_printed_with_their_marks() {
    let home = Home::speaking(FRENCH);
    home.file("a.md", "# Le tram\n\n3. Un choix\n   - de santé\n\n> Dit *hier*.\n");
    let text = home.run(&["text", "a.md"]).printed();
    assert_eq!(text, "Le tram\nUn choix\nde santé\nDit hier.\n");
    let page = home.run(&["a.md"]).printed();
    assert_eq!(page, "Le tram\n\n 3. Un choix\n\n      • de santé\n\n│ Dit hier.\n");
    home.file("b.html", "<!DOCTYPE html><title>Le tram</title><script>x</script><p>Il divise.</p>");
    assert_eq!(home.run(&["text", "b.html"]).printed(), "Le tram\nIl divise.\n");
}

#[test]
fn nothing_found_is_said_with_exit_code_one() {
    let home = Home::speaking(FRENCH);
    home.file("a.txt", "il pleut sur la ville.\n");
    assert_eq!(home.run(&["quotes", "a.txt"]).stopped(1), "a.txt\u{a0}: aucune citation");
    assert_eq!(home.run(&["quotes", "a.txt", "--json", "--lang", "en"]).stopped(1), "a.txt: no quotation");
    home.run(&["entities", "a.txt"]).stopped(1);
    home.run(&["notes", "a.txt"]).stopped(1);
    home.run(&["notes", "#climat"]).stopped(1);
    home.run(&["export", "a.txt"]).stopped(1);
}

#[test]
fn notes_are_listed_and_searched() {
    let home = Home::speaking(FRENCH);
    home.file("tram.txt", TRAM);
    home.annotate(
        "tram.txt",
        &[("quatre ans", "Vérifier", "chiffres"), ("C’est un choix de santé", "", "santé")],
    );
    let lines = home.run(&["notes", "tram.txt", "--json"]).printed();
    let notes = json(&lines);
    assert_eq!(notes.len(), 2);
    let (first, second) = (&notes[0], &notes[1]);
    assert_eq!(first["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!((&first["type"], &first["motivation"]), (&"Annotation".into(), &"highlighting".into()));
    assert_eq!(second["id"], "urn:uuid:00000000-0000-0000-0000-000000000001");
    assert_eq!(second["body"][0]["value"], "Vérifier");
    assert_eq!(second["body"][1]["purpose"], "tagging");
    let selectors = &second["target"]["selector"];
    assert_eq!(selectors[0]["exact"], "quatre ans");
    assert_eq!(selectors[0]["suffix"], ".");
    let text = home.run(&["text", "tram.txt"]).printed();
    assert_eq!(slice(&text, &selectors[1]), "quatre ans");
    assert!(second["target"]["source"].as_str().expect("a source").starts_with("file:///"));

    let found = |arguments: &[&str]| home.run(arguments).printed().lines().count();
    assert_eq!(found(&["notes", "#sante"]), 1);
    assert_eq!(found(&["notes", "tram.txt", "verifier"]), 1);
    assert_eq!(found(&["notes", "--find", "pen:rose"]), 2);
    assert_eq!(found(&["notes", "--all", "--json"]), 2);
    assert!(home.run(&["notes", "--all"]).printed().starts_with("Le tram divise les Halles\t"));
    home.run(&["notes", "pen:bleu"]).stopped(1);
    fs::remove_file(home.root.path().join("tram.txt")).expect("it is there");
    let gone = home.run(&["notes", "--all"]).printed();
    assert!(gone.contains("(document absent\u{a0}: ") && gone.contains("tram.txt)\t"), "{gone}");
}

#[test]
fn notes_whose_passage_is_gone_stay_in_the_list_and_the_export() {
    let home = Home::speaking(FRENCH);
    home.file("tram.txt", TRAM);
    home.annotate("tram.txt", &[("Le chantier durera quatre ans.", "Combien ?", "chiffres")]);
    home.file("tram.txt", TRAM.replace("Le chantier durera quatre ans.", "Personne n’en parle plus ici."));
    let outcome = home.run(&["notes", "tram.txt", "--json"]);
    assert_eq!(outcome.code, Some(0));
    let notes = json(&outcome.out);
    assert_eq!(notes[0]["exergue:state"], "orphan");
    assert_eq!(notes[0]["target"]["selector"][0]["exact"], "Le chantier durera quatre ans.");
    let export = home.run(&["export", "tram.txt"]).out;
    assert!(export.contains("\n## Passages non retrouvés\n"), "{export}");
}

#[test]
fn an_export_replaces_itself_and_no_other_file() {
    let home = Home::speaking(FRENCH);
    home.file("tram.txt", TRAM);
    home.annotate("tram.txt", &[("quatre ans", "Vérifier", "chiffres")]);
    let export = ["export", "tram.txt", "--to", "md", "-o", "notes.md"];
    assert_eq!(home.run(&export).printed(), "notes.md\n");
    let first = fs::read_to_string(home.root.path().join("notes.md")).expect("written");
    assert!(first.contains("\n> quatre ans\n\nVérifier\n\n#chiffres\n"), "{first}");
    assert_eq!(home.run(&export).printed(), "notes.md\n");
    assert_eq!(fs::read_to_string(home.root.path().join("notes.md")).expect("there"), first);
    assert_eq!(home.run(&["export", "tram.txt"]).printed(), first);

    let edited = format!("{first}\nMa réflexion.\n");
    home.file("notes.md", &edited);
    assert_eq!(home.run(&export).printed(), "notes (2).md\n");
    assert_eq!(fs::read_to_string(home.root.path().join("notes.md")).expect("there"), edited);
    assert_eq!(home.run(&["export", "tram.txt", "-o", "."]).printed(), "./le-tram-divise-les-halles.md\n");
    home.file("fichier", "");
    home.run(&["export", "tram.txt", "-o", "fichier/notes.md"]).stopped(5);
}

#[test]
fn notes_that_cannot_be_read_are_not_taken_for_none() {
    let home = Home::speaking(FRENCH);
    home.file("tram.txt", TRAM);
    home.annotate("tram.txt", &[("quatre ans", "Vérifier", "chiffres")]);
    let docs = home.paths().documents();
    let folder = fs::read_dir(&docs).expect("journals").next().expect("a folder").expect("a folder").path();
    for entry in fs::read_dir(folder).expect("a folder") {
        fs::write(entry.expect("a journal").path(), "{\"v\":1,\"id\":\"half a li").expect("written");
    }
    home.run(&["notes", "--all"]).stopped(5);
}

/// Whoever is called `of` is called `to`.
fn called(of: &str, to: &str) -> Correction {
    Correction::Name { of: of.to_owned(), to: Some(to.to_owned()) }
}

#[test]
fn corrections_of_an_article_and_of_all_hold_for_what_is_printed() {
    let home = Home::speaking(FRENCH);
    home.file("tram.txt", TRAM);
    home.file("autre.txt", "Claire Denoual est à Lyon.\n");
    let field = |line: &[&str], field: &str| -> Vec<String> {
        let value = |object: &Value| object[field].as_str().map(str::to_owned).unwrap_or_default();
        json(&home.run(line).printed()).iter().map(value).collect()
    };
    let names = |line: &[&str]| field(line, "name");
    let found = names(&["entities", "tram.txt", "--json"]);
    assert_eq!(found, ["Halles", "Claire Denoual"]);
    home.correct("tram.txt", Scope::Document, |_| {
        vec![Correction::Kind { of: "Halles".to_owned(), to: Some(Naming::Nothing) }]
    });
    home.correct("tram.txt", Scope::Everywhere, |_| vec![called("Claire Denoual", "Mme Denoual")]);
    assert_eq!(names(&["entities", "tram.txt", "--json"]), ["Mme Denoual"]);
    assert_eq!(names(&["entities", "tram.txt", "--json", "--as-found"]), found);
    assert!(names(&["entities", "autre.txt", "--json"]).contains(&"Mme Denoual".to_owned()));
    let speaker = |line: &[&str]| {
        json(&home.run(line).printed())[0]["speaker"]["name"].as_str().map(str::to_owned).unwrap_or_default()
    };
    assert_eq!(speaker(&["quotes", "tram.txt", "--json"]), "Mme Denoual");
    assert_eq!(speaker(&["quotes", "tram.txt", "--json", "--as-found"]), "Claire Denoual");
    home.correct("tram.txt", Scope::Document, |document| {
        let start = document.text().find('«').expect("a quotation");
        let end = document.text().find('»').expect("its end") + '»'.len_utf8();
        let anchor = Box::new(Anchor::new(document, Span::new(start, end)));
        let to = Some(Saying::By(Some("Le maire".to_owned())));
        vec![Correction::Quotation { id: Uuid::from_u128(7), anchor, to }]
    });
    assert_eq!(speaker(&["quotes", "tram.txt", "--json"]), "Le maire");
    home.correct("autre.txt", Scope::Document, |_| {
        let kind = Some(Naming::Name(EntityKind::Work));
        vec![Correction::Kind { of: "Lyon".to_owned(), to: kind }]
    });
    assert!(field(&["entities", "autre.txt", "--json"], "type").contains(&"work".to_owned()));

    home.run(&["themes", "tram.txt"]).stopped(1);
    home.correct("tram.txt", Scope::Everywhere, |_| {
        let (key, to) = ("chantier".to_owned(), Some("Le chantier".to_owned()));
        let term = Correction::Term { theme: key.clone(), term: "chantier".to_owned(), to: Some(true) };
        vec![Correction::Theme { key, to }, term]
    });
    let hits = json(&home.run(&["themes", "tram.txt", "--json"]).printed());
    assert_eq!((&hits[0]["label"], &hits[0]["text"]), (&"Le chantier".into(), &"chantier".into()));
    home.run(&["themes", "tram.txt", "--as-found"]).stopped(1);
    home.run(&["notes", "tram.txt"]).stopped(1);

    home.annotate("tram.txt", &[("« C’est un choix de santé »", "", "santé")]);
    assert!(home.run(&["export", "tram.txt"]).printed().contains("**Le maire**"));
    let export = home.run(&["export", "tram.txt", "--as-found"]).printed();
    assert!(export.contains("**Claire Denoual**"), "{export}");
    assert!(home.run(&["notes", "tram.txt", "--json"]).printed().contains("choix de santé"));
}

#[test]
fn corrections_that_cannot_be_read_are_told_and_what_is_found_is_printed() {
    let home = Home::speaking(FRENCH);
    home.file("tram.txt", TRAM);
    let shared = home.paths().shared();
    fs::create_dir_all(&shared).expect("made");
    fs::write(shared.join("a.jsonl"), "{\"v\":1,\"op\":\"fi").expect("written");
    let outcome = home.run(&["entities", "tram.txt"]);
    assert_eq!((outcome.code, outcome.out.lines().count()), (Some(0), 2), "{outcome:?}");
    assert!(outcome.err.starts_with("exergue: shared/a.jsonl"), "{}", outcome.err);
    assert_eq!(home.run(&["entities", "tram.txt", "--as-found"]).printed(), outcome.out);
    fs::remove_dir_all(&shared).expect("removed");
    fs::write(&shared, "").expect("written");
    let outcome = home.run(&["quotes", "tram.txt"]);
    assert_eq!((outcome.code, outcome.out.lines().count()), (Some(0), 1), "{outcome:?}");
    assert!(outcome.err.contains("shared"), "{}", outcome.err);
    home.run(&["text", "tram.txt"]).printed();
}

#[test]
fn settings_are_made_checked_and_obeyed() {
    let home = Home::speaking(FRENCH);
    let path = home.paths().config_file();
    let shown = format!("{}\n", path.display());
    assert_eq!(home.run(&["config", "path"]).printed(), shown);
    let shipped = home.run(&["config", "show"]).printed();
    assert!(home.names().is_empty());
    assert_eq!(home.run(&["config", "init"]).printed(), shown);
    assert_eq!(fs::read_to_string(&path).expect("made"), shipped);
    assert_eq!(home.run(&["config", "check"]).printed(), "");
    home.run(&["config", "init"]).stopped(2);

    fs::write(&path, "lang = \"en\"\n\n[reading]\nmesure = 70\n").expect("written");
    let line = home.run(&["config", "check"]).stopped(2);
    assert!(line.contains("config.toml:4:1") && line.contains("`measure`"), "{line}");
    let line = home.run(&["quotes"]).stopped(2);
    assert!(line.contains("config.toml:4:1"), "{line}");
    assert_eq!(home.run(&[]).code, Some(0), "reading goes on");
    home.run(&["--config", "absent.toml", "text"]).stopped(2);
    home.file("other.toml", "lang = \"en\"\n");
    home.file("a.txt", "il pleut.\n");
    assert_eq!(home.run(&["--config", "other.toml", "quotes", "a.txt"]).stopped(1), "a.txt: no quotation");
}

#[test]
fn a_wrong_line_is_told_in_the_language_of_the_person() {
    let home = Home::speaking(FRENCH);
    let cases = [
        (&["quotes", "--jsn"][..], "option inconnue\u{a0}: --jsn\u{a0}; vouliez-vous dire --json\u{a0}?"),
        (&["--lang", "en", "quotes", "--nonsense"], "unknown option: --nonsense; see exergue --help"),
        (&["config", "chek"], "commande inconnue\u{a0}: chek\u{a0}; vouliez-vous dire check\u{a0}?"),
        (&["a.txt", "quotes"], "a.txt est de trop\u{a0}; voir exergue --help"),
        (&["quotes", "a.txt", "b.txt"], "b.txt est de trop\u{a0}; voir exergue --help"),
        (
            &["--color", "blue"],
            "--color\u{a0}: «\u{a0}blue\u{a0}» ne convient pas\u{a0}; au choix\u{a0}: auto, always, never",
        ),
        (&["--width", "5"], "--width\u{a0}: «\u{a0}5\u{a0}» ne convient pas\u{a0}; voir exergue --help"),
        (&["-q", "-v"], "--quiet et --verbose ne vont pas ensemble\u{a0}; voir exergue --help"),
        (&["completions"], "il manque SHELL\u{a0}; voir exergue --help"),
        (&["help", "quote"], "commande inconnue\u{a0}: quote\u{a0}; vouliez-vous dire quotes\u{a0}?"),
        (&["export", "-o"], "il manque CHEMIN\u{a0}; voir exergue --help"),
        (&["config"], "commande incomplète\u{a0}; voir exergue --help"),
    ];
    for (arguments, line) in cases {
        assert_eq!(home.run(arguments).stopped(2), line, "{arguments:?}");
    }
}

#[test]
fn help_version_completions_and_manual_are_printed() {
    let home = Home::speaking(FRENCH);
    let help = home.run(&["--help"]).printed();
    assert!(help.contains("Usage\u{a0}: exergue") && help.ends_with("Touches dans la fenêtre\u{a0}: F1\n"));
    assert_eq!(home.run(&["-h"]).printed(), help);
    assert_eq!(home.run(&["help"]).printed(), help);
    assert!(home.run(&["--lang=en", "--help"]).printed().ends_with("Keys inside: F1\n"));
    let quotes = home.run(&["help", "quotes"]).printed();
    assert!(
        quotes.starts_with("Qui dit quoi")
            && quotes.contains("Usage\u{a0}: exergue quotes [OPTIONS] [FICHIER]"),
        "{quotes}"
    );
    assert!(!quotes.contains("Print") && !quotes.contains("Options:"), "{quotes}");
    assert_eq!(home.run(&["quotes", "--help"]).printed(), quotes);
    assert_eq!(home.run(&["--version"]).printed(), format!("exergue {}\n", env!("CARGO_PKG_VERSION")));
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(home.run(&["completions", shell]).printed().contains("quotes"), "{shell}");
    }
    assert!(home.run(&["man"]).printed().contains(".TH exergue 1"));
    assert!(home.names().is_empty());
}

#[test]
fn a_reader_who_has_enough_is_no_fault() {
    let home = Home::speaking(FRENCH);
    home.file("long.txt", "Une phrase de plus, et une autre.\n\n".repeat(40_000));
    let mut child = home
        .command(&["text", "long.txt"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut out = child.stdout.take().expect("a pipe");
    out.read_exact(&mut [0; 10]).expect("it prints");
    drop(out);
    let outcome = Outcome::from(child.wait_with_output().expect("it ends"));
    assert_eq!((outcome.code, outcome.err.as_str()), (Some(0), ""));
}
