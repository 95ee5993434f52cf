//! Tags as they are typed: `#climat`, in a note or by themselves.

/// Whether a letter can stand in a tag.
fn belongs(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | '/')
}

/// The tag that `word` is, without its `#`; a tag has a letter in it.
fn tag(word: &str) -> Option<&str> {
    let name = word.strip_prefix('#')?.trim_end_matches(|letter: char| !belongs(letter));
    (name.chars().all(belongs) && name.chars().any(char::is_alphabetic)).then_some(name)
}

/// The tags of a line of tags: with or without `#`, by blanks or commas, each once.
#[must_use]
pub fn typed(line: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for word in line.split(|letter: char| letter.is_whitespace() || letter == ',') {
        let name = word.trim_start_matches('#').trim_matches(|letter: char| !belongs(letter));
        if !name.is_empty() && !tags.iter().any(|known| known == name) {
            tags.push(name.to_owned());
        }
    }
    tags
}

/// Takes the tags out of a note as typed: all of them are its tags, and those at its end leave the text.
#[must_use]
pub fn split(note: &str) -> (String, Vec<String>) {
    let mut tags: Vec<String> = Vec::new();
    for name in note.split_whitespace().filter_map(tag) {
        if !tags.iter().any(|known| known == name) {
            tags.push(name.to_owned());
        }
    }
    let mut body = note.trim_end();
    while let Some(last) =
        body.split_whitespace().next_back().filter(|word| word.starts_with('#') && tag(word).is_some())
    {
        body = body[..body.len() - last.len()].trim_end();
    }
    (body.to_owned(), tags)
}

/// A note and its tags as one text to edit; [`split`] takes it apart again. Tags that the text holds are not repeated.
#[must_use]
pub fn join(body: &str, tags: &[String]) -> String {
    let (_, inside) = split(body);
    let mut text = body.to_owned();
    for name in tags.iter().filter(|tag| !inside.contains(tag)) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push('#');
        text.push_str(name);
    }
    text
}

/// The tag being typed at the end of `before` (the text up to the cursor), without `#`.
#[must_use]
pub fn unfinished(before: &str) -> Option<&str> {
    let start = before.rfind('#')?;
    let lone = before[..start].chars().next_back().is_none_or(char::is_whitespace);
    let name = &before[start + 1..];
    (lone && name.chars().all(belongs)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_at_the_end_leave_the_note_and_tags_inside_stay() {
        let (body, tags) = split("Vérifier ce #chiffre avant lundi #climat #à-relire");
        assert_eq!(body, "Vérifier ce #chiffre avant lundi");
        assert_eq!(tags, ["chiffre", "climat", "à-relire"]);
        assert_eq!(join(&body, &tags), "Vérifier ce #chiffre avant lundi #climat #à-relire");
    }

    #[test]
    fn a_number_sign_before_a_number_is_no_tag() {
        assert_eq!(split("voir #12"), ("voir #12".to_owned(), Vec::new()));
    }

    #[test]
    fn tags_are_typed_with_or_without_their_sign() {
        assert_eq!(typed("#climat, eau climat  #a/b"), ["climat", "eau", "a/b"]);
    }

    #[test]
    fn a_tag_is_unfinished_until_a_blank_follows() {
        assert_eq!(unfinished("9 000 t #chi"), Some("chi"));
        assert_eq!(unfinished("9 000 t #chi "), None);
        assert_eq!(unfinished("a#chi"), None);
    }
}
