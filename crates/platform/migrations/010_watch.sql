-- When servers served the centre. A beat each minute moves the end of a row on, so that a server that
-- runs for a year leaves one row; the time between rows is when nobody was served. `stopped` says that
-- the server was told to stop, which is no excuse but another cause than a fault. `data_keys` is the
-- server's ring of keys, by number and check value: what another server may seal with.
-- class: centre
CREATE TABLE service_interval (
    centre_id {int} NOT NULL,
    interval_id {id} NOT NULL,
    began_at {instant} NOT NULL,
    beaten_at {instant} NOT NULL,
    stopped {bool} NOT NULL,
    data_keys {text} NOT NULL,
    PRIMARY KEY (centre_id, interval_id)
);
CREATE INDEX service_interval_by_begin ON service_interval (centre_id, began_at);
CREATE INDEX service_interval_by_beat ON service_interval (centre_id, beaten_at);

-- Stops that were announced before they began. Never changed: what was announced was announced.
-- class: centre
CREATE TABLE planned_stop (
    centre_id {int} NOT NULL,
    planned_stop_id {id} NOT NULL,
    from_at {instant} NOT NULL,
    to_at {instant} NOT NULL,
    reason {text} NOT NULL,
    PRIMARY KEY (centre_id, planned_stop_id)
);
CREATE INDEX planned_stop_by_end ON planned_stop (centre_id, to_at);

-- Times of which nothing can be said: between the making of a backup and its restoring, whose beats
-- are lost with the database that they were written to.
-- class: centre
CREATE TABLE service_unknown (
    centre_id {int} NOT NULL,
    from_at {instant} NOT NULL,
    to_at {instant} NOT NULL,
    PRIMARY KEY (centre_id, to_at)
);
