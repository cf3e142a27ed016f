-- Positions are a catalogue; a post is a position in a unit with an authorised headcount; a person
-- holds posts for dated periods, several at once with shares of time.

-- Position groups and occupational groups: two ways to class positions, both data.
CREATE TABLE organisation_groups (
    id {int64} PRIMARY KEY,
    kind {text} NOT NULL,
    code {text} NOT NULL,
    name {text} NOT NULL,
    name_en {text} NOT NULL,
    legal_basis {text} NOT NULL,
    CONSTRAINT organisation_groups_kind CHECK (kind IN ('position', 'occupational')),
    CONSTRAINT organisation_groups_code UNIQUE (kind, code)
);

CREATE TABLE organisation_ranks (
    id {int64} PRIMARY KEY,
    code {text} NOT NULL,
    seq {int64} NOT NULL,
    name {text} NOT NULL,
    name_en {text} NOT NULL,
    CONSTRAINT organisation_ranks_code UNIQUE (code)
);

CREATE TABLE organisation_positions (
    id {int64} PRIMARY KEY,
    code {text} NOT NULL,
    name {text} NOT NULL,
    name_en {text} NOT NULL,
    folded {text} NOT NULL,
    kind {text} NOT NULL,
    position_group_id {int64} REFERENCES organisation_groups (id),
    occupational_group_id {int64} REFERENCES organisation_groups (id),
    -- it_specialist, communications_officer …: what province-wide lists ask for by word.
    duty {text} NOT NULL,
    legal_basis {text} NOT NULL,
    CONSTRAINT organisation_positions_code UNIQUE (code),
    CONSTRAINT organisation_positions_kind CHECK (kind IN ('leadership', 'professional', 'support'))
);
CREATE INDEX organisation_positions_duty ON organisation_positions (duty);

CREATE TABLE organisation_posts (
    id {int64} PRIMARY KEY,
    unit_id {int64} NOT NULL REFERENCES organisation_units (id),
    position_id {int64} NOT NULL REFERENCES organisation_positions (id),
    rank_id {int64} REFERENCES organisation_ranks (id)
);
CREATE INDEX organisation_posts_unit ON organisation_posts (unit_id);
CREATE INDEX organisation_posts_position ON organisation_posts (position_id);

CREATE TABLE organisation_post_authorisations (
    id {int64} PRIMARY KEY,
    post_id {int64} NOT NULL REFERENCES organisation_posts (id),
    authorised {int64} NOT NULL,
    decision_id {int64} REFERENCES organisation_decisions (id),
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    CONSTRAINT organisation_post_authorisations_count CHECK (authorised >= 0),
    CONSTRAINT organisation_post_authorisations_period CHECK (from_date < until_date)
);
CREATE UNIQUE INDEX organisation_post_authorisations_open
    ON organisation_post_authorisations (post_id, from_date, superseded_at);

CREATE TABLE organisation_people (
    id {int64} PRIMARY KEY,
    staff_number {text} NOT NULL,
    birth_date {date} NOT NULL,
    name {text} NOT NULL,
    family {text} NOT NULL,
    middle {text} NOT NULL,
    given {text} NOT NULL,
    folded {text} NOT NULL,
    sort_key {text} NOT NULL,
    version {int64} NOT NULL,
    recorded_at {instant} NOT NULL,
    -- Names are common and numbers are reused by careless offices: identity is both together.
    CONSTRAINT organisation_people_identity UNIQUE (staff_number, birth_date)
);
CREATE INDEX organisation_people_folded ON organisation_people (folded);
CREATE INDEX organisation_people_sort_key ON organisation_people (sort_key);

-- rank (value: rank code), salary_group, salary_step, qualification, staff_kind, yearly_rating
-- (value: rating code, year set), email, sex …
CREATE TABLE organisation_person_facts (
    id {int64} PRIMARY KEY,
    person_id {int64} NOT NULL REFERENCES organisation_people (id),
    kind {text} NOT NULL,
    value {text} NOT NULL,
    year {int64},
    source {text} NOT NULL,
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    CONSTRAINT organisation_person_facts_period CHECK (from_date < until_date)
);
CREATE INDEX organisation_person_facts_person ON organisation_person_facts (person_id, kind);

CREATE TABLE organisation_holdings (
    id {int64} PRIMARY KEY,
    person_id {int64} NOT NULL REFERENCES organisation_people (id),
    post_id {int64} NOT NULL REFERENCES organisation_posts (id),
    -- The unit of the post, beside it so that people spread over machines by unit.
    unit_id {int64} NOT NULL REFERENCES organisation_units (id),
    kind {text} NOT NULL,
    share_percent {int64} NOT NULL,
    decision_id {int64} REFERENCES organisation_decisions (id),
    note {text} NOT NULL,
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    CONSTRAINT organisation_holdings_kind
        CHECK (kind IN ('main', 'concurrent', 'acting', 'seconded')),
    CONSTRAINT organisation_holdings_share CHECK (share_percent BETWEEN 1 AND 100),
    CONSTRAINT organisation_holdings_period CHECK (from_date < until_date)
);
CREATE INDEX organisation_holdings_person ON organisation_holdings (person_id);
CREATE INDEX organisation_holdings_unit ON organisation_holdings (unit_id, until_date);
CREATE INDEX organisation_holdings_post ON organisation_holdings (post_id);

-- Published: who holds what where. Filter by date and knowledge.
CREATE VIEW organisation_v_people AS
SELECT id AS person_id, staff_number, name, given, folded, sort_key
  FROM organisation_people;

CREATE VIEW organisation_v_holdings AS
SELECT h.id AS holding_id, h.person_id, h.post_id, h.unit_id, p.position_id, p.rank_id AS post_rank_id,
       q.position_group_id, q.occupational_group_id, q.name AS position_name,
       q.name_en AS position_name_en, q.duty,
       h.kind, h.share_percent, h.from_date, h.until_date, h.recorded_at, h.superseded_at
  FROM organisation_holdings h
  JOIN organisation_posts p ON p.id = h.post_id
  JOIN organisation_positions q ON q.id = p.position_id;

CREATE VIEW organisation_v_person_facts AS
SELECT person_id, kind, value, year, source, from_date, until_date, recorded_at, superseded_at
  FROM organisation_person_facts;

CREATE VIEW organisation_v_positions AS
SELECT id AS position_id, code, name, name_en, kind, position_group_id, occupational_group_id, duty
  FROM organisation_positions;

CREATE VIEW organisation_v_ranks AS
SELECT id AS rank_id, code, seq, name, name_en FROM organisation_ranks;

CREATE VIEW organisation_v_posts AS
SELECT p.id AS post_id, p.unit_id, p.position_id, p.rank_id, a.authorised,
       a.from_date, a.until_date, a.recorded_at, a.superseded_at
  FROM organisation_posts p
  JOIN organisation_post_authorisations a ON a.post_id = p.id;

CREATE VIEW organisation_v_groups AS
SELECT id AS group_id, kind, code, name, name_en FROM organisation_groups;
