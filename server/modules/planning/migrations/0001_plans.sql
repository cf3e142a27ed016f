-- What one unit means to train in one calendar year. The status sums up the acts, which are only
-- added; a solution is kept with its input's hash, so that it can be solved again.

CREATE TABLE planning_plans (
    id {int64} PRIMARY KEY,
    unit_id {int64} NOT NULL,
    year {int64} NOT NULL,
    title {text} NOT NULL,
    status {text} NOT NULL,
    -- The one whose seats stand; null since the lines or sessions were last changed.
    solution_id {int64},
    version {int64} NOT NULL,
    recorded_at {instant} NOT NULL,
    CONSTRAINT planning_plans_one UNIQUE (unit_id, year, title),
    CONSTRAINT planning_plans_status CHECK (status IN ('draft', 'submitted', 'returned', 'approved'))
);

-- What each source of money gives at most.
CREATE TABLE planning_budgets (
    plan_id {int64} NOT NULL REFERENCES planning_plans (id),
    source {text} NOT NULL,
    ceiling {int64} NOT NULL,
    PRIMARY KEY (plan_id, source),
    CONSTRAINT planning_budgets_source CHECK (
        source IN ('central', 'province', 'commune', 'target_programme', 'other')
    ),
    CONSTRAINT planning_budgets_ceiling CHECK (ceiling >= 0)
);

CREATE TABLE planning_plan_acts (
    id {int64} PRIMARY KEY,
    plan_id {int64} NOT NULL REFERENCES planning_plans (id),
    plan_version {int64} NOT NULL,
    act {text} NOT NULL,
    account_id {int64} NOT NULL,
    reason {text} NOT NULL,
    at {instant} NOT NULL
);
CREATE INDEX planning_plan_acts_plan ON planning_plan_acts (plan_id);

CREATE TABLE planning_lines (
    id {int64} PRIMARY KEY,
    plan_id {int64} NOT NULL REFERENCES planning_plans (id),
    seq {int64} NOT NULL,
    programme_version_id {int64} NOT NULL,
    group_id {int64} NOT NULL,
    source {text} NOT NULL,
    note {text} NOT NULL,
    CONSTRAINT planning_lines_one UNIQUE (plan_id, programme_version_id, group_id)
);

-- The way back from a line to the needs that it answers, frozen.
CREATE TABLE planning_line_needs (
    line_id {int64} NOT NULL REFERENCES planning_lines (id),
    person_id {int64} NOT NULL,
    competency_id {int64} NOT NULL,
    unit_id {int64} NOT NULL,
    from_level {int64} NOT NULL,
    to_level {int64} NOT NULL,
    PRIMARY KEY (line_id, person_id, competency_id)
);

-- The needs of the group that the line does not answer, and why.
CREATE TABLE planning_line_exclusions (
    line_id {int64} NOT NULL REFERENCES planning_lines (id),
    person_id {int64} NOT NULL,
    competency_id {int64} NOT NULL,
    unit_id {int64} NOT NULL,
    reason {text} NOT NULL,
    -- Of the training that makes this one needless.
    attended_version_id {int64},
    attended_until {date},
    PRIMARY KEY (line_id, person_id, competency_id)
);

CREATE TABLE planning_sessions (
    id {int64} PRIMARY KEY,
    plan_id {int64} NOT NULL REFERENCES planning_plans (id),
    line_id {int64} NOT NULL REFERENCES planning_lines (id),
    place_unit_id {int64} NOT NULL,
    place {text} NOT NULL,
    starts_on {date} NOT NULL,
    ends_on {date} NOT NULL,
    seats {int64} NOT NULL,
    min_seats {int64} NOT NULL,
    cost_fixed {int64} NOT NULL,
    cost_per_person {int64} NOT NULL,
    CONSTRAINT planning_sessions_dates CHECK (starts_on <= ends_on),
    CONSTRAINT planning_sessions_seats CHECK (min_seats >= 0 AND seats >= min_seats)
);
CREATE INDEX planning_sessions_plan ON planning_sessions (plan_id);

CREATE TABLE planning_solutions (
    id {int64} PRIMARY KEY,
    plan_id {int64} NOT NULL REFERENCES planning_plans (id),
    value {int64} NOT NULL,
    bound {int64} NOT NULL,
    input_hash {text} NOT NULL,
    engine_version {text} NOT NULL,
    -- How many people live where no table says where that is: their way is counted as nothing.
    unlocated {int64} NOT NULL,
    account_id {int64} NOT NULL,
    solved_at {instant} NOT NULL
);
CREATE INDEX planning_solutions_plan ON planning_solutions (plan_id);

CREATE TABLE planning_unplaced (
    solution_id {int64} NOT NULL REFERENCES planning_solutions (id),
    line_id {int64} NOT NULL,
    person_id {int64} NOT NULL,
    competency_id {int64} NOT NULL,
    reason {text} NOT NULL,
    PRIMARY KEY (solution_id, line_id, person_id, competency_id)
);

CREATE TABLE planning_seats (
    session_id {int64} NOT NULL REFERENCES planning_sessions (id),
    person_id {int64} NOT NULL,
    solution_id {int64} NOT NULL REFERENCES planning_solutions (id),
    travel_cost {int64} NOT NULL,
    PRIMARY KEY (session_id, person_id)
);
CREATE INDEX planning_seats_person ON planning_seats (person_id);
