//! The time of day: the one place that reads it.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::time::Duration;

/// Now.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// When `at` was, by the clock on the wall: the time of day (`14:05`), with the date before it where that is another.
#[must_use]
pub fn wall(at: Timestamp, now: Timestamp) -> String {
    let [at, now] = [at, now].map(|time| time.to_zoned(TimeZone::system()));
    let is_today = at.date() == now.date();
    at.strftime(if is_today { "%H:%M" } else { "%Y-%m-%d %H:%M" }).to_string()
}

/// The day of `at`, here (`2026-03-14`).
#[must_use]
pub fn day(at: Timestamp) -> String {
    at.to_zoned(TimeZone::system()).date().to_string()
}

/// The day `at` was on, by the clock on the wall (`2026-11-20`); of today the time (`14:05`).
#[must_use]
pub fn day_or_time(at: Timestamp, now: Timestamp) -> String {
    let [at, now] = [at, now].map(|time| time.to_zoned(TimeZone::system()));
    let is_today = at.date() == now.date();
    at.strftime(if is_today { "%H:%M" } else { "%Y-%m-%d" }).to_string()
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
    fn a_time_of_another_day_has_its_date() {
        let noon = Timestamp::from_second(1_800_014_400).expect("in range");
        assert_eq!(wall(noon, noon).len(), "14:05".len());
        let later = noon + jiff::SignedDuration::from_hours(48);
        assert_eq!(wall(noon, later).len(), "2027-01-15 14:05".len());
    }

    #[test]
    fn a_deadline_that_has_passed_is_not_waited_for() {
        let at = |seconds| Timestamp::from_second(seconds).expect("in range");
        assert_eq!(until(at(12), at(10)), Duration::from_secs(2));
        assert_eq!(until(at(10), at(12)), Duration::ZERO);
    }
}
