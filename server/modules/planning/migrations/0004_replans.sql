-- A session that is not held after all, and the plan made again around it: the seats proposed stand
-- beside those that hold until somebody takes them over.

ALTER TABLE planning_sessions ADD COLUMN cancelled {text};

-- One proposal a plan; the version is the one that it was made from.
CREATE TABLE planning_replans (
    plan_id {int64} PRIMARY KEY REFERENCES planning_plans (id),
    plan_version {int64} NOT NULL,
    session_id {int64} NOT NULL,
    reason {text} NOT NULL,
    solution_id {int64} NOT NULL REFERENCES planning_solutions (id),
    account_id {int64} NOT NULL,
    made_at {instant} NOT NULL,
    CONSTRAINT planning_replans_reason CHECK (reason <> '')
);

CREATE TABLE planning_replan_seats (
    solution_id {int64} NOT NULL REFERENCES planning_solutions (id),
    session_id {int64} NOT NULL,
    person_id {int64} NOT NULL,
    travel_cost {int64} NOT NULL,
    PRIMARY KEY (solution_id, session_id, person_id)
);
