-- A target group keeps the rule it was formed by and the members it had, each with the gap that was
-- the ground: running the rule again shows who entered and who left.

CREATE TABLE needs_groups (
    id {int64} PRIMARY KEY,
    title {text} NOT NULL,
    unit_id {int64} NOT NULL,
    -- JSON: sub-trees, competencies, gap and held ranges, positions; see group.hpp.
    rule {text} NOT NULL,
    on_date {date} NOT NULL,
    known_at {instant} NOT NULL,
    status {text} NOT NULL,
    account_id {int64} NOT NULL,
    version {int64} NOT NULL,
    recorded_at {instant} NOT NULL,
    CONSTRAINT needs_groups_status CHECK (status IN ('draft', 'approved', 'closed'))
);
CREATE INDEX needs_groups_unit ON needs_groups (unit_id);

CREATE TABLE needs_group_members (
    group_id {int64} NOT NULL REFERENCES needs_groups (id),
    person_id {int64} NOT NULL,
    competency_id {int64} NOT NULL,
    unit_id {int64} NOT NULL,
    required {int64} NOT NULL,
    -- Null: not assessed.
    held {int64},
    -- JSON: requirements with reasons, ratings, rule, dates, as they stood.
    explanation {text} NOT NULL,
    PRIMARY KEY (group_id, person_id, competency_id)
);

CREATE TABLE needs_group_acts (
    id {int64} PRIMARY KEY,
    group_id {int64} NOT NULL REFERENCES needs_groups (id),
    became {text} NOT NULL,
    account_id {int64} NOT NULL,
    reason {text} NOT NULL,
    at {instant} NOT NULL
);

CREATE VIEW needs_v_group_members AS
SELECT group_id, person_id, competency_id, unit_id, required, held FROM needs_group_members;

CREATE VIEW needs_v_groups AS
SELECT id AS group_id, title, unit_id, status, version FROM needs_groups;
