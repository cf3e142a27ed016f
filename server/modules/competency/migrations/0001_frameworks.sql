-- A competency has one identity in all institutions and versions; a framework version says which it
-- holds, in which areas, in which words, and from when.

CREATE TABLE competency_scales (
    id {int64} PRIMARY KEY,
    code {text} NOT NULL,
    CONSTRAINT competency_scales_code UNIQUE (code)
);

-- Levels are ordered by seq from 1; 0, "none yet", is not a row.
CREATE TABLE competency_levels (
    id {int64} PRIMARY KEY,
    scale_id {int64} NOT NULL REFERENCES competency_scales (id),
    seq {int64} NOT NULL,
    code {text} NOT NULL,
    CONSTRAINT competency_levels_seq UNIQUE (scale_id, seq),
    CONSTRAINT competency_levels_range CHECK (seq BETWEEN 1 AND 100)
);

CREATE TABLE competency_frameworks (
    id {int64} PRIMARY KEY,
    code {text} NOT NULL,
    -- The unit that owns it; null where it is published for all.
    owner_unit_id {int64},
    source {text} NOT NULL,
    licence {text} NOT NULL,
    -- A code of what readers must know: "partial", "for_learners", "demo_wording".
    remarks {text} NOT NULL,
    recorded_at {instant} NOT NULL,
    CONSTRAINT competency_frameworks_code UNIQUE (code)
);

CREATE TABLE competency_framework_versions (
    id {int64} PRIMARY KEY,
    framework_id {int64} NOT NULL REFERENCES competency_frameworks (id),
    label {text} NOT NULL,
    scale_id {int64} NOT NULL REFERENCES competency_scales (id),
    status {text} NOT NULL,
    decision_number {text} NOT NULL,
    decided_on {date},
    -- In force; a draft has no period yet and carries from = until = never.
    from_date {date} NOT NULL,
    until_date {date} NOT NULL,
    version {int64} NOT NULL,
    recorded_at {instant} NOT NULL,
    CONSTRAINT competency_framework_versions_label UNIQUE (framework_id, label),
    CONSTRAINT competency_framework_versions_status
        CHECK (status IN ('draft', 'approved', 'withdrawn'))
);

-- Only added: who drafted, approved, withdrew which version, when and why.
CREATE TABLE competency_framework_acts (
    id {int64} PRIMARY KEY,
    version_id {int64} NOT NULL REFERENCES competency_framework_versions (id),
    became {text} NOT NULL,
    account_id {int64} NOT NULL,
    reason {text} NOT NULL,
    at {instant} NOT NULL
);

CREATE TABLE competency_areas (
    id {int64} PRIMARY KEY,
    version_id {int64} NOT NULL REFERENCES competency_framework_versions (id),
    code {text} NOT NULL,
    seq {int64} NOT NULL,
    CONSTRAINT competency_areas_code UNIQUE (version_id, code)
);

CREATE TABLE competency_competencies (
    id {int64} PRIMARY KEY,
    -- "dc3.1.3", "gdd.agile-and-lean-practices": the same word in every institution.
    code {text} NOT NULL,
    scale_id {int64} NOT NULL REFERENCES competency_scales (id),
    -- Where the engines keep it: block of 32 and place within it. Given once, never changed.
    block {int64} NOT NULL,
    slot {int64} NOT NULL,
    CONSTRAINT competency_competencies_code UNIQUE (code),
    CONSTRAINT competency_competencies_place UNIQUE (block, slot),
    CONSTRAINT competency_competencies_slot CHECK (slot BETWEEN 0 AND 31)
);

CREATE TABLE competency_version_items (
    version_id {int64} NOT NULL REFERENCES competency_framework_versions (id),
    competency_id {int64} NOT NULL REFERENCES competency_competencies (id),
    area_id {int64} REFERENCES competency_areas (id),
    seq {int64} NOT NULL,
    PRIMARY KEY (version_id, competency_id)
);
CREATE INDEX competency_version_items_competency ON competency_version_items (competency_id);

-- Words of a version, by language: of the framework, an area, a competency, a level of the scale,
-- or a level of one competency (level > 0). Kinds: name, description, knowledge, skill, attitude,
-- behaviour.
CREATE TABLE competency_texts (
    id {int64} PRIMARY KEY,
    version_id {int64} NOT NULL REFERENCES competency_framework_versions (id),
    object_kind {text} NOT NULL,
    object_id {int64} NOT NULL,
    level {int64} NOT NULL,
    kind {text} NOT NULL,
    language {text} NOT NULL,
    seq {int64} NOT NULL,
    text {text} NOT NULL,
    CONSTRAINT competency_texts_object_kind
        CHECK (object_kind IN ('framework', 'area', 'competency', 'level')),
    CONSTRAINT competency_texts_one
        UNIQUE (version_id, object_kind, object_id, level, kind, language, seq)
);
CREATE INDEX competency_texts_object ON competency_texts (object_id);

-- Roles of a published framework with the level each asks for: templates from which a unit makes
-- requirements. Not yet anybody's requirement.
CREATE TABLE competency_roles (
    id {int64} PRIMARY KEY,
    version_id {int64} NOT NULL REFERENCES competency_framework_versions (id),
    code {text} NOT NULL,
    role_code {text} NOT NULL,
    family {text} NOT NULL,
    name {text} NOT NULL,
    seq {int64} NOT NULL,
    CONSTRAINT competency_roles_code UNIQUE (version_id, code)
);

CREATE TABLE competency_role_levels (
    role_id {int64} NOT NULL REFERENCES competency_roles (id),
    competency_id {int64} NOT NULL REFERENCES competency_competencies (id),
    level {int64} NOT NULL,
    PRIMARY KEY (role_id, competency_id)
);

-- Published: the words by which other modules show a competency (the newest approved version's).
CREATE VIEW competency_v_competencies AS
SELECT c.id AS competency_id, c.code, c.scale_id, c.block, c.slot,
       (SELECT MAX(l.seq) FROM competency_levels l WHERE l.scale_id = c.scale_id) AS levels
  FROM competency_competencies c;

CREATE VIEW competency_v_names AS
SELECT t.object_id AS competency_id, t.language, t.text AS name, v.from_date, v.until_date, v.status
  FROM competency_texts t
  JOIN competency_framework_versions v ON v.id = t.version_id
 WHERE t.object_kind = 'competency' AND t.kind = 'name' AND t.level = 0;
