//! The selectors of a target, as far as they quote the passage.

use serde_json::{Map, Value};

/// A passage as other programs give it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quotation {
    /// The words.
    pub exact: String,
    /// The text just before them; may be empty.
    pub prefix: String,
    /// The text just after them; may be empty.
    pub suffix: String,
    /// First code point and first one after, of a text that need not be ours; not always in this order.
    pub position: Option<(usize, usize)>,
    /// Where they stand, as a share of that text from 0 to 1.
    pub share: Option<f64>,
    /// The headings above, outermost first.
    pub headings: Vec<String>,
}

/// Takes in a selector, a list of them, or what refines one. The types that say nothing to us go to `unused`.
pub(super) fn select(selector: Value, refines: bool, found: &mut Quotation, unused: &mut Vec<String>) {
    match selector {
        Value::Array(selectors) => {
            selectors.into_iter().for_each(|selector| select(selector, refines, found, unused));
        }
        Value::Object(mut fields) => {
            for nested in ["refinedBy", "items"] {
                if let Some(nested_selector) = fields.remove(nested) {
                    select(nested_selector, refines || nested == "refinedBy", found, unused);
                }
            }
            one(fields, refines, found, unused);
        }
        _ => {}
    }
}

fn one(mut fields: Map<String, Value>, refines: bool, found: &mut Quotation, unused: &mut Vec<String>) {
    let kind = text(fields.remove("type").or_else(|| fields.remove("@type")));
    let number =
        |name: &str| fields.get(name).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
    match kind.strip_prefix("oa:").unwrap_or(&kind) {
        "TextQuoteSelector" if found.exact.is_empty() => {
            found.exact = text(fields.remove("exact"));
            found.prefix = text(fields.remove("prefix"));
            found.suffix = text(fields.remove("suffix"));
        }
        // What refines a selector counts from the start of what that one selects.
        "TextPositionSelector" if !refines => {
            found.position = number("start").zip(number("end"));
        }
        "ProgressionSelector" if !refines => found.share = fields.get("value").and_then(Value::as_f64),
        "" | "Choice" | "List" => {}
        other => unused.push(other.to_owned()),
    }
}

/// The string, or nothing.
fn text(value: Option<Value>) -> String {
    match value {
        Some(Value::String(text)) => text,
        _ => String::new(),
    }
}
