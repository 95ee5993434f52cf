//! What the analysis finds, against gold written by hand, and what it must never do.

#[path = "language/cues.rs"]
mod cues;
#[path = "language/entities.rs"]
mod entities;
#[path = "language/others.rs"]
mod others;
#[path = "language/patterns.rs"]
mod patterns;
#[path = "language/quotations.rs"]
mod quotations;

use exergue::analyse::Engine;
use exergue::doc::{BlockKind, Builder, Document, Extent};
use exergue::mark::{Analysis, Term, Theme};
use exergue::text::Span;
use proptest::prelude::*;
use serde_json::Value;

const ARTICLE: &str = include_str!("../assets/mistral-mwc.fr.txt");
const GOLD: &str = include_str!("gold/mistral-mwc.fr.json");

/// Each line that is not blank is a paragraph.
fn document(text: &str) -> Document {
    let mut builder = Builder::with_capacity(text.len());
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        builder.block(BlockKind::Paragraph, line.trim());
    }
    builder.finish(Extent::Whole)
}

fn themes() -> Vec<Theme> {
    let table: toml::Table = include_str!("../config.toml").parse().expect("the themes are TOML");
    let term = |value: &toml::Value| {
        let flag = |name: &str| value.get(name).and_then(toml::Value::as_bool).unwrap_or(false);
        let text = value.as_str().or_else(|| value.get("text")?.as_str()).expect("a term has a text");
        Term { text: text.to_owned(), exact: flag("exact"), any_order: flag("any_order") }
    };
    let theme = |value: &toml::Value| Theme {
        key: value["key"].as_str().expect("a theme has a key").to_owned(),
        label: value["label"]["en"].as_str().expect("a theme has labels").to_owned(),
        description: value["description"]["en"].as_str().expect("a theme is described").to_owned(),
        terms: value["terms"].as_array().expect("a theme has terms").iter().map(term).collect(),
    };
    table["themes"].as_array().expect("themes are a list").iter().map(theme).collect()
}

fn analyse(document: &Document) -> Analysis {
    let engine = Engine::new(&[], &themes());
    engine.analyse(document, Span::default(), &|| false, &mut |_| {}).expect("nothing stops it")
}

/// The span of a gold object, in bytes of `text`.
fn span(text: &str, gold: &Value) -> Option<Span> {
    let offset = |name: &str| {
        let characters = usize::try_from(gold[name].as_u64()?).ok()?;
        Some(text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at))
    };
    Some(Span::new(offset("start")?, offset("end")?))
}

fn gold() -> Value {
    serde_json::from_str(GOLD).expect("the gold is JSON")
}

fn list<'g>(gold: &'g Value, name: &str) -> &'g [Value] {
    gold[name].as_array().expect("the gold has this list")
}

#[test]
fn the_first_look_at_the_article_finds_what_the_whole_analysis_finds() {
    let document = document(ARTICLE);
    let engine = Engine::new(&[], &themes());
    let (sketch, whole) = (engine.sketch(&document), analyse(&document));
    assert_eq!(sketch.quotations, whole.quotations);
    assert_eq!(sketch.themes, whole.themes);
    assert_eq!(sketch.mentions.items().len(), whole.mentions.items().len());
}

#[test]
fn the_bundled_article_has_its_quotations_and_speakers() {
    let document = document(ARTICLE);
    let analysis = analyse(&document);
    let text = document.text();
    let gold = gold();
    let mut wrong = Vec::new();
    for quote in list(&gold, "quotes") {
        let at = span(text, quote).expect("a quotation lies somewhere");
        let label = &quote["text"];
        let Some(found) = analysis.quotations.items().iter().find(|found| found.span == at) else {
            wrong.push(format!("not found: {label}"));
            continue;
        };
        let speaker = found.speaker.as_ref();
        if Some(found.kind.name()) != quote["kind"].as_str() {
            wrong.push(format!("{label} is {} for {}", found.kind.name(), quote["kind"]));
        }
        if speaker.and_then(|speaker| speaker.name.as_deref()) != quote["name"].as_str() {
            wrong.push(format!("{label} is said by {speaker:?} for {}", quote["name"]));
        }
        let mention = speaker.and_then(|speaker| speaker.mention);
        if mention != span(text, &quote["speaker"]) {
            let mention = mention.map(|mention| mention.of(text));
            wrong.push(format!("{label} has {mention:?} for {}", quote["speaker"]));
        }
        let cue = (found.cue, span(text, &quote["cue"]));
        let same = match cue {
            (Some(cue), Some(gold)) => cue.overlap(gold).is_some(),
            (cue, gold) => cue == gold,
        };
        if !same {
            wrong.push(format!("{label} has cue {:?} for {}", cue.0.map(|cue| cue.of(text)), quote["cue"]));
        }
    }
    let extra = analysis.quotations.items().len() - list(&gold, "quotes").len();
    assert!(wrong.is_empty() && extra == 0, "{extra} too many\n{}", wrong.join("\n"));
}

#[test]
fn the_bundled_article_has_its_entities() {
    let document = document(ARTICLE);
    let analysis = analyse(&document);
    let text = document.text();
    let gold = gold();
    let gold = list(&gold, "entities");
    let mut missed = Vec::new();
    for entity in gold {
        let at = span(text, entity).expect("an entity lies somewhere");
        let found = analysis.mentions.items().iter().find(|mention| mention.span == at);
        let right = found.is_some_and(|mention| {
            let kind = mention.kind.name();
            let kinds = entity["or"].as_array().expect("other kinds are a list");
            let typed = Some(kind) == entity["type"].as_str() || kinds.iter().any(|other| other == kind);
            typed && Some(analysis.entities[mention.entity].name.as_str()) == entity["name"].as_str()
        });
        if !right {
            let found = found.map(|mention| (mention.kind, &analysis.entities[mention.entity].name));
            missed.push(format!("{entity}: {found:?}"));
        }
    }
    let spans: Vec<Span> = gold.iter().filter_map(|entity| span(text, entity)).collect();
    let names = analysis.mentions.items().iter().filter(|mention| !mention.kind.is_landmark());
    let extra: Vec<&str> =
        names.filter(|mention| !spans.contains(&mention.span)).map(|mention| mention.span.of(text)).collect();
    assert!(missed.len() <= 1 && extra.is_empty(), "missed {missed:#?}\ntoo many {extra:?}");
    let aliases = |name: &str| {
        let entity = analysis.entity_named(name).expect("the entity is there");
        analysis.entities[entity].aliases.clone()
    };
    assert_eq!(aliases("Arthur Mensch"), ["Mensch"]);
    assert_eq!(aliases("Mobile World Congress"), ["MWC"]);
    assert_eq!(aliases("AI Act"), ["loi européenne sur l’intelligence artificielle"]);
}

#[test]
fn the_bundled_article_has_its_themes() {
    let document = document(ARTICLE);
    let analysis = analyse(&document);
    let text = document.text();
    let themes = themes();
    let gold = gold();
    let gold: Vec<(&str, Span)> = list(&gold, "themes")
        .iter()
        .map(|hit| (hit["theme"].as_str().expect("a theme"), span(text, hit).expect("a span")))
        .collect();
    let found: Vec<(&str, Span)> =
        analysis.themes.items().iter().map(|hit| (themes[hit.theme].key.as_str(), hit.span)).collect();
    let show = |hits: Vec<&(&str, Span)>| -> Vec<String> {
        hits.iter().map(|(theme, span)| format!("{theme}: {}", span.of(text))).collect()
    };
    let missed = show(gold.iter().filter(|hit| !found.contains(hit)).collect());
    let extra = show(found.iter().filter(|hit| !gold.contains(hit)).collect());
    assert!(missed.is_empty() && extra.is_empty(), "missed {missed:#?}\ntoo many {extra:#?}");
}

/// `speaker mention / name / cue` of each quotation.
fn said(text: &str) -> Vec<String> {
    let document = document(text);
    let analysis = analyse(&document);
    let text = document.text();
    let of = |span: Option<Span>| span.map_or("-", |span| span.of(text)).to_owned();
    let line = |quotation: &exergue::mark::Quotation| {
        let speaker = quotation.speaker.as_ref();
        let name = speaker.and_then(|speaker| speaker.name.clone()).unwrap_or_else(|| "-".into());
        format!("{} / {name} / {}", of(speaker.and_then(|speaker| speaker.mention)), of(quotation.cue))
    };
    analysis.quotations.items().iter().map(line).collect()
}

#[test]
fn french_reporting_is_understood() {
    for (text, expected) in [
        (
            "La ministre Claire Dupont est venue. « Nous verrons bien demain », a-t-elle répondu.",
            "elle / Claire Dupont / a-t-elle répondu",
        ),
        (
            "« Nous verrons bien demain », explique Paul Martin à la presse.",
            "Paul Martin / Paul Martin / explique",
        ),
        (
            "« Nous verrons bien demain », a déclaré mardi à l’AFP Paul Martin.",
            "Paul Martin / Paul Martin / a déclaré",
        ),
        ("« Nous verrons bien demain », Paul Martin l’a dit.", "Paul Martin / Paul Martin / l’a dit"),
        ("« Nous verrons », comme l’a dit Paul Martin.", "Paul Martin / Paul Martin / l’a dit"),
        (
            "Paul Martin, directeur de l’usine, a affirmé : « Tout va bien ici. »",
            "Paul Martin / Paul Martin / a affirmé",
        ),
        ("Paul Martin a noté que la direction « ne répond plus ».", "Paul Martin / Paul Martin / a noté"),
        (
            "Paul Martin a quitté la salle, dénonçant « une mascarade ».",
            "Paul Martin / Paul Martin / dénonçant",
        ),
        ("Selon Paul Martin, « tout va bien ici ».", "Paul Martin / Paul Martin / Selon"),
        ("« Tout va bien ici », d’après Paul Martin.", "Paul Martin / Paul Martin / d’après"),
        ("Paul Martin est inquiet. Selon lui, « tout va mal ».", "lui / Paul Martin / Selon"),
        (
            "Le maire, Paul Martin, s’est exclamé : « Quelle belle ville ! »",
            "Le maire / Paul Martin / s’est exclamé",
        ),
    ] {
        assert_eq!(said(text), [expected], "{text}");
    }
}

#[test]
fn english_reporting_is_understood() {
    for (text, expected) in [
        ("“We will see tomorrow,” said Jane Miller.", "Jane Miller / Jane Miller / said"),
        ("“We will see tomorrow,” Jane Miller said.", "Jane Miller / Jane Miller / said"),
        (
            "“We will see tomorrow,” Jane Miller, the head of the school, told reporters.",
            "Jane Miller / Jane Miller / told",
        ),
        ("Jane Miller was there. “We will see tomorrow,” she said.", "she / Jane Miller / said"),
        ("“Will we see?” Jane Miller asked.", "Jane Miller / Jane Miller / asked"),
        ("Jane Miller said that the plan was “a disaster for everyone.”", "Jane Miller / Jane Miller / said"),
        (
            "Jane Miller left the room, calling it “a disaster for everyone.”",
            "Jane Miller / Jane Miller / calling",
        ),
        ("According to Jane Miller, “the plan has failed.”", "Jane Miller / Jane Miller / According to"),
        ("\"The plan has failed,\" according to Jane Miller.", "Jane Miller / Jane Miller / according to"),
        (
            "Jane Miller has repeatedly told the board: “We will fight on.”",
            "Jane Miller / Jane Miller / has repeatedly told",
        ),
    ] {
        assert_eq!(said(text), [expected], "{text}");
    }
}

#[test]
fn speech_is_understood_inside_its_quotation_and_after_a_dash() {
    for (text, expected) in [
        ("Paul Martin arrive. « Nous verrons, dit-il, et puis voilà. »", "il / Paul Martin / dit-il"),
        ("« Nous verrons, soupire Paul Martin. On attend. »", "Paul Martin / Paul Martin / soupire"),
        ("« Ce plan, répond-il aux attentes de tous ? »", "- / - / -"),
        ("— Nous verrons bien, répond Paul Martin en riant.", "Paul Martin / Paul Martin / répond"),
    ] {
        assert_eq!(said(text), [expected], "{text}");
    }
}

#[test]
fn verbs_report_what_they_govern() {
    for (text, expected) in [
        (
            "Les pluies ont été qualifiées d’« exceptionnelles » par Paul Martin.",
            "Paul Martin / Paul Martin / qualifiées",
        ),
        (
            "Une loi qualifiée par Paul Martin de « honte pour tous ».",
            "Paul Martin / Paul Martin / qualifiée",
        ),
        ("Paul Martin y voit « une honte pour tous ».", "Paul Martin / Paul Martin / y voit"),
        ("Paul Martin parle de « trahison ».", "Paul Martin / Paul Martin / parle de"),
        (
            "The plan was described as “a shame for everyone” by Jane Miller.",
            "Jane Miller / Jane Miller / described",
        ),
        ("As Jane Miller put it, “nobody knows anything.”", "Jane Miller / Jane Miller / put"),
    ] {
        assert_eq!(said(text), [expected], "{text}");
    }
}

#[test]
fn what_stands_between_a_speaker_and_the_verb_fools_nobody() {
    for (text, expected) in [
        ("As Jane Miller noted, “nobody ever knows.”", "Jane Miller / Jane Miller / noted"),
        (
            "Jane Miller’s lawyer, Beth Harmon, said her client was “relieved and happy.”",
            "Jane Miller’s lawyer / Beth Harmon / said",
        ),
        ("Critics have dubbed the tower “the Pencil.”", "Critics / - / have dubbed"),
        (
            "« Nous sommes prêts », a indiqué à l’AFP une source proche du dossier.",
            "une source proche du dossier / - / a indiqué",
        ),
        (
            "Le texte est tombé, Paul Martin y voyant « un mauvais signal ».",
            "Paul Martin / Paul Martin / y voyant",
        ),
        (
            "Paul Martin, qui avait promis une réforme, s’est dit « prêt à partir ».",
            "Paul Martin / Paul Martin / s’est dit",
        ),
        (
            "Selon Paul Martin, qui réclame la mesure, « rien ne bouge ici ».",
            "Paul Martin / Paul Martin / Selon",
        ),
        (
            "La station, a reconnu Paul Martin, vit « un mauvais rêve ».",
            "Paul Martin / Paul Martin / a reconnu",
        ),
        ("« La porte reste ouverte », fait savoir Paul Martin.", "Paul Martin / Paul Martin / fait savoir"),
        ("“Not here!” a man in the back row shouted.", "a man / - / shouted"),
    ] {
        assert_eq!(said(text), [expected], "{text}");
    }
}

#[test]
fn a_role_stands_for_a_name_only_where_the_article_says_so() {
    let name = |text: &str| said(text).pop().expect("a quotation");
    assert!(
        name("Le maire, Paul Martin, arrive. Luc Petit aussi. « On verra bien », dit le maire.")
            .contains("/ Paul Martin /")
    );
    assert!(
        name("Paul Martin et Luc Petit arrivent. « On verra bien demain », dit le préfet.").contains("/ - /")
    );
    assert!(
        name("Paul Martin et Claire Martin arrivent. « On verra bien demain », dit Martin.")
            .contains("/ - /")
    );
    assert!(
        name("Paul Martin et Claire Martin arrivent. « On verra bien », dit Mme Martin.")
            .contains("/ Claire Martin /")
    );
}

#[test]
fn a_speaker_is_carried_over_to_the_next_quotation() {
    assert_eq!(
        said("« Nous verrons bien », a dit Paul Martin. « Demain est un autre jour. »"),
        ["Paul Martin / Paul Martin / a dit", "- / Paul Martin / -"]
    );
    assert_eq!(
        said("“We will see,” Jane Miller said. “Tomorrow is another day.”"),
        ["Jane Miller / Jane Miller / said", "- / Jane Miller / -"]
    );
}

#[test]
fn a_word_at_a_distance_is_nobodys() {
    assert_eq!(said("Ils servaient de « mules » pendant l’été."), ["- / - / -"]);
    assert_eq!(said("They worked as “mules” all summer."), ["- / - / -"]);
}

#[test]
fn a_new_sentence_is_not_an_attribution() {
    assert_eq!(said("“The plan has failed today.” Jane Miller added a chair to the room."), ["- / - / -"]);
}

/// `kind: name` of each entity, landmarks included.
fn named(text: &str) -> Vec<String> {
    let document = document(text);
    let analysis = analyse(&document);
    let entities = analysis.entities.iter();
    let mut named: Vec<String> =
        entities.map(|entity| format!("{}: {}", entity.kind.name(), entity.name)).collect();
    named.sort();
    named
}

#[test]
fn names_are_found_and_typed_in_both_languages() {
    assert_eq!(
        named("Le patron de Velbert a rencontré Claire Dupont à Trignac. Dupont et Velbert se taisent."),
        ["organisation: Velbert", "person: Claire Dupont", "place: Trignac"]
    );
    assert_eq!(
        named("The chief executive of Acme Holdings met Jane Miller near Ashby. Miller left Ashby."),
        ["organisation: Acme Holdings", "person: Jane Miller", "place: Ashby"]
    );
    assert_eq!(named("Malheureusement, rien ne va. Voilà l’État, dit l’IA."), Vec::<String>::new());
}

#[test]
fn surfaces_of_one_name_are_one_entity() {
    assert_eq!(
        named("L’UE décide. Then the EU decides: the European Union has spoken."),
        ["organisation: Union européenne"]
    );
    assert_eq!(
        named("Le Forum Atlantique Mondial (FAM) ouvre. Au FAM, on parle."),
        ["event: Forum Atlantique Mondial"]
    );
    assert_eq!(
        named("Hier, V. Sapounov parlait. Plus tard, Valentine Sapounov est partie."),
        ["person: Valentine Sapounov"]
    );
}

#[test]
fn dates_and_amounts_are_landmarks() {
    assert_eq!(
        named("Le 14 mars 2026, il a payé 412 millions d’euros, soit 38 %, en 2025."),
        ["amount: 38 %", "amount: 412 millions d’euros", "date: 14 mars 2026", "date: 2025"]
    );
    assert_eq!(
        named("On March 14, 2026 they paid $3 billion."),
        ["amount: $3 billion", "date: March 14, 2026"]
    );
}

#[test]
fn foreign_scripts_and_lone_marks_do_no_harm() {
    for text in [
        "これは「引用」です。",
        "Это «цитата», сказал он.",
        "«»“”\"\"‘’",
        "« « « «",
        "— — —",
        "\u{301}\u{200d}",
        "’s ’ '",
    ] {
        analyse(&document(text));
    }
}

#[test]
fn unbalanced_marks_are_not_paired_across_a_long_text() {
    let found = |paragraphs: usize| {
        let lines =
            "« Un début “sans fin, dit-il, « encore \"et « encore, selon lui, « fin\n".repeat(paragraphs);
        let one_line = lines.replace('\n', " ");
        [lines, one_line].map(|text| analyse(&document(&text)).quotations.items().len())
    };
    // Ten times the text, ten times what is found in it at most. Looking far ahead for each mark would take minutes.
    let (few, many) = (found(500), found(5_000));
    for (few, many) in few.into_iter().zip(many) {
        assert!(many <= few * 10 + 10, "{few} in 500 paragraphs, {many} in 5,000");
    }
}

#[test]
fn a_large_document_is_analysed_around_the_window() {
    let line = "« Nous verrons bien », a dit Paul Martin à Lyon.\n";
    let document = document(&line.repeat(exergue::analyse::WHOLE_LIMIT / line.len() + 10));
    let engine = Engine::new(&[], &themes());
    let middle = document.text().len() / 2;
    let analysis =
        engine.analyse(&document, Span::new(middle, middle + 100), &|| false, &mut |_| {}).expect("it runs");
    assert!(analysis.covered.contains(middle) && analysis.covered.len() < document.text().len());
    let first = &analysis.quotations.items()[0];
    assert!(first.span.of(document.text()).starts_with("« Nous"), "{:?}", first.span.of(document.text()));
}

#[test]
fn analysis_stops_when_asked_and_reports_its_progress() {
    let document = document(ARTICLE);
    let engine = Engine::new(&[], &themes());
    assert!(engine.analyse(&document, Span::default(), &|| true, &mut |_| {}).is_none());
    let mut seen = Vec::new();
    engine.analyse(&document, Span::default(), &|| false, &mut |percent| seen.push(percent));
    assert!(seen.is_sorted() && seen.last() == Some(&100), "{seen:?}");
}

proptest! {
    #[test]
    fn every_span_lies_in_the_text_on_character_boundaries(
        text in prop_oneof![
            any::<String>(),
            proptest::collection::vec(
                prop::sample::select(vec![
                    "« ", " »", "“", "”", "\"", "‘", "’", ", ", ". ", "! ", " ", "\n", "a dit ", "a-t-il dit", "said ", "selon ",
                    "Mensch", "Paul Martin", "UE ", "loi ", "(", ")", "il ", "la ", "de ", "ministre ", "5", "000 ", "%", "l’", "-t-il", "é", "\u{301}", "qui ",
                    "according to ", "she ", "who ", "et ", "V.", "M. ", ":", ";", "mars ", "avant de poursuivre ", "data-centre ",
                ]),
                0..60,
            ).prop_map(|parts| parts.concat()),
        ]
    ) {
        let document = document(&text);
        let analysis = analyse(&document);
        let text = document.text();
        let quotations = analysis.quotations.items().iter().flat_map(|quotation| {
            let mention = quotation.speaker.as_ref().and_then(|speaker| speaker.mention);
            [Some(quotation.span), quotation.cue, mention].into_iter().flatten()
        });
        let mentions = analysis.mentions.items().iter().map(|mention| mention.span);
        let themes = analysis.themes.items().iter().map(|hit| hit.span);
        for span in quotations.chain(mentions.clone()).chain(themes) {
            prop_assert!(text.get(span.range()).is_some_and(|slice| !slice.is_empty()), "{span:?}");
        }
        let mentions: Vec<Span> = mentions.collect();
        prop_assert!(mentions.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
    }
}
