use super::*;
use crate::app::view::sample::{Sample, dump, text_of};
use insta::assert_snapshot;

fn screen(input: &Input) -> String {
    format!("{}\n{}", text_of(&title(input)), dump(&rows(input))).replace('\u{a0}', "~")
}

#[test]
fn at_100_columns() {
    assert_snapshot!(screen(&Sample::new().input(100)), @r"
    Carnet (3) · tri~: position · filtre~: 
    ▸ ◆ §1 bleu  «~412 millions d’euros~»                                                       #budget
      ● §3 rose  «~quatre ans de travaux~»
                 Vérifier la durée. …                                                  #chantier #durée
      ? perdu    «~trois cents arbres~»                                                   texte modifié
                 Où sont-ils passés                                                             #climat
    ");
}

#[test]
fn at_80_columns() {
    let mut sample = Sample::new();
    sample.list.chosen = 1;
    assert_snapshot!(screen(&sample.input(80)), @r"
    Carnet (3) · tri~: position · filtre~: 
      ◆ §1 bleu  «~412 millions d’euros~»                                   #budget
    ▸ ● §3 rose  «~quatre ans de travaux~»
                 Vérifier la durée. …                              #chantier #durée
      ? perdu    «~trois cents arbres~»                               texte modifié
                 Où sont-ils passés                                         #climat
    ");
}

#[test]
fn at_50_columns() {
    assert_snapshot!(screen(&Sample::new().input(50)), @r"
    Carnet (3) · tri~: position · filtre~: 
    ▸ ◆ §1 bleu  «~412 millions d’euros~»     #budget
      ● §3 rose  «~quatre ans de travaux~»
                 Vérifier la durée…  #chantier #durée
      ? perdu    «~trois cents arbr…~»  texte modifié
                 Où sont-ils passés           #climat
    ");
}

#[test]
fn a_filter_says_how_many_of_how_many() {
    let mut sample = Sample::new();
    sample.list.filter = "a:note plume:rose #chan".to_owned();
    assert_snapshot!(screen(&sample.input(80)), @r"
    Carnet · 1 sur 3 · tri~: position · filtre~: a:note plume:rose #chan
    ▸ ● §3 rose  «~quatre ans de travaux~»
                 Vérifier la durée. …                              #chantier #durée
    ");
}

#[test]
fn in_every_order_the_lost_come_last() {
    let mut sample = Sample::new();
    let mut order = |sort: usize| {
        sample.list.sort = sort;
        listed(&sample.input(80)).into_iter().map(|note| note.anchor.quote.clone()).collect::<Vec<_>>()
    };
    let (works, cost, lost) = ("quatre ans de travaux", "412 millions d’euros", "trois cents arbres");
    assert_eq!(order(0), [cost, works, lost], "by place");
    assert_eq!(order(1), [works, cost, lost], "the last that changed first");
    assert_eq!(order(2), [cost, works, lost], "blue before pink");
}

#[test]
fn a_passage_whose_words_changed_says_so() {
    let mut sample = Sample::new();
    let mut sign = ["≈ mots voisins", "texte modifié ici"].into_iter();
    for changed in [Placement::Approximate, Placement::Changed] {
        sample.notes.place(|note| note.span().map_or(note.placement, changed));
        let input = sample.input(100);
        let said = sign.next().expect("two");
        assert_eq!(screen(&input).matches(said).count(), 2, "{}", screen(&input));
    }
}
