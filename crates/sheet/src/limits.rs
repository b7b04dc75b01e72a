//! What an uploaded workbook may hold.

/// The bounds of a workbook; past any of them it is refused, in memory that these bounds limit.
///
/// The defaults fit a roster of a large city's biggest employer with room to spare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file as uploaded.
    pub file_bytes: u64,
    /// Size of all its parts together after inflating, as really inflated and not as declared.
    pub inflated_bytes: u64,
    /// Parts in the zip container.
    pub entries: usize,
    /// Rows that hold something.
    pub rows: usize,
    /// Columns that hold something, counted from A.
    pub columns: u16,
    /// Characters in one cell.
    pub cell_chars: usize,
    /// Memory that the shared strings may take.
    pub shared_strings_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 32 << 20,
            inflated_bytes: 512 << 20,
            entries: 1_000,
            rows: 500_000,
            columns: 256,
            cell_chars: 1_000,
            shared_strings_bytes: 128 << 20,
        }
    }
}
