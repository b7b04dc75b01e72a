//! Serial numbers: account numbers, employer numbers, business serials.
//!
//! A series counts from 1 in its centre. Numbers are taken from the database in blocks of 100, each
//! in a short transaction of its own, and handed out from memory, so no posting waits on a counter.
//! No number is given twice; numbers may be skipped (a restart forgets the rest of a block), which
//! is why voucher numbers don't come from here.
//!
//! Contract: take numbers before the write transaction is open. On the embedded database a block
//! fetched inside one would wait for that very transaction.

mod store;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex};

use db::{Db, WriteTx};
use kernel::{CentreId, Error, OrBroken, Result};

pub(crate) use store::STATEMENTS;

/// Numbers fetched at once.
const BLOCK: i64 = 100;
/// The most numbers reserved at once; more than any run of the largest centre needs.
const MAX_RESERVED: usize = 10_000_000;

/// The numbers fetched and not yet handed out, shared by all clones.
#[derive(Clone)]
pub struct Serials {
    db: Db,
    series: Arc<Mutex<HashMap<(CentreId, &'static str), Series>>>,
}

/// Its lock is held while a block is fetched, so that callers of one series share the fetch.
type Series = Arc<tokio::sync::Mutex<Range<i64>>>;

impl Serials {
    pub(crate) fn new(db: Db) -> Self {
        Self {
            db,
            series: Arc::default(),
        }
    }

    /// The next number of a series.
    ///
    /// # Errors
    /// Broken when the database fails or the series is exhausted.
    pub async fn next(&self, centre: CentreId, series: &'static str) -> Result<i64> {
        let block = self.series(centre, series);
        let mut block = block.lock().await;
        if block.is_empty() {
            *block = self.fetch(centre, series, BLOCK).await?;
        }
        block
            .next()
            .or_broken("a fetched block of serials is empty")
    }

    /// Takes back a number that came to nothing: what it was for was refused. Of a number that isn't
    /// the last one handed out nothing happens, and it is skipped.
    pub async fn give_back(&self, centre: CentreId, series: &'static str, number: i64) {
        let block = self.series(centre, series);
        let mut block = block.lock().await;
        if block.start.checked_sub(1) == Some(number) {
            block.start = number;
        }
    }

    /// `count` consecutive numbers of a series, for a batch. They come straight from the database,
    /// the block in memory is left alone.
    ///
    /// # Errors
    /// Broken when more than ten million are asked for, the database fails or the series is
    /// exhausted.
    pub async fn reserve(
        &self,
        centre: CentreId,
        series: &'static str,
        count: usize,
    ) -> Result<Range<i64>> {
        if count > MAX_RESERVED {
            return Err(Error::broken(format!(
                "{count} serials of {series} asked for at once"
            )));
        }
        let count = i64::try_from(count).or_broken("a count of serials fits 64 bits")?;
        if count == 0 {
            Ok(0..0)
        } else {
            self.fetch(centre, series, count).await
        }
    }

    /// Lets a series go on after a number that was given elsewhere, such as in the system that the
    /// centre leaves. What lies in memory of the series is forgotten.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn continue_after_in(
        &self,
        tx: &mut WriteTx,
        series: &'static str,
        last: i64,
    ) -> Result<()> {
        tx.execute(&store::CONTINUE_AFTER, (series.to_owned(), last))
            .await?;
        *self.series(tx.centre(), series).lock().await = 0..0;
        Ok(())
    }

    fn series(&self, centre: CentreId, series: &'static str) -> Series {
        let mut all = self
            .series
            .lock()
            .expect("nothing panics while holding the map");
        Arc::clone(
            all.entry((centre, series))
                .or_insert_with(|| Arc::new((0..0).into())),
        )
    }

    async fn fetch(
        &self,
        centre: CentreId,
        series: &'static str,
        count: i64,
    ) -> Result<Range<i64>> {
        let mut tx = self.db.write(centre).await?;
        let (end,) = tx
            .one(&store::TAKE_BLOCK, (series.to_owned(), count))
            .await?;
        tx.commit().await?;
        let start = end.checked_sub(count).filter(|start| *start > 0);
        Ok(start.or_broken(format!("the serials of {series} are exhausted"))?..end)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::testing;

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn callers_at_once_never_get_one_number_twice() {
        let house = testing::house().await;
        let tasks: Vec<_> = (0..8)
            .map(|_| {
                let (serials, centre) = (house.app.serials.clone(), house.centre);
                tokio::spawn(async move {
                    let mut taken = Vec::new();
                    for _ in 0..75 {
                        taken.push(serials.next(centre, "employer_no").await.unwrap());
                    }
                    taken
                })
            })
            .collect();
        let mut all = BTreeSet::new();
        for task in tasks {
            for number in task.await.unwrap() {
                assert!(all.insert(number), "{number} twice");
            }
        }
        assert_eq!(all, (1..=600).collect());
    }

    #[tokio::test]
    async fn a_restart_skips_numbers_and_repeats_none() {
        let house = testing::house().await;
        let first = house
            .app
            .serials
            .next(house.centre, "account_no")
            .await
            .unwrap();
        let restarted = Serials::new(house.app.db.clone());
        let next = restarted.next(house.centre, "account_no").await.unwrap();
        assert_eq!((first, next), (1, 101));
    }

    #[tokio::test]
    async fn a_number_that_came_to_nothing_is_given_again_unless_a_later_one_is_out() {
        let house = testing::house().await;
        let serials = &house.app.serials;
        let next = async || serials.next(house.centre, "arrival").await.unwrap();
        serials.give_back(house.centre, "arrival", 0).await;
        assert_eq!((next().await, next().await), (1, 2));
        serials.give_back(house.centre, "arrival", 2).await;
        assert_eq!((next().await, next().await), (2, 3));
        serials.give_back(house.centre, "arrival", 2).await;
        assert_eq!(next().await, 4);
    }

    #[tokio::test]
    async fn a_batch_reserves_a_run_of_its_own() {
        let house = testing::house().await;
        let serials = &house.app.serials;
        assert!(
            serials
                .reserve(house.centre, "account_no", MAX_RESERVED + 1)
                .await
                .is_err()
        );
        assert!(
            serials
                .reserve(house.centre, "account_no", 0)
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(serials.next(house.centre, "account_no").await.unwrap(), 1);
        assert_eq!(
            serials
                .reserve(house.centre, "account_no", 250)
                .await
                .unwrap(),
            101..351
        );
        assert_eq!(serials.next(house.centre, "account_no").await.unwrap(), 2);
    }

    #[tokio::test]
    async fn a_series_goes_on_after_a_number_given_elsewhere_and_never_back() {
        let house = testing::house().await;
        let serials = &house.app.serials;
        assert_eq!(serials.next(house.centre, "account_no").await.unwrap(), 1);
        for (last, next) in [(5_000, 5_001), (40, 5_101)] {
            let mut tx = house.app.db.write(house.centre).await.unwrap();
            serials
                .continue_after_in(&mut tx, "account_no", last)
                .await
                .unwrap();
            tx.commit().await.unwrap();
            let given = serials.next(house.centre, "account_no").await.unwrap();
            assert_eq!(given, next, "after {last}");
        }
    }

    #[tokio::test]
    async fn centres_and_series_count_apart() {
        let house = testing::house().await;
        let other = CentreId::new(2).unwrap();
        let serials = &house.app.serials;
        assert_eq!(serials.next(house.centre, "account_no").await.unwrap(), 1);
        assert_eq!(serials.next(house.centre, "employer_no").await.unwrap(), 1);
        assert_eq!(serials.next(other, "account_no").await.unwrap(), 1);
    }
}
