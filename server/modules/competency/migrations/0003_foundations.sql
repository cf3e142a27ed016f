-- What the work of a position is: its tasks, in words, by decision, for whoever works at or below a
-- unit. Without it the requirements of a position have no ground that can be read.
CREATE TABLE competency_position_descriptions (
    id {int64} PRIMARY KEY,
    position_id {int64} NOT NULL,
    scope_unit_id {int64} NOT NULL,
    text {text} NOT NULL,
    decision_number {text} NOT NULL,
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    CONSTRAINT competency_position_descriptions_period CHECK (from_date < until_date)
);
CREATE INDEX competency_position_descriptions_position
    ON competency_position_descriptions (position_id);

CREATE VIEW competency_v_position_descriptions AS
SELECT position_id, scope_unit_id, decision_number,
       from_date, until_date, recorded_at, superseded_at
  FROM competency_position_descriptions;
