//! Known names inside longer ones, beside others, and where they may be something else.

use exergue::analyse::Engine;
use exergue::doc::{BlockKind, Builder, Extent};
use exergue::mark::{Analysis, EntityKind};
use exergue::text::Span;

/// What is found in one paragraph.
fn analysis(text: &str) -> (Analysis, String) {
    let mut builder = Builder::with_capacity(text.len());
    builder.block(BlockKind::Paragraph, text);
    let document = builder.finish(Extent::Whole);
    let engine = Engine::new(&[], &[]);
    let analysis =
        engine.analyse(&document, Span::default(), &|| false, &mut |_| {}).expect("nobody stops it");
    (analysis, document.text().to_owned())
}

/// The surfaces found and their kinds, in reading order.
fn found(text: &str) -> Vec<(String, EntityKind)> {
    let (analysis, text) = analysis(text);
    let mut mentions: Vec<(Span, EntityKind)> = analysis
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(|&span| (span, entity.kind)))
        .collect();
    mentions.sort_by_key(|(span, _)| span.start());
    mentions.into_iter().map(|(span, kind)| (span.of(&text).to_owned(), kind)).collect()
}

#[test]
fn a_longer_name_is_not_cut() {
    use EntityKind::{Event, Organisation, Person, Place};
    let cases = [
        (
            "Hier soir, le Paris Saint-Germain a battu les Girondins de Bordeaux.",
            "Paris Saint-Germain",
            Organisation,
        ),
        ("Selon le magazine Lyon Capitale, rien ne change.", "Lyon Capitale", Organisation),
        (
            "She teaches at the London School of Economics, they say.",
            "London School of Economics",
            Organisation,
        ),
        ("It was the Los Angeles Times that broke the story.", "Los Angeles Times", Organisation),
        ("Ils ont joué contre les Los Angeles Lakers en avril.", "Los Angeles Lakers", Organisation),
        ("He owns shares of El Paso Energy, he said.", "El Paso Energy", Organisation),
        ("He studied at New York University, he said.", "New York University", Organisation),
        ("Elle a défilé avec Paris Hilton mardi.", "Paris Hilton", Person),
        ("Hier, Jack London écrivait un roman.", "Jack London", Person),
        ("The ship was seen by Sydney Sweeney yesterday.", "Sydney Sweeney", Person),
        ("Le Crédit agricole Île-de-France recrute.", "Crédit agricole", Organisation),
        ("La région Nouvelle-Aquitaine a voté le budget.", "Nouvelle-Aquitaine", Place),
        ("Ils vivent en Afrique du Sud depuis dix ans.", "Afrique du Sud", Place),
        ("Ils partent en Corée du Nord demain.", "Corée du Nord", Place),
        ("Le Parti communiste palestinien a été fondé alors.", "Parti communiste palestinien", Organisation),
        ("La Coupe du monde de rugby commence.", "Coupe du monde de rugby", Event),
        ("Le Tour de France femmes part de Lyon.", "Tour de France femmes", Event),
        ("La Banque centrale européenne a relevé ses taux.", "Banque centrale européenne", Organisation),
        (
            "La Cour européenne des droits de l’homme a tranché.",
            "Cour européenne des droits de l’homme",
            Organisation,
        ),
        ("Le Monde diplomatique l’a écrit.", "Le Monde diplomatique", Organisation),
        ("The New England Patriots lost again on Sunday.", "New England Patriots", Organisation),
        ("L’Etat islamique a revendiqué l’attaque.", "Etat islamique", Organisation),
        ("Les Etats-Unis ont répondu jeudi.", "Etats-Unis", Place),
    ];
    let missed: Vec<_> = cases
        .into_iter()
        .map(|(text, name, kind)| (name, kind, found(text)))
        .filter(|(name, kind, found)| !found.iter().any(|(surface, other)| surface == name && other == kind))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_place_before_a_person_stays_by_itself() {
    let text = "Los Angeles Mayor Karen Bass said so, and New York Governor Kathy Hochul agreed with her.";
    let found = found(text);
    for place in ["Los Angeles", "New York"] {
        assert!(found.contains(&(place.to_owned(), EntityKind::Place)), "{place}: {found:?}");
    }
}

#[test]
fn acronyms_and_both_languages_are_one_entity() {
    let (analysis, _) = analysis(
        "Le Royaume-Uni, ou United Kingdom, a quitté l’Union européenne. L’UE le regrette, l’European Union aussi.",
    );
    let count = |name: &str| {
        analysis.entities.iter().find(|entity| entity.name == name).map_or(0, |entity| entity.mentions.len())
    };
    assert_eq!((count("Royaume-Uni"), count("Union européenne")), (2, 3));
}

#[test]
fn a_hint_gives_way_to_the_article() {
    use EntityKind::{Organisation, Person, Place};
    let cases = [
        ("Whitney Houston sang there. The crowd loved Houston, they said.", "Houston", Person),
        ("They moved to Houston in 2019, and in Houston they stayed.", "Houston", Place),
        ("Le groupe Orange a annoncé ses résultats. Chez Orange, on se tait.", "Orange", Organisation),
        ("Ils habitent à Orange, et à Orange ils resteront.", "Orange", Place),
    ];
    for (text, name, kind) in cases {
        let found = found(text);
        let kinds: Vec<EntityKind> =
            found.iter().filter(|entry| entry.0 == name).map(|entry| entry.1).collect();
        assert!(!kinds.is_empty() && kinds.iter().all(|&found| found == kind), "{name}: {found:?}");
    }
}

#[test]
fn a_known_name_has_the_apostrophes_of_the_article() {
    let name = |text: &str| analysis(text).0.entities[0].name.clone();
    assert_eq!(name("Il l’a dit à L’Équipe hier."), "L’Équipe");
    assert_eq!(name("Il l'a dit à L'Équipe hier."), "L'Équipe");
}
