//! Words that behave alike, by number: a table of hashes that is read where it lies.
//!
//! A word's hash gives its bucket by the upper bits; in the bucket stand two-byte fingerprints. Of
//! 10,000 unknown words about four get the cluster of another.

/// Upper bits of a hash that choose the bucket.
const BUCKET_BITS: u32 = 12;
/// Buckets of a table.
const BUCKETS: usize = 1 << BUCKET_BITS;
/// Bytes of the offsets at the start of a table.
const OFFSETS: usize = (BUCKETS + 1) * 4;

/// A view of a table of clusters. The default has no words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clusters<'a> {
    /// Where each bucket starts, and the end of the last; four bytes each.
    offsets: &'a [u8],
    /// Two bytes a word.
    fingerprints: &'a [u8],
    /// A byte a word.
    numbers: &'a [u8],
}

impl<'a> Clusters<'a> {
    /// Reads the table that [`Clusters::table`] made; `None` if its length is wrong.
    #[must_use]
    pub fn new(table: &'a [u8]) -> Option<Self> {
        let (offsets, rest) = table.split_at_checked(OFFSETS)?;
        let words = u32::from_le_bytes(offsets[OFFSETS - 4..].try_into().ok()?) as usize;
        let (fingerprints, numbers) = rest.split_at_checked(words * 2)?;
        (numbers.len() == words).then_some(Self { offsets, fingerprints, numbers })
    }

    /// The cluster of the word with that hash.
    pub(super) fn of(&self, hash: u64) -> Option<u8> {
        let (bucket, fingerprint) = place(hash);
        let offset = |bucket: usize| {
            let bytes = self.offsets.get(bucket * 4..bucket * 4 + 4)?;
            Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
        };
        let (start, end) = (offset(bucket)?, offset(bucket + 1)?);
        let found = self.fingerprints.get(start * 2..end * 2)?;
        let at = found.chunks_exact(2).position(|bytes| bytes == fingerprint.to_le_bytes())?;
        self.numbers.get(start + at).copied()
    }

    /// The bytes of a table of words by hash; of words with the same place, the first counts.
    #[must_use]
    pub fn table(words: impl IntoIterator<Item = (u64, u8)>) -> Vec<u8> {
        let mut buckets: Vec<Vec<(u16, u8)>> = vec![Vec::new(); BUCKETS];
        for (hash, number) in words {
            let (bucket, fingerprint) = place(hash);
            if buckets[bucket].iter().all(|(other, _)| *other != fingerprint) {
                buckets[bucket].push((fingerprint, number));
            }
        }
        let mut table = Vec::new();
        let mut offset = 0u32;
        for bucket in &buckets {
            table.extend(offset.to_le_bytes());
            offset += u32::try_from(bucket.len()).expect("fewer words than memory");
        }
        table.extend(offset.to_le_bytes());
        table.extend(buckets.iter().flatten().flat_map(|(fingerprint, _)| fingerprint.to_le_bytes()));
        table.extend(buckets.iter().flatten().map(|(_, number)| *number));
        table
    }
}

/// Bucket and fingerprint of a hash.
fn place(hash: u64) -> (usize, u16) {
    let mixed = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    ((mixed >> (64 - BUCKET_BITS)) as usize, ((mixed >> (48 - BUCKET_BITS)) & 0xffff) as u16)
}

#[cfg(test)]
mod tests {
    use super::super::form::hash;
    use super::*;

    #[test]
    fn words_keep_their_clusters() {
        let words: Vec<String> = (0..20_000).map(|number| format!("mot{number}")).collect();
        let table =
            Clusters::table(words.iter().zip(0u32..).map(|(word, at)| (hash(word), (at % 256) as u8)));
        let clusters = Clusters::new(&table).expect("the table is whole");
        let right =
            words.iter().zip(0u32..).filter(|(word, at)| clusters.of(hash(word)) == Some((at % 256) as u8));
        assert!(right.count() > 19_980);
        let strangers = (0..10_000).filter(|number| clusters.of(hash(&format!("autre{number}"))).is_some());
        assert!(strangers.count() < 20);
        assert!(Clusters::new(&table[1..]).is_none());
    }
}
