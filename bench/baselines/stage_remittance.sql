-- Before the clock runs: the rows of the remittance that ours posted last, laid out for the bare
-- script. `public` holds ours, `bare` the copies of its tables. Chunk 0 is all lines at once, a
-- hundred years later so that its months are free.
DROP TABLE IF EXISTS bare.chunk;
DROP TABLE IF EXISTS bare.new_voucher;
DROP TABLE IF EXISTS bare.new_line;
CREATE TABLE bare.chunk AS
    SELECT c.chunk_no AS n, r.batch_id, c.from_line, c.to_line, c.voucher_id, v.business_date,
           r.value_date, r.month, r.employer_id
      FROM public.remittance r
      JOIN public.remittance_chunk c
        ON c.centre_id = r.centre_id AND c.remittance_id = r.remittance_id
      JOIN public.voucher v ON v.centre_id = c.centre_id AND v.voucher_id = c.voucher_id
     WHERE r.centre_id = 1
       AND r.serial = (SELECT MAX(serial) FROM public.remittance WHERE status = 'posted');
INSERT INTO bare.chunk
    SELECT 0, c.batch_id, 1, (SELECT MAX(to_line) FROM bare.chunk), c.voucher_id, c.business_date,
           c.value_date, c.month + 10000, c.employer_id
      FROM bare.chunk c WHERE c.n = 1;
CREATE TABLE bare.new_voucher AS
    SELECT v.* FROM bare.chunk c
      JOIN public.voucher v ON v.centre_id = 1 AND v.voucher_id = c.voucher_id WHERE c.n > 0;
CREATE TABLE bare.new_line AS
    SELECT l.* FROM bare.chunk c
      JOIN public.voucher_line l ON l.centre_id = 1 AND l.voucher_id = c.voucher_id WHERE c.n > 0;
INSERT INTO bare.batch_line
    SELECT l.* FROM public.batch_line l
     WHERE l.centre_id = 1 AND l.batch_id = (SELECT batch_id FROM bare.chunk WHERE n = 1);
ANALYZE bare.batch_line;
ANALYZE bare.chunk;
