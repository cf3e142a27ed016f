-- News that every server follows for what it keeps in memory, numbered in the order of the commits.
CREATE TABLE platform_journal (
    number {int64}   NOT NULL,
    event  {text}    NOT NULL,
    body   {text}    NOT NULL,
    at     {instant} NOT NULL,
    CONSTRAINT platform_journal_pk PRIMARY KEY (number)
);

-- One row: the last number, locked by the transaction that gives the next.
CREATE TABLE platform_journal_head (
    id     {int64} NOT NULL,
    number {int64} NOT NULL,
    CONSTRAINT platform_journal_head_pk PRIMARY KEY (id),
    CONSTRAINT platform_journal_head_single CHECK (id = 1)
);
