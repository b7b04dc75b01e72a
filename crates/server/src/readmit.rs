//! `anju readmit`: lets somebody in again whom nobody else can.

use std::io::Write;

use kernel::{Clock, OrBroken as _, Result};
use platform::staff;

use crate::config::Config;
use crate::serve;

/// Lets a staff member in again and tells the password made for them, this once. Who runs it has the
/// key file, and with it everything: the trail tells it as the operator's.
///
/// # Errors
/// Those of [`staff::readmit`] and of [`serve::open_up_to_date`].
pub async fn readmit(
    config: &Config,
    sign_in_name: &str,
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let app = serve::open_up_to_date(config, &Clock::system()).await?;
    let password = staff::readmit(&app, config.centre, sign_in_name).await?;
    writeln!(
        out,
        "已恢复{sign_in_name}的登录：动态口令已解除，锁定已解除，原有登录已结束\n\
         初始密码（只显示这一次，首次登录须修改）：{}",
        password.text()
    )
    .or_broken("telling")
}
