//! The statement of serials.

db::statements! {
    /// Moves a series on by a block and answers the number after the block.
    TAKE_BLOCK: (String, i64) => (i64,) =
        "INSERT INTO serial (centre_id, series, next_number)
         VALUES ($1, $2, 1 + CAST($3 AS BIGINT))
         ON CONFLICT (centre_id, series)
         DO UPDATE SET next_number = serial.next_number + CAST($3 AS BIGINT)
         RETURNING next_number";

    /// Moves a series on past a number, unless it is past it already.
    CONTINUE_AFTER: (String, i64) => () =
        "INSERT INTO serial (centre_id, series, next_number)
         VALUES ($1, $2, 1 + CAST($3 AS BIGINT))
         ON CONFLICT (centre_id, series)
         DO UPDATE SET next_number = excluded.next_number
         WHERE serial.next_number < excluded.next_number";
}
