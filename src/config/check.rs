//! What can be said against a configuration that is valid.

use super::Config;
use super::colors::{Color, Depth, MARK_CONTRAST, Override, Palette, Role, TEXT_CONTRAST, contrast};
use crate::notice::Notice;

/// The colours that the person chose and that cannot be read: letters under 4.5:1 on the page, text
/// under 4.5:1 on a pen or on the selection, marks of themes under 3:1. The terminal's own 16 colours
/// are unknown and are not judged.
#[must_use]
pub fn check(config: &Config) -> Vec<Notice> {
    config.colors.overrides.iter().filter_map(|chosen| judge(chosen, &config.colors.overrides)).collect()
}

fn judge(chosen: &Override, all: &[Override]) -> Option<Notice> {
    let palette = Palette::new(chosen.scheme, Depth::True, all).with_own_page(true);
    let page = palette.paint(Role::Page);
    let (letters, ground) = match chosen.role {
        Role::Page => (page.fg, page.bg),
        ground if ground.is_ground() => (page.fg, Some(chosen.color)),
        _ => (Some(chosen.color), page.bg),
    };
    let ratio = contrast(letters.and_then(Color::rgb)?, ground.and_then(Color::rgb)?);
    let wanted = if matches!(chosen.role, Role::Theme(_)) { MARK_CONTRAST } else { TEXT_CONTRAST };
    (ratio < wanted).then(|| Notice::LowContrast {
        site: chosen.site.clone(),
        role: chosen.role.name().unwrap_or_default().to_owned(),
        hundredths: hundredths(ratio),
        wanted: hundredths(wanted),
    })
}

/// The ratio in hundredths, rounded down; contrasts lie between 1 and 21.
fn hundredths(ratio: f64) -> u32 {
    (ratio * 100.0) as u32
}
