-- What both wrote for the remittance staged last, the same question to either: `:schema` is public
-- or bare. Entries and their sum, months and their sum, vouchers and their lines' debits, and what
-- all accounts hold.
SELECT (SELECT CAST(COUNT(*) AS BIGINT) FROM :schema.entry e JOIN bare.chunk c
           ON c.voucher_id = e.voucher_id AND c.month = e.month WHERE e.centre_id = 1 AND c.n > 0),
       (SELECT CAST(SUM(e.current_fen) AS BIGINT) FROM :schema.entry e JOIN bare.chunk c
           ON c.voucher_id = e.voucher_id AND c.month = e.month WHERE e.centre_id = 1 AND c.n > 0),
       (SELECT CAST(COUNT(*) AS BIGINT) FROM :schema.member_month m
         WHERE m.centre_id = 1 AND m.employer_id = (SELECT employer_id FROM bare.chunk WHERE n = 1)
           AND m.month = (SELECT month FROM bare.chunk WHERE n = 1)),
       (SELECT CAST(SUM(m.amount_fen) AS BIGINT) FROM :schema.member_month m
         WHERE m.centre_id = 1 AND m.employer_id = (SELECT employer_id FROM bare.chunk WHERE n = 1)
           AND m.month = (SELECT month FROM bare.chunk WHERE n = 1)),
       (SELECT CAST(COUNT(*) AS BIGINT) FROM :schema.voucher v JOIN bare.chunk c
           ON c.voucher_id = v.voucher_id WHERE v.centre_id = 1 AND c.n > 0),
       (SELECT CAST(SUM(l.debit_fen) AS BIGINT) FROM :schema.voucher_line l JOIN bare.chunk c
           ON c.voucher_id = l.voucher_id WHERE l.centre_id = 1 AND c.n > 0),
       (SELECT CAST(SUM(a.balance_fen) AS BIGINT) FROM :schema.account a WHERE a.centre_id = 1)
