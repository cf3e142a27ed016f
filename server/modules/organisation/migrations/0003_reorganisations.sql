-- Reorganisations: prepared by one person, decided by another, applied whole.

CREATE TABLE organisation_reorganisations (
    id {int64} PRIMARY KEY,
    root_unit_id {int64} NOT NULL REFERENCES organisation_units (id),
    title {text} NOT NULL,
    decision_number {text} NOT NULL,
    issuer {text} NOT NULL,
    effective_on {date} NOT NULL,
    status {text} NOT NULL,
    -- What is to be done, in order: read and written whole, never searched.
    steps {text} NOT NULL,
    -- Set when it was applied.
    decision_id {int64} REFERENCES organisation_decisions (id),
    version {int64} NOT NULL,
    recorded_at {instant} NOT NULL,
    CONSTRAINT organisation_reorganisations_status
        CHECK (status IN ('draft', 'submitted', 'applied', 'withdrawn'))
);
CREATE INDEX organisation_reorganisations_root ON organisation_reorganisations (root_unit_id);

-- Who did what to it. Only added.
CREATE TABLE organisation_reorganisation_acts (
    id {int64} PRIMARY KEY,
    reorganisation_id {int64} NOT NULL REFERENCES organisation_reorganisations (id),
    act {text} NOT NULL,
    account_id {int64} NOT NULL,
    reason {text} NOT NULL,
    acted_at {instant} NOT NULL,
    CONSTRAINT organisation_reorganisation_acts_act
        CHECK (act IN ('drafted', 'edited', 'placed', 'submitted', 'returned', 'applied',
                       'withdrawn'))
);
CREATE INDEX organisation_reorganisation_acts_of
    ON organisation_reorganisation_acts (reorganisation_id);

-- Identities promised to units that a draft establishes; a unit itself exists once it was applied.
CREATE TABLE organisation_reorganisation_units (
    unit_id {int64} PRIMARY KEY,
    reorganisation_id {int64} NOT NULL REFERENCES organisation_reorganisations (id)
);
CREATE INDEX organisation_reorganisation_units_of
    ON organisation_reorganisation_units (reorganisation_id);

-- The new unit of each person whom no default may move, as somebody answered. Only added: the last
-- answer counts.
CREATE TABLE organisation_reorganisation_placements (
    id {int64} PRIMARY KEY,
    reorganisation_id {int64} NOT NULL REFERENCES organisation_reorganisations (id),
    person_id {int64} NOT NULL REFERENCES organisation_people (id),
    -- Perhaps one that is still to be established.
    unit_id {int64} NOT NULL,
    account_id {int64} NOT NULL,
    recorded_at {instant} NOT NULL
);
CREATE INDEX organisation_reorganisation_placements_of
    ON organisation_reorganisation_placements (reorganisation_id, person_id);
