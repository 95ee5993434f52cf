//! (analyse)
