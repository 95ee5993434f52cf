//! What a page draws: its glyphs, with their places.

use super::LIMIT;
use super::font::Font;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashMap;
use std::rc::Rc;

/// Forms inside forms that are followed.
const DEEPEST: usize = 12;

/// Saved states of the graphics that are kept.
const STATES: usize = 256;

/// Glyphs of a page that are kept; the largest sheet of small type has a tenth of them.
const GLYPHS: usize = 500_000;

/// Operators of a page, with those of its forms each time they are drawn.
const OPERATORS: usize = 5_000_000;

/// Farther than this from the origin nothing is on a page, in points.
const FAR: f32 = 20_000.0;

/// A character on a page. Lengths are points; the origin is the lower left corner of the page as it is read.
#[derive(Clone)]
pub(super) struct Glyph {
    pub(super) text: Rc<str>,
    pub(super) left: f32,
    pub(super) right: f32,
    /// Height of the line that it stands on.
    pub(super) base: f32,
    /// Size of its type.
    pub(super) size: f32,
    pub(super) bold: bool,
    /// Whether its font has letters of one width.
    pub(super) even: bool,
    /// Drawn without ink, as the text behind a scan is.
    invisible: bool,
    /// Said to be no part of the text: a running head, a page number.
    artifact: bool,
}

/// A page and what stands on it, in the order in which it is drawn.
pub(super) struct Page {
    pub(super) height: f32,
    pub(super) glyphs: Vec<Glyph>,
}

/// The fonts of a file, by object, each read once.
pub(super) struct Fonts<'a> {
    document: &'a Document,
    known: HashMap<ObjectId, Rc<Font>>,
}

impl<'a> Fonts<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self { document, known: HashMap::new() }
    }

    fn of(&mut self, object: &'a Object) -> Option<Rc<Font>> {
        let read = |document: &'a Document, object: &'a Object| {
            Some(Rc::new(Font::new(document.dereference(object).ok()?.1.as_dict().ok()?, document)))
        };
        let Ok(id) = object.as_reference() else { return read(self.document, object) };
        if let Some(known) = self.known.get(&id) {
            return Some(known.clone());
        }
        let font = read(self.document, object)?;
        self.known.insert(id, font.clone());
        Some(font)
    }
}

/// Reads a page. Text that is turned, or lies outside the page, is left out; what is damaged too.
pub(super) fn read<'a>(document: &'a Document, id: ObjectId, fonts: &mut Fonts<'a>) -> Page {
    let (base, width, height) = sheet(document, id);
    let mut drawing = Drawing {
        document,
        fonts,
        glyphs: Vec::new(),
        state: State { matrix: base, ..State::default() },
        saved: Vec::new(),
        text: Matrix::IDENTITY,
        line: Matrix::IDENTITY,
        marked: Vec::new(),
        operators: 0,
    };
    if let (Ok(content), Some(resources)) =
        (document.get_page_content_with_limit(id, LIMIT), resources(document, id))
    {
        drawing.run(&content, resources, 0);
    }
    let mut glyphs = drawing.glyphs;
    glyphs.retain(|glyph| {
        let tolerance = glyph.size;
        glyph.right > -tolerance
            && glyph.left < width + tolerance
            && glyph.base > -tolerance
            && glyph.base < height + tolerance
    });
    // Under the text of a page, invisible text is a second reading; under a picture of it, the only one.
    let inked = glyphs.iter().filter(|glyph| !glyph.invisible).count();
    if inked * 4 > glyphs.len() {
        glyphs.retain(|glyph| !glyph.invisible);
    }
    if glyphs.iter().any(|glyph| !glyph.artifact) {
        glyphs.retain(|glyph| !glyph.artifact);
    }
    Page { height, glyphs }
}

/// What turns the coordinates of the file into those of the page as it is read, and the size of the page.
fn sheet(document: &Document, id: ObjectId) -> (Matrix, f32, f32) {
    let edges = |object: &Object| -> Option<[f32; 4]> {
        let numbers: Vec<f32> = object
            .as_array()
            .ok()?
            .iter()
            .filter_map(|edge| document.dereference(edge).ok()?.1.as_float().ok())
            .collect();
        let [a, b, c, d] = numbers.try_into().ok()?;
        let edges = [a.min(c), b.min(d), a.max(c), b.max(d)];
        (edges.iter().all(|edge| edge.abs() < FAR) && edges[2] - edges[0] > 1.0 && edges[3] - edges[1] > 1.0)
            .then_some(edges)
    };
    let look = |key: &[u8]| inherited(document, id, key);
    let edges = look(b"CropBox").and_then(edges).or_else(|| look(b"MediaBox").and_then(edges));
    let [left, bottom, right, top] = edges.unwrap_or([0.0, 0.0, 612.0, 792.0]);
    let (width, height) = (right - left, top - bottom);
    let turn = look(b"Rotate").and_then(|turn| turn.as_i64().ok()).unwrap_or(0).rem_euclid(360);
    match turn {
        90 => (Matrix([0.0, -1.0, 1.0, 0.0, -bottom, right]), height, width),
        180 => (Matrix([-1.0, 0.0, 0.0, -1.0, right, top]), width, height),
        270 => (Matrix([0.0, 1.0, -1.0, 0.0, top, -left]), height, width),
        _ => (Matrix([1.0, 0.0, 0.0, 1.0, -left, -bottom]), width, height),
    }
}

fn resources(document: &Document, id: ObjectId) -> Option<&Dictionary> {
    inherited(document, id, b"Resources")?.as_dict().ok()
}

/// What a page says, or else the nearest node of the tree above it.
fn inherited<'a>(document: &'a Document, id: ObjectId, key: &[u8]) -> Option<&'a Object> {
    let mut node = document.get_dictionary(id).ok()?;
    // Trees that are deeper go round in a circle.
    for _ in 0..64 {
        if let Ok(object) = node.get_deref(key, document) {
            return Some(object);
        }
        node = node.get_deref(b"Parent", document).and_then(Object::as_dict).ok()?;
    }
    None
}

/// A transformation: `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Debug, Clone, Copy)]
struct Matrix([f32; 6]);

impl Matrix {
    const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn from(numbers: &[f32]) -> Option<Self> {
        Some(Self(numbers.try_into().ok()?))
    }

    fn shift(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this one, then `outer`.
    fn then(self, outer: Self) -> Self {
        let ([a, b, c, d, e, f], [oa, ob, oc, od, oe, of]) = (self.0, outer.0);
        Self([
            a * oa + b * oc,
            a * ob + b * od,
            c * oa + d * oc,
            c * ob + d * od,
            e * oa + f * oc + oe,
            e * ob + f * od + of,
        ])
    }
}

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    letter_gap: f32,
    word_gap: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    invisible: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            matrix: Matrix::IDENTITY,
            font: None,
            size: 0.0,
            letter_gap: 0.0,
            word_gap: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            invisible: false,
        }
    }
}

/// A marked stretch of content.
enum Mark {
    Plain,
    Artifact,
    /// What it says in place of its glyphs, which begin at that index.
    Said(String, usize),
}

struct Drawing<'a, 'b> {
    document: &'a Document,
    fonts: &'b mut Fonts<'a>,
    glyphs: Vec<Glyph>,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    marked: Vec<Mark>,
    operators: usize,
}

impl<'a> Drawing<'a, '_> {
    fn run(&mut self, content: &[u8], resources: &'a Dictionary, depth: usize) {
        for operation in Content::decode_iter(content) {
            let Ok(operation) = operation else { break };
            self.operators += 1;
            if self.operators > OPERATORS || self.glyphs.len() > GLYPHS {
                return;
            }
            self.obey(&operation, resources, depth);
        }
    }

    fn obey(&mut self, operation: &Operation, resources: &'a Dictionary, depth: usize) {
        let operands = operation.operands.as_slice();
        let numbers: Vec<f32> = operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
        let first = numbers.first().copied().unwrap_or(0.0);
        match operation.operator.as_str() {
            "q" if self.saved.len() < STATES => self.saved.push(self.state.clone()),
            "Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => {
                if let Some(matrix) = Matrix::from(&numbers) {
                    self.state.matrix = matrix.then(self.state.matrix);
                }
            }
            "BT" => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            "Tf" => self.choose(operands, resources),
            "Tc" => self.state.letter_gap = first,
            "Tw" => self.state.word_gap = first,
            "Tz" => self.state.stretch = first / 100.0,
            "TL" => self.state.leading = first,
            "Ts" => self.state.rise = first,
            "Tr" => self.state.invisible = first == 3.0,
            "Td" | "TD" => {
                let &[x, y] = numbers.as_slice() else { return };
                if operation.operator == "TD" {
                    self.state.leading = -y;
                }
                self.next_line(x, y);
            }
            "Tm" => {
                if let Some(matrix) = Matrix::from(&numbers) {
                    (self.text, self.line) = (matrix, matrix);
                }
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tj" => operands.iter().for_each(|string| self.show(string)),
            "TJ" => operands
                .iter()
                .filter_map(|list| list.as_array().ok())
                .flatten()
                .for_each(|part| self.show(part)),
            "'" | "\"" => {
                if let [word, letter] = numbers.as_slice() {
                    (self.state.word_gap, self.state.letter_gap) = (*word, *letter);
                }
                self.next_line(0.0, -self.state.leading);
                operands
                    .iter()
                    .filter(|operand| operand.as_str().is_ok())
                    .for_each(|string| self.show(string));
            }
            "Do" if depth < DEEPEST => self.form(operands, resources, depth),
            "BMC" | "BDC" => self.begin_mark(operands, resources),
            "EMC" => self.end_mark(),
            _ => {}
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }

    fn choose(&mut self, operands: &[Object], resources: &'a Dictionary) {
        let [name, size] = operands else { return };
        self.state.size = size.as_float().unwrap_or(0.0);
        let fonts = resources.get_deref(b"Font", self.document).and_then(Object::as_dict);
        let font = name.as_name().and_then(|name| fonts.and_then(|fonts| fonts.get(name)));
        self.state.font = font.ok().and_then(|font| self.fonts.of(font));
    }

    /// Shows a string, or moves by a number as between the strings of `TJ`.
    fn show(&mut self, part: &Object) {
        if let Ok(thousandths) = part.as_float() {
            let move_by = -thousandths / 1000.0 * self.state.size * self.state.stretch;
            self.text = Matrix::shift(move_by, 0.0).then(self.text);
            return;
        }
        let (Ok(bytes), Some(font)) = (part.as_str(), self.state.font.clone()) else { return };
        for code in bytes.chunks(font.code_bytes) {
            self.glyph(&font, code);
        }
    }

    fn glyph(&mut self, font: &Font, code: &[u8]) {
        let code = code.iter().fold(0, |code, &byte| code << 8 | u32::from(byte));
        let character = font.character(code);
        let state = &self.state;
        let width = character.width * state.size;
        let blank = if code == 32 && font.code_bytes == 1 { state.word_gap } else { 0.0 };
        let advance = (width + state.letter_gap + blank) * state.stretch;
        let whole = Matrix::shift(0.0, state.rise).then(self.text).then(state.matrix);
        self.text = Matrix::shift(advance, 0.0).then(self.text);
        let [a, b, c, d, left, base] = whole.0;
        let size = (state.size * d.hypot(c)).abs();
        // Letters that are set apart are still a word.
        let right = left + (width + state.letter_gap.max(0.0)) * state.stretch * a;
        let upright = a * state.size > 0.0 && b.abs() < 0.1 * a.abs();
        let near = left.abs() < FAR && right.abs() < FAR && base.abs() < FAR && size < FAR;
        if !(upright && near && size > 0.5) || self.drawn_twice(&character.text, left, base, size) {
            return;
        }
        let artifact = self.marked.iter().any(|mark| matches!(mark, Mark::Artifact));
        let (bold, even, invisible) = (font.bold, font.even, state.invisible);
        self.glyphs.push(Glyph {
            text: character.text,
            left,
            right,
            base,
            size,
            bold,
            even,
            invisible,
            artifact,
        });
    }

    /// Whether the same glyph was drawn in nearly the same place a moment ago, as for a shadow or a bold face.
    fn drawn_twice(&self, text: &Rc<str>, left: f32, base: f32, size: f32) -> bool {
        let near = |one: f32, other: f32| (one - other).abs() < 0.12 * size;
        let recent = self.glyphs.iter().rev().take(64);
        recent
            .into_iter()
            .any(|glyph| near(glyph.left, left) && near(glyph.base, base) && glyph.text == *text)
    }

    fn form(&mut self, operands: &[Object], resources: &'a Dictionary, depth: usize) {
        let objects = resources.get_deref(b"XObject", self.document).and_then(Object::as_dict);
        let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        let form = objects.and_then(|objects| objects.get_deref(name, self.document));
        let Ok(form) = form.and_then(Object::as_stream) else { return };
        if form.dict.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Form") {
            return;
        }
        let Ok(content) = form.get_plain_content_with_limit(LIMIT) else { return };
        let own = form.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict);
        let matrix = form.dict.get_deref(b"Matrix", self.document).and_then(Object::as_array).ok();
        let numbers: Vec<f32> =
            matrix.into_iter().flatten().filter_map(|edge| edge.as_float().ok()).collect();
        let (state, saved) = (self.state.clone(), std::mem::take(&mut self.saved));
        if let Some(matrix) = Matrix::from(&numbers) {
            self.state.matrix = matrix.then(self.state.matrix);
        }
        let marked = self.marked.len();
        self.run(&content, own.unwrap_or(resources), depth + 1);
        self.marked.truncate(marked);
        (self.state, self.saved) = (state, saved);
    }

    fn begin_mark(&mut self, operands: &[Object], resources: &'a Dictionary) {
        let tag = operands.first().and_then(|tag| tag.as_name().ok()).unwrap_or_default();
        let named = |name: &[u8]| {
            let lists = resources.get_deref(b"Properties", self.document).and_then(Object::as_dict).ok()?;
            lists.get_deref(name, self.document).and_then(Object::as_dict).ok()
        };
        let about = match operands.get(1) {
            Some(Object::Dictionary(about)) => Some(about),
            Some(Object::Name(name)) => named(name),
            _ => None,
        };
        let said = about.and_then(|about| about.get(b"ActualText").ok());
        let said = said.and_then(|said| lopdf::decode_text_string(said).ok());
        self.marked.push(match said {
            _ if tag == b"Artifact" => Mark::Artifact,
            Some(said) => Mark::Said(said, self.glyphs.len()),
            None => Mark::Plain,
        });
        // Of marks without end only the innermost count.
        if self.marked.len() > STATES {
            self.marked.remove(0);
        }
    }

    fn end_mark(&mut self) {
        let Some(Mark::Said(said, start)) = self.marked.pop() else { return };
        let Some(covered) = self.glyphs.get(start..).filter(|covered| !covered.is_empty()) else { return };
        let (first, last) = (&covered[0], &covered[covered.len() - 1]);
        // What is said of several lines at once has no place in any of them.
        if covered.iter().all(|glyph| (glyph.base - first.base).abs() < 0.5 * first.size) {
            let whole = Glyph { text: said.into(), right: last.right.max(first.right), ..first.clone() };
            self.glyphs.truncate(start);
            if !whole.text.is_empty() {
                self.glyphs.push(whole);
            }
        }
    }
}
