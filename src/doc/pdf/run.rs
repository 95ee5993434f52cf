//! Glyphs to runs: what stands side by side on one line without a wide gap.

use super::content::Glyph;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::compose;

/// Begins a raised label, as that of a footnote.
pub(super) const RAISED: char = '\u{FDD0}';

/// Ends a raised label.
pub(super) const LOWERED: char = '\u{FDD1}';

/// Stands where a line has a gap as wide as that between the cells of a table.
pub(super) const CELL: char = '\u{FDD2}';

/// Initials of several lines that are looked for on a page.
const INITIALS: usize = 50;

/// Gap between two glyphs from which a blank is between them, in ems.
const BLANK: f32 = 0.15;

/// Gap between two glyphs from which they are not in the same run, in ems.
pub(super) const WIDE: f32 = 0.9;

/// How far the heights of glyphs of one line may lie apart, in ems.
pub(super) const LEVEL: f32 = 0.3;

/// A piece of a line. Lengths are points.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) base: f32,
    /// Size of the type of its largest glyph.
    pub(super) size: f32,
    /// Sizes of type in tenths of a point, each with its number of characters.
    sizes: Vec<(u32, usize)>,
    /// Characters, how many of them are bold, and how many of an even width.
    pub(super) letters: usize,
    pub(super) bold: usize,
    pub(super) even: usize,
    raised: bool,
    blank: bool,
}

impl Run {
    fn new(glyph: &Glyph) -> Self {
        let mut run = Self {
            text: String::new(),
            left: glyph.left,
            right: glyph.right,
            base: glyph.base,
            size: glyph.size,
            sizes: Vec::new(),
            letters: 0,
            bold: 0,
            even: 0,
            raised: false,
            blank: false,
        };
        run.write(glyph);
        run
    }

    /// Whether a glyph goes on where the run ends.
    fn takes(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        let gap = glyph.left - self.right;
        let backwards = if self.ends_with_accent() { -0.8 } else { -0.3 };
        let level = if glyph.size < 0.85 * self.size || self.size < 0.85 * glyph.size { 0.6 } else { LEVEL };
        gap > backwards * size && gap < WIDE * size && (glyph.base - self.base).abs() < level * size
    }

    fn push(&mut self, glyph: &Glyph) {
        let size = self.size.max(glyph.size);
        let raised = glyph.size < 0.85 * self.size && glyph.base - self.base > 0.15 * size;
        if self.size < 0.85 * glyph.size && self.base - glyph.base > 0.15 * size {
            // It began with a label that is raised over what follows.
            self.text = format!("{RAISED}{}{LOWERED}", self.text);
        } else if raised != self.raised {
            self.text.push(if raised { RAISED } else { LOWERED });
        }
        if glyph.left - self.right > BLANK * glyph.size.min(self.size) || self.blank {
            self.put_blank(raised && !self.raised);
        }
        self.raised = raised;
        self.blank = false;
        if glyph.size > self.size {
            (self.size, self.base) = (glyph.size, glyph.base);
        }
        self.right = self.right.max(glyph.right);
        self.write(glyph);
    }

    /// A blank before what comes next; before the sign that a label begins, where it stands there already.
    fn put_blank(&mut self, label_begins: bool) {
        if label_begins {
            self.text.pop();
        }
        if !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        if label_begins {
            self.text.push(RAISED);
        }
    }

    fn write(&mut self, glyph: &Glyph) {
        let mut count = 0;
        for character in clean(&glyph.text) {
            count += 1;
            let accented = self.text.chars().last().and_then(|last| accented(last, character));
            if let Some(letter) = accented.filter(|_| !self.text.ends_with([RAISED, LOWERED])) {
                self.text.pop();
                self.text.push(letter);
            } else {
                self.text.push(character);
            }
        }
        self.letters += count;
        self.bold += if glyph.bold { count } else { 0 };
        self.even += if glyph.even { count } else { 0 };
        self.count((glyph.size * 10.0).round() as u32, count);
    }

    fn count(&mut self, size: u32, letters: usize) {
        match self.sizes.iter_mut().find(|(known, _)| *known == size) {
            Some((_, count)) => *count += letters,
            None => self.sizes.push((size, letters)),
        }
    }

    /// The size of type that most of it has.
    pub(super) fn usual_size(&self) -> f32 {
        let usual = self.sizes.iter().max_by_key(|(_, count)| *count);
        usual.map_or(self.size, |(size, _)| *size as f32 / 10.0)
    }

    fn ends_with_accent(&self) -> bool {
        self.text.chars().last().is_some_and(|last| mark_of(last).is_some())
    }

    /// The text, with the end of a label that ends it.
    fn close(mut self) -> Self {
        if self.raised {
            self.text.push(LOWERED);
            self.raised = false;
        }
        self
    }
}

/// The runs of a page, in the order in which they are drawn.
pub(super) fn runs(glyphs: &[Glyph]) -> Vec<Run> {
    let mut done: Vec<Run> = Vec::new();
    let mut open: Option<Run> = None;
    for glyph in glyphs {
        if glyph.text.trim().is_empty() {
            if let Some(run) = &mut open {
                run.blank |= run.takes(glyph);
            }
            continue;
        }
        match &mut open {
            Some(run) if run.takes(glyph) => run.push(glyph),
            _ => done.extend(open.replace(Run::new(glyph)).map(Run::close)),
        }
    }
    done.extend(open.map(Run::close));
    done.retain(|run| !run.text.trim().is_empty());
    open_initials(&mut done);
    done
}

/// Puts an initial of several lines before the first of them, and its edge to theirs.
fn open_initials(runs: &mut Vec<Run>) {
    let is_initial = |run: &Run| run.letters <= 2 && run.text.chars().all(char::is_uppercase);
    let initials: Vec<usize> =
        (0..runs.len()).filter(|&index| is_initial(&runs[index])).take(INITIALS).collect();
    for index in initials.into_iter().rev() {
        let initial = runs[index].clone();
        let beside = |run: &Run| {
            let gap = run.left - initial.right;
            initial.size > 1.8 * run.size
                && gap > -0.5 * run.size
                && gap < 1.5 * run.size
                && run.base > initial.base - 0.3 * run.size
                && run.base < initial.base + initial.size
        };
        let mut lines: Vec<usize> = (0..runs.len()).filter(|&other| beside(&runs[other])).collect();
        lines.sort_by(|&one, &other| runs[other].base.total_cmp(&runs[one].base));
        if let [first, _, ..] = lines[..] {
            runs[first].text.insert_str(0, &initial.text);
            lines.iter().for_each(|&line| runs[line].left = initial.left);
            runs.remove(index);
        }
    }
}

/// Puts `next` behind `run`, with a blank where there is a gap.
pub(super) fn join(run: &mut Run, next: &Run) {
    let size = run.size.max(next.size);
    if next.left - run.right > BLANK * size.min(next.size) {
        run.text.push(' ');
    }
    let raised = next.size < 0.85 * run.size && next.base - run.base > 0.15 * size;
    if raised && !next.text.contains(RAISED) {
        run.text.extend([RAISED]);
        run.text.push_str(&next.text);
        run.text.push(LOWERED);
    } else {
        run.text.push_str(&next.text);
    }
    run.right = run.right.max(next.right);
    if next.size > run.size {
        (run.size, run.base) = (next.size, next.base);
    }
    run.letters += next.letters;
    run.bold += next.bold;
    run.even += next.even;
    next.sizes.iter().for_each(|&(size, count)| run.count(size, count));
}

/// The characters of a glyph: ligatures opened, signs of fonts of signs as bullets, no controls.
fn clean(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(|character| {
        let mut opened = [None; 4];
        match character {
            '\u{FB00}'..='\u{FB06}' => {
                for (place, letter) in opened.iter_mut().zip(character.nfkc()) {
                    *place = Some(letter);
                }
            }
            // Fonts of signs put bullets, squares and arrows there.
            '\u{F000}'..='\u{F0FF}' => opened[0] = Some('•'),
            '\u{FDD0}'..='\u{FDEF}' | '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{200B}' | '\u{FEFF}' => {}
            '\t' | '\n' | '\u{A0}' => opened[0] = Some(' '),
            _ => opened[0] = Some(character),
        }
        opened.into_iter().flatten()
    })
}

/// The combining mark of an accent that some writers draw beside or over its letter.
fn mark_of(accent: char) -> Option<char> {
    Some(match accent {
        '`' => '\u{300}',
        '´' => '\u{301}',
        'ˆ' => '\u{302}',
        '˜' => '\u{303}',
        '¨' => '\u{308}',
        '˚' => '\u{30A}',
        'ˇ' => '\u{30C}',
        '¸' => '\u{327}',
        _ => return None,
    })
}

/// One letter for a letter and its accent, whichever is drawn first.
fn accented(first: char, second: char) -> Option<char> {
    let dotted = |letter| if letter == 'ı' { 'i' } else { letter };
    match (mark_of(first), mark_of(second)) {
        (Some(mark), None) => compose(dotted(second), mark),
        (None, Some(mark)) => compose(dotted(first), mark),
        (None, None) => compose(first, second),
        _ => None,
    }
}
