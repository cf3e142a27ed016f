-- A roster that somebody sent as a workbook. Nothing of it touches posts and people until it is
-- applied: the checks work on the rows below, which only this import reads.

CREATE TABLE organisation_roster_imports (
    id {int64} PRIMARY KEY,
    unit_id {int64} NOT NULL REFERENCES organisation_units (id),
    file_name {text} NOT NULL,
    file_hash {text} NOT NULL,
    format {text} NOT NULL,
    sheet {int64} NOT NULL,
    title_row {int64} NOT NULL,
    status {text} NOT NULL,
    -- JSON: titles of the file, and which of them is which column.
    titles {text} NOT NULL,
    mapping {text} NOT NULL,
    -- The job at work on it or the last one. What another job leaves behind is not taken.
    job_id {int64},
    -- The job whose findings are kept below.
    run_id {int64},
    rows_read {int64} NOT NULL,
    rows_new {int64} NOT NULL,
    rows_changed {int64} NOT NULL,
    rows_same {int64} NOT NULL,
    rows_rejected {int64} NOT NULL,
    rows_question {int64} NOT NULL,
    errors {int64} NOT NULL,
    questions {int64} NOT NULL,
    notices {int64} NOT NULL,
    -- all, good: which rows were applied; empty until then.
    applied_rows {text} NOT NULL,
    created_by {int64},
    created_at {instant} NOT NULL,
    checked_at {instant},
    applied_by {int64},
    applied_at {instant},
    undone_by {int64},
    undone_at {instant},
    CONSTRAINT organisation_roster_imports_format CHECK (format IN ('xlsx', 'csv')),
    CONSTRAINT organisation_roster_imports_status CHECK (
        status IN ('uploaded', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone')
    ),
    CONSTRAINT organisation_roster_imports_applied_rows CHECK (applied_rows IN ('', 'all', 'good'))
);
CREATE INDEX organisation_roster_imports_unit ON organisation_roster_imports (unit_id, id);

-- How a unit names its columns, from the last file of it that was checked.
CREATE TABLE organisation_roster_import_mappings (
    unit_id {int64} PRIMARY KEY REFERENCES organisation_units (id),
    mapping {text} NOT NULL,
    recorded_at {instant} NOT NULL
);

-- What somebody answered or wrote in place of a cell; it outlives every new check.
CREATE TABLE organisation_roster_import_answers (
    import_id {int64} NOT NULL REFERENCES organisation_roster_imports (id),
    row_number {int64} NOT NULL,
    column_name {text} NOT NULL,
    kind {text} NOT NULL,
    value {text} NOT NULL,
    answered_by {int64},
    answered_at {instant} NOT NULL,
    CONSTRAINT organisation_roster_import_answers_pk
        PRIMARY KEY (import_id, row_number, column_name),
    CONSTRAINT organisation_roster_import_answers_kind CHECK (kind IN ('choice', 'text'))
);

CREATE TABLE organisation_roster_import_faults (
    import_id {int64} NOT NULL REFERENCES organisation_roster_imports (id),
    run_id {int64} NOT NULL,
    seq {int64} NOT NULL,
    row_number {int64} NOT NULL,
    -- Of the sheet, A is 1; 0 for the whole row.
    column_number {int64} NOT NULL,
    column_name {text} NOT NULL,
    code {text} NOT NULL,
    severity {text} NOT NULL,
    value {text} NOT NULL,
    -- JSON: what a question may be answered with.
    options {text} NOT NULL,
    CONSTRAINT organisation_roster_import_faults_pk PRIMARY KEY (import_id, run_id, seq),
    CONSTRAINT organisation_roster_import_faults_severity
        CHECK (severity IN ('error', 'question', 'notice'))
);

-- What the rows of the file are about, for one join with the people and posts that are known.
CREATE TABLE organisation_roster_import_keys (
    import_id {int64} NOT NULL,
    run_id {int64} NOT NULL,
    row_number {int64} NOT NULL,
    staff_number {text} NOT NULL,
    birth_date {date} NOT NULL,
    folded {text} NOT NULL,
    post_id {int64},
    CONSTRAINT organisation_roster_import_keys_pk PRIMARY KEY (import_id, run_id, row_number)
);

-- Each row with what applying it would do: person, holding and facts. After it was applied the same
-- rows say what to take back.
CREATE TABLE organisation_roster_import_rows (
    import_id {int64} NOT NULL REFERENCES organisation_roster_imports (id),
    run_id {int64} NOT NULL,
    row_number {int64} NOT NULL,
    verdict {text} NOT NULL,
    staff_number {text} NOT NULL,
    name {text} NOT NULL,
    -- What would change, as words: person, holding, rank …
    changes {text} NOT NULL,
    person_id {int64},
    person_act {text} NOT NULL,
    birth_date {date},
    family {text} NOT NULL,
    middle {text} NOT NULL,
    given {text} NOT NULL,
    folded {text} NOT NULL,
    sort_key {text} NOT NULL,
    post_id {int64},
    unit_id {int64},
    kind {text} NOT NULL,
    share_percent {int64} NOT NULL,
    from_date {date},
    until_date {date},
    note {text} NOT NULL,
    -- Set where a holding is added; the one it replaces, and that one's closed form.
    holding_id {int64},
    replaces_id {int64},
    closed_id {int64},
    CONSTRAINT organisation_roster_import_rows_pk PRIMARY KEY (import_id, run_id, row_number),
    CONSTRAINT organisation_roster_import_rows_verdict
        CHECK (verdict IN ('added', 'changed', 'same', 'rejected', 'question')),
    CONSTRAINT organisation_roster_import_rows_person_act
        CHECK (person_act IN ('none', 'add', 'correct'))
);

CREATE TABLE organisation_roster_import_facts (
    import_id {int64} NOT NULL REFERENCES organisation_roster_imports (id),
    run_id {int64} NOT NULL,
    fact_id {int64} NOT NULL,
    row_number {int64} NOT NULL,
    person_id {int64} NOT NULL,
    kind {text} NOT NULL,
    value {text} NOT NULL,
    from_date {date} NOT NULL,
    replaces_id {int64},
    closed_id {int64},
    CONSTRAINT organisation_roster_import_facts_pk PRIMARY KEY (import_id, run_id, fact_id)
);

-- People as they were before an import corrected them.
CREATE TABLE organisation_roster_import_people (
    import_id {int64} NOT NULL REFERENCES organisation_roster_imports (id),
    person_id {int64} NOT NULL,
    staff_number {text} NOT NULL,
    name {text} NOT NULL,
    family {text} NOT NULL,
    middle {text} NOT NULL,
    given {text} NOT NULL,
    folded {text} NOT NULL,
    sort_key {text} NOT NULL,
    version {int64} NOT NULL,
    CONSTRAINT organisation_roster_import_people_pk PRIMARY KEY (import_id, person_id)
);

-- Namesakes of one birth date are looked for, row by row.
CREATE INDEX organisation_people_namesakes ON organisation_people (folded, birth_date);
