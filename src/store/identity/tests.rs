use super::*;
use crate::store::journal::doc_event;

const ARTICLE: &str = "Le groupe veut devenir un acteur majeur du nuage en Europe, a dit hier son président à Barcelone devant mille invités.";
const EDITION: &str = "Le groupe veut devenir un acteur majeur du nuage en Europe, a dit hier son président à Madrid devant mille invités.";
const STRANGER: &str = "La recette demande trois œufs, du beurre et une heure de patience, puis un four bien chaud et un peu de sel.";

fn event(bytes: u8, text: u8, href: &str, path: &str, sketched: &str) -> DocEvent {
    let mut event = doc_event();
    event.sha256 = hexadecimal(&[bytes; 32]);
    event.text = hexadecimal(&[text; 32]);
    event.href = href.to_owned();
    event.path = path.to_owned();
    event.sketch = Sketch::of(sketched).to_text();
    event
}

fn unknown() -> Seen {
    let empty = String::new;
    Seen { bytes: [1; 32], text: [1; 32], href: empty(), path: empty(), ident: empty(), title: empty() }
}

fn check(event: &DocEvent, seen: (u8, u8, &str, &str), text: &str) -> Decision {
    let (bytes, digest, href, path) = seen;
    let seen = Seen {
        bytes: [bytes; 32],
        text: [digest; 32],
        href: href.to_owned(),
        path: path.to_owned(),
        ..unknown()
    };
    decide([("folder-00000", event)], &seen, || Sketch::of(text))
}

#[test]
fn the_same_bytes_text_or_address_attach() {
    let known = event(1, 1, "http://Press.example/a/?utm_source=x#top", "~/a.html", ARTICLE);
    let attached = Decision::Attach(vec!["folder-00000".to_owned()]);
    assert_eq!(check(&known, (1, 9, "", "~/elsewhere"), STRANGER), attached);
    assert_eq!(check(&known, (9, 1, "", "~/elsewhere"), STRANGER), attached);
    assert_eq!(check(&known, (9, 9, "https://press.example/a", ""), STRANGER), attached);
    assert_eq!(check(&known, (9, 9, "https://press.example/b", ""), STRANGER), Decision::New);
    assert_eq!(check(&known, (9, 9, "", ""), ARTICLE), Decision::New, "too short to tell by its words alone");
}

#[test]
fn a_book_is_known_by_its_identifier_under_a_title_alike() {
    let mut known = event(1, 1, "", "~/a.epub", ARTICLE);
    known.ident = "urn:uuid:0c3d".to_owned();
    known.title = "Les Misérables, tome 1".to_owned();
    let check = |ident: &str, title: &str| {
        let seen = Seen {
            bytes: [2; 32],
            text: [2; 32],
            ident: ident.to_owned(),
            title: title.to_owned(),
            ..unknown()
        };
        decide([("folder-00000", &known)], &seen, || Sketch::of(STRANGER))
    };
    let attached = Decision::Attach(vec!["folder-00000".to_owned()]);
    assert_eq!(check("urn:uuid:0c3d", "LES MISERABLES"), attached);
    assert_eq!(check("urn:uuid:0c3d", "Notre-Dame de Paris"), Decision::New);
    assert_eq!(check("urn:uuid:0c3e", "Les Misérables, tome 1"), Decision::New);
    known.ident = "1".to_owned();
    let seen = Seen {
        bytes: [2; 32],
        text: [2; 32],
        ident: "1".to_owned(),
        title: known.title.clone(),
        ..unknown()
    };
    assert_eq!(decide([("folder-00000", &known)], &seen, || Sketch::of(STRANGER)), Decision::New);
}

fn asks(same_path: bool) -> Decision {
    Decision::Ask(vec![Likely { folder: "folder-00000".to_owned(), same_path }])
}

#[test]
fn an_edition_under_another_path_is_asked_about() {
    let words =
        |from: usize, to: usize| -> String { (from..to).map(|number| format!("mot{number} ")).collect() };
    let known = event(1, 1, "", "~/a.html", &words(0, 300));
    assert_eq!(check(&known, (2, 2, "", "~/b.html"), &words(20, 300)), asks(false));
    assert_eq!(check(&known, (2, 2, "", "~/b.html"), &words(290, 600)), Decision::New);
    assert_eq!(check(&known, (2, 2, "", "~/a.html"), &words(290, 600)), asks(true));
}

#[test]
fn another_document_under_the_same_path_is_asked_about() {
    let known = event(1, 1, "", "~/a.html", ARTICLE);
    let attached = Decision::Attach(vec!["folder-00000".to_owned()]);
    assert_eq!(check(&known, (2, 2, "", "~/a.html"), EDITION), attached);
    assert_eq!(check(&known, (2, 2, "", "~/a.html"), STRANGER), asks(true));
    assert_eq!(check(&known, (2, 2, "", "~/b.html"), EDITION), Decision::New);
}

#[test]
fn of_two_folders_the_lower_id_comes_first() {
    let event = event(1, 1, "", "", ARTICLE);
    let seen = unknown();
    let folders = ["a-title-ZZZZZ", "the-title-00000", "the-title-00000"];
    let decision = decide(folders.map(|folder| (folder, &event)), &seen, Sketch::default);
    assert_eq!(decision, Decision::Attach(vec!["the-title-00000".to_owned(), "a-title-ZZZZZ".to_owned()]));
}

#[test]
fn folder_names_hold_the_title_and_the_id() {
    let name = folder_name("Le marché des télécoms", &[0xab; 32], |_| false);
    assert_eq!(name, "le-marche-des-telecoms-NENTQ");
    assert!(may_hold(&name, &[0xab; 32]));
    assert!(!may_hold(&name, &[0xac; 32]));
    assert!(!may_hold("le-marche-NE", &[0xab; 32]));
    let longer = folder_name("Le marché des télécoms", &[0xab; 32], |taken| taken == name);
    assert!(longer.len() == name.len() + 1 && may_hold(&longer, &[0xab; 32]), "{longer}");
}

#[test]
fn slugs_are_short_plain_and_never_empty() {
    assert_eq!(slug("L’Œuvre : « 2 actes » !", 40), "l-oeuvre-2-actes");
    assert_eq!(slug("e\u{301}te\u{301}", 40), "ete");
    assert_eq!(slug("../../etc/passwd\0", 40), "etc-passwd");
    assert_eq!(slug("Ελλάδα", 40), "untitled");
    assert_eq!(slug("un deux trois quatre", 13), "un-deux-trois");
    assert_eq!(slug("un deux trois quatre", 12), "un-deux");
    assert_eq!(slug("anticonstitutionnellement", 10), "anticonsti");
}
