//! A clock that never goes back, whatever the computer's does.

use std::fmt;
use std::str::FromStr;

/// When an event was made, in an order that all devices share.
///
/// Written as 12 hexadecimal digits of milliseconds since 1970, a dash, and 4 digits of a counter
/// (`0193530a1b2c-0004`), so that texts sort as the times do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Clock {
    millis: u64,
    counter: u16,
}

/// The most that 12 hexadecimal digits hold: in the year 10889.
const LAST_MILLIS: u64 = 0xffff_ffff_ffff;

impl Clock {
    /// A time in milliseconds since 1970 (at most 48 bits count) and a counter for what happened within it.
    #[must_use]
    pub fn new(millis: u64, counter: u16) -> Self {
        Self { millis: millis.min(LAST_MILLIS), counter }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:012x}-{:04x}", self.millis, self.counter)
    }
}

/// A text that is not a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a clock: expected 12 hexadecimal digits, a dash and 4 more")]
pub struct NotAClock;

impl FromStr for Clock {
    type Err = NotAClock;

    fn from_str(text: &str) -> Result<Self, NotAClock> {
        let (millis, counter) = text.split_once('-').ok_or(NotAClock)?;
        if millis.len() != 12 || counter.len() != 4 {
            return Err(NotAClock);
        }
        // `from_str_radix` lets a sign through.
        let number = |digits: &str| {
            digits.chars().try_fold(0_u64, |number, digit| Some(number << 4 | u64::from(digit.to_digit(16)?)))
        };
        let counter = number(counter).and_then(|counter| u16::try_from(counter).ok());
        Ok(Self { millis: number(millis).ok_or(NotAClock)?, counter: counter.ok_or(NotAClock)? })
    }
}

/// Gives each new event a time later than every event seen, though the computer's clock be set back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HybridClock {
    last: Clock,
}

impl HybridClock {
    /// An event was read; what comes next is later.
    pub fn observe(&mut self, seen: Clock) {
        self.last = self.last.max(seen);
    }

    /// The time of a new event; `now` is the computer's clock in milliseconds since 1970.
    pub fn next(&mut self, now: u64) -> Clock {
        let now = Clock::new(now, 0);
        self.last = if now > self.last {
            now
        } else if let Some(counter) = self.last.counter.checked_add(1) {
            Clock { counter, ..self.last }
        } else {
            Clock::new(self.last.millis + 1, 0).max(self.last)
        };
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_clock_set_back_makes_no_event_older() {
        let mut clock = HybridClock::default();
        let first = clock.next(1_000);
        let second = clock.next(400);
        clock.observe(Clock::new(9_000, 0xffff));
        let third = clock.next(1_001);
        assert!(first < second && second < third);
        assert_eq!(third.to_string(), "000000002329-0000");
        let end = Clock::new(u64::MAX, u16::MAX);
        clock.observe(end);
        assert_eq!(clock.next(1_002), end);
    }

    #[test]
    fn what_is_not_a_clock_is_refused() {
        for text in ["", "01927e-0004", "00000000000g-0000", "+00000000001-0000", "000000000001-00000"] {
            assert_eq!(text.parse::<Clock>(), Err(NotAClock), "{text}");
        }
    }

    proptest! {
        #[test]
        fn clocks_come_back_and_sort_as_text(one in 0..LAST_MILLIS, other in 0..LAST_MILLIS, counter: u16) {
            let (one, other) = (Clock::new(one, counter), Clock::new(other, 7));
            prop_assert_eq!(one.to_string().parse(), Ok(one));
            prop_assert_eq!(one.to_string().cmp(&other.to_string()), one.cmp(&other));
        }
    }
}
