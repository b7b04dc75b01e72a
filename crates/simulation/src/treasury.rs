//! The treasury, which pays the contributions of public bodies (财政统发): a registered payer.

use std::collections::BTreeSet;

use fund::payer::{self, NewArrangement, NewPayer, PayerChange, PayerKind};
use fund::remittance;
use kernel::{CreditCode, Date, EmployerId, Fen, OrBroken, PayerId, Result};
use platform::{App, Caller, IdempotencyKey};

use crate::plan::{Employer, Plan};

/// What it is called on its wires.
pub(crate) const NAME: &str = "安居市财政局国库支付中心";
/// The account that it pays from.
pub(crate) const ACCOUNT: &str = "519900000000000001";

const BASIS: &str = "安财库〔2025〕12号 市直单位住房公积金财政统发";

/// Public bodies are registered by others than the market's authority, whose codes begin with 91.
pub(crate) fn is_public(planned: &Employer) -> bool {
    planned.company.kind.registry != "91"
}

/// The treasury as it was registered.
pub(crate) struct Treasury {
    payer_id: PayerId,
}

impl Treasury {
    /// Registers it as paying for the public bodies that moved in; `ids` are those of the plan's
    /// employers.
    pub(crate) async fn register(
        app: &App,
        accountant: &Caller,
        plan: &Plan,
        ids: &[Option<EmployerId>],
        first_day: Date,
    ) -> Result<Treasury> {
        let employers = plan.employers.iter().zip(ids);
        let public = employers.filter(|(planned, _)| is_public(planned));
        let public = public.filter_map(|(_, id)| *id);
        let public: Vec<NewArrangement> = public.map(|id| paid_from(id, first_day)).collect();
        let credit_code = CreditCode::compose("11510000519900001").or_broken("a credit code")?;
        let (first, more) = public.split_at(public.len().min(payer::MAX_EMPLOYERS));
        let new = NewPayer {
            name: NAME.to_owned(),
            kind: PayerKind::Fiscal.code().to_owned(),
            credit_code: credit_code.as_str().to_owned(),
            account_number: ACCOUNT.to_owned(),
            basis: BASIS.to_owned(),
            employers: first.to_vec(),
        };
        let payer_id = payer::register(app, accountant, &key("treasury")?, new).await?;
        let treasury = Treasury { payer_id };
        for (part, chunk) in more.chunks(payer::MAX_EMPLOYERS).enumerate() {
            let word = format!("treasury-{part}");
            treasury.add(app, accountant, &word, chunk.to_vec()).await?;
        }
        Ok(treasury)
    }

    /// Pays for an employer that opens, when it is a public body.
    pub(crate) async fn take_on(
        &self,
        app: &App,
        accountant: &Caller,
        (planned, employer_id): (&Employer, EmployerId),
        day: Date,
    ) -> Result<()> {
        if !is_public(planned) {
            return Ok(());
        }
        let word = format!("take-on-{}", planned.company.credit_code.as_str());
        self.add(app, accountant, &word, vec![paid_from(employer_id, day)])
            .await
    }

    async fn add(
        &self,
        app: &App,
        accountant: &Caller,
        word: &str,
        add: Vec<NewArrangement>,
    ) -> Result<()> {
        let change = PayerChange {
            basis: BASIS.to_owned(),
            end: Vec::new(),
            add,
        };
        payer::change(app, accountant, &key(word)?, self.payer_id, change).await
    }

    /// What the public bodies' remittances come to that still await their money: the treasury's one
    /// wire for all of them, which names no payment code, so that a clerk splits it.
    pub(crate) async fn expected(
        &self,
        app: &App,
        (accountant, plan, ids): (&Caller, &Plan, &[Option<EmployerId>]),
    ) -> Result<Fen> {
        let query = db::ListQuery {
            filters: vec![("status".to_owned(), "assessed".to_owned())],
            limit: 200,
            ..db::ListQuery::default()
        };
        let due = remittance::remittances(app, accountant, &query).await?;
        let employers = plan.employers.iter().zip(ids);
        let public: BTreeSet<EmployerId> = employers
            .filter_map(|(planned, id)| id.filter(|_| is_public(planned)))
            .collect();
        let due = due.items.iter();
        let due = due.filter(|due| public.contains(&due.employer_id));
        Fen::sum(due.map(|due| due.expected_fen)).or_broken("what is expected together")
    }
}

fn paid_from(employer_id: EmployerId, day: Date) -> NewArrangement {
    NewArrangement {
        employer_id,
        first_day: day.to_string(),
        last_day: None,
    }
}

fn key(word: &str) -> Result<IdempotencyKey> {
    Ok(format!("simulation-{word}").parse()?)
}
