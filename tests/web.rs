//! Articles by their address: a small server on this machine, the program, and what it keeps.
#![cfg(all(unix, feature = "web"))]

#[path = "web/server.rs"]
mod server;
#[path = "common/shell.rs"]
mod shell;
#[path = "pty/terminal.rs"]
mod terminal;

use exergue::runtime::web::{Fetching, Limits, WebError, fetch};
use server::{Reply, Server};
use shell::{FRENCH, program};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;
use terminal::{Setup, Terminal};

const PAGE: &str = "<!DOCTYPE html><html lang=fr><head><title>Le tram</title></head><body><article><h1>Le tram</h1>\
                    <p>La ville attend le tram depuis dix ans, et les marchands ne l’attendent plus.</p>\
                    <p>« Personne ne nous a rien demandé », regrette Zoé Lefèvre, qui vend des fleurs.</p>\
                    </article></body></html>";

/// Little is waited for and little is taken, so that no test takes long.
fn small() -> Fetching {
    let limits =
        Limits { bytes: 100_000, connect: Duration::from_secs(2), all: Duration::from_millis(400), hops: 5 };
    Fetching { limits, ..Fetching::default() }
}

/// The same with all the time that a machine under load may need.
fn patient() -> Fetching {
    Fetching { limits: Limits { bytes: 100_000, ..Limits::default() }, ..Fetching::default() }
}

/// The program in a home of its own.
fn run(home: &Path, arguments: &[&str]) -> Output {
    program(home, FRENCH, arguments).output().expect("the program starts")
}

#[track_caller]
fn printed(output: Output) -> (String, String) {
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let (out, err) = (text(output.stdout), text(output.stderr));
    assert_eq!(output.status.code(), Some(0), "{out} {err}");
    (out, err)
}

/// Asserts that it stopped with code 4, and gives the one line that says why.
#[track_caller]
fn refused(output: Output) -> String {
    let err = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(4), 0), "{err}");
    assert_eq!(err.lines().count(), 1, "{err}");
    err
}

/// The files under a folder, with what is in them.
fn kept(home: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else {
                found.push((path.clone(), fs::read(&path).expect("readable")));
            }
        }
    }
    let mut found = Vec::new();
    walk(&home.join(".local/share/exergue/pages"), &mut found);
    found.sort();
    found
}

fn window(home: &Path, arguments: &[&str]) -> Terminal {
    Setup { home, size: (80, 24), variables: &[] }.run(arguments)
}

#[test]
fn a_page_comes_with_its_type_and_charset_and_asks_for_nothing_else() {
    let server = Server::start(|_| Reply::page(PAGE).header("Set-Cookie: a=b; Path=/"));
    let page = fetch(&server.address("/tram"), &patient()).expect("there");
    assert_eq!((page.bytes.as_slice(), page.kind.as_str()), (PAGE.as_bytes(), "text/html"));
    assert_eq!(page.charset.as_deref(), Some("utf-8"));
    fetch(&server.address("/tram"), &patient()).expect("there");
    let asked = server.asked();
    assert_eq!(asked.len(), 2);
    for request in asked {
        let request = request.to_ascii_lowercase();
        assert!(request.starts_with("get /tram http/1.1\r\n"), "{request}");
        assert!(request.contains("\r\nuser-agent: exergue/"), "{request}");
        assert!(!request.contains("cookie") && !request.contains("referer"), "{request}");
    }
}

#[test]
fn five_redirections_are_followed_and_six_are_not() {
    let server = Server::start(|path| match path.trim_start_matches('/').parse::<u32>() {
        Ok(0) => Reply::page(PAGE).header("Set-Cookie: never=back"),
        Ok(left) => Reply::redirect(&format!("{}", left - 1)).header("Set-Cookie: never=back"),
        Err(_) => Reply::redirect("/loop"),
    });
    let page = fetch(&server.address("/5"), &patient()).expect("there");
    assert_eq!((page.bytes.as_slice(), page.location), (PAGE.as_bytes(), Some(server.address("/0"))));
    assert_eq!(fetch(&server.address("/0"), &patient()).expect("there").location, None);
    assert!(server.asked().iter().all(|request| !request.contains("never=back")));
    for path in ["/6", "/loop"] {
        assert_eq!(fetch(&server.address(path), &patient()), Err(WebError::TooManyRedirects), "{path}");
    }
}

#[test]
fn a_redirection_leads_to_pages_only() {
    for target in ["file:///etc/passwd", "ftp://127.0.0.1/a", "javascript:alert(1)", "data:text/html,a"] {
        let server = Server::start(move |_| Reply::redirect(target));
        let failed = fetch(&server.address("/"), &patient());
        assert_eq!(failed, Err(WebError::NotHttp(target.to_owned())));
    }
}

#[test]
fn what_does_not_end_or_does_not_come_is_given_up() {
    let endless = Server::start(|_| Reply::endless(b"<p>encore</p>"));
    assert_eq!(fetch(&endless.address("/"), &patient()), Err(WebError::TooLarge(0)));
    let bomb = Server::start(|_| Reply::gzip_bomb(50_000_000));
    assert_eq!(fetch(&bomb.address("/"), &patient()), Err(WebError::TooLarge(0)));
    for server in [Server::start(|_| Reply::silence()), Server::start(|_| Reply::page(PAGE).then_silence())] {
        assert_eq!(fetch(&server.address("/"), &small()), Err(WebError::TooSlow(0)));
    }
    // Something comes all the time, and yet it is too slow.
    let mut unlimited = small();
    unlimited.limits.bytes = u64::MAX;
    assert_eq!(fetch(&endless.address("/"), &unlimited), Err(WebError::TooSlow(0)));
}

#[test]
fn each_refusal_says_what_why_and_what_would_work() {
    let home = tempfile::tempdir().expect("a folder");
    let server = Server::start(|path| Reply::status(path.trim_start_matches('/')));
    for (status, said) in [
        ("404", "pas de page à cette adresse\u{a0}: vérifiez-la (404)"),
        ("410", "pas de page à cette adresse\u{a0}: vérifiez-la (410)"),
        (
            "403",
            "le serveur refuse la page\u{a0}: 403\u{a0}; enregistrez-la depuis un navigateur et ouvrez le fichier",
        ),
        ("500", "le serveur est en panne\u{a0}: réessayez plus tard (500)"),
    ] {
        let address = server.address(&format!("/{status}"));
        let line = refused(run(home.path(), &["text", &address]));
        assert_eq!(line, format!("exergue: {address}: {said}\n"));
    }
    let english = refused(run(home.path(), &["quotes", &server.address("/451"), "--lang", "en"]));
    assert!(
        english.ends_with("the server refuses the page: 451; save it from a browser and open the file\n")
    );
    let gone = { Server::start(|_| Reply::page(PAGE)).address("/") };
    assert!(refused(run(home.path(), &[&gone])).contains("serveur injoignable"));
    assert_eq!(kept(home.path()), []);
}

#[test]
fn nothing_is_kept_of_what_cannot_be_read() {
    let home = tempfile::tempdir().expect("a folder");
    let server = Server::start(|path| match path {
        "/image" => Reply::new("image/png", b"\x89PNG\r\n\x1a\n...."),
        "/empty" => Reply::page("<html><body></body></html>"),
        _ => Reply::new("text/html", b"<html><body><p>Une page qui annonce plus").cut_short(),
    });
    for (path, code) in [("/image", 3), ("/empty", 1), ("/cut", 4)] {
        let output = run(home.path(), &["text", &server.address(path)]);
        assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(kept(home.path()), []);
}

#[test]
fn a_page_is_kept_and_opens_again_without_a_network() {
    let home = tempfile::tempdir().expect("a folder");
    let server = Server::start(|_| Reply::page(PAGE));
    let address = server.address("/tram?utm_source=lettre#suite");
    let (text, said) = printed(run(home.path(), &["text", &address]));
    assert!(text.starts_with("Le tram\nLa ville attend"), "{text}");
    assert_eq!(said, "");
    let files = kept(home.path());
    assert_eq!(files.len(), 2, "{files:?}");
    assert!(
        files
            .iter()
            .any(|(path, bytes)| path.extension() == Some("html".as_ref()) && bytes == PAGE.as_bytes())
    );
    let line = files.iter().find(|(path, _)| path.ends_with("copies.jsonl")).expect("told").1.clone();
    let line: serde_json::Value = serde_json::from_slice(&line).expect("one line of JSON");
    assert_eq!(line["address"], server.address("/tram?utm_source=lettre"));
    assert_eq!((&line["type"], &line["charset"]), (&"text/html".into(), &"utf-8".into()));

    for arguments in [vec!["text", &address], vec!["text", &address, "--offline"]] {
        let (again, said) = printed(run(home.path(), &arguments));
        assert_eq!(again, text);
        assert!(said.starts_with("exergue: copie du ") && said.lines().count() == 1, "{said}");
    }
    assert_eq!(server.asked().len(), 1);
    let other = refused(run(home.path(), &["text", &server.address("/autre"), "--offline"]));
    assert!(other.contains("aucune copie ici, et --offline interdit le réseau"), "{other}");
    assert_eq!(server.asked().len(), 1);
    assert_eq!(kept(home.path()).len(), 2);
}

#[test]
fn the_content_decides_whatever_the_server_says_it_is() {
    let home = tempfile::tempdir().expect("a folder");
    let latin = encoding_rs::WINDOWS_1252.encode(PAGE).0.into_owned();
    let server = Server::start(move |path| {
        match path {
        "/plain" => Reply::new("text/plain; charset=iso-8859-1", PAGE.as_bytes()),
        "/none" => Reply::new("", PAGE.as_bytes()),
        "/lies" => Reply::new("text/html; charset=utf-8", &latin),
        _ => {
            Reply::new("application/octet-stream", "# Le tram\n\nUn *mot* et un [lien](https://example.org/a).\n\n## Suite\n\n- un **point**\n- un autre\n".as_bytes())
        }
    }
    });
    let (expected, _) = printed(run(home.path(), &["text", &server.address("/plain")]));
    assert!(expected.contains("Zoé Lefèvre"), "{expected}");
    for path in ["/none", "/lies"] {
        assert_eq!(printed(run(home.path(), &["text", &server.address(path)])).0, expected, "{path}");
    }
    let (markdown, _) = printed(run(home.path(), &["text", &server.address("/md"), "-q"]));
    assert_eq!(markdown, "Le tram\nUn mot et un lien.\nSuite\nun point\nun autre\n");
    let roman = encoding_rs::MACINTOSH.encode(PAGE).0.into_owned();
    let server = Server::start(move |_| Reply::new("text/html; charset=macintosh", &roman));
    let address = server.address("/");
    assert_eq!(printed(run(home.path(), &["text", &address])).0, expected);
    // What the server said of it is kept with the copy.
    assert_eq!(printed(run(home.path(), &["text", &address, "-q"])).0, expected);
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn notes_stay_with_a_page_that_is_fetched_anew() {
    let home = tempfile::tempdir().expect("a folder");
    let server = Server::start(|_| Reply::page(PAGE));
    let address = server.address("/tram");
    let mut first = window(home.path(), &[&address]);
    first
        .shows("La ville attend")
        .keys("llc")
        .shows("Nouvelle note")
        .keys("qui ?")
        .keys_until("\x13", "enregistré");
    // The same text: nothing happens.
    first.keys("R").shows("la page n’a pas changé");
    assert_eq!((server.asked().len(), kept(home.path()).len()), (2, 2));
    server.answers(|_| {
        Reply::page(&PAGE.replace(
            "<h1>Le tram</h1>",
            "<h1>Le tram</h1><p>Mis à jour lundi, après la réunion du conseil.</p>",
        ))
    });
    first.keys("R").shows("Mis à jour lundi").shows("●").keys("q");
    assert_eq!(first.exit_code(), 0);
    let files = kept(home.path());
    assert_eq!(files.len(), 3, "the older copy stays");

    // The newest copy opens, at another address of the page too, and without a network.
    let asked = server.asked().len();
    let mut again = window(home.path(), &[&format!("{address}/?utm_medium=x"), "--offline"]);
    again.shows("Mis à jour lundi").keys("C").shows("qui ?").keys("qq");
    assert_eq!(again.exit_code(), 0);
    let mut last = window(home.path(), &[]);
    last.shows("Mis à jour lundi").keys("q");
    assert_eq!(last.exit_code(), 0);
    assert_eq!(server.asked().len(), asked);
    let (notes, _) = printed(run(home.path(), &["notes", &address, "-q"]));
    assert!(notes.contains("qui ?"), "{notes}");
    let mut offline = window(home.path(), &[&address, "--offline"]);
    offline.shows("Mis à jour lundi").keys("R").shows("--offline interdit le réseau").keys("q");
    assert_eq!((offline.exit_code(), server.asked().len()), (0, asked));
}

#[test]
fn fetching_anew_can_be_stopped_and_can_fail() {
    let home = tempfile::tempdir().expect("a folder");
    let server = Server::start(|_| Reply::page(PAGE));
    let mut window = window(home.path(), &[&server.address("/tram")]);
    window.shows("La ville attend");
    server.answers(|_| Reply::page(PAGE).then_silence());
    window.keys("R").shows("téléchargement 1 ko").keys("\x1b").hides("téléchargement");
    server.answers(|_| Reply::status("503"));
    window.keys("R").shows("le serveur est en panne").shows("La ville attend").keys("q");
    assert_eq!(window.exit_code(), 0);
    let mut again = self::window(home.path(), &[&server.address("/tram")]);
    assert_eq!(again.shows("copie du").keys("q").exit_code(), 0);
    assert_eq!(kept(home.path()).len(), 2);
}

#[test]
fn the_first_fetch_tells_how_far_it_is_and_ctrl_c_leaves_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    let server = Server::start(|_| Reply::page(PAGE).then_silence());
    let mut window = window(home.path(), &[&server.address("/tram")]);
    window.sent("téléchargement 1 ko (Ctrl-C arrête)").keys("\x03");
    assert_ne!(window.exit_code(), 0);
    assert_eq!(kept(home.path()), []);
}

#[test]
fn editions_that_name_one_page_have_the_same_notes() {
    let home = tempfile::tempdir().expect("a folder");
    let server = Server::start(|path| {
        let link = if path == "/front" { "/" } else { "/tram" };
        Reply::page(&PAGE.replace("<title>", &format!("<link rel=canonical href='{link}'><title>{path} ")))
    });
    let mut first = window(home.path(), &[&server.address("/tram/amp")]);
    first
        .shows("La ville attend")
        .keys("llc")
        .shows("Nouvelle note")
        .keys("qui ?")
        .keys_until("\x13", "enregistré");
    assert_eq!(first.keys("q").exit_code(), 0);
    let (notes, _) = printed(run(home.path(), &["notes", &server.address("/tram/print"), "-q"]));
    assert!(notes.contains("qui ?"), "{notes}");
}

#[test]
fn without_a_file_nothing_is_fetched() {
    let home = tempfile::tempdir().expect("a folder");
    let server = Server::start(|_| Reply::page(PAGE));
    let mut first = window(home.path(), &[&server.address("/tram")]);
    assert_eq!(first.shows("La ville attend").keys("q").exit_code(), 0);
    fs::remove_dir_all(home.path().join(".local/share/exergue/pages")).expect("removed");
    let _ = fs::remove_dir_all(home.path().join(".local/state/exergue/backup/pages"));
    let (text, _) = printed(run(home.path(), &["text"]));
    assert!(text.contains("Arthur Mensch"), "the bundled article: {text}");
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn a_link_to_a_page_is_followed_in_the_window_and_back_again() {
    let suite = PAGE.replace("Le tram", "La suite du tram").replace("<p>La ville", "<p id=ville>Cette ville");
    let linked =
        PAGE.replace("</article>", "<p>Voir <a href=\"suite.html#ville\">la suite</a>.</p></article>");
    let server = Server::start(move |path| match path {
        "/tram.html" => Reply::page(&linked),
        "/suite.html" => Reply::page(&suite),
        _ => Reply::status("404"),
    });
    let home = tempfile::tempdir().expect("a folder");
    let local = home.path().join("a.md");
    let link = |name: &str| format!("[le dossier]({})", server.address(name));
    let text = format!("# Mes notes\n\nVoir {}.\n\nOu alors {}.\n", link("/tram.html"), link("/absent.html"));
    fs::write(&local, text).expect("written");
    let local = local.to_str().expect("UTF-8");

    let mut terminal = window(home.path(), &[local]);
    terminal.shows("Mes notes").keys("l").shows("Entrée suivre").keys("\r").shows("Zoé Lefèvre");
    terminal.keys("l").keys("s").shows("enregistré");
    terminal.keys("Fff").shows("Cette ville").shows("Ctrl-O revient");
    terminal.keys("\x0f").shows("Zoé Lefèvre").shows("◆1").keys("\x0f").shows("Ou alors");
    // What is not there leaves one where one was, and says why.
    terminal.keys("l").keys("\r").shows("404").shows("Ou alors");
    terminal.keys("O").shows("La suite du tram").keys("j").shows("/tram.html");
    terminal.keys("\x1b").hides("Bibliothèque").keys("q");
    assert_eq!(terminal.exit_code(), 0);
    let asked = server.asked().len();
    assert_eq!(asked, 3, "{:?}", server.asked());

    let mut again = window(home.path(), &["--offline", local]);
    again.shows("Mes notes").keys("ggl").shows("Entrée suivre").keys("\r").shows("Zoé Lefèvre").shows("◆1");
    again.keys("q");
    assert_eq!(again.exit_code(), 0);
    assert_eq!(server.asked().len(), asked, "the copy is enough");
}

/// A page that links to `suite.html`, which stands in the folder `2026/` only.
fn redirecting(head: &'static str) -> Server {
    let article = "</article>";
    let linked = PAGE
        .replace(article, "<p>Voir <a href=\"suite.html\">la suite</a>.</p></article>")
        .replace("<title>", &format!("{head}<title>"));
    Server::start(move |path| match path {
        "/court" => Reply::redirect("/2026/tram.html"),
        "/2026/tram.html" | "/tram.html" => Reply::page(&linked),
        "/2026/suite.html" => Reply::page(&PAGE.replace("La ville", "Cette ville")),
        _ => Reply::status("404"),
    })
}

#[test]
fn links_lead_on_from_where_redirections_led_also_in_the_kept_copy() {
    let (home, server) = (tempfile::tempdir().expect("a folder"), redirecting(""));
    for asked in [3, 3] {
        let mut terminal = window(home.path(), &[&server.address("/court")]);
        terminal.shows("La ville attend").keys("GFff").shows("Cette ville").keys("q");
        assert_eq!(terminal.exit_code(), 0);
        assert_eq!(server.asked().len(), asked, "{:?}", server.asked());
    }
}

#[test]
fn links_lead_on_from_what_the_page_says_they_do() {
    let (home, server) = (tempfile::tempdir().expect("a folder"), redirecting("<base href='/2026/x'>"));
    let mut terminal = window(home.path(), &[&server.address("/tram.html")]);
    terminal.shows("La ville attend").keys("GFff").shows("Cette ville").keys("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_page_on_the_way_is_told_of_and_esc_gives_it_up() {
    let server = Server::start(|_| Reply::page("<html><body><p>Le début").then_silence());
    let home = tempfile::tempdir().expect("a folder");
    let local = home.path().join("a.md");
    fs::write(&local, format!("Voir [le dossier]({}).\n", server.address("/lent.html"))).expect("written");
    let mut terminal = window(home.path(), &[local.to_str().expect("UTF-8")]);
    terminal.shows("le dossier").keys("\r").shows("téléchargement").keys("\x1b").hides("téléchargement");
    terminal.shows("Voir le dossier").keys("q");
    assert_eq!(terminal.exit_code(), 0);
    assert_eq!(kept(home.path()), [], "nothing is kept of it");
}

#[test]
fn the_image_of_a_link_is_never_fetched() {
    let server = Server::start(|_| Reply::status("404"));
    let home = tempfile::tempdir().expect("a folder");
    let local = home.path().join("a.md");
    fs::write(&local, format!("![Le plan]({}) est là.\n", server.address("/plan.png?v=2"))).expect("written");
    let mut terminal = window(home.path(), &[local.to_str().expect("UTF-8")]);
    terminal.shows("Le plan").keys("\r").shows("navigateur").keys("q");
    assert_eq!(terminal.exit_code(), 0);
    assert_eq!(server.asked(), Vec::<String>::new());
}
