//! The time of day: the one place that reads it.

use jiff::Timestamp;
use std::time::Duration;

/// Now.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// How long it is from `now` to `deadline`; nothing once it has passed.
#[must_use]
pub fn until(deadline: Timestamp, now: Timestamp) -> Duration {
    Duration::try_from(deadline.duration_since(now)).unwrap_or(Duration::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_that_has_passed_is_not_waited_for() {
        let at = |seconds| Timestamp::from_second(seconds).expect("in range");
        assert_eq!(until(at(12), at(10)), Duration::from_secs(2));
        assert_eq!(until(at(10), at(12)), Duration::ZERO);
    }
}
