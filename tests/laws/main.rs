//! The laws of `laws` on made-up inputs: any bytes, pieces of the formats in any order, damaged files.

mod fuzz;
mod laws;
mod mutate;
mod samples;
mod seeds;
mod tokens;

use proptest::prelude::*;

proptest! {
    #[test]
    fn any_bytes_keep_every_law(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        laws::plain_text(&bytes);
        laws::markdown_text(&bytes);
        laws::page(&bytes);
        laws::opened(&bytes, "");
        laws::cleaned(&bytes);
        laws::journal(&bytes);
        laws::placed(&bytes);
        laws::settings(&bytes);
        laws::records(&bytes);
        laws::query(&bytes);
        laws::addresses(&bytes);
        laws::layout(&bytes);
    }

    #[test]
    fn pieces_of_pages_in_any_order_are_documents(
        text in r#"(<(/?)(p|div|main|article|nav|header|footer|aside|form|ul|li|table|tr|td|th|pre|blockquote|h1|h2|sup|q|br|time datetime="2025-01-02"|a href="/"|a href=http://a|p class=(byline|share|comments|note|pullquote)|script type="application/ld\+json"|title|body|html)>|(Une phrase assez longue pour compter comme de la prose, avec une virgule\. )|\{"@type":"Article","articleBody":"a"\}|Par Ann Lee|le 3 mai 2025|[a-d 2é]|&#27;|\n){0,60}"#
    ) {
        laws::page(text.as_bytes());
        laws::opened(text.as_bytes(), "/a.html");
    }

    #[test]
    fn pieces_of_markdown_in_any_order_are_documents(
        text in "(# |## |\n|\n\n|---\n|title: a\n|\\* |1\\. |> |`|```\n|\\[a\\]|\\(b\\)|\\[\\^1\\]|: |\\||-|<b>|<!--|~~|\\*\\*|\\\\|  |\t|[a-cé]|&#27;|\u{301}){0,60}"
    ) {
        laws::markdown_text(text.as_bytes());
    }

    #[test]
    fn passages_are_placed_within_the_text(
        bytes in prop::collection::vec(any::<u8>(), 2), text in "([a-c]{1,4}[ .,’]|\n\n|é|e\u{301}|👩‍👩‍👧|« |» ){0,80}"
    ) {
        laws::placed(&[bytes, text.into_bytes()].concat());
    }

    #[test]
    fn pieces_of_settings_in_any_order_are_told_of(
        text in "(\\[reading\\]\n|\\[\\[themes\\]\\]\n|\\[keys.read\\]\n|\\[colors.dark\\]\n|key = |measure = |\"j\" = |page = |terms = |\\[|\\]|\\{|\\}|\"a\"|\"#fff000\"|\"\\*\"|-1|99999999999|true|\n|\u{1b}){0,30}"
    ) {
        laws::settings(text.as_bytes());
    }
}
