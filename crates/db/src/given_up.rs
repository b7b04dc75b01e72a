//! Transactions that the server gave up for another's sake.

use std::future::Future;

use kernel::{Error, Refusal, Result};

const CODE: &str = "database_busy";

/// Two that took the same rows in different orders wait for each other, and the server gives one of
/// them up: that is nobody's fault, nothing of it was done, and it may be done again.
pub(crate) fn given_up() -> Error {
    let sentence = "另一笔业务正在办理相同的账户，本次操作没有生效，请稍后重试";
    Refusal::unavailable(CODE, sentence).into()
}

/// Does what is one transaction, and begins it again when the server gave it up, so many times in
/// all. For what no person waits at to press again.
///
/// # Errors
/// Those of `act`; `database_busy` when it was given up the last time, too.
pub async fn retried<T, F>(times: u32, mut act: impl FnMut() -> F) -> Result<T>
where
    F: Future<Output = Result<T>>,
{
    for time in 1..times {
        match act().await {
            Err(error) if is_given_up(&error) => {
                tracing::warn!(time, %error, "a transaction is begun again");
            }
            done => return done,
        }
    }
    act().await
}

fn is_given_up(error: &Error) -> bool {
    let refusal = error.refusal();
    refusal.is_some_and(|refusal| refusal.code() == CODE)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often something is begun that is given up so many times, and what comes of it.
    async fn begun(times: u32, mut given_up_times: u32, then: Result<()>) -> (u32, Result<()>) {
        let (mut begun, mut then) = (0, Some(then));
        let done = retried(times, || {
            begun += 1;
            let done = match given_up_times.checked_sub(1) {
                Some(left) => {
                    given_up_times = left;
                    Err(given_up())
                }
                None => then.take().unwrap(),
            };
            async move { done }
        });
        let done = done.await;
        (begun, done)
    }

    #[tokio::test]
    async fn what_was_given_up_is_begun_again_until_it_is_done() {
        let (times, done) = begun(5, 3, Ok(())).await;
        assert_eq!((times, done.is_ok()), (4, true));
        let (times, done) = begun(5, 9, Ok(())).await;
        assert_eq!((times, is_given_up(&done.unwrap_err())), (5, true));
    }

    #[tokio::test]
    async fn what_was_refused_is_not_begun_again() {
        let (times, done) = begun(5, 0, Err(Error::broken("something else"))).await;
        assert_eq!((times, done.is_err()), (1, true));
    }
}
