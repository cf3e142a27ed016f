-- Who was put on a line by hand, competency by competency. Without a valid assessment of it that is
-- an exception: it stands with its reason and with the account that allowed it.

CREATE TABLE planning_nominations (
    line_id {int64} NOT NULL REFERENCES planning_lines (id),
    person_id {int64} NOT NULL,
    competency_id {int64} NOT NULL,
    assessed {int64} NOT NULL,
    reason {text} NOT NULL,
    account_id {int64} NOT NULL,
    nominated_at {instant} NOT NULL,
    PRIMARY KEY (line_id, person_id, competency_id),
    CONSTRAINT planning_nominations_assessed CHECK (assessed IN (0, 1)),
    CONSTRAINT planning_nominations_reason CHECK (assessed = 1 OR reason <> '')
);
