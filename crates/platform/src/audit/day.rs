//! The end of the chain at the close of a business day, under the centre's key.

use db::{Digest, Digest32, Keys, ReadTx, WriteTx};
use kernel::{CentreId, Clock, Date, Instant, Refusal, Result};

use super::seal::{Head, MAX_BATCH, lock_head, seal_in};
use super::store;

db::row! {
    /// The end of the chain at the close of a business day.
    pub struct DayHead {
        /// 会计日期.
        pub business_date: Date,
        /// Which of the centre's closed days it is, from 1 without a gap.
        pub day_number: i64,
        /// The place of the last event sealed.
        pub position: i64,
        /// The chain's hash there.
        pub hash: Digest32,
        /// When it was taken.
        pub made_at: Instant,
        /// HMAC-SM3 of all of these under the centre's key.
        pub mac: Digest32,
    }
}

impl DayHead {
    /// The HMAC that the row ought to have.
    pub(crate) fn proper_mac(&self, keys: &Keys, centre: CentreId) -> Digest32 {
        let fields = Digest::new("audit.day_head")
            .column(centre)
            .column(self.business_date)
            .int(self.day_number)
            .int(self.position)
            .column(self.hash)
            .column(self.made_at);
        keys.hmac("audit.day_head", fields.finish().bytes())
    }
}

/// Seals what waits and takes the chain's end under the centre's key: the last step of the close of
/// a business day, so that it covers the close itself. The caller writes the head to the day sheet
/// and the log, outside the database.
///
/// # Errors
/// Refused as `audit_day_head_taken`.
pub async fn close_day_in(tx: &mut WriteTx, clock: &Clock, business_date: Date) -> Result<DayHead> {
    while seal_in(tx, MAX_BATCH).await? > 0 {}
    let Head { position, hash } = lock_head(tx).await?;
    let (days,) = tx.one(&store::LAST_DAY_NUMBER, ()).await?;
    let mut head = DayHead {
        business_date,
        day_number: days + 1,
        position,
        hash,
        made_at: clock.now(),
        mac: Digest32::ZERO,
    };
    head.mac = head.proper_mac(tx.keys(), tx.centre());
    if tx.execute(&store::INSERT_DAY_HEAD, head.clone()).await? == 0 {
        let sentence = format!("{business_date}的审计记录已经封存");
        return Err(Refusal::conflict("audit_day_head_taken", sentence).into());
    }
    Ok(head)
}

/// The head taken at the close of a business day.
///
/// # Errors
/// Broken when the database fails.
pub async fn day_head(tx: &mut ReadTx, business_date: Date) -> Result<Option<DayHead>> {
    tx.optional(&store::DAY_HEAD, (business_date,)).await
}
