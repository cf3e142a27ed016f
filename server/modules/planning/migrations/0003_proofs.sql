-- What proves a solution, for somebody who trusts nobody: the year as files, who attends what, and
-- the certificate of the bound (nangluc plan verify). Solutions of before have none of this.

CREATE TABLE planning_solution_proofs (
    solution_id {int64} PRIMARY KEY REFERENCES planning_solutions (id),
    -- How value and bound closed in, and what more of each limit could be worth, as JSON.
    curve {text} NOT NULL,
    prices {text} NOT NULL,
    value_per_level {int64} NOT NULL,
    certificate_hash {text} NOT NULL
);

CREATE TABLE planning_proof_files (
    solution_id {int64} NOT NULL REFERENCES planning_solutions (id),
    name {text} NOT NULL,
    content {text} NOT NULL,
    PRIMARY KEY (solution_id, name)
);

CREATE TABLE planning_shut_sessions (
    solution_id {int64} NOT NULL REFERENCES planning_solutions (id),
    session_id {int64} NOT NULL,
    reason {text} NOT NULL,
    could_come {int64} NOT NULL,
    PRIMARY KEY (solution_id, session_id),
    CONSTRAINT planning_shut_sessions_reason CHECK (reason IN ('too_few', 'no_money', 'no_gain'))
);
