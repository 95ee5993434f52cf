//! Whether a book is locked by whoever sold or lent it, and by what means.

use super::package::Package;
use crate::doc::packed::path::resolve;
use crate::doc::packed::{Archive, Refusal, text};
use crate::doc::xml::{Piece, Pieces};

/// Ways to make fonts unreadable to others, which hide no text.
const OF_FONTS: [&str; 2] = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

/// The name of what locks the text of a book; `None` where it can be read.
pub(super) fn of(archive: &mut Archive, package: &Package) -> Result<Option<&'static str>, Refusal> {
    if archive.has("META-INF/sinf.xml") {
        return Ok(Some("Apple FairPlay"));
    }
    let rights = archive.read("META-INF/rights.xml")?.map(|bytes| text(&bytes));
    if let Some(rights) = rights {
        return Ok(Some(if rights.contains("kdrm") { "Kobo" } else { "Adobe ADEPT" }));
    }
    let Some(encryption) = archive.read("META-INF/encryption.xml")? else { return Ok(None) };
    let encryption = text(&encryption);
    let of_text = locked(&encryption).any(|path| package.spine.contains(&path));
    Ok(of_text.then(|| match () {
        () if archive.has("META-INF/license.lcpl") => "Readium LCP",
        () if encryption.contains("readium") => "Readium LCP",
        () if encryption.contains("adobe") => "Adobe ADEPT",
        () => "DRM",
    }))
}

/// Paths of the files that are locked by other means than those for fonts.
fn locked(encryption: &str) -> impl Iterator<Item = String> {
    let mut algorithm = String::new();
    Pieces::new(encryption).filter_map(move |piece| {
        let Piece::Open(tag) = piece else { return None };
        match tag.name() {
            "EncryptedData" => algorithm.clear(),
            // The first one is that of the file; a later one is that of its key.
            "EncryptionMethod" if algorithm.is_empty() => {
                algorithm = tag.attr("Algorithm").unwrap_or_default()
            }
            "CipherReference" if !OF_FONTS.contains(&algorithm.as_str()) => {
                return tag.attr("URI").map(|address| resolve("", &address));
            }
            _ => {}
        }
        None
    })
}
