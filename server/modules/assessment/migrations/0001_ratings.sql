-- Ratings are only added. A rule, versioned and dated, turns them into the level a person holds;
-- the held levels and the packed rows are projections, written in the rating's transaction and
-- rebuilt from the ratings at any time.

CREATE TABLE assessment_campaigns (
    id {int64} PRIMARY KEY,
    title {text} NOT NULL,
    unit_id {int64} NOT NULL,
    -- JSON: competencies, methods, positions; who rates; all ids as text.
    scope {text} NOT NULL,
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    status {text} NOT NULL,
    version {int64} NOT NULL,
    account_id {int64} NOT NULL,
    recorded_at {instant} NOT NULL,
    CONSTRAINT assessment_campaigns_status CHECK (status IN ('draft', 'open', 'closed')),
    CONSTRAINT assessment_campaigns_period CHECK (from_date < until_date)
);

CREATE TABLE assessment_ratings (
    id {int64} PRIMARY KEY,
    person_id {int64} NOT NULL,
    competency_id {int64} NOT NULL,
    -- 0: assessed, and below the first level. Null: the row only takes another one back.
    level {int64},
    score {real},
    score_error {real},
    method {text} NOT NULL,
    rater_account_id {int64},
    rater_person_id {int64},
    rater_role {text} NOT NULL,
    campaign_id {int64} REFERENCES assessment_campaigns (id),
    evidence_hash {text},
    note {text} NOT NULL,
    scale_id {int64} NOT NULL,
    observed_on {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    -- The rating that this one takes back, by whoever gave it or by a review.
    withdraws_id {int64} REFERENCES assessment_ratings (id),
    CONSTRAINT assessment_ratings_method CHECK (
        method IN ('self', 'supervisor', 'colleague', 'panel', 'test', 'work_sample',
                   'observation', 'situation', 'evidence', 'performance')
    ),
    CONSTRAINT assessment_ratings_level CHECK (level BETWEEN 0 AND 100),
    CONSTRAINT assessment_ratings_purpose CHECK (level IS NOT NULL OR withdraws_id IS NOT NULL)
);
CREATE INDEX assessment_ratings_person ON assessment_ratings (person_id, competency_id);
CREATE INDEX assessment_ratings_campaign ON assessment_ratings (campaign_id);

CREATE TABLE assessment_rules (
    id {int64} PRIMARY KEY,
    code {text} NOT NULL,
    version {int64} NOT NULL,
    title {text} NOT NULL,
    -- JSON: methods with weight, age limit, how they combine; see rule.hpp.
    definition {text} NOT NULL,
    decision_number {text} NOT NULL,
    scope_unit_id {int64} NOT NULL,
    account_id {int64} NOT NULL,
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    CONSTRAINT assessment_rules_period CHECK (from_date < until_date)
);
CREATE INDEX assessment_rules_scope ON assessment_rules (scope_unit_id);
CREATE INDEX assessment_rules_code ON assessment_rules (code, version);

CREATE TABLE assessment_held (
    person_id {int64} NOT NULL,
    competency_id {int64} NOT NULL,
    level {int64} NOT NULL,
    -- Share of the rule's weight that stood behind the level, in thousandths.
    confidence {int64} NOT NULL,
    rule_id {int64} NOT NULL REFERENCES assessment_rules (id),
    -- JSON: ids of the ratings that counted.
    ratings {text} NOT NULL,
    observed_on {date} NOT NULL,
    valid_until {date} NOT NULL,
    computed_at {instant} NOT NULL,
    PRIMARY KEY (person_id, competency_id)
);
CREATE INDEX assessment_held_valid ON assessment_held (valid_until);

-- One 32-byte row a person and block of competencies: the level held, 255 for not assessed.
CREATE TABLE assessment_rows (
    person_id {int64} NOT NULL,
    block {int64} NOT NULL,
    levels {bytes} NOT NULL,
    PRIMARY KEY (person_id, block)
);

CREATE TABLE assessment_reviews (
    id {int64} PRIMARY KEY,
    person_id {int64} NOT NULL,
    competency_id {int64} NOT NULL,
    kind {text} NOT NULL,
    text {text} NOT NULL,
    asked_by {int64} NOT NULL,
    asked_at {instant} NOT NULL,
    deadline {date},
    decided_by {int64},
    decided_at {instant},
    outcome {text},
    answer {text},
    -- The panel's rating, where the decision changed the level.
    rating_id {int64} REFERENCES assessment_ratings (id),
    CONSTRAINT assessment_reviews_kind CHECK (kind IN ('comment', 'review')),
    CONSTRAINT assessment_reviews_outcome CHECK (outcome IN ('upheld', 'changed'))
);
CREATE INDEX assessment_reviews_person ON assessment_reviews (person_id);

CREATE VIEW assessment_v_held AS
SELECT person_id, competency_id, level, confidence, rule_id, observed_on, valid_until
  FROM assessment_held;

CREATE VIEW assessment_v_rows AS
SELECT person_id, block, levels FROM assessment_rows;
