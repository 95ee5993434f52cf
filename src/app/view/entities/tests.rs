use super::*;
use crate::app::view::sample::{Sample, dump, text_of};
use crate::app::view::{Input, View};
use crate::words::Lang;
use insta::assert_snapshot;

/// The list above, the details below.
fn screen(input: &Input, details: u16) -> String {
    let below = View::Entities.details(input, details, 11);
    format!("{}\n{}\n—\n{}", text_of(&title(input)), dump(&rows(input)), dump(&below)).replace('\u{a0}', "~")
}

#[test]
fn at_100_columns_the_details_stand_beside_the_list() {
    assert_snapshot!(screen(&Sample::new().input(45), 54), @r"
     Entités (4) · tri~: fréquence · filtre~: 
     PERSONNES 2 ────────────────────────────────
     ▸ Claire Denoual         4  ▅▂·▂·
       Yann Le Goff           1  ··▂··
     LIEUX 1 ────────────────────────────────────
       Montreval              1  ▂····
     REPÈRES (dates, montants) 1 ────────────────
       412 millions d’euros   1  ▂····
    —
     Claire Denoual — personne · 4 mentions
     alias~: La maire, l’élue
     §1 ▐La maire▌ de Montreval, Claire Denoual, a présen…
     §1 …e de Montreval, ▐Claire Denoual▌, a présenté jeu…
     §2 …nsport », a déclaré ▐l’élue▌ devant une salle co…
     §4 …romet le tract. ▐Claire Denoual▌ répond aux marc…

     Co-présences~: Montreval 1
     Thèmes autour~: santé ███  commerce ███
     Paroles~: 2 citations
    ");
}

#[test]
fn at_80_columns_they_stand_below() {
    assert_snapshot!(screen(&Sample::new().input(80), 80), @r"
     Entités (4) · tri~: fréquence · filtre~: 
     PERSONNES 2 ───────────────────────────────────────────────────────────────────
     ▸ Claire Denoual                   4  ▅▂·▂·
       Yann Le Goff                     1  ··▂··
     LIEUX 1 ───────────────────────────────────────────────────────────────────────
       Montreval                        1  ▂····
     REPÈRES (dates, montants) 1 ───────────────────────────────────────────────────
       412 millions d’euros             1  ▂····
    —
     Claire Denoual — personne · 4 mentions
     alias~: La maire, l’élue
     §1 ▐La maire▌ de Montreval, Claire Denoual, a présenté jeudi le tracé de la li…
     §1 La maire de Montreval, ▐Claire Denoual▌, a présenté jeudi le tracé de la li…
     §2 …nt que de transport », a déclaré ▐l’élue▌ devant une salle comble. Selon e…
     §4 … ville « apaisée », promet le tract. ▐Claire Denoual▌ répond aux marchands.

     Co-présences~: Montreval 1
     Thèmes autour~: santé ███  commerce ███
     Paroles~: 2 citations
    ");
}

#[test]
fn at_50_columns_they_take_turns() {
    let mut sample = Sample::new();
    (sample.list.chosen, sample.list.in_details) = (1, true);
    assert_snapshot!(screen(&sample.input(50), 50), @r"
     Entités (4) · tri~: fréquence · filtre~: 
     PERSONNES 2 ─────────────────────────────────────
       Claire Denoual           4  ▅▂·▂·
     ▸ Yann Le Goff             1  ··▂··
     LIEUX 1 ─────────────────────────────────────────
       Montreval                1  ▂····
     REPÈRES (dates, montants) 1 ─────────────────────
       412 millions d’euros     1  ▂····
    —
     Yann Le Goff — personne · 1 mention
    ▸§3 Pour ▐Yann Le Goff▌, président de l’associati…

     Thèmes autour~: commerce ███  débat █▌
     Paroles~: 1 citation
    ");
}

#[test]
fn in_english() {
    let sample = Sample::new();
    let mut input = sample.input(45);
    input.lang = Lang::English;
    assert_snapshot!(screen(&input, 54), @r"
     Entities (4) · sort: frequency · filter: 
     PEOPLE 2 ───────────────────────────────────
     ▸ Claire Denoual         4  ▅▂·▂·
       Yann Le Goff           1  ··▂··
     PLACES 1 ───────────────────────────────────
       Montreval              1  ▂····
     LANDMARKS (dates, amounts) 1 ───────────────
       412 millions d’euros   1  ▂····
    —
     Claire Denoual — person · 4 mentions
     also: La maire, l’élue
     §1 ▐La maire▌ de Montreval, Claire Denoual, a présen…
     §1 …e de Montreval, ▐Claire Denoual▌, a présenté jeu…
     §2 …nsport », a déclaré ▐l’élue▌ devant une salle co…
     §4 …romet le tract. ▐Claire Denoual▌ répond aux marc…

     Seen with: Montreval 1
     Themes around: santé ███  commerce ███
     Speech: 2 quotations
    ");
}

#[test]
fn a_kind_and_a_word_without_accents_are_a_filter() {
    let mut sample = Sample::new();
    sample.list.filter = "type:personnes elue".to_owned();
    assert_snapshot!(screen(&sample.input(45), 30), @r"
     Entités · 1 sur 4 · filtre~: …personnes elue
     PERSONNES 1 ────────────────────────────────
     ▸ Claire Denoual         4  ▅▂·▂·
    —
     Claire Denoual — personne · …
     alias~: La maire, l’élue
     §1 ▐La maire▌ de Montreval, …
     §1 …al, ▐Claire Denoual▌, a …
     §2 …déclaré ▐l’élue▌ devant …
     §4 …ct. ▐Claire Denoual▌ rép…

     Co-présences~: Montreval 1
     Thèmes autour~: santé ███
     Paroles~: 2 citations
    ");
}

#[test]
fn nothing_answers() {
    let mut sample = Sample::new();
    sample.list.filter = "zzz".to_owned();
    assert_eq!(dump(&rows(&sample.input(45))), " Rien ne répond au filtre.");
}

#[test]
fn sorted_by_name_each_kind_keeps_its_place() {
    let mut sample = Sample::new();
    let goff = sample.analysis.entity_named("Yann Le Goff").expect("the sample has him");
    sample.analysis.entities[goff].name = "Ève Le Goff".to_owned();
    sample.analysis.entities.swap(0, goff);
    let names = |sort| {
        sample.list.sort = sort;
        let listed = listed(&sample.input(45));
        listed.into_iter().map(|index| sample.analysis.entities[index].name.clone()).collect::<Vec<_>>()
    };
    let orders: Vec<_> = (0..3).map(names).collect();
    assert_eq!(orders[0][..2], ["Ève Le Goff", "Claire Denoual"], "as analysis gives them");
    assert_eq!(orders[1], ["Claire Denoual", "Ève Le Goff", "Montreval", "412 millions d’euros"]);
    assert_eq!(orders[2][..2], ["Claire Denoual", "Ève Le Goff"], "the first to be mentioned comes first");
}

#[test]
fn where_rows_are_few_the_mentions_come_first() {
    let sample = Sample::new();
    let few = View::Entities.details(&sample.input(45), 54, 4);
    assert_eq!(few.iter().filter_map(|row| row.item).collect::<Vec<_>>(), [0, 1]);
}
