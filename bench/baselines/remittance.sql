-- P2, bare: one chunk of a remittance, update then insert. The same rows as ours in tables of the
-- same shape; no digest, no rule, no check of counts, no audit. `:n` is the chunk.
UPDATE bare.account AS a
   SET current_fen = a.current_fen + l.employer_fen + l.member_fen,
       balance_fen = a.balance_fen + l.employer_fen + l.member_fen,
       entry_count = a.entry_count + 1
  FROM bare.batch_line AS l, bare.chunk AS c
 WHERE c.n = :n AND l.centre_id = 1 AND l.batch_id = c.batch_id
   AND l.line_no BETWEEN c.from_line AND c.to_line
   AND a.centre_id = 1 AND a.account_no = l.account_no;
INSERT INTO bare.entry (centre_id, account_no, entry_no, kind, business_date, value_date,
                        carried_fen, current_fen, carried_after_fen, current_after_fen,
                        balance_after_fen, voucher_id, batch_id, month)
SELECT 1, a.account_no, a.entry_count, 'remittance', c.business_date, c.value_date,
       0, l.employer_fen + l.member_fen, a.carried_fen, a.current_fen,
       a.balance_fen, c.voucher_id, c.batch_id, c.month
  FROM bare.chunk AS c
  JOIN bare.batch_line AS l ON l.centre_id = 1 AND l.batch_id = c.batch_id
                           AND l.line_no BETWEEN c.from_line AND c.to_line
  JOIN bare.account AS a ON a.centre_id = 1 AND a.account_no = l.account_no
 WHERE c.n = :n;
INSERT INTO bare.member_month (centre_id, account_no, month, kind, employer_id, amount_fen, entry_no)
SELECT 1, a.account_no, c.month, 'remittance', c.employer_id, l.employer_fen + l.member_fen,
       a.entry_count
  FROM bare.chunk AS c
  JOIN bare.batch_line AS l ON l.centre_id = 1 AND l.batch_id = c.batch_id
                           AND l.line_no BETWEEN c.from_line AND c.to_line
  JOIN bare.account AS a ON a.centre_id = 1 AND a.account_no = l.account_no
 WHERE c.n = :n;
INSERT INTO bare.voucher
    SELECT v.* FROM bare.new_voucher v JOIN bare.chunk c ON c.voucher_id = v.voucher_id
     WHERE c.n = :n ON CONFLICT DO NOTHING;
INSERT INTO bare.voucher_line
    SELECT l.* FROM bare.new_line l JOIN bare.chunk c ON c.voucher_id = l.voucher_id
     WHERE c.n = :n ON CONFLICT DO NOTHING;
