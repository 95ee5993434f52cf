//! One file of each kind, made on the spot.
