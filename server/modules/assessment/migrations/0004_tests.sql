-- Test items as a bank of numbered versions, each whole and never changed, so that a sitting can be
-- given again from the version it was given from.

CREATE TABLE assessment_banks (
    id {int64} PRIMARY KEY,
    number {int64} NOT NULL,
    -- provisional: its parameters are a judgement; calibrated: estimates from answers.
    status {text} NOT NULL,
    -- JSON: prior, stop rules, shares of the kinds, cuts of the levels; see item.hpp.
    rules {text} NOT NULL,
    loaded_at {instant} NOT NULL,
    CONSTRAINT assessment_banks_number UNIQUE (number),
    CONSTRAINT assessment_banks_status CHECK (status IN ('provisional', 'calibrated'))
);

CREATE TABLE assessment_items (
    id {int64} PRIMARY KEY,
    bank_id {int64} NOT NULL REFERENCES assessment_banks (id),
    code {text} NOT NULL,
    competency_id {int64} NOT NULL,
    level {int64} NOT NULL,
    kind {text} NOT NULL,
    slope {real} NOT NULL,
    -- JSON: one for each category above the lowest.
    intercepts {text} NOT NULL,
    minutes {int64} NOT NULL,
    CONSTRAINT assessment_items_code UNIQUE (bank_id, code),
    CONSTRAINT assessment_items_kind CHECK (kind IN ('single_choice', 'situational_judgement'))
);
CREATE INDEX assessment_items_competency ON assessment_items (bank_id, competency_id);

-- Credit is the category that an option earns.
CREATE TABLE assessment_item_options (
    item_id {int64} NOT NULL REFERENCES assessment_items (id),
    label {text} NOT NULL,
    credit {int64} NOT NULL,
    PRIMARY KEY (item_id, label)
);

-- What is read on the screen: of an option by its label, of the stem with an empty one.
CREATE TABLE assessment_item_texts (
    item_id {int64} NOT NULL REFERENCES assessment_items (id),
    language {text} NOT NULL,
    label {text} NOT NULL,
    text {text} NOT NULL,
    PRIMARY KEY (item_id, language, label)
);

CREATE TABLE assessment_sittings (
    id {int64} PRIMARY KEY,
    person_id {int64} NOT NULL,
    competency_id {int64} NOT NULL,
    bank_id {int64} NOT NULL REFERENCES assessment_banks (id),
    -- Of the arithmetic that chooses items and scores answers.
    engine {int64} NOT NULL,
    seed {int64} NOT NULL,
    account_id {int64} NOT NULL,
    started_at {instant} NOT NULL,
    finished_at {instant},
    finished_on {date},
    stop {text},
    level {int64},
    score {real},
    score_error {real},
    -- JSON: the probability of each level from 0.
    levels {text},
    rating_id {int64} REFERENCES assessment_ratings (id)
);
CREATE INDEX assessment_sittings_person ON assessment_sittings (person_id, competency_id);
CREATE UNIQUE INDEX assessment_sittings_open ON assessment_sittings (person_id, competency_id)
 WHERE finished_at IS NULL;

CREATE TABLE assessment_answers (
    sitting_id {int64} NOT NULL REFERENCES assessment_sittings (id),
    position {int64} NOT NULL,
    item_id {int64} NOT NULL REFERENCES assessment_items (id),
    -- Null: said not to know.
    label {text},
    -- The ability and its error after this answer.
    score {real} NOT NULL,
    score_error {real} NOT NULL,
    -- From seeing the question to answering it, as the browser measured.
    milliseconds {int64},
    answered_at {instant} NOT NULL,
    PRIMARY KEY (sitting_id, position)
);
