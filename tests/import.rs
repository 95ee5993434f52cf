//! Notes there and back as JSON, as a shell sees it.

#[path = "common/shell.rs"]
mod shell;

use exergue::doc::{hexadecimal, open_bytes};
use exergue::runtime::open::{BUNDLED, BUNDLED_TITLE};
use serde_json::{Value, json};
use shell::{ENGLISH, Home, Outcome};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Stdio;

const TRAM: &str = "Le tram divise les Halles\n\n« C’est un choix de santé », affirme Claire Denoual, \
                    adjointe au maire.\n\nLe chantier durera quatre ans. Le tram passera quatre fois par heure.\n";

impl Home {
    fn documents(&self) -> PathBuf {
        self.paths().documents()
    }
}

impl Outcome {
    /// Asserts how it ended, and gives what became of each record.
    fn became(&self, code: i32) -> Vec<String> {
        assert_eq!(self.code, Some(code), "{self:?}");
        self.out.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
    }
}

/// An annotation of another program.
fn record(id: &str, source: &str, exact: &str, note: &str) -> Value {
    json!({
        "id": id, "type": "Annotation", "created": "2024-05-06T07:08:09Z", "modified": "2025-05-06T07:08:09Z",
        "body": [
            { "type": "TextualBody", "value": note, "purpose": "commenting" },
            { "type": "TextualBody", "value": "à relire", "purpose": "tagging" },
        ],
        "color": "blue",
        "target": { "source": source, "selector": [{ "type": "TextQuoteSelector", "exact": exact }] },
    })
}

fn bundled() -> String {
    let (article, _) = open_bytes(BUNDLED, BUNDLED_TITLE, "");
    format!("urn:sha256:{}", hexadecimal(&article.digest()))
}

/// A home with notes on a file and on the bundled article, one of them lost.
fn annotated() -> Home {
    let home = Home::speaking(ENGLISH);
    home.file("tram.txt", TRAM);
    let records = json!([
        record("a", "tram.txt", "quatre ans", "Vérifier"),
        record("b", "tram.txt", "Cette phrase n’a jamais été dans l’article", "Perdue"),
        record("c", &bundled(), "centres de données", "Où ?"),
    ]);
    home.file("a.json", records.to_string());
    let became = home.run(&["import", "a.json"]).became(0);
    assert_eq!(became, ["imported", "kept, passage not found", "imported"]);
    home
}

#[test]
fn notes_go_there_and_back_with_all_they_had() {
    let home = annotated();
    let path = home.root.path().join("tram.txt").display().to_string();
    let of_file = home.run(&["notes", &path, "--json"]).out;
    let all = home.run(&["notes", "--all", "--json"]).out;
    assert_eq!((of_file.lines().count(), all.lines().count()), (2, 3));

    let other = Home::speaking(ENGLISH);
    other.file("all.jsonl", &all);
    assert_eq!(other.run(&["import", "all.jsonl"]).became(0).len(), 3);
    assert_eq!(other.run(&["notes", &path, "--json"]).out, of_file);
    assert_eq!(other.run(&["notes", "--all", "--json"]).out, all);

    let again = other.run(&["import", "all.jsonl"]);
    assert_eq!(again.became(0), ["already there"; 3]);
    assert_eq!(again.err, "exergue: 3 already there\n");
    assert_eq!(other.run(&["notes", "--all", "--json"]).out, all);
}

#[test]
fn a_store_that_is_gone_comes_back_from_its_notes() {
    let home = annotated();
    let all = home.run(&["notes", "--all", "--json"]).out;
    home.file("all.jsonl", &all);
    fs::remove_dir_all(home.documents()).expect("removed");
    home.run(&["import", "all.jsonl"]).became(0);
    assert_eq!(home.run(&["notes", "--all", "--json"]).out, all);
}

#[test]
fn attached_places_other_versions_and_times_go_through_the_journals_and_back() {
    let home = Home::speaking(ENGLISH);
    home.file("tram.txt", TRAM);
    let anchor = |exact: &str, text: &str| {
        json!({
            "exact": exact, "prefix": "un ", "suffix": " deux", "start": 3, "end": 9, "exergue:permille": 12,
            "exergue:headings": ["Un", "Deux"], "exergue:text": text, "exergue:rivals": 1, "exergue:gaprivals": 2,
            "exergue:twins": 3,
        })
    };
    let mut kept = record("urn:uuid:01890000-0000-7000-8000-000000000001", "tram.txt", "absent", "Lue");
    kept["target"]["exergue:anchor"] = anchor("absent", "0123456789abcdef");
    kept["exergue:attached"] =
        json!([anchor("ailleurs", "1123456789abcdef"), anchor("autre", "2123456789abcdef")]);
    kept["exergue:versions"] = json!([
        { "exergue:event": "urn:uuid:01890000-0000-7000-8000-000000000002", "value": "Lue ailleurs" },
    ]);
    home.file("a.json", kept.to_string());
    assert_eq!(home.run(&["import", "a.json"]).err, "exergue: 1 kept, passage not found\n");
    let out = home.run(&["notes", "tram.txt", "--json"]).out;
    let note: Value = serde_json::from_str(&out).expect("one note");
    for field in ["exergue:attached", "exergue:versions", "created", "modified"] {
        assert_eq!(note[field], kept[field], "{field}");
    }
    let other = Home::speaking(ENGLISH);
    other.file("b.json", &out);
    other
        .run(&["import", "b.json", "--for", home.root.path().join("tram.txt").to_str().expect("a path")])
        .became(0);
    let path = home.root.path().join("tram.txt").display().to_string();
    assert_eq!(other.run(&["notes", &path, "--json"]).out, out);
}

#[test]
fn notes_of_an_edition_under_another_path_are_told_and_attached_when_asked() {
    let home = Home::speaking(ENGLISH);
    let words =
        |from: usize| -> String { (from..from + 300).map(|number| format!("mot{number} ")).collect() };
    home.file("a.txt", words(0));
    home.file("b.txt", words(30));
    home.file("a.json", record("a", "a.txt", "mot100 mot101 mot102", "Vérifier").to_string());
    home.run(&["import", "a.json"]).became(0);
    let asked = home.run(&["notes", "b.txt"]);
    assert_eq!((asked.code, asked.out.as_str()), (Some(1), ""));
    let told = asked.err.lines().next().expect("a line");
    assert!(
        told.starts_with("exergue: 1 note of “")
            && told.contains("(~/a.txt) is perhaps of this article; --attach "),
        "{told}"
    );
    let folder = told.split("--attach ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a folder");
    for wrong in ["absent-00000", "../docs", "."] {
        assert_eq!(home.run(&["notes", "b.txt", "--attach", wrong]).code, Some(2), "{wrong}");
    }
    assert!(home.run(&["export", "b.txt", "--attach", folder]).out.contains("Vérifier"));
    let after = home.run(&["notes", "b.txt"]);
    assert!(after.out.contains("mot100") && after.err.is_empty(), "from then on it is known: {after:?}");
}

#[test]
fn lost_and_deleted_notes_are_asked_for_by_name() {
    let home = annotated();
    let mut gone = record("d", "tram.txt", "par heure", "Supprimée");
    gone["exergue:deleted"] = "2025-06-01T00:00:00Z".into();
    home.file("d.json", gone.to_string());
    home.run(&["import", "d.json"]).became(0);
    let lost = home.run(&["notes", "tram.txt", "perdu:"]).out;
    assert!(lost.contains("Perdue") && lost.lines().count() == 1, "{lost}");
    assert_eq!(home.run(&["notes", "tram.txt", "lost: vérifier"]).code, Some(1));
    assert_eq!(home.run(&["notes", "--all", "lost:"]).code, Some(2));
    let deleted = home.run(&["notes", "deleted:", "--json"]).out;
    let note: Value = serde_json::from_str(&deleted).expect("one note");
    assert_eq!(
        (&note["exergue:deleted"], &note["body"][0]["value"]),
        (&"2025-06-01T00:00:00Z".into(), &"Supprimée".into())
    );
    assert!(home.run(&["notes", "tram.txt", "supprimé:"]).out.contains("par heure"));
    assert!(!home.run(&["notes", "tram.txt"]).out.contains("par heure"));
}

#[test]
fn a_dry_run_writes_nothing_and_says_what_would_be() {
    let home = Home::speaking(ENGLISH);
    home.file("tram.txt", TRAM);
    home.file("a.json", record("a", "tram.txt", "quatre ans", "Vérifier").to_string());
    let dry = home.run(&["import", "a.json", "--dry-run"]);
    assert_eq!(dry.became(0), ["imported"]);
    assert_eq!(dry.err, "exergue: 1 imported; nothing was written\n");
    assert!(!home.documents().exists());
    assert_eq!(home.run(&["import", "-q", "a.json"]).err, "");
    assert!(home.documents().exists());
}

#[test]
fn a_record_without_a_document_is_named_and_taken_with_one() {
    let home = Home::speaking(ENGLISH);
    home.file("tram.txt", TRAM);
    let mut record = record("a", "https://example.org/tram", "quatre ans", "Vérifier");
    record["creator"] = "Ann".into();
    home.file("a.json", record.to_string());
    let refused = home.run(&["import", "a.json"]);
    assert_eq!(refused.became(6), ["refused"]);
    assert!(refused.out.contains("https://example.org/tram\tquatre ans\tno document for it; use --for"));
    let line = home.run(&["import", "a.json", "--for", "tram.txt", "--json"]);
    assert_eq!(line.err, "exergue: 1 imported; left out: creator (1)\n");
    let line: Value = serde_json::from_str(&line.out).expect("one object");
    assert_eq!((&line["status"], &line["document"]), (&"imported".into(), &"tram.txt".into()));
    assert_eq!((&line["state"], &line["left_out"]), (&"exact".into(), &json!(["creator"])));
    let note: Value =
        serde_json::from_str(&home.run(&["notes", "tram.txt", "--json"]).out).expect("one note");
    assert_eq!(note["id"], line["note"]);
    assert_eq!((&note["exergue:pen"], &note["modified"]), (&"blue".into(), &"2025-05-06T07:08:09Z".into()));
}

#[test]
fn times_and_lengths_at_the_edge_lose_nothing() {
    let home = Home::speaking(ENGLISH);
    home.file("tram.txt", TRAM);
    let times = ["-009999-01-02T01:59:59Z", "0000-01-01T00:00:00Z", "9999-12-30T22:00:00.999999999Z", "soon"];
    let mut records = Vec::from(times.map(|created| {
        let mut record = record(created, "tram.txt", "quatre ans", "Vérifier");
        record["created"] = created.into();
        record
    }));
    records.push(record("long", "tram.txt", "quatre ans", &"x".repeat(17 << 20)));
    records.push(record("long", "tram.txt", "quatre ans", "short"));
    home.file("a.json", Value::from(records).to_string());
    let outcome = home.run(&["import", "a.json"]);
    assert_eq!(outcome.became(6), ["imported", "imported", "imported", "imported", "refused", "imported"]);
    assert_eq!(outcome.err, "exergue: 5 imported, 1 refused; left out: created (2)\n");
    let lines = home.run(&["notes", "tram.txt", "--json"]).out;
    assert_eq!(lines.lines().count(), 5, "{lines}");
    assert!(lines.contains("\"created\":\"-009999-01-02T01:59:59Z\""), "{lines}");
}

#[test]
fn a_note_that_differs_waits_for_update() {
    let home = Home::speaking(ENGLISH);
    home.file("tram.txt", TRAM);
    home.file("a.json", record("a", "tram.txt", "quatre ans", "Vérifier").to_string());
    home.run(&["import", "a.json"]).became(0);
    home.file("a.json", record("a", "tram.txt", "quatre ans", "Vérifié").to_string());
    let differs = home.run(&["import", "a.json"]);
    assert_eq!(differs.became(6), ["differs"]);
    assert!(differs.out.ends_with("note; --update replaces it\n"), "{}", differs.out);
    let body = || -> Value {
        let note: Value =
            serde_json::from_str(&home.run(&["notes", "tram.txt", "--json"]).out).expect("one note");
        note["body"][0]["value"].clone()
    };
    assert_eq!(body(), "Vérifier");
    assert_eq!(home.run(&["import", "a.json", "--update"]).became(0), ["updated"]);
    assert_eq!(body(), "Vérifié");
}

#[test]
fn a_pipe_of_lines_is_taken_and_a_damaged_line_named() {
    let home = Home::speaking(ENGLISH);
    home.file("tram.txt", TRAM);
    let lines = format!("{}\n{{half\n", record("a", "tram.txt", "quatre ans", "Vérifier"));
    let mut child = home
        .command(&["import", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(lines.as_bytes()).expect("it reads");
    let outcome = Outcome::from(child.wait_with_output().expect("it ends"));
    assert_eq!(outcome.became(6), ["imported", "refused"]);
    assert!(outcome.out.lines().nth(1).is_some_and(|line| line.contains("not JSON")), "{}", outcome.out);
}

#[test]
fn what_stops_an_import_has_its_exit_code() {
    let home = Home::speaking(ENGLISH);
    home.file("tram.txt", TRAM);
    home.file("a.json", record("a", "tram.txt", "quatre ans", "Vérifier").to_string());
    home.file("none.json", "[]");
    home.file("bad.json", "[1,\n 2");
    let stopped = |arguments: &[&str], code: i32| {
        let outcome = home.run(arguments);
        assert_eq!((outcome.code, outcome.out.as_str()), (Some(code), ""), "{arguments:?} {outcome:?}");
        assert_eq!(outcome.err.lines().count(), 1, "{}", outcome.err);
        outcome.err
    };
    assert_eq!(stopped(&["import", "none.json"], 1), "exergue: none.json: no annotation in it\n");
    stopped(&["import"], 2);
    stopped(&["import", "-", "--for", "-"], 2);
    stopped(&["import", "absent.json"], 3);
    stopped(&["import", "."], 3);
    stopped(&["import", "a.json", "--for", "absent.txt"], 3);
    assert!(stopped(&["import", "bad.json"], 3).contains("line 2 column 2"));

    let documents = home.documents();
    fs::create_dir_all(documents.parent().expect("a folder above")).expect("made");
    fs::write(&documents, "in the way").expect("written");
    let unsaved = home.run(&["import", "a.json", "--for", "tram.txt"]);
    assert_eq!(unsaved.became(5), ["not saved"]);
    stopped(&["import", "a.json"], 5);
}
