-- Moving in: the files of the system before, laid here row by row, held against each other and moved
-- by set. The four tables of people, accounts and months are empty between transactions.

-- 4.0.3 个人信息, sealed as in `member`.
-- class: centre
CREATE TABLE opening_person (
    centre_id {int} NOT NULL,
    account_no {int} NOT NULL,
    line_no {int} NOT NULL,
    member_id {id} NOT NULL,
    name {bytes} NOT NULL,
    name_lookup {bytes} NOT NULL,
    id_kind {text} NOT NULL,
    id_number {bytes} NOT NULL,
    id_number_lookup {bytes} NOT NULL,
    id_tail_lookup {bytes} NOT NULL,
    mobile {bytes},
    mobile_lookup {bytes},
    sex {text} NOT NULL,
    born_on {date},
    PRIMARY KEY (centre_id, account_no, line_no)
);

-- 5.0.4 个人账户信息 with the employer of each, its paid-through month and the month it remits next.
-- class: centre
CREATE TABLE opening_account (
    centre_id {int} NOT NULL,
    account_no {int} NOT NULL,
    line_no {int} NOT NULL,
    employer_id {id} NOT NULL,
    branch_id {id} NOT NULL,
    status {text} NOT NULL,
    opened_on {date} NOT NULL,
    first_month {month},
    due_month {month} NOT NULL,
    paid_through {month},
    base_fen {fen} NOT NULL,
    employer_rate {rate} NOT NULL,
    member_rate {rate} NOT NULL,
    employer_monthly_fen {fen} NOT NULL,
    member_monthly_fen {fen} NOT NULL,
    carried_fen {fen} NOT NULL,
    current_fen {fen} NOT NULL,
    PRIMARY KEY (centre_id, account_no, line_no)
);

-- Runs of months that are paid.
-- class: centre
CREATE TABLE opening_range (
    centre_id {int} NOT NULL,
    account_no {int} NOT NULL,
    line_no {int} NOT NULL,
    first_month {month} NOT NULL,
    last_month {month} NOT NULL,
    employer_id {id},
    paid_through {month},
    PRIMARY KEY (centre_id, account_no, line_no)
);

-- Every month from the first of the runs to the last: a run joins it and becomes its months.
-- class: centre
CREATE TABLE opening_month (
    centre_id {int} NOT NULL,
    month {month} NOT NULL,
    PRIMARY KEY (centre_id, month)
);

-- 6.0.2 个人住房贷款借款合同信息, kept as it came for the loan business; the borrower sealed in the row
-- of the contract's number. `line_no` is the file's: that a contract comes once is proved when it
-- comes in.
-- class: centre
CREATE TABLE opening_loan_contract (
    centre_id {int} NOT NULL,
    contract_no {text} NOT NULL,
    line_no {int} NOT NULL,
    borrower_account_no {int},
    borrower_name {bytes} NOT NULL,
    borrower_id_kind {text} NOT NULL,
    borrower_id_number {bytes} NOT NULL,
    borrower_id_lookup {bytes} NOT NULL,
    repayment_account {bytes},
    house_address {bytes},
    purchase_contract_no {text},
    bank_code {text},
    guarantee {text},
    repayment_method {text} NOT NULL,
    loan_kind {text},
    house_kind {text},
    house_fen {fen},
    contract_fen {fen} NOT NULL,
    term_months {int} NOT NULL,
    rate {rate} NOT NULL,
    signed_on {date},
    disburse_on {date},
    due_on {date},
    repayment_day {text},
    PRIMARY KEY (centre_id, contract_no, line_no)
);

-- 6.0.5 个人住房贷款账户信息. 逾期本金总额 and 逾期利息总额 are left out: centres keep the sum ever or the
-- sum now there; what is overdue now follows from `opening_overdue`.
-- class: centre
CREATE TABLE opening_loan (
    centre_id {int} NOT NULL,
    loan_no {text} NOT NULL,
    line_no {int} NOT NULL,
    contract_no {text} NOT NULL,
    risk {text},
    disbursed_fen {fen} NOT NULL,
    disbursed_on {date} NOT NULL,
    balance_fen {fen} NOT NULL,
    rate {rate} NOT NULL,
    term_months {int} NOT NULL,
    repaid_principal_fen {fen} NOT NULL,
    repaid_interest_fen {fen} NOT NULL,
    penalty_fen {fen} NOT NULL,
    prepaid_principal_fen {fen} NOT NULL,
    overdue_periods {int} NOT NULL,
    settled_on {date},
    PRIMARY KEY (centre_id, loan_no, line_no)
);

-- 6.0.7 个人住房贷款逾期登记信息: an instalment overdue, and what was paid of it since.
-- class: centre
CREATE TABLE opening_overdue (
    centre_id {int} NOT NULL,
    loan_no {text} NOT NULL,
    line_no {int} NOT NULL,
    period {int} NOT NULL,
    principal_fen {fen} NOT NULL,
    interest_fen {fen} NOT NULL,
    penalty_fen {fen} NOT NULL,
    paid_on {date},
    paid_principal_fen {fen} NOT NULL,
    paid_interest_fen {fen} NOT NULL,
    paid_penalty_fen {fen} NOT NULL,
    PRIMARY KEY (centre_id, loan_no, line_no)
);
