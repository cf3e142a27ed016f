-- A requirement holds for a reason; the level a person must have is the highest over all reasons
-- that hold on the date, and every reason stays visible.

CREATE TABLE competency_requirements (
    id {int64} PRIMARY KEY,
    reason_kind {text} NOT NULL,
    -- Id of the post, position, group, rank or person; 0 for an administrative level.
    reason_id {int64} NOT NULL,
    -- The word of the administrative level (commune, province …); empty for the other kinds.
    reason_word {text} NOT NULL,
    -- Whoever works at or below this unit.
    scope_unit_id {int64} NOT NULL,
    competency_id {int64} NOT NULL REFERENCES competency_competencies (id),
    minimum {int64} NOT NULL,
    desired {int64} NOT NULL,
    -- present: for the post held; next: to prepare a change of post.
    goal {text} NOT NULL,
    decision_number {text} NOT NULL,
    -- Of the decision that ended it; null while nobody did.
    end_decision_number {text},
    note {text} NOT NULL,
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    CONSTRAINT competency_requirements_reason_kind CHECK (
        reason_kind IN ('post', 'position', 'position_group', 'occupational_group', 'rank',
                        'administrative_level', 'person')
    ),
    CONSTRAINT competency_requirements_goal CHECK (goal IN ('present', 'next')),
    CONSTRAINT competency_requirements_levels CHECK (minimum >= 1 AND desired >= minimum),
    CONSTRAINT competency_requirements_period CHECK (from_date < until_date)
);
CREATE INDEX competency_requirements_reason ON competency_requirements (reason_kind, reason_id);
CREATE INDEX competency_requirements_competency ON competency_requirements (competency_id);
CREATE INDEX competency_requirements_scope ON competency_requirements (scope_unit_id);

-- The post a person prepares for: its requirements make the second list of gaps.
CREATE TABLE competency_next_positions (
    id {int64} PRIMARY KEY,
    person_id {int64} NOT NULL,
    position_id {int64} NOT NULL,
    agreed_by {int64} NOT NULL,
    note {text} NOT NULL,
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    CONSTRAINT competency_next_positions_period CHECK (from_date < until_date)
);
CREATE INDEX competency_next_positions_person ON competency_next_positions (person_id);

CREATE VIEW competency_v_requirements AS
SELECT id AS requirement_id, reason_kind, reason_id, reason_word, scope_unit_id, competency_id,
       minimum, desired, goal, decision_number, from_date, until_date, recorded_at, superseded_at
  FROM competency_requirements;

CREATE VIEW competency_v_next_positions AS
SELECT person_id, position_id, from_date, until_date, recorded_at, superseded_at
  FROM competency_next_positions;
