//! How far a page is, for whoever wants to know.

use std::fmt;
use std::sync::Arc;

/// Who is told how many bytes of a page have come. By default nobody.
#[derive(Clone, Default)]
pub struct Progress(Option<Arc<dyn Fn(u64) + Send + Sync>>);

impl Progress {
    /// Calls `told` with the bytes so far, unpacked: 0 before the first.
    #[must_use]
    pub fn to(told: impl Fn(u64) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(told)))
    }

    #[cfg_attr(not(feature = "web"), allow(dead_code, reason = "nothing comes"))]
    pub(super) fn tell(&self, bytes: u64) {
        if let Some(told) = &self.0 {
            told(bytes);
        }
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_some() { "Progress(told)" } else { "Progress(nobody)" })
    }
}
