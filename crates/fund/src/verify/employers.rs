//! What employers keep of the months that they have paid, and of how often they were changed.

use db::ReadTx;
use kernel::{Month, Result};

use super::{MAX_ROWS, Report};
use crate::employer::{KEPT_PAID, MISCOUNTED, Paid};

/// Makes 缴至年月 and the latest month paid again from the posted remittances, and counts changes.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    for (employer_id,) in tx.all(&MISCOUNTED, (MAX_ROWS,)).await? {
        let sentence = "单位信息变更的次序有缺失，或与单位记录的变更次数不符";
        let code = "employer_change_out_of_order";
        report.add(code, "employer", &employer_id, sentence);
    }
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
