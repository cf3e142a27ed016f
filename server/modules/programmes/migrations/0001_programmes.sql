-- A programme lives in versions; a run keeps the version it was held in.

CREATE TABLE programmes_programmes (
    id {int64} PRIMARY KEY,
    code {text} NOT NULL,
    owner_unit_id {int64} NOT NULL,
    recorded_at {instant} NOT NULL,
    CONSTRAINT programmes_programmes_code UNIQUE (code)
);

CREATE TABLE programmes_versions (
    id {int64} PRIMARY KEY,
    programme_id {int64} NOT NULL REFERENCES programmes_programmes (id),
    number {int64} NOT NULL,
    title {text} NOT NULL,
    title_en {text} NOT NULL,
    folded {text} NOT NULL,
    sort_key {text} NOT NULL,
    purpose {text} NOT NULL,
    audience {text} NOT NULL,
    provider {text} NOT NULL,
    -- The content group of the training decree: political_theory, defence, state_management,
    -- job_position, digital.
    content {text} NOT NULL,
    form {text} NOT NULL,
    languages {text} NOT NULL,
    hours {int64} NOT NULL,
    days {int64} NOT NULL,
    min_class {int64} NOT NULL,
    max_class {int64} NOT NULL,
    cost_per_class {int64} NOT NULL,
    cost_per_person {int64} NOT NULL,
    legal_basis {text} NOT NULL,
    source {text} NOT NULL,
    status {text} NOT NULL,
    -- Who drafted it; null where it came with the reference facts.
    author_id {int64},
    version {int64} NOT NULL,
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    CONSTRAINT programmes_versions_number UNIQUE (programme_id, number),
    CONSTRAINT programmes_versions_status CHECK (status IN ('draft', 'approved', 'withdrawn')),
    CONSTRAINT programmes_versions_form CHECK (
        form IN ('class', 'online', 'blended', 'practical', 'rotation', 'coaching', 'self_study')
    ),
    CONSTRAINT programmes_versions_class CHECK (min_class >= 1 AND max_class >= min_class)
);

CREATE TABLE programmes_topics (
    id {int64} PRIMARY KEY,
    version_id {int64} NOT NULL REFERENCES programmes_versions (id),
    seq {int64} NOT NULL,
    title {text} NOT NULL,
    description {text} NOT NULL,
    outcome {text} NOT NULL,
    hours {int64} NOT NULL,
    CONSTRAINT programmes_topics_seq UNIQUE (version_id, seq)
);

-- Who attends holds from_level and leaves at to_level.
CREATE TABLE programmes_outcomes (
    id {int64} PRIMARY KEY,
    version_id {int64} NOT NULL REFERENCES programmes_versions (id),
    competency_id {int64} NOT NULL,
    from_level {int64} NOT NULL,
    to_level {int64} NOT NULL,
    CONSTRAINT programmes_outcomes_one UNIQUE (version_id, competency_id),
    CONSTRAINT programmes_outcomes_levels CHECK (from_level >= 0 AND to_level > from_level)
);
CREATE INDEX programmes_outcomes_competency ON programmes_outcomes (competency_id);

CREATE TABLE programmes_prerequisites (
    version_id {int64} NOT NULL REFERENCES programmes_versions (id),
    programme_id {int64} NOT NULL REFERENCES programmes_programmes (id),
    PRIMARY KEY (version_id, programme_id)
);

CREATE TABLE programmes_equivalences (
    id {int64} PRIMARY KEY,
    programme_id {int64} NOT NULL REFERENCES programmes_programmes (id),
    stands_for_id {int64} NOT NULL REFERENCES programmes_programmes (id),
    -- For so many months after the end of the training; 0 for ever.
    months_valid {int64} NOT NULL,
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    superseded_at {instant} NOT NULL
);

-- Who took part in what before the system delivered it itself: from registers and reports. A row is
-- one participation of one person; the unit is the one of that day.
CREATE TABLE programmes_participations (
    id {int64} PRIMARY KEY,
    person_id {int64} NOT NULL,
    version_id {int64} NOT NULL REFERENCES programmes_versions (id),
    unit_id {int64} NOT NULL,
    run {text} NOT NULL,
    started_on {date} NOT NULL,
    ended_on {date} NOT NULL,
    completed {bool} NOT NULL,
    source {text} NOT NULL,
    recorded_at {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    CONSTRAINT programmes_participations_completed CHECK (completed IN (0, 1))
);
CREATE INDEX programmes_participations_person ON programmes_participations (person_id);
CREATE INDEX programmes_participations_unit ON programmes_participations (unit_id);

CREATE VIEW programmes_v_participations AS
SELECT p.id AS participation_id, p.person_id, v.programme_id, p.version_id, p.unit_id, p.run,
       p.started_on, p.ended_on, p.completed, p.recorded_at, p.superseded_at
  FROM programmes_participations p
  JOIN programmes_versions v ON v.id = p.version_id;

CREATE VIEW programmes_v_versions AS
SELECT v.id AS version_id, v.programme_id, g.code, v.number, v.title, v.title_en, v.hours, v.days,
       v.form, v.provider, v.min_class, v.max_class, v.cost_per_class, v.cost_per_person, v.status,
       v.from_date, v.until_date
  FROM programmes_versions v
  JOIN programmes_programmes g ON g.id = v.programme_id;
