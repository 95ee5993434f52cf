use super::*;
use crate::app::view::sample::{Sample, dump, text_of};
use crate::doc::{BlockKind, Builder, Extent};
use crate::mark::{Analysis, Entity, EntityKind};
use crate::text::Span;
use insta::assert_snapshot;

fn screen(input: &Input) -> String {
    format!("{}\n{}", text_of(&title(input)), dump(&rows(input))).replace('\u{a0}', "~")
}

#[test]
fn at_100_columns() {
    assert_snapshot!(screen(&Sample::new().input(100)), @r"
    Qui dit quoi (5) · tri~: temps de parole · filtre~: 
    ▸ Yann Le Goff — président de l’association des marchands des Halles    1 citation · 20 mots · 53~%
        §3  (deux-points)  « On nous demande de survivre à quatre ans de travaux. Personne n’a c… »  ●1
      Claire Denoual                                                       2 citations · 15 mots · 39~%
        §2  a déclaré      « C’est un choix de santé publique autant que de transport »
        §2  Selon          « s’améliorerait dès la première année »                  Denoual ? fragment
      (locuteur non trouvé)                                                  1 citation · 3 mots ·  8~%
        §5                 « Rien n’est décidé »
      (mots à distance)                                                              1 citation · 1 mot
        §4                 « apaisée »                                                       à distance

    temps de parole  Le Goff ████████  Denoual ██████  autres █▏
    ");
}

#[test]
fn at_80_columns_the_chosen_quotation_unfolds() {
    let mut sample = Sample::new();
    sample.list.chosen = 1;
    assert_snapshot!(screen(&sample.input(80)), @r"
    Qui dit quoi (5) · tri~: temps de parole · filtre~: 
      Yann Le Goff — président de l’association des m…  1 citation · 20 mots · 53~%
      ▸ §3  (deux-points)  « On nous demande de survivre à quatre ans de         ●1
                           travaux. Personne n’a chiffré ce que cela coûte à un
                           maraîcher. »
      Claire Denoual                                   2 citations · 15 mots · 39~%
        §2  a déclaré      « C’est un choix de santé publique autant que de tran… »
        §2  Selon          « s’améliorerait dès la première … »  Denoual ? fragment
      (locuteur non trouvé)                              1 citation · 3 mots ·  8~%
        §5                 « Rien n’est décidé »
      (mots à distance)                                          1 citation · 1 mot
        §4                 « apaisée »                                   à distance

    temps de parole  Le Goff ████████  Denoual ██████  autres █▏
    ");
}

#[test]
fn at_50_columns_roles_and_words_go() {
    let mut sample = Sample::new();
    sample.list.chosen = 1;
    assert_snapshot!(screen(&sample.input(50)), @r"
    Qui dit quoi (5) · tri~: temps de parole
      Yann Le Goff                  1 citation · 53~%
      ▸ §3  (deux-points) « On nous demande de     ●1
                          survivre à quatre ans
                          de travaux. Personne… »
      Claire Denoual               2 citations · 39~%
        §2  a déclaré     « C’est un choix de sant… »
        §2  Selon         « s’améliore… »  ? fragment
      (locuteur non trouvé)         1 citation ·  8~%
        §5                « Rien n’est décidé »
      (mots à distance)                    1 citation
        §4                « apaisée »      à distance

    temps de parole  Le Goff ████  autres ███▌
    ");
}

#[test]
fn in_reading_order_the_speaker_stands_in_the_row() {
    let mut sample = Sample::new();
    sample.list.sort = 1;
    assert_snapshot!(screen(&sample.input(80)), @r"
    Qui dit quoi (5) · tri~: ordre de lecture · filtre~: 
    ▸ §2  Claire Denoual   a déclaré      « C’est un choix de santé publique autant
                                          que de transport »
      §2  Claire Denoual ? Selon          « s’améliorerait dès la prem… »  fragment
      §3  Yann Le Goff     (deux-points)  « On nous demande de survivre à qu… »  ●1
      §4                                  « apaisée »                    à distance
      §5  ?                               « Rien n’est décidé »

    temps de parole  Le Goff ████████  Denoual ██████  autres █▏
    ");
    assert_snapshot!(screen(&sample.input(50)), @r"
    Qui dit quoi (5) · tri~: ordre de lecture
    ▸ §2  Claire Den… « C’est un choix de santé
                      publique autant que de
                      transport »
      §2  Claire D… ? « s’améliorerait d… »  fragment
      §3  Yann Le Go… « On nous demande de sur… »  ●1
      §4              « apaisée »          à distance
      §5  ?           « Rien n’est décidé »

    temps de parole  Le Goff ████  autres ███▌
    ");
}

#[test]
fn the_filter_finds_speakers_words_kinds_and_annotations() {
    let mut sample = Sample::new();
    let mut found = |filter: &str| {
        filter.clone_into(&mut sample.list.filter);
        let items = items(&sample.input(80)).into_iter();
        let index =
            |item: Item| if let Subject::Quotation(index) = item.subject { Some(index) } else { None };
        items.filter_map(index).collect::<Vec<_>>()
    };
    assert_eq!(found("denoual"), [0, 1]);
    assert_eq!(found("ANNEE"), [1]);
    assert_eq!(found("type:fragment"), [1]);
    assert_eq!(found("plume:rose"), [2]);
}

/// What the text says that its first words are.
fn role_of(name: &str, text: &str) -> Option<String> {
    let mut builder = Builder::default();
    builder.block(BlockKind::Paragraph, text);
    let document = builder.finish(Extent::Whole);
    let entity = Entity {
        name: name.to_owned(),
        kind: EntityKind::Person,
        aliases: Vec::new(),
        mentions: vec![Span::new(0, name.len())],
    };
    let analysis = Analysis::new(Vec::new(), vec![entity], Vec::new(), Span::new(0, text.len()));
    speakers::role(&document, &analysis, 0).map(str::to_owned)
}

#[test]
fn a_role_stands_between_commas_after_the_first_mention() {
    assert_eq!(
        role_of("Arthur Mensch", "Arthur Mensch, directeur général de Mistral, a lancé un appel").as_deref(),
        Some("directeur général de Mistral")
    );
    assert_eq!(role_of("Ann Lee", "Ann Lee, who left, was late"), None, "a relative");
    assert_eq!(role_of("Claire Denoual", "Claire Denoual, a dit la mairie, reste"), None, "a verb");
    assert_eq!(role_of("Ann Lee", "Ann Lee, chief of staff. Then, later"), None, "the sentence ends before");
    assert_eq!(role_of("Ann Lee", "Ann Lee chairs the board, always"), None, "no comma");
}

#[test]
fn pronouns_that_nothing_resolves_are_nobody() {
    let sample = Sample::new();
    let mut quotation = sample.analysis.quotations.items()[1].clone();
    let pronoun = sample.document.text().find("elle, l’air").expect("the sample has a pronoun");
    quotation.speaker = Some(crate::mark::Speaker {
        mention: Some(Span::new(pronoun, pronoun + 4)),
        name: None,
        carried: false,
    });
    assert_eq!(who(&sample.document, &quotation), Who::NotFound);
}

#[test]
fn signs_alone_are_no_words() {
    assert_eq!(speakers::words("« C’est 3 fois – oui ! »"), 4);
    assert_eq!(speakers::words("«\u{a0}oui\u{a0}»"), 1);
}
