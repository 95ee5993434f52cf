//! A correction as the fields of a line.

use super::{Change, Damage, Entry, Record, Selector, name, timestamp, uuid};
use crate::mark::{Correction, Edit, EntityKind, Naming, Saying, Scope};

/// No name, no quotation.
const NONE: &str = "none";

impl Record<'_> {
    /// Fills in a correction. Without `to` (of a passage, `kind`) it is taken back.
    pub(super) fn fix(&mut self, correction: &Correction) {
        let (fix, of, to) = match correction {
            Correction::Name { of, to } => ("name", of.clone(), to.clone()),
            Correction::Kind { of, to } => {
                let kind = |naming| match naming {
                    Naming::Name(kind) => EntityKind::name(kind).to_owned(),
                    Naming::Nothing => NONE.to_owned(),
                };
                ("kind", of.clone(), to.map(kind))
            }
            Correction::Term { theme, term, to } => {
                self.theme = Some(theme.clone());
                ("term", term.clone(), to.map(|belongs| if belongs { "in" } else { "out" }.to_owned()))
            }
            Correction::Theme { key, to } => ("theme", key.clone(), to.clone()),
            Correction::Quotation { id, anchor, to } => {
                self.fix = Some("quote".into());
                self.note = Some(name(*id).into());
                self.sel = Some(Selector::of(anchor));
                match to {
                    Some(Saying::By(speaker)) => {
                        self.kind = Some("quote".into());
                        self.to.clone_from(speaker);
                    }
                    Some(Saying::Nothing) => self.kind = Some(NONE.into()),
                    None => {}
                }
                return;
            }
        };
        self.fix = Some(fix.into());
        self.of = Some(of);
        self.to = to;
    }

    /// The correction of a line; `None` where only a later version understands it.
    fn correction(self) -> Result<Option<Correction>, Damage> {
        let of = self.of.ok_or(Damage::Field("of"));
        let to = self.to;
        Ok(Some(match self.fix.as_deref().ok_or(Damage::Field("fix"))? {
            "name" => Correction::Name { of: of?, to },
            "kind" => {
                let naming = match to.as_deref() {
                    None => None,
                    Some(NONE) => Some(Naming::Nothing),
                    Some(kind) => match EntityKind::named(kind) {
                        Some(kind) => Some(Naming::Name(kind)),
                        None => return Ok(None),
                    },
                };
                Correction::Kind { of: of?, to: naming }
            }
            "term" => {
                let belongs = match to.as_deref() {
                    None => None,
                    Some("in") => Some(true),
                    Some("out") => Some(false),
                    Some(_) => return Ok(None),
                };
                let theme = self.theme.ok_or(Damage::Field("theme"))?;
                Correction::Term { theme, term: of?, to: belongs }
            }
            "theme" => Correction::Theme { key: of?, to },
            "quote" => {
                let id = uuid(self.note.as_deref().ok_or(Damage::Field("note"))?, "note")?;
                let anchor = Box::new(self.sel.ok_or(Damage::Field("sel"))?.into_anchor());
                let saying = match self.kind.as_deref() {
                    None => None,
                    Some("quote") => Some(Saying::By(to)),
                    Some(NONE) => Some(Saying::Nothing),
                    Some(_) => return Ok(None),
                };
                Correction::Quotation { id, anchor, to: saying }
            }
            _ => return Ok(None),
        }))
    }

    /// A correction, meant for the document; `None` where only a later version understands it.
    pub(in super::super) fn into_fix(self) -> Result<Option<Entry>, Damage> {
        let id = uuid(&self.id, "id")?;
        let at = timestamp(&self.at)?;
        let clock = self.c.parse()?;
        let undoes = self.undoes.as_deref().map(|undone| uuid(undone, "undoes")).transpose()?;
        let device = self.dev.clone();
        let correction = self.correction()?;
        Ok(correction.map(|correction| {
            let edit = Edit::Correct { scope: Scope::Document, correction: Box::new(correction) };
            Entry { id, at, clock, device, change: Change::Edit(edit), base: None, undoes }
        }))
    }
}
