//! Correcting what was found: each correction made, undone, made again, with what the screen says.

use crate::common::Sitting;
use crate::{is_at, over, sitting};
use exergue::app::view::View;
use exergue::app::{Effect, Message};
use exergue::command::Command;
use exergue::doc::plain;
use exergue::mark::{Confidence, Correction, Edit, Event, History, Notes, Scope};
use std::sync::Arc;

/// Two speakers, one of them a guess; two names of one man; words that are no name yet.
const ARTICLE: &str = "Claire Denoual a ouvert sa librairie à Lyon. Yann Le Goff, maire de Lyon, est venu à la \
    maison bleue.\n\n« Nous ouvrons demain », a déclaré Claire Denoual. « C’est un vieux rêve. »\n\n« Tout le monde est \
    invité. »\n\nLa maison bleue a chanté avec sa startup. M. Goffin les a remerciés, et les maisons bleues aussi. Nous \
    ouvrons demain, disait l’affiche.";

fn bookshop() -> Sitting {
    over(ARTICLE)
}

/// The names found, with the number of their mentions.
fn names(sitting: &Sitting) -> Vec<(&str, usize)> {
    let entities = sitting.model.analysis.entities.iter();
    entities.map(|entity| (entity.name.as_str(), entity.mentions.len())).collect()
}

fn count(sitting: &Sitting, name: &str) -> usize {
    names(sitting).iter().find(|(known, _)| *known == name).map_or(0, |(_, count)| *count)
}

/// Who says the quotations, in reading order; with ` ?` where that is a guess.
fn speakers(sitting: &Sitting) -> Vec<String> {
    let quotations = sitting.model.analysis.quotations.items().iter();
    let speaker = |quotation: &exergue::mark::Quotation| {
        let name = quotation.speaker.as_ref().and_then(|speaker| speaker.name.clone()).unwrap_or_default();
        let guess = if quotation.confidence == Confidence::Low { " ?" } else { "" };
        format!("{name}{guess}")
    };
    quotations.map(speaker).collect()
}

/// How many passages the theme of that letter has.
fn passages(sitting: &Sitting, letter: char) -> usize {
    let theme = (letter as usize) - ('A' as usize);
    sitting.model.analysis.themes.items().iter().filter(|hit| hit.theme == theme).count()
}

/// Does and undoes: `check` must hold after `keys` and after redo, not before nor after undo.
fn done_undone_redone(sitting: &mut Sitting, keys: impl Fn(&mut Sitting), check: impl Fn(&Sitting) -> bool) {
    assert!(!check(sitting), "before\n{}", sitting.screen());
    let (before, journal) = (sitting.model.analysis.clone(), sitting.journal.len());
    keys(sitting);
    assert!(check(sitting), "done\n{}", sitting.screen());
    assert!(sitting.toast().ends_with(" · u annule · enregistré"), "{}", sitting.toast());
    assert!(sitting.journal.len() > journal, "it goes to the journal");
    let told = sitting.toast().replace(" · u annule · enregistré", "");
    sitting.keys("u");
    assert!(!check(sitting), "undone\n{}", sitting.screen());
    assert_eq!(sitting.model.analysis, before, "all is as it was");
    // A fact that is taken back is called by its subject alone.
    let ends = [" · ", " montré à nouveau", " → ", " retiré"].into_iter().filter_map(|end| told.find(end));
    let name = told[..ends.min().unwrap_or(told.len())].to_owned();
    assert!(sitting.toast().starts_with("annulé : "), "{}", sitting.toast());
    assert!(sitting.toast().contains(&name), "{} names {name}", sitting.toast());
    assert!(sitting.toast().contains(" · Ctrl-R rétablit"), "{}", sitting.toast());
    sitting.keys("Ctrl-r");
    assert!(check(sitting), "redone\n{}", sitting.screen());
    assert!(sitting.toast().starts_with("rétabli : "), "{}", sitting.toast());
}

#[test]
fn two_names_of_one_man_are_merged() {
    let mut sitting = bookshop();
    assert_eq!((count(&sitting, "Yann Le Goff"), count(&sitting, "Goffin")), (1, 1), "{:?}", names(&sitting));
    sitting.keys("E /").type_text("goffin").keys("Enter");
    let merge = |sitting: &mut Sitting| {
        sitting.keys("m").type_text("yan");
        assert!(sitting.screen().contains("▸ Yann Le Goff"), "{}", sitting.screen());
        sitting.keys("Enter");
    };
    done_undone_redone(&mut sitting, merge, |sitting| {
        (count(sitting, "Yann Le Goff"), count(sitting, "Goffin")) == (2, 0)
    });
    sitting.keys("Esc");
    assert!(sitting.screen().contains("✎Yann Le Goff"), "{}", sitting.screen());
}

#[test]
fn a_question_is_left_as_it_was_found() {
    let mut sitting = bookshop();
    let before = sitting.model.analysis.clone();
    for keys in
        ["E m", "E r", "E t", "E A", "Q r", "T a", "T A", "T r", "T d d", "C F2 v g e", "V g q", "v g t"]
    {
        sitting.keys("F2").keys(keys).type_text("x");
        assert_eq!(sitting.model.overlays.len(), 1, "{keys}");
        sitting.keys("Esc");
        assert!(sitting.model.overlays.is_empty(), "{keys}");
        assert_eq!(sitting.model.analysis, before, "{keys}");
        sitting.keys("Esc Esc Esc");
    }
    assert!(sitting.journal.is_empty() && !sitting.has_quit);
}

#[test]
fn what_is_not_in_the_list_is_no_answer_where_one_must_choose() {
    let mut sitting = bookshop();
    sitting.keys("E m").type_text("personne de ce nom");
    assert!(sitting.screen().contains("rien de tel dans la liste"), "{}", sitting.screen());
    sitting.keys("Enter");
    assert_eq!(sitting.model.overlays.len(), 1);
    assert!(sitting.toast().contains("rien de tel dans la liste"), "{}", sitting.toast());
    assert!(sitting.journal.is_empty());
}

#[test]
fn an_entity_is_renamed_and_its_quotations_with_it() {
    let mut sitting = bookshop();
    sitting.keys("E");
    let rename = |sitting: &mut Sitting| {
        sitting.keys("r").type_text("Claire D.").keys("Enter");
    };
    done_undone_redone(&mut sitting, rename, |sitting| speakers(sitting)[0] == "Claire D.");
    assert!(sitting.screen().contains("▸✎Claire D. "), "{}", sitting.screen());
}

#[test]
fn renamed_back_no_ring_of_names_is_left() {
    let mut sitting = bookshop();
    sitting.keys("E r").type_text("C. D.").keys("Enter");
    sitting.keys("r").type_text("Claire Denoual").keys("Enter");
    assert_eq!(count(&sitting, "Claire Denoual"), 2, "{:?}", names(&sitting));
    sitting.keys("u");
    assert_eq!(count(&sitting, "C. D."), 2, "both changes of one command: {:?}", names(&sitting));
    sitting.keys("u");
    assert_eq!(count(&sitting, "Claire Denoual"), 2);
}

#[test]
fn a_name_keeps_the_kind_it_was_given_when_it_is_renamed() {
    let mut sitting = bookshop();
    sitting.keys("E r").type_text("Denoual").keys("Enter t").type_text("pro").keys("Enter");
    assert!(sitting.screen().contains("PRODUITS 1"), "{}", sitting.screen());
    sitting.keys("r").type_text("La Denoual").keys("Enter");
    assert!(sitting.screen().contains("PRODUITS 1"), "{}", sitting.screen());
    assert!(sitting.screen().contains("▸✎La Denoual"), "{}", sitting.screen());
}

#[test]
fn renamed_to_a_name_that_is_there_the_two_are_one() {
    let mut sitting = bookshop();
    sitting.keys("E /").type_text("goffin").keys("Enter r").type_text("Yann Le Goff").keys("Enter");
    assert_eq!(sitting.toast(), "Goffin = Yann Le Goff · réunis · u annule · enregistré");
    assert_eq!(count(&sitting, "Yann Le Goff"), 2);
}

#[test]
fn an_entity_is_of_another_kind() {
    let mut sitting = bookshop();
    sitting.keys("E");
    let retype = |sitting: &mut Sitting| {
        sitting.keys("t").type_text("or").keys("Enter");
    };
    done_undone_redone(&mut sitting, retype, |sitting| sitting.screen().contains("ORGANISATIONS 1"));
    assert!(sitting.status().contains("rétabli : Claire Denoual : organisation"), "{}", sitting.status());
    sitting.keys("t Down Enter");
    assert!(sitting.screen().contains("Claire Denoual — lieu"), "arrows choose too: {}", sitting.screen());
    sitting.keys("t Enter");
    assert_eq!(sitting.toast(), "rien de changé");
}

#[test]
fn a_hidden_name_is_got_back_from_the_end_of_the_list() {
    let mut sitting = bookshop();
    sitting.keys("E");
    let hide = |sitting: &mut Sitting| {
        sitting.keys("d d");
    };
    done_undone_redone(&mut sitting, hide, |sitting| count(sitting, "Claire Denoual") == 0);
    assert_eq!(speakers(&sitting)[0], "", "who is no name speaks no more");
    sitting.keys("G");
    assert!(sitting.screen().contains("▸ ▹ masqués (1)"), "{}", sitting.screen());
    assert!(sitting.footer().contains("Entrée déplier"), "{}", sitting.footer());
    sitting.keys("Enter j");
    assert!(sitting.screen().contains("▾ masqués (1)") && sitting.screen().contains("▸✎  Claire Denoual"));
    assert!(sitting.footer().contains("dd montrer"), "{}", sitting.footer());
    done_undone_redone(
        &mut sitting,
        |sitting| {
            sitting.keys("d d");
        },
        |sitting| count(sitting, "Claire Denoual") == 2,
    );
    assert!(!sitting.screen().contains("masqués"), "{}", sitting.screen());
}

#[test]
fn a_name_that_was_not_found_is_added_from_the_list() {
    let mut sitting = bookshop();
    sitting.keys("E");
    let add = |sitting: &mut Sitting| {
        sitting.keys("A").type_text("librairie").keys("Enter").type_text("lieu").keys("Enter");
    };
    done_undone_redone(&mut sitting, add, |sitting| count(sitting, "librairie") == 1);
    assert!(sitting.screen().contains("▸✎librairie"), "{}", sitting.screen());
    sitting.keys("A").type_text("pas dans ce texte").keys("Enter");
    assert!(sitting.toast().starts_with("ces mots ne sont pas dans l’article"), "{}", sitting.toast());
    sitting.keys("d d");
    assert_eq!(count(&sitting, "librairie"), 0);
    assert!(sitting.toast().starts_with("librairie n’est plus un nom"), "{}", sitting.toast());
    assert!(!sitting.screen().contains("masqués"), "a name of one's own is taken back, not hidden");
}

#[test]
fn words_selected_are_a_name_wherever_they_stand_whole() {
    let mut sitting = bookshop();
    sitting.keys("/").type_text("maison bleue").keys("Enter");
    let declare = |sitting: &mut Sitting| {
        sitting.keys("v g e").type_text("org").keys("Enter");
    };
    done_undone_redone(&mut sitting, declare, |sitting| count(sitting, "maison bleue") == 2);
    assert!(sitting.selected().is_empty());
    is_at(&sitting, "maison bleue.");
    sitting.keys("Esc");
    assert!(sitting.painted().contains("oooooo ooooo"), "{}", sitting.painted());
}

#[test]
fn a_guess_is_confirmed_by_accepting_it() {
    let mut sitting = bookshop();
    assert_eq!(speakers(&sitting), ["Claire Denoual", "Claire Denoual", "Claire Denoual ?"]);
    assert!(sitting.screen().contains("┆ « Tout"), "{}", sitting.screen());
    sitting.keys(") u");
    is_at(&sitting, "« Tout le monde");
    assert!(sitting.status().contains("locuteur incertain : Claire Denoual"), "{}", sitting.status());
    assert!(sitting.footer().contains("r locuteur"), "{}", sitting.footer());
    let confirm = |sitting: &mut Sitting| {
        sitting.keys("r");
        assert!(sitting.screen().contains("▸ Claire Denoual"), "{}", sitting.screen());
        sitting.keys("Enter");
    };
    done_undone_redone(&mut sitting, confirm, |sitting| speakers(sitting)[2] == "Claire Denoual");
    assert!(sitting.screen().contains("┃ « Tout") && !sitting.screen().contains('┆'), "{}", sitting.screen());
    sitting.wait(7000);
    assert!(sitting.status().contains("citation : Claire Denoual ✎"), "{}", sitting.status());
    sitting.keys("] u");
    assert_eq!(sitting.toast(), "il n’y en a plus après");
}

#[test]
fn the_speaker_is_another_or_nobody_known() {
    let mut sitting = bookshop();
    sitting.keys("Q G");
    assert!(sitting.screen().contains("Denoual ?"), "{}", sitting.screen());
    assert!(sitting.status().contains("locuteur incertain"), "{}", sitting.status());
    let correct = |sitting: &mut Sitting| {
        sitting.keys("r").type_text("le g");
        assert!(sitting.screen().contains("▸ Yann Le Goff"), "{}", sitting.screen());
        sitting.keys("Enter");
    };
    done_undone_redone(&mut sitting, correct, |sitting| speakers(sitting)[2] == "Yann Le Goff");
    sitting.keys("G r").type_text("un passant").keys("Enter");
    assert_eq!(speakers(&sitting)[2], "un passant", "anybody may be typed");
    sitting.keys("G r Backspace Enter");
    assert_eq!(speakers(&sitting)[2], "", "and nobody");
    assert!(sitting.toast().contains("(locuteur inconnu)"), "{}", sitting.toast());
    assert!(sitting.screen().contains("(locuteur non trouvé)"), "{}", sitting.screen());
    let ids = sitting.journal.iter().filter_map(|event| match &event.edit {
        Edit::Correct { correction, .. } => match &**correction {
            Correction::Quotation { id, .. } => Some(*id),
            _ => None,
        },
        _ => None,
    });
    let ids: std::collections::BTreeSet<_> = ids.collect();
    assert_eq!(ids.len(), 1, "each correction takes the place of the one before");
}

#[test]
fn all_that_one_speaker_says_is_corrected_at_once() {
    let mut sitting = bookshop();
    sitting.keys("Q g g r").type_text("yann").keys("Enter");
    assert_eq!(speakers(&sitting), ["Yann Le Goff"; 3]);
    sitting.keys("u");
    assert_eq!(speakers(&sitting), ["Claire Denoual", "Claire Denoual", "Claire Denoual ?"]);
}

#[test]
fn a_speaker_that_was_set_is_merged_with_another_name_later() {
    let mut sitting = bookshop();
    sitting.keys("Q G r").type_text("Goffin").keys("Enter");
    sitting.keys("E /").type_text("goffin").keys("Enter m").type_text("yann").keys("Enter");
    assert_eq!(speakers(&sitting)[2], "Yann Le Goff");
}

#[test]
fn unsure_speakers_are_walked_along_in_the_list() {
    let mut sitting = bookshop();
    sitting.keys("Q g g ] u");
    assert!(sitting.screen().contains("▸ §3"), "{}", sitting.screen());
    sitting.keys(") u");
    assert_eq!(sitting.toast(), "il n’y en a plus après");
    sitting.keys("( u");
    assert_eq!(sitting.toast(), "il n’y en a pas avant");
}

#[test]
fn what_is_no_quotation_goes() {
    let mut sitting = bookshop();
    sitting.keys("Q G");
    let refuse = |sitting: &mut Sitting| {
        sitting.keys("d d");
    };
    done_undone_redone(&mut sitting, refuse, |sitting| speakers(sitting).len() == 2);
    assert!(sitting.toast().contains("pas une citation"), "{}", sitting.toast());
    sitting.keys("g g d d");
    assert_eq!(sitting.toast(), "choisissez une citation", "not all of a speaker at once");
}

#[test]
fn a_passage_selected_is_a_quotation() {
    let mut sitting = bookshop();
    sitting.keys("/").type_text("Nous ouvrons demain,").keys("Enter");
    let declare = |sitting: &mut Sitting| {
        sitting.keys("v g q").type_text("L’affiche").keys("Enter");
    };
    done_undone_redone(&mut sitting, declare, |sitting| {
        speakers(sitting).last().is_some_and(|last| last == "L’affiche")
    });
    assert!(sitting.screen().contains("┃"), "{}", sitting.screen());
    sitting.keys("Q");
    assert!(sitting.screen().contains("L’affiche"), "{}", sitting.screen());
    sitting.keys("G d d");
    assert_eq!(speakers(&sitting).len(), 3);
}

#[test]
fn a_word_of_a_theme_changes_the_strip_at_once_and_is_looked_for() {
    let mut sitting = sitting();
    sitting.keys("T");
    assert!(sitting.footer().contains("a nouveau mot"), "{}", sitting.footer());
    let row = |sitting: &Sitting| {
        let screen = sitting.screen();
        screen.lines().find(|row| row.contains("A Centres de données")).expect("a strip").to_owned()
    };
    let before = row(&sitting);
    done_undone_redone(
        &mut sitting,
        |sitting| {
            sitting.keys("a").type_text("startup").keys("Enter");
        },
        |sitting| passages(sitting, 'A') == 5,
    );
    let after = row(&sitting);
    assert!(before != after && after.contains('✎'), "{before}\n{after}");
    assert!(sitting.screen().contains("✎startup"), "{}", sitting.screen());
    let event = sitting.journal.last().expect("an event");
    let Edit::Correct { scope: Scope::Document, correction } = &event.edit else { panic!("{event:?}") };
    assert!(matches!(&**correction, Correction::Term { to: Some(true), term, .. } if term == "startup"));
}

#[test]
fn nothing_is_analysed_again_where_no_word_of_a_theme_changed() {
    let mut sitting = bookshop();
    let generation = sitting.model.jobs.analysis;
    sitting.keys("E d d r").type_text("X").keys("Enter T r").type_text("Autre nom").keys("Enter");
    assert!(sitting.screen().contains("Autre nom"), "{}", sitting.screen());
    assert_eq!(sitting.model.jobs.analysis, generation);
    sitting.keys("a").type_text("lyon").keys("Enter");
    assert_eq!(sitting.model.jobs.analysis, generation + 1);
    sitting.keys("F2 s u");
    assert_eq!(sitting.model.jobs.analysis, generation + 1, "an annotation is no correction");
}

#[test]
fn a_word_is_removed_from_a_theme_and_put_back() {
    let mut sitting = sitting();
    sitting.keys("T");
    done_undone_redone(
        &mut sitting,
        |sitting| {
            sitting.keys("d d");
            assert!(sitting.screen().contains("▸ centre de données"), "{}", sitting.screen());
            sitting.keys("Enter");
        },
        |sitting| passages(sitting, 'A') == 0,
    );
    sitting.keys("Tab G");
    assert!(sitting.screen().contains("▸✎centre de données"), "{}", sitting.screen());
    assert!(sitting.screen().contains("retiré"), "{}", sitting.screen());
    assert!(sitting.footer().contains("dd remettre le mot"), "{}", sitting.footer());
    done_undone_redone(
        &mut sitting,
        |sitting| {
            sitting.keys("Tab Tab G d d");
        },
        |sitting| passages(sitting, 'A') == 4,
    );
    sitting.keys("u Tab Tab G a");
    assert_eq!(passages(&sitting, 'A'), 4, "a brings it back too");
}

#[test]
fn the_word_of_a_passage_is_removed_by_the_passage() {
    let mut sitting = sitting();
    sitting.keys("T j Tab d d");
    assert!(sitting.toast().contains("retiré de Cloud décentralisé"), "{}", sitting.toast());
    assert!(passages(&sitting, 'B') < 5);
}

#[test]
fn a_new_theme_gets_words_from_the_text() {
    let mut sitting = bookshop();
    sitting.keys("T");
    done_undone_redone(
        &mut sitting,
        |sitting| {
            sitting.keys("A").type_text("Vie de quartier").keys("Enter");
        },
        |sitting| sitting.screen().contains("✎E Vie de quartier"),
    );
    sitting.keys("F2 /").type_text("startup").keys("Enter v g t").type_text("e");
    assert!(sitting.screen().contains("▸ Vie de quartier"), "its letter chooses it: {}", sitting.screen());
    sitting.keys("Enter");
    assert_eq!(sitting.toast(), "startup → Vie de quartier · u annule · enregistré");
    assert_eq!(passages(&sitting, 'E'), 1);
    sitting.keys("/").type_text("librairie").keys("Enter v g t");
    assert!(sitting.screen().contains("▸ Vie de quartier"), "the theme used last: {}", sitting.screen());
    sitting.keys("Enter");
    assert_eq!(passages(&sitting, 'E'), 2);
    sitting.keys("/").type_text("affiche").keys("Enter v g t").type_text("Publicité").keys("Enter");
    assert!(sitting.toast().starts_with("thème : Publicité · affiche"), "{}", sitting.toast());
    sitting.keys("T");
    assert!(sitting.screen().contains("F Vie de quartier"), "by key: {}", sitting.screen());
    assert_eq!((passages(&sitting, 'E'), passages(&sitting, 'F')), (1, 2), "passages follow their theme");
    sitting.keys("F2 u T");
    assert!(!sitting.screen().contains("Publicité"), "theme and word are one change: {}", sitting.screen());
}

#[test]
fn a_theme_is_renamed_and_an_empty_one_of_ones_own_goes() {
    let mut sitting = bookshop();
    sitting.keys("T r").type_text("Serveurs").keys("Enter");
    assert!(sitting.screen().contains("▸✎A Serveurs"), "{}", sitting.screen());
    sitting.keys("A").type_text("Erreur").keys("Enter d d");
    assert!(!sitting.screen().contains("E Erreur"), "{}", sitting.screen());
    assert!(sitting.toast().starts_with("thème : Erreur"), "{}", sitting.toast());
    sitting.keys("A").type_text("serveurs").keys("Enter");
    assert!(sitting.toast().starts_with("ce thème existe déjà"), "{}", sitting.toast());
}

#[test]
fn a_correction_can_be_meant_for_all_articles() {
    let scope = |sitting: &Sitting| match sitting.journal.last().map(|event| &event.edit) {
        Some(Edit::Correct { scope, .. }) => *scope,
        other => panic!("{other:?}"),
    };
    let mut sitting = bookshop();
    sitting.keys("E m");
    assert!(sitting.status().ends_with("cet article · Ctrl-T"), "{}", sitting.status());
    sitting.keys("Ctrl-t");
    assert!(sitting.status().ends_with("tous les articles · Ctrl-T"), "{}", sitting.status());
    sitting.type_text("yann").keys("Enter");
    assert_eq!(scope(&sitting), Scope::Everywhere);
    assert!(sitting.toast().contains("tous les articles"), "{}", sitting.toast());
    sitting.keys("T A").type_text("Livres").keys("Ctrl-t Enter a").type_text("librairie");
    assert!(sitting.status().contains("tous les articles"), "as its theme: {}", sitting.status());
    sitting.keys("Enter");
    assert_eq!((scope(&sitting), passages(&sitting, 'E')), (Scope::Everywhere, 1));
    sitting.keys("Tab d d");
    assert_eq!((scope(&sitting), passages(&sitting, 'E')), (Scope::Everywhere, 0));
}

#[test]
fn what_is_said_of_all_articles_takes_the_place_of_what_was_said_of_this_one() {
    let mut sitting = bookshop();
    sitting.keys("E t").type_text("lieu").keys("Enter t").type_text("produit").keys("Ctrl-t Enter");
    assert!(sitting.screen().contains("Claire Denoual — produit"), "{}", sitting.screen());
    sitting.keys("u");
    assert!(sitting.screen().contains("Claire Denoual — lieu"), "{}", sitting.screen());
}

#[test]
fn corrections_outlive_the_file_read_again() {
    let mut sitting = bookshop();
    sitting.keys("E /").type_text("goffin").keys("Enter m").type_text("yann").keys("Enter Esc");
    sitting.keys("Q G r").type_text("Yann").keys("Enter T a").type_text("startup").keys("Enter F2");
    let changed = format!("Un paragraphe de plus.\n\n{ARTICLE}");
    sitting.send(Message::Opened(Arc::new(plain::read(&changed, "essai"))));
    assert_eq!(count(&sitting, "Yann Le Goff"), 2);
    assert_eq!(speakers(&sitting), ["Claire Denoual", "Claire Denoual", "Yann Le Goff"]);
    assert_eq!(passages(&sitting, 'A'), 1);
}

/// What the journal of one sitting says, as another loads it.
fn loaded(journal: &[Event]) -> Message {
    let (mut notes, mut history) = (Notes::default(), History::default());
    for event in journal {
        if let Some(inverse) = notes.apply(event.edit.clone(), event.id, event.at) {
            history.replay(event.id, event.at, event.undoes, inverse);
        }
    }
    Message::Loaded { notes, history, writable: Ok(()), notices: Vec::new() }
}

#[test]
fn corrections_are_there_in_the_next_run_and_can_be_undone_in_it() {
    let mut first = bookshop();
    first.keys("T a").type_text("startup").keys("Enter Q G r").type_text("yann").keys("Enter");
    let mut next = bookshop();
    next.send(loaded(&first.journal));
    assert_eq!((passages(&next, 'A'), speakers(&next)[2].as_str()), (1, "Yann Le Goff"));
    next.keys("u");
    assert_eq!(speakers(&next)[2], "Claire Denoual ?");
    assert!(next.toast().starts_with("annulé : « Tout le monde… » : Yann Le Goff"), "{}", next.toast());
    next.keys("u");
    assert_eq!(passages(&next, 'A'), 0);
}

#[test]
fn corrections_of_another_window_are_laid_over_at_once() {
    let mut other = bookshop();
    other.keys("T a").type_text("startup").keys("Enter E d d");
    let mut sitting = bookshop();
    sitting.send(Message::Merged { notes: other.model.notes.clone(), writable: Ok(()) });
    assert_eq!((passages(&sitting, 'A'), count(&sitting, "Claire Denoual")), (1, 0));
}

#[test]
fn an_answer_that_counts_in_other_themes_is_counted_anew() {
    let mut sitting = bookshop();
    sitting.keys("T A").type_text("Arts").keys("Enter a").type_text("librairie").keys("Enter");
    let (analysis, themes) = (sitting.model.found.clone(), sitting.model.themes.clone());
    sitting.keys("u u A").type_text("Affiches").keys("Enter A").type_text("Arts").keys("Enter a");
    sitting.type_text("librairie").keys("Enter");
    assert_eq!((passages(&sitting, 'E'), passages(&sitting, 'F')), (0, 1), "{}", sitting.screen());
    let generation = sitting.model.jobs.analysis;
    sitting.send(Message::Analysed { generation, analysis, themes });
    assert_eq!((passages(&sitting, 'E'), passages(&sitting, 'F')), (0, 1), "{}", sitting.screen());
}

#[test]
fn answers_and_scope_can_be_clicked() {
    let mut sitting = bookshop();
    sitting.keys("E m");
    let (column, row) = sitting.find("cet article · Ctrl-T");
    sitting.click(column, row);
    assert!(sitting.status().ends_with("tous les articles · Ctrl-T"), "{}", sitting.status());
    let (column, row) = sitting.find("│   Goffin");
    sitting.click(column + 4, row);
    assert!(sitting.toast().starts_with("Claire Denoual = Goffin"), "{}", sitting.toast());
    sitting.keys("u G m");
    sitting.click(0, 3);
    assert_eq!(sitting.model.overlays.len(), 1, "beside it a click does nothing");
}

#[test]
fn the_verbs_that_mean_something_else_in_a_list_mean_the_same_elsewhere() {
    let mut sitting = bookshop();
    sitting.keys("E s");
    assert_eq!(sitting.notes().len(), 1, "highlights the first mention");
    sitting.keys("c").type_text("à voir").keys("Esc y");
    assert!(sitting.clipboard.is_some() && sitting.notes()[0].contains("à voir"));
    sitting.keys("C d d");
    assert!(sitting.notes().is_empty() && sitting.model.view == View::Notebook);
    sitting.keys("F2 r");
    assert_eq!(sitting.toast(), "pas de citation ici");
    sitting.keys("g g");
    assert!(sitting.model.config.keymap.keys_of(sitting.model.mode(), Command::HideEntity).is_empty());
}

#[test]
fn a_command_by_name_corrects_what_lies_under_the_caret() {
    let mut sitting = bookshop();
    sitting.keys(":").type_text("merge-entity").keys("Enter").type_text("yann").keys("Enter");
    assert!(sitting.toast().starts_with("Claire Denoual = Yann Le Goff"), "{}", sitting.toast());
    sitting.keys(":").type_text("declare-entity").keys("Enter");
    assert_eq!(sitting.toast(), "v choisit d’abord des mots");
    assert!(sitting.asked.iter().all(|effect| !matches!(effect, Effect::Quit)));
}

#[test]
fn the_help_of_a_list_begins_with_what_only_it_has() {
    let mut sitting = bookshop();
    sitting.keys("E ?");
    let screen = sitting.screen();
    let row = |words: &str| screen.lines().position(|row| row.contains(words));
    assert!(row("ENTITÉS · Corriger") < row("LISTES · Lire"), "{screen}");
    assert!(row("Réunir deux noms").is_some_and(|row| row < 6), "{screen}");
    sitting.type_text("étiquettes");
    let screen = sitting.screen();
    let (lists, others) = screen.split_once("LECTURE").expect("the text comes after the lists");
    assert!(!lists.contains(" t   ") && others.contains(" t   "), "t means something else here: {screen}");
}
