//! What a page says of its article for machines: JSON-LD, as search engines read it.

use super::date;
use dom_query::Document as Tree;
use serde_json::Value;

/// Scripts and objects that are looked at.
const LOOKED_AT: usize = 10_000;

/// What is said of the article.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<String>,
    /// The organisation that is named as the author, where no person is.
    pub(super) publisher: Vec<String>,
    pub(super) published: Option<String>,
    /// The text itself, in some pages the only one there is.
    pub(super) body: Option<String>,
}

/// Names in `<meta>` that give the day an article was published, besides those of Open Graph.
const DAYS: [&str; 15] = [
    "article.published",
    "article_date_original",
    "citation_publication_date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "parsely-pub-date",
    "pubdate",
    "publication_date",
    "publish-date",
    "publish_date",
    "sailthru.date",
];

/// Names in `<meta>` that say who wrote an article, besides `author`.
const BYLINES: [&str; 4] = ["article_author", "byline", "citation_author", "sailthru.author"];

/// The day and who wrote it, as the page says them for machines in `<meta>`.
pub(super) fn meta(tree: &Tree) -> (Option<String>, Option<String>) {
    let metas = tree.select("meta[name][content]");
    let (mut published, mut byline) = (None, None);
    for meta in metas.nodes().iter().take(LOOKED_AT) {
        let (Some(name), Some(said)) = (meta.attr("name"), meta.attr("content")) else { continue };
        let name = name.to_lowercase();
        if published.is_none() && DAYS.contains(&name.as_str()) {
            published = date::day(&said);
        }
        if byline.is_none() && BYLINES.contains(&name.as_str()) && !said.trim().is_empty() {
            byline = Some(said.trim().to_owned());
        }
    }
    (published, byline)
}

/// What the page says of its first article.
pub(super) fn told(tree: &Tree) -> Told {
    let scripts = tree.select("script[type*='ld+json']");
    for script in scripts.nodes().iter().take(LOOKED_AT) {
        let text = script.text();
        let json = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        let Ok(value) = serde_json::from_str::<Value>(json) else { continue };
        let mut waiting = vec![&value];
        let mut looked_at = 0;
        while let Some(value) = waiting.pop() {
            looked_at += 1;
            if looked_at > LOOKED_AT {
                break;
            }
            if is_article(value) {
                return article(value);
            }
            match value {
                Value::Array(values) => waiting.extend(values.iter().rev()),
                Value::Object(fields) => {
                    waiting.extend(fields.get("@graph").into_iter().chain(fields.get("mainEntity")))
                }
                _ => {}
            }
        }
    }
    Told::default()
}

fn is_article(value: &Value) -> bool {
    let is = |name: &str| {
        name.ends_with("Article")
            || name.ends_with("Posting")
            || matches!(name, "Report" | "NewsStory" | "Chapter")
    };
    match &value["@type"] {
        Value::String(name) => is(name),
        Value::Array(names) => names.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

fn article(value: &Value) -> Told {
    let text = |field: &str| {
        let text = value[field].as_str().map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let named = match &value["author"] {
        Value::Array(authors) => authors.iter().collect(),
        author => vec![author],
    };
    let (houses, people): (Vec<&Value>, Vec<&Value>) = named
        .into_iter()
        .partition(|author| author["@type"].as_str().is_some_and(|kind| kind.ends_with("Organization")));
    let authors: Vec<String> = people.into_iter().filter_map(name).collect();
    let publisher = houses.into_iter().filter_map(name).collect();
    Told {
        headline: text("headline").or_else(|| text("name")),
        authors,
        publisher,
        published: text("datePublished").or_else(|| text("dateCreated")),
        body: text("articleBody"),
    }
}

/// The name of an author, who is an object or only a name; an address is none.
fn name(author: &Value) -> Option<String> {
    let name = author.as_str().or_else(|| author["name"].as_str())?.trim();
    (!name.is_empty() && !name.contains("://")).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expect: &Told) {
        let page = format!("<html><script type='application/ld+json'>{json}</script>");
        assert_eq!(&told(&Tree::from(page)), expect, "{json}");
    }

    #[test]
    fn the_article_is_found_among_what_is_said() {
        let expect = Told {
            headline: Some("Un titre".to_owned()),
            authors: vec!["Ann Lee".to_owned(), "Bo Li".to_owned()],
            publisher: Vec::new(),
            published: Some("2026-01-02".to_owned()),
            body: None,
        };
        let article = r#"{"@type":["Thing","NewsArticle"],"headline":" Un titre ","datePublished":"2026-01-02",
            "author":[{"name":"Ann Lee"},"Bo Li","https://example.org/x"],"articleBody":""}"#;
        check(article, &expect);
        check(&format!(r#"[{{"@type":"WebSite","name":"Site"}},{article}]"#), &expect);
        check(&format!(r#"{{"@graph":[{article}]}}"#), &expect);
    }

    #[test]
    fn what_is_no_json_or_no_article_says_nothing() {
        for json in ["", "{", "[1,null]", r#"{"@type":"Organization","name":"a"}"#, r#"{"@type":3}"#] {
            check(json, &Told::default());
        }
        check(&"[".repeat(100_000), &Told::default());
    }
}
