//! Fonts: what the codes of a string say, and how wide they are.

use super::LIMIT;
use super::cmap::CMap;
use lopdf::{Dictionary, Document, Encoding, Object};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Width of a glyph of which nothing is known, in thousandths of an em.
const WIDTH: f32 = 500.0;

/// What stands for a code that says nothing.
const UNKNOWN: &str = "\u{FFFD}";

/// A font as far as reading needs it.
pub(super) struct Font {
    /// Bytes of a code: 1, or 2 in composite fonts.
    pub(super) code_bytes: usize,
    /// Whether it is set in bold.
    pub(super) bold: bool,
    /// Whether all its letters are equally wide, as for code.
    pub(super) even: bool,
    /// Codes to text, as the file says it for readers.
    to_unicode: Option<CMap>,
    /// Codes to text by the names of the glyphs; of simple fonts only.
    named: Vec<Option<Rc<str>>>,
    widths: HashMap<u32, f32>,
    default_width: f32,
    /// Units of the widths to the em.
    scale: f32,
    known: RefCell<HashMap<u32, Character>>,
}

/// What a code stands for.
#[derive(Clone)]
pub(super) struct Character {
    /// Its text; U+FFFD where the file does not say.
    pub(super) text: Rc<str>,
    /// Its width, in ems.
    pub(super) width: f32,
}

impl Font {
    /// The font that `dictionary` describes; what is missing or damaged in it is guessed.
    pub(super) fn new(dictionary: &Dictionary, document: &Document) -> Self {
        let kind = dictionary.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        let composite = kind == b"Type0";
        let own = if composite { descendant(dictionary, document) } else { None };
        let own = own.unwrap_or(dictionary);
        let descriptor = own.get_deref(b"FontDescriptor", document).and_then(Object::as_dict).ok();
        let name = own.get_deref(b"BaseFont", document).and_then(Object::as_name).unwrap_or_default();
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        let weight = descriptor.and_then(|about| number(about, b"FontWeight", document)).unwrap_or(0.0);
        let (widths, default_width) = if composite {
            (composite_widths(own, document), number(own, b"DW", document).unwrap_or(1000.0))
        } else {
            let missing = descriptor.and_then(|about| number(about, b"MissingWidth", document));
            (simple_widths(own, document), missing.filter(|&width| width > 0.0).unwrap_or(WIDTH))
        };
        Self {
            code_bytes: if composite { 2 } else { 1 },
            bold: weight >= 600.0
                || ["bold", "black", "heavy", "cmbx"].iter().any(|word| name.contains(word)),
            even: ["courier", "mono", "cmtt", "consol", "menlo", "typewriter"]
                .iter()
                .any(|word| name.contains(word)),
            to_unicode: to_unicode(dictionary, document),
            named: if composite { Vec::new() } else { named(dictionary, descriptor, document) },
            widths,
            default_width,
            scale: if kind == b"Type3" { type3_scale(dictionary, document) } else { 0.001 },
            known: RefCell::default(),
        }
    }

    /// What `code` stands for.
    pub(super) fn character(&self, code: u32) -> Character {
        if let Some(known) = self.known.borrow().get(&code) {
            return known.clone();
        }
        let text = self.text(code);
        let width = self.widths.get(&code).copied().unwrap_or(self.default_width) * self.scale;
        let character =
            Character { text, width: if width.is_finite() { width.clamp(0.0, 4.0) } else { 0.5 } };
        self.known.borrow_mut().insert(code, character.clone());
        character
    }

    fn text(&self, code: u32) -> Rc<str> {
        // Some writers give the codes of two bytes in one, or those of one in two.
        let by_map = self
            .to_unicode
            .as_ref()
            .and_then(|map| map.text(self.code_bytes, code).or_else(|| map.text(3 - self.code_bytes, code)));
        let by_name = || self.named.get(code as usize).cloned().flatten();
        by_map.or_else(by_name).unwrap_or_else(|| UNKNOWN.into())
    }
}

fn decoded(map: &Encoding<'_>, bytes: &[u8]) -> Option<Rc<str>> {
    let text = map.bytes_to_string(bytes).ok()?;
    let text = text.trim_end_matches('\0');
    (!text.is_empty() && !text.contains('\u{FFFD}')).then(|| text.into())
}

fn number(dictionary: &Dictionary, key: &[u8], document: &Document) -> Option<f32> {
    dictionary.get_deref(key, document).and_then(Object::as_float).ok()
}

fn descendant<'a>(dictionary: &'a Dictionary, document: &'a Document) -> Option<&'a Dictionary> {
    let fonts = dictionary.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok()?;
    document.dereference(fonts.first()?).ok()?.1.as_dict().ok()
}

fn simple_widths(font: &Dictionary, document: &Document) -> HashMap<u32, f32> {
    let first = number(font, b"FirstChar", document).unwrap_or(0.0).clamp(0.0, 255.0) as u32;
    let Ok(widths) = font.get_deref(b"Widths", document).and_then(Object::as_array) else {
        return standard_widths(font);
    };
    let width = |object| document.dereference(object).and_then(|(_, object)| object.as_float());
    (first..256).zip(widths).filter_map(|(code, object)| Some((code, width(object).ok()?))).collect()
}

/// Widths of the fonts that every reader of PDF has, near enough to find the blanks between words.
fn standard_widths(font: &Dictionary) -> HashMap<u32, f32> {
    let name = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
    let courier = name.starts_with(b"Courier");
    let times = name.starts_with(b"Times");
    let width = |code: u8| match code {
        _ if courier => 600.0,
        b'i' | b'j' | b'l' | b'.' | b',' | b';' | b':' | b'\'' | b'|' | b'!' | b' ' | b'I' => 270.0,
        b'f' | b't' | b'r' | b'-' | b'(' | b')' | b'[' | b']' => 320.0,
        b'm' | b'w' | b'M' | b'W' | b'@' | b'%' => 830.0,
        b'A'..=b'Z' => 690.0,
        _ if times => 480.0,
        _ => 556.0,
    };
    (0..=255u8).map(|code| (u32::from(code), width(code))).collect()
}

/// The `W` array: `first [w w …]` and `first last w`.
fn composite_widths(font: &Dictionary, document: &Document) -> HashMap<u32, f32> {
    let mut widths = HashMap::new();
    let Ok(array) = font.get_deref(b"W", document).and_then(Object::as_array) else { return widths };
    let objects: Vec<&Object> = array
        .iter()
        .filter_map(|object| document.dereference(object).ok())
        .map(|(_, object)| object)
        .collect();
    let code = |object: &Object| object.as_float().map_or(0, |code| code.clamp(0.0, 65535.0) as u32);
    let mut rest = objects.as_slice();
    loop {
        match rest {
            [first, Object::Array(list), more @ ..] => {
                let list = list.iter().filter_map(|object| document.dereference(object).ok());
                let numbers = list.map(|(_, width)| width.as_float().unwrap_or(WIDTH));
                widths.extend((code(first)..=65535).zip(numbers));
                rest = more;
            }
            [first, last, width, more @ ..] => {
                let width = width.as_float().unwrap_or(WIDTH);
                widths.extend((code(first)..=code(last)).map(|code| (code, width)));
                rest = more;
            }
            _ => return widths,
        }
    }
}

fn type3_scale(font: &Dictionary, document: &Document) -> f32 {
    let matrix = font.get_deref(b"FontMatrix", document).and_then(Object::as_array).ok();
    let scale = matrix.and_then(|matrix| matrix.first()?.as_float().ok()).unwrap_or(0.001);
    if scale.is_finite() && scale > 0.0 { scale } else { 0.001 }
}

fn to_unicode(font: &Dictionary, document: &Document) -> Option<CMap> {
    let stream = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream).ok()?;
    Some(CMap::new(&stream.get_plain_content_with_limit(LIMIT).ok()?))
}

/// The text of the 256 codes of a simple font, by its encoding.
fn named(font: &Dictionary, descriptor: Option<&Dictionary>, document: &Document) -> Vec<Option<Rc<str>>> {
    let encoding = font.get_deref(b"Encoding", document).ok();
    let described = encoding.and_then(|object| object.as_dict().ok());
    let base = match encoding {
        Some(Object::Name(name)) => Some(name.as_slice()),
        _ => described.and_then(|about| about.get(b"BaseEncoding").and_then(Object::as_name).ok()),
    };
    let truetype = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"TrueType");
    let fallback: &[u8] = if truetype { b"WinAnsiEncoding" } else { b"StandardEncoding" };
    let mut codes = predefined(base.unwrap_or(fallback), document);
    if base.is_none() {
        for (code, name) in descriptor.map_or_else(Vec::new, |about| built_in(about, document)) {
            codes[usize::from(code)] = glyph(&name, document);
        }
    }
    let differences = described.and_then(|about| about.get_deref(b"Differences", document).ok());
    let mut code = 0;
    for object in differences.and_then(|object| object.as_array().ok()).into_iter().flatten() {
        match object {
            Object::Integer(next) => code = usize::try_from(*next).unwrap_or(256),
            Object::Name(name) if code < 256 => {
                codes[code] = glyph(name, document);
                code += 1;
            }
            _ => {}
        }
    }
    codes
}

fn predefined(name: &[u8], document: &Document) -> Vec<Option<Rc<str>>> {
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Encoding", Object::Name(name.to_vec()));
    let Ok(encoding) = font.get_font_encoding(document) else { return vec![None; 256] };
    (0..=255).map(|code| decoded(&encoding, &[code])).collect()
}

/// The encoding inside a Type 1 font program, in its readable part: `dup 65 /A put`.
fn built_in(descriptor: &Dictionary, document: &Document) -> Vec<(u8, Vec<u8>)> {
    let stream = descriptor.get_deref(b"FontFile", document).and_then(Object::as_stream);
    let Ok(program) = stream.and_then(|stream| stream.get_plain_content_with_limit(LIMIT)) else {
        return Vec::new();
    };
    let end = memchr::memmem::find(&program, b"eexec").unwrap_or(program.len());
    let words: Vec<&[u8]> =
        program[..end].split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).collect();
    let entry = |words: &[&[u8]]| match words {
        [b"dup", code, name, b"put"] => {
            Some((std::str::from_utf8(code).ok()?.parse().ok()?, name.strip_prefix(b"/")?.to_vec()))
        }
        _ => None,
    };
    words.windows(4).filter_map(entry).collect()
}

/// The text of the glyph called `name`: `eacute`, `f_f_i`, `uni00E9`, `u1F600`, `a.sc`.
fn glyph(name: &[u8], document: &Document) -> Option<Rc<str>> {
    let name = name.split(|&byte| byte == b'.').next().filter(|name| !name.is_empty())?;
    let mut text = String::new();
    for part in name.split(|&byte| byte == b'_') {
        text.push_str(&listed(part, document).or_else(|| numbered(part))?);
    }
    Some(text.into())
}

/// By the library's list of names, which it opens to encodings only.
fn listed(name: &[u8], document: &Document) -> Option<String> {
    let mut differences = Dictionary::new();
    differences.set("Differences", vec![Object::Integer(0), Object::Name(name.to_vec())]);
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Encoding", differences);
    match font.get_font_encoding(document) {
        Ok(encoding @ Encoding::Differences(_)) => encoding.bytes_to_string(&[0]).ok(),
        _ => None,
    }
}

fn numbered(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let digits = digits.get(..4).filter(|_| name.starts_with("uni")).unwrap_or(digits);
    let code = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() >= 4)?;
    char::from_u32(code).map(String::from)
}
