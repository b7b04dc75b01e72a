//! Pages of a list by seeking: the next page begins after the last row of this one, so the
//! thousandth page costs what the first does.

use crate::refusal::Refusal;

/// Rows on a page unless asked otherwise.
pub const DEFAULT_LIMIT: u32 = 50;
/// The most rows on a page.
pub const MAX_LIMIT: u32 = 200;
/// The longest cursor accepted, in bytes; longer ones were not made here. A cursor holds the value
/// that a list is sorted by, such as a long name, and grows when it is encoded.
pub const MAX_CURSOR_BYTES: usize = 2048;

/// Which page is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    after: Option<String>,
    limit: u32,
}

impl PageRequest {
    /// The page of `limit` rows (50 when `None`) that begins after the cursor.
    ///
    /// # Errors
    /// `page_limit_invalid` unless the limit is 1 to 200; `page_cursor_invalid` when the cursor
    /// is empty or longer than 2048 bytes. What is inside the cursor is for the list to check.
    pub fn new(after: Option<String>, limit: Option<u32>) -> Result<Self, Refusal> {
        let limit = limit.unwrap_or(DEFAULT_LIMIT);
        if !(1..=MAX_LIMIT).contains(&limit) {
            let sentence = format!("每页行数应在1到{MAX_LIMIT}之间");
            return Err(Refusal::invalid("page_limit_invalid", sentence).at("limit"));
        }
        if after
            .as_ref()
            .is_some_and(|cursor| !(1..=MAX_CURSOR_BYTES).contains(&cursor.len()))
        {
            return Err(Self::bad_cursor());
        }
        Ok(Self { after, limit })
    }

    /// The refusal of a cursor that the list can't read.
    #[must_use]
    pub fn bad_cursor() -> Refusal {
        Refusal::invalid("page_cursor_invalid", "翻页位置无效，请从第一页重新查询").at("after")
    }

    /// The cursor after which the page begins; `None` for the first page.
    #[must_use]
    pub fn after(&self) -> Option<&str> {
        self.after.as_deref()
    }

    /// The most rows wanted.
    #[must_use]
    pub const fn limit(&self) -> u32 {
        self.limit
    }
}

impl Default for PageRequest {
    fn default() -> Self {
        Self {
            after: None,
            limit: DEFAULT_LIMIT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_and_cursors_out_of_bounds_are_refused() {
        assert_eq!(PageRequest::default().limit(), 50);
        assert_eq!(PageRequest::new(None, None), Ok(PageRequest::default()));
        assert_eq!(PageRequest::new(None, Some(200)).unwrap().limit(), 200);
        for limit in [0, 201, u32::MAX] {
            let refusal = PageRequest::new(None, Some(limit)).unwrap_err();
            assert_eq!(refusal.code(), "page_limit_invalid");
        }
        let longest = "x".repeat(MAX_CURSOR_BYTES);
        let request = PageRequest::new(Some(longest.clone()), None).unwrap();
        assert_eq!(request.after(), Some(longest.as_str()));
        for cursor in [String::new(), longest + "x"] {
            let refusal = PageRequest::new(Some(cursor), None).unwrap_err();
            assert_eq!(refusal.code(), "page_cursor_invalid");
        }
    }
}
