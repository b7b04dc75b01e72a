//! What a message is, and who sends it.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use kernel::{MobileNumber, Result};

db::codes! {
    /// How a message stands.
    pub enum MessageStatus {
        /// 待发送.
        Queued = "queued", "待发送";
        /// 已发送: the sender has taken it.
        Sent = "sent", "已发送";
        /// 发送失败: the last time; its job tries again, by itself or by hand.
        Failed = "failed", "发送失败";
        /// 已失效: its time was over before it could be sent, or it was given up.
        Expired = "expired", "已失效";
        /// 不发送: it is for nobody.
        Withheld = "withheld", "不发送";
    }
}

/// What a sender answers: it has taken the message, or what kept it from that.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// Sends messages: a gateway of the operators, or for a demo a file.
pub trait MessageSender: Send + Sync {
    /// Sends one text to one mobile. May be called twice for one message. What it logs holds neither
    /// the text nor the whole number.
    fn send<'a>(&'a self, mobile: &'a MobileNumber, text: &'a str) -> Sending<'a>;
}

/// To whom a message goes.
#[derive(Debug, Clone, Copy)]
pub enum Recipient {
    /// To this number.
    Mobile(MobileNumber),
    /// To nobody: this number was typed by somebody who isn't known by it. As much is done as for one
    /// that is sent.
    Nobody(MobileNumber),
}

impl Recipient {
    pub(super) const fn number(&self) -> &MobileNumber {
        match self {
            Self::Mobile(number) | Self::Nobody(number) => number,
        }
    }

    pub(super) const fn status(self) -> MessageStatus {
        match self {
            Self::Mobile(_) => MessageStatus::Queued,
            Self::Nobody(_) => MessageStatus::Withheld,
        }
    }
}

/// A message to be.
#[derive(Clone)]
pub struct NewMessage {
    /// To whom.
    pub to: Recipient,
    /// What it says, after the centre's name.
    pub text: String,
    /// How long it is of use; none where it always is.
    pub lasts: Option<Duration>,
}
