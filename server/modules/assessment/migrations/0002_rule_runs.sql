-- What became of the levels when a rule took effect, or when the nightly check reckoned them anew.
-- Kept as the report of who changed.

CREATE TABLE assessment_rule_runs (
    id {int64} PRIMARY KEY,
    -- Null for the nightly check of everybody.
    rule_id {int64} REFERENCES assessment_rules (id),
    job_id {int64},
    people {int64} NOT NULL,
    changed {int64} NOT NULL,
    -- Rows of the projection that were put right, changed levels among them.
    mended {int64} NOT NULL,
    began_at {instant} NOT NULL,
    ended_at {instant}
);
CREATE INDEX assessment_rule_runs_rule ON assessment_rule_runs (rule_id, id);

-- 255 stands for not assessed.
CREATE TABLE assessment_rule_changes (
    run_id {int64} NOT NULL REFERENCES assessment_rule_runs (id),
    person_id {int64} NOT NULL,
    competency_id {int64} NOT NULL,
    from_level {int64} NOT NULL,
    to_level {int64} NOT NULL,
    PRIMARY KEY (run_id, person_id, competency_id)
);

CREATE INDEX assessment_reviews_open ON assessment_reviews (kind, decided_at);
