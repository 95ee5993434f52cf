//! (layout)
/// Place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place { /// a
 pub offset: usize, /// b
 pub gap: u16 }
/// Look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look { /// a
 pub entity: Option<crate::mark::EntityKind>, /// b
 pub mark: bool, /// c
 pub unsure: bool, /// d
 pub theme: Option<u8>, /// e
 pub pen: Option<crate::mark::Pen>, /// f
 pub pen_end: bool, /// g
 pub emphasis: bool, /// h
 pub strong: bool, /// i
 pub code: bool, /// j
 pub hit: Option<bool>, /// k
 pub selected: bool }
