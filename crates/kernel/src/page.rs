//! Pages of a list by seeking: the next page begins after the last row of this one, so the
//! thousandth page costs what the first does.

use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

/// Rows on a page unless asked otherwise.
pub const DEFAULT_LIMIT: u32 = 50;
/// The most rows on a page.
pub const MAX_LIMIT: u32 = 200;
/// The longest cursor accepted, in bytes; longer ones were not made here.
pub const MAX_CURSOR_BYTES: usize = 512;

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
    /// is empty or longer than 512 bytes. What is inside the cursor is for the list to check.
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

    /// The rows to fetch: one more than wanted, which tells whether there is a next page.
    #[must_use]
    pub const fn fetch(&self) -> u32 {
        self.limit + 1
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

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    /// The rows, in the list's order.
    pub items: Vec<T>,
    /// The cursor of the next page; `None` on the last.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Makes the page from up to [`PageRequest::fetch`] rows; `cursor` writes the position of the
    /// page's last row.
    pub fn of(mut rows: Vec<T>, request: &PageRequest, cursor: impl FnOnce(&T) -> String) -> Self {
        let limit = usize::try_from(request.limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(cursor) } else { None };
        Self { items: rows, next }
    }

    /// The same page with each row turned into something else.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(f).collect(),
            next: self.next,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_outside_1_to_200_are_refused() {
        assert_eq!(PageRequest::default().limit(), 50);
        assert_eq!(PageRequest::new(None, None), Ok(PageRequest::default()));
        assert_eq!(PageRequest::new(None, Some(200)).unwrap().fetch(), 201);
        for limit in [0, 201, u32::MAX] {
            let refusal = PageRequest::new(None, Some(limit)).unwrap_err();
            assert_eq!(refusal.code(), "page_limit_invalid");
        }
        for cursor in [String::new(), "x".repeat(513)] {
            let refusal = PageRequest::new(Some(cursor), None).unwrap_err();
            assert_eq!(refusal.code(), "page_cursor_invalid");
        }
    }

    #[test]
    fn the_extra_row_makes_the_cursor_and_is_not_shown() {
        let request = PageRequest::new(None, Some(2)).unwrap();
        let page = Page::of(vec![1, 2, 3], &request, i32::to_string);
        assert_eq!(
            page,
            Page {
                items: vec![1, 2],
                next: Some("2".to_owned())
            }
        );
        let last = Page::of(vec![1, 2], &request, i32::to_string);
        assert_eq!(last.next, None);
        assert_eq!(page.map(|n| n * 10).items, [10, 20]);
    }
}
