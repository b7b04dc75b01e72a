//! What employers keep of the months that they have paid.

use db::ReadTx;
use kernel::{Month, Result};

use super::Report;
use crate::employer::{KEPT_PAID, Paid};

/// Makes 缴至年月 and the latest month paid again from the posted remittances.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    tx.for_each(
        &KEPT_PAID,
        (),
        |(employer_id, first, through, last, posted)| {
            let kept = Paid { through, last };
            let paid = Paid::of(first, posted.as_deref())?;
            if kept != paid {
                let sentence = format!(
                    "缴至年月应为{}，记录为{}；最近缴存年月应为{}，记录为{}",
                    told(paid.through),
                    told(kept.through),
                    told(paid.last),
                    told(kept.last)
                );
                report.add("employer_paid_differs", "employer", &employer_id, sentence);
            }
            Ok(())
        },
    )
    .await
}

fn told(month: Option<Month>) -> String {
    month.map_or_else(|| "无".to_owned(), |month| format!(" {month} "))
}
