//! Names in the articles of `tests/gold` whose entities were written down by hand, in both languages.

use super::{analyse, document, named, span};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// The least F1 of names in all articles of a language together, span and kind exact.
const FLOORS: [(&str, f64); 5] =
    [("en2", 0.905), ("en3", 0.955), ("fr2", 0.935), ("en4", 0.82), ("fr4", 0.81)];

/// Right, found and to be found.
#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn mean(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

fn count(gold: &Value, folder: &Path) -> Count {
    let article = folder.join(gold["article"].as_str().expect("gold names its article"));
    let document = document(&std::fs::read_to_string(article).expect("the article is there"));
    let text = document.text();
    let analysis = analyse(&document);
    let names = analysis.mentions.items().iter().filter(|mention| !mention.kind.is_landmark());
    let found: Vec<_> = names.map(|mention| (mention.span, mention.kind.name())).collect();
    let entities = gold["entities"].as_array().expect("gold has entities");
    let right = entities.iter().filter(|entity| {
        let at = span(text, entity).expect("an entity lies somewhere");
        let or = entity["or"].as_array().into_iter().flatten();
        let mut kinds = or.chain([&entity["type"]]).filter_map(Value::as_str);
        kinds.any(|kind| found.contains(&(at, kind)))
    });
    Count { right: right.count(), found: found.len(), gold: entities.len() }
}

#[test]
fn names_of_whole_articles_keep_to_their_floors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    for entry in std::fs::read_dir(folder.join("tests/gold")).expect("the gold is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some((start, _)) =
            FLOORS.iter().find(|(start, _)| name.starts_with(start) && name.ends_with(".json"))
        else {
            continue;
        };
        let gold = std::fs::read_to_string(entry.path()).expect("gold can be read");
        let one = count(&serde_json::from_str(&gold).expect("the gold is JSON"), folder);
        let sum = counts.entry(start).or_default();
        sum.right += one.right;
        sum.found += one.found;
        sum.gold += one.gold;
    }
    for (start, floor) in FLOORS {
        let count = counts.get(start).expect("there are articles of each language");
        assert!(count.mean() >= floor, "{start}: F1 {:.3} of {} names", count.mean(), count.gold);
    }
}

#[test]
fn surroundings_tell_bodies_works_and_datelines() {
    for (text, name) in [
        ("Une étude de l’université de Caen est parue hier.", "organisation: université de Caen"),
        (
            "Le ministère russe des Affaires étrangères a réagi.",
            "organisation: ministère russe des Affaires étrangères",
        ),
        ("OSLO, May 12 (Reuters) - The fund said it was sorry for this.", "place: OSLO"),
        ("Son dernier film, « Les Heures perdues », a plu à Paul Martin.", "work: Les Heures perdues"),
        ("Her album “Night Boat to Cadiz” has been sold for years.", "work: Night Boat to Cadiz"),
    ] {
        let found = named(text);
        assert!(found.iter().any(|one| one == name), "{text}: {found:?}");
    }
    let found = named("“I know Doyle too well,” Jane Miller said. Les Toulousains ont attendu.");
    assert!(found.iter().all(|one| !one.starts_with("work:") && !one.contains("Toulousains")), "{found:?}");
}

#[test]
fn forms_of_address_and_labels_are_no_part_of_a_name() {
    for (text, name) in [
        ("The meeting was chaired by Cllr Jane Hehir, who asked for calm.", "person: Jane Hehir"),
        ("Besides Ms. Broussard-Lang, she is survived by a brother.", "person: Broussard-Lang"),
        ("It is not true, Insp. Martin Doyle told the court on Friday.", "person: Martin Doyle"),
        ("The plan was attacked by Deputy Paul Lillis in the debate.", "person: Paul Lillis"),
    ] {
        let found = named(text);
        assert!(found.iter().any(|one| one == name), "{text}: {found:?}");
    }
    let found =
        named("Q. When did you think that it might work?\nA. In a bar in Malawi, to be honest with you.");
    assert_eq!(found, ["place: Malawi"]);
}

#[test]
fn bodies_laws_and_parties_keep_their_small_words() {
    for (text, name) in [
        (
            "The grant came from the National Fund for the Blind last year.",
            "organisation: National Fund for the Blind",
        ),
        (
            "He runs the Department of Soil and Forests in the capital.",
            "organisation: Department of Soil and Forests",
        ),
        ("It is paid for by the African Grain Bank, they say.", "organisation: African Grain Bank"),
        (
            "They voted for the Passenger Services (Reform) Bill on Monday.",
            "law: Passenger Services (Reform) Bill",
        ),
        ("It was banned by the Water Quality Act of 1987, he said.", "law: Water Quality Act of 1987"),
        (
            "Elle invoque la loi sur le devoir de vigilance depuis hier.",
            "law: loi sur le devoir de vigilance",
        ),
        ("She was beaten by Jane Hehir (FF) in the end.", "organisation: FF"),
        ("She was born in Sedalia, Mo., and died there.", "place: Mo."),
        ("The captain of the bulk carrier Anna Marika did not answer.", "product: Anna Marika"),
        ("Les habitants de Vaucreuse ne veulent plus de la carrière.", "place: Vaucreuse"),
    ] {
        let found = named(text);
        assert!(found.iter().any(|one| one == name), "{text}: {found:?}");
    }
}
