-- Units come and go, move and are renamed; their identity stays. What a unit is called and where it
-- stands are dated facts with two clocks: when it was true and when it was known.

CREATE TABLE organisation_decisions (
    id {int64} PRIMARY KEY,
    number {text} NOT NULL,
    issuer {text} NOT NULL,
    title {text} NOT NULL,
    signed_on {date},
    effective_on {date} NOT NULL,
    file_hash {text},
    recorded_at {instant} NOT NULL
);

CREATE TABLE organisation_units (
    id {int64} PRIMARY KEY,
    country {text} NOT NULL,
    -- administrative, office, division: a word of the country profile.
    kind {text} NOT NULL,
    -- Party, State, front, central organisation …: a word of the country profile.
    system {text} NOT NULL
);

CREATE TABLE organisation_unit_names (
    id {int64} PRIMARY KEY,
    unit_id {int64} NOT NULL REFERENCES organisation_units (id),
    -- The state's code, text with leading zeros; empty where it has none. Not an identity.
    code {text} NOT NULL,
    -- commune, ward, township, special_zone, province …: a word of the country profile.
    type {text} NOT NULL,
    name {text} NOT NULL,
    full_name {text} NOT NULL,
    name_en {text} NOT NULL,
    full_name_en {text} NOT NULL,
    -- Of both names, for the search; the order is that of the country's own name.
    folded {text} NOT NULL,
    sort_key {text} NOT NULL,
    decision_id {int64} REFERENCES organisation_decisions (id),
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    CONSTRAINT organisation_unit_names_period CHECK (from_date < until_date)
);
CREATE UNIQUE INDEX organisation_unit_names_open
    ON organisation_unit_names (unit_id, from_date, superseded_at);
CREATE INDEX organisation_unit_names_code ON organisation_unit_names (code);
CREATE INDEX organisation_unit_names_folded ON organisation_unit_names (folded);

CREATE TABLE organisation_unit_places (
    id {int64} PRIMARY KEY,
    unit_id {int64} NOT NULL REFERENCES organisation_units (id),
    parent_id {int64} REFERENCES organisation_units (id),
    -- nation, province, district, commune, office, division: a word of the country profile.
    level {text} NOT NULL,
    -- The ids from the root to the unit, 16 hexadecimal digits each: a sub-tree is a range of bytes.
    path {text} NOT NULL,
    -- Order among siblings, from the country's own list.
    seq {int64} NOT NULL,
    decision_id {int64} REFERENCES organisation_decisions (id),
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    CONSTRAINT organisation_unit_places_period CHECK (from_date < until_date)
);
CREATE UNIQUE INDEX organisation_unit_places_open
    ON organisation_unit_places (unit_id, from_date, superseded_at);
CREATE INDEX organisation_unit_places_path ON organisation_unit_places (path, until_date);
CREATE INDEX organisation_unit_places_parent ON organisation_unit_places (parent_id);

-- Which unit took over from which. A unit may pass whole to one successor, or in parts to several;
-- exactly one of them is the default target for what nobody placed.
CREATE TABLE organisation_successions (
    id {int64} PRIMARY KEY,
    -- Null where a table names the successor but not the decision.
    decision_id {int64} REFERENCES organisation_decisions (id),
    old_unit_id {int64} NOT NULL REFERENCES organisation_units (id),
    new_unit_id {int64} NOT NULL REFERENCES organisation_units (id),
    extent {text} NOT NULL,
    is_default {bool} NOT NULL,
    effective_on {date} NOT NULL,
    recorded_at {instant} NOT NULL,
    CONSTRAINT organisation_successions_extent CHECK (extent IN ('whole', 'part')),
    CONSTRAINT organisation_successions_is_default CHECK (is_default IN (0, 1))
);
CREATE UNIQUE INDEX organisation_successions_pair
    ON organisation_successions (old_unit_id, new_unit_id, effective_on);
CREATE INDEX organisation_successions_new ON organisation_successions (new_unit_id);

-- Figures that a published source states and no table here can recompute: kept as quoted.
CREATE TABLE organisation_quoted_counts (
    id {int64} PRIMARY KEY,
    label {text} NOT NULL,
    level {text} NOT NULL,
    quoted {int64} NOT NULL,
    on_date {date} NOT NULL,
    source {text} NOT NULL
);

-- Published: names and places as other modules may join them. Filter both by date and knowledge.
CREATE VIEW organisation_v_names AS
SELECT unit_id, code, type, name, full_name, name_en, full_name_en, folded, sort_key,
       from_date, until_date, recorded_at, superseded_at
  FROM organisation_unit_names;

CREATE VIEW organisation_v_places AS
SELECT unit_id, parent_id, level, path, seq, from_date, until_date, recorded_at, superseded_at
  FROM organisation_unit_places;
