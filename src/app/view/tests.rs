//! What holds for every list.

use super::View;
use super::line::breadth;
use super::sample::Sample;
use crate::words::Lang;

const LISTS: [View; 4] = [View::Entities, View::Quotes, View::Themes, View::Notebook];

#[test]
fn no_row_is_wider_than_its_list() {
    let mut sample = Sample::new();
    for view in LISTS {
        for sort in 0..view.orders().len() {
            for chosen in 0..view.items(&sample.input(80)).len() {
                (sample.list.sort, sample.list.chosen, sample.list.in_details) =
                    (sort, chosen, chosen % 2 == 0);
                for (width, lang) in
                    (0..110).flat_map(|width| [(width, Lang::French), (width, Lang::English)])
                {
                    let mut input = sample.input(width);
                    input.lang = lang;
                    let rows = view.rows(&input).into_iter().chain(view.details(&input, width, 12));
                    for pieces in rows.map(|row| row.pieces).chain([view.title(&input)]) {
                        assert!(breadth(&pieces) <= usize::from(width), "{view:?} at {width}: {pieces:?}");
                    }
                }
            }
        }
        sample.list = Default::default();
    }
}

#[test]
fn every_item_has_a_row_that_leads_where_it_does() {
    let sample = Sample::new();
    let input = sample.input(80);
    for view in LISTS {
        let rows = view.rows(&input);
        for (index, item) in view.items(&input).into_iter().enumerate() {
            let row = rows.iter().find(|row| row.item == Some(index)).expect("an item has a row");
            assert_eq!(row.target, item.target, "{view:?}: {:?}", item.subject);
        }
    }
}

#[test]
fn outside_the_window_rows_keep_their_item_but_have_no_words() {
    let sample = Sample::new();
    let all = View::Entities.rows(&sample.input(80));
    let mut input = sample.input(80);
    input.window = 1..3;
    let some = View::Entities.rows(&input);
    assert_eq!(
        some.iter().map(|row| row.item).collect::<Vec<_>>(),
        all.iter().map(|row| row.item).collect::<Vec<_>>()
    );
    assert_eq!(some[1..3], all[1..3]);
    assert!(some[0].pieces.is_empty() && some[3..].iter().all(|row| row.pieces.is_empty()));
}

#[test]
fn details_keep_within_their_height_and_show_the_chosen_passage() {
    let mut sample = Sample::new();
    sample.list.in_details = true;
    for view in [View::Entities, View::Themes] {
        for detail in 0..view.passages(&sample.input(80)).len() {
            sample.list.detail = detail;
            for height in 0..12 {
                let rows = view.details(&sample.input(80), 80, height);
                assert!(rows.len() <= usize::from(height), "{view:?} in {height} rows");
                assert!(
                    height < 2 || rows.iter().any(|row| row.item == Some(detail)),
                    "{view:?} in {height} rows"
                );
            }
        }
    }
}
