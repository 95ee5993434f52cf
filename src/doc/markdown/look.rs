//! Whether a text is Markdown although its name does not say so.

use super::front;

/// Signs of Markdown in a text.
#[derive(Debug, Default)]
struct Signs {
    /// Lines `# …` with blank lines around.
    headings: usize,
    /// Those of level 2 and below.
    lower: usize,
    /// `[…](…)` with an address.
    links: usize,
    /// `**…**`.
    strong: usize,
    /// Fences of code.
    fences: usize,
    /// Items and quotations.
    items: usize,
}

/// Whether the text that begins with `sample` is clearly written in Markdown.
///
/// Front matter with a title says it; else headings together with links, strong words, code or lists, or
/// three links. A line that begins with `#` or `-` alone is found in any text.
#[must_use]
pub fn looks_like(sample: &str) -> bool {
    if front::split(sample).is_some_and(|(front, _)| front::read(front).title.is_some()) {
        return true;
    }
    let signs = signs(sample);
    let inside = signs.links + signs.strong + signs.fences / 2;
    (signs.headings >= 1 && inside >= 2)
        || (signs.headings >= 2 && signs.lower >= 1 && signs.items >= 1)
        || signs.links >= 3
}

fn signs(sample: &str) -> Signs {
    let mut signs = Signs::default();
    let mut fenced = false;
    let mut blank_before = true;
    let mut lines = sample.lines().peekable();
    while let Some(line) = lines.next() {
        let blank_after = lines.peek().is_none_or(|next| next.trim().is_empty());
        if line.starts_with("```") || line.starts_with("~~~") {
            fenced = !fenced;
            signs.fences += 1;
        } else if !fenced {
            let level = line.bytes().take_while(|&byte| byte == b'#').count();
            if (1..=6).contains(&level) && line[level..].starts_with(' ') && blank_before && blank_after {
                signs.headings += 1;
                signs.lower += usize::from(level > 1);
            }
            signs.links += links(line);
            signs.strong += usize::from(line.matches("**").count() >= 2);
            signs.items += usize::from(["- ", "* ", "> ", "1. "].iter().any(|start| line.starts_with(start)));
        }
        blank_before = line.trim().is_empty();
    }
    signs
}

fn links(line: &str) -> usize {
    let leads =
        |rest: &str| ["http", "/", "#", "mailto:", "./", "../"].iter().any(|start| rest.starts_with(start));
    line.match_indices("](").filter(|(at, _)| leads(&line[at + 2..])).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clear_markdown_is_known() {
        for text in [
            "---\ntitle: Le tram\n---\nTexte.\n",
            "# Le tram\n\nUn **choix** de [santé](https://example.org/a).\nDeux **mots**.\n",
            "# Un\n\n## Deux\n\n- a\n- b\n",
            "[a](http://a) et [b](http://b)\n[c](/c)\n",
        ] {
            assert!(looks_like(text), "{text}");
        }
    }

    #[test]
    fn other_texts_stay_what_they_are() {
        for text in [
            "",
            "Un tract :\n\n- a\n- b\n\n* * *\n\n1. c\n",
            "#!/bin/sh\n# un script\nset -e\n\n# fin\n",
            "# configuration\n\nclef = 1\n\n# suite\n\nautre = [a](b)\n",
            "--- \nIl dit : # non.\n---\n",
            "Hashtag #un #deux **gras** une fois.\n",
        ] {
            assert!(!looks_like(text), "{text}");
        }
    }
}
