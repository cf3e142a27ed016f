-- What an official wants to learn, for the supervisor to agree or to return. An agreement makes a
-- requirement of this person; the proposal keeps the way back to it.

CREATE TABLE needs_proposals (
    id {int64} PRIMARY KEY,
    person_id {int64} NOT NULL,
    competency_id {int64} NOT NULL,
    level {int64} NOT NULL,
    -- Null: any programme.
    programme_version_id {int64},
    text {text} NOT NULL,
    -- Until when the level shall be reached; open where no day was given.
    until_date {date} NOT NULL,
    status {text} NOT NULL,
    proposed_at {instant} NOT NULL,
    decided_by {int64},
    decided_at {instant},
    answer {text} NOT NULL,
    requirement_id {int64},
    CONSTRAINT needs_proposals_status CHECK (status IN ('open', 'agreed', 'returned')),
    CONSTRAINT needs_proposals_level CHECK (level >= 1)
);
CREATE INDEX needs_proposals_person ON needs_proposals (person_id);
