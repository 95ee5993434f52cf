//! What a book says of itself: its title, who made it, which files it has and in which order they are read.

use crate::doc::Meta;
use crate::doc::markdown::day;
use crate::doc::packed::path::resolve;
use crate::doc::packed::{Archive, Refusal, text};
use crate::doc::xml::{Piece, Pieces, Tag};
use std::collections::{HashMap, HashSet};

/// The package of a book.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) title: String,
    pub(super) meta: Meta,
    /// Paths of the files in the order they are read; those beside the main order come last.
    pub(super) spine: Vec<String>,
    /// Path of the navigation document (EPUB 3).
    pub(super) navigation: Option<String>,
    /// Path of the NCX (EPUB 2).
    pub(super) ncx: Option<String>,
}

/// A file of the book.
struct Item {
    path: String,
    media: String,
    fallback: Option<String>,
}

impl Item {
    fn is_text(&self) -> bool {
        let media = self.media.as_str();
        matches!(media, "application/xhtml+xml" | "text/html" | "text/x-oeb1-document")
            || (media.is_empty() && [".xhtml", ".html", ".htm"].iter().any(|end| self.path.ends_with(end)))
    }
}

impl Package {
    /// Reads the package that the archive names.
    pub(super) fn read(archive: &mut Archive) -> Result<Self, Refusal> {
        let path = root_file(archive)?.ok_or(Refusal::Damaged)?;
        let bytes = archive.read(&path)?.ok_or(Refusal::Damaged)?;
        let package = parse(&text(&bytes), &path);
        if package.spine.is_empty() { Err(Refusal::Damaged) } else { Ok(package) }
    }
}

/// The path of the package: as `container.xml` says, else the only file that looks like one.
fn root_file(archive: &mut Archive) -> Result<Option<String>, Refusal> {
    if let Some(container) = archive.read("META-INF/container.xml")? {
        let container = text(&container);
        let named = Pieces::new(&container).find_map(|piece| match piece {
            Piece::Open(tag) if tag.name() == "rootfile" => tag.attr("full-path"),
            _ => None,
        });
        let named = named.map(|path| resolve("", &path)).filter(|path| archive.has(path));
        if named.is_some() {
            return Ok(named);
        }
    }
    Ok(archive.names().find(|name| name.ends_with(".opf")).map(str::to_owned))
}

fn parse(text: &str, path: &str) -> Package {
    let mut reading = Reading { path, ..Reading::default() };
    let mut pieces = Pieces::new(text);
    while let Some(piece) = pieces.next() {
        if let Piece::Open(tag) = piece {
            reading.open(&tag, &mut pieces);
        }
    }
    reading.package()
}

#[derive(Default)]
struct Reading<'a> {
    path: &'a str,
    package: Package,
    items: HashMap<String, Item>,
    /// Names of the files in their order, and whether each is of the main order.
    spine: Vec<(String, bool)>,
    /// The name that the spine gives its contents.
    toc: Option<String>,
    /// Which of the identifiers is that of the book.
    unique: Option<String>,
    /// Identifiers, each with its name.
    identifiers: Vec<(Option<String>, String)>,
    /// Dates, each with what happened then.
    dates: Vec<(Option<String>, String)>,
    /// Creators, each with its name and role.
    creators: Vec<(Option<String>, Option<String>, String)>,
    /// Roles, each with the name it is of.
    roles: Vec<(String, String)>,
}

impl Reading<'_> {
    fn open(&mut self, tag: &Tag, pieces: &mut Pieces) {
        match tag.name() {
            "package" => self.unique = tag.attr("unique-identifier"),
            "title" if self.package.title.is_empty() => self.package.title = pieces.words(),
            "creator" => self.creators.push((tag.attr("id"), tag.attr("role"), pieces.words())),
            "date" => self.dates.push((tag.attr("event"), pieces.words())),
            "language" if self.package.meta.language.is_none() => {
                self.package.meta.language = Some(pieces.words()).filter(|code| !code.is_empty());
            }
            "identifier" => self.identifiers.push((tag.attr("id"), pieces.words())),
            "meta" if tag.says("property", "role") => {
                let of = tag.attr("refines").unwrap_or_default();
                self.roles.push((of.trim_start_matches('#').to_owned(), pieces.words()));
            }
            "item" => self.item(tag),
            "spine" => self.toc = tag.attr("toc"),
            "itemref" => {
                let in_order = tag.attr("linear").is_none_or(|linear| linear.trim() != "no");
                self.spine.extend(tag.attr("idref").map(|name| (name, in_order)));
            }
            _ => {}
        }
    }

    fn item(&mut self, tag: &Tag) {
        let (Some(name), Some(href)) = (tag.attr("id"), tag.attr("href")) else { return };
        let path = resolve(self.path, href.split('#').next().unwrap_or_default());
        let media = tag.attr("media-type").unwrap_or_default();
        if tag.says("properties", "nav") {
            self.package.navigation = Some(path.clone());
        }
        if media == "application/x-dtbncx+xml" && self.package.ncx.is_none() {
            self.package.ncx = Some(path.clone());
        }
        self.items.insert(name, Item { path, media, fallback: tag.attr("fallback") });
    }

    /// The file that stands in the spine under that name: the first of its substitutes that is text.
    fn file(&self, name: &str) -> Option<&str> {
        let mut item = self.items.get(name)?;
        for _ in 0..8 {
            if item.is_text() {
                return Some(&item.path);
            }
            item = self.items.get(item.fallback.as_deref()?)?;
        }
        None
    }

    fn package(mut self) -> Package {
        let mut seen = HashSet::new();
        let (main, aside): (Vec<_>, Vec<_>) = self.spine.iter().partition(|(_, in_order)| *in_order);
        let paths = main.into_iter().chain(aside).filter_map(|(name, _)| self.file(name));
        // The contents are no chapter; they are shown by themselves.
        let paths = paths.filter(|path| self.package.navigation.as_deref() != Some(path));
        let spine = paths.filter(|path| seen.insert(*path)).map(str::to_owned).collect();
        self.package.spine = spine;
        if let Some(item) = self.toc.as_ref().and_then(|toc| self.items.get(toc)) {
            self.package.ncx = Some(item.path.clone());
        }
        self.package.meta.authors = self.authors();
        self.package.meta.published = self.published();
        self.package.meta.identifier = self.identifier();
        self.package
    }

    /// The creators, without those who say that they are something else than authors.
    fn authors(&self) -> Vec<String> {
        let is_author = |(id, role, _): &&(Option<String>, Option<String>, String)| {
            let refined = id.as_ref().and_then(|id| self.roles.iter().find(|(of, _)| of == id));
            let role = role.as_deref().or(refined.map(|(_, role)| role.as_str()));
            role.is_none_or(|role| role.is_empty() || role.eq_ignore_ascii_case("aut"))
        };
        let names = |creators: Vec<&(Option<String>, Option<String>, String)>| -> Vec<String> {
            creators.into_iter().map(|(_, _, name)| name.clone()).filter(|name| !name.is_empty()).collect()
        };
        let authors = names(self.creators.iter().filter(is_author).collect());
        if authors.is_empty() { names(self.creators.iter().collect()) } else { authors }
    }

    fn published(&self) -> Option<String> {
        let of = |wanted: &dyn Fn(Option<&str>) -> bool| {
            let found = self.dates.iter().find(|(event, date)| wanted(event.as_deref()) && !date.is_empty());
            found.map(|(_, date)| day(date))
        };
        of(&|event| event.is_some_and(|event| event.contains("publication")))
            .or_else(|| of(&|event| event.is_none()))
    }

    fn identifier(&self) -> Option<String> {
        let unique = self.identifiers.iter().find(|(id, _)| id.is_some() && *id == self.unique);
        let found = unique.or(self.identifiers.first()).map(|(_, identifier)| identifier.clone());
        found.filter(|identifier| !identifier.is_empty())
    }
}
