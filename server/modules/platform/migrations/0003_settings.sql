-- A setting as it holds from a date, with the decision behind it. A later one closes the period of
-- the one before.
CREATE TABLE platform_settings (
    id            {int64}   NOT NULL,
    name          {text}    NOT NULL,
    value         {int64}   NOT NULL,
    legal_basis   {text}    NOT NULL,
    from_date     {date}    NOT NULL,
    until_date    {date}    NOT NULL,
    recorded_at   {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    set_by        {int64},
    CONSTRAINT platform_settings_pk PRIMARY KEY (id),
    CONSTRAINT platform_settings_period CHECK (from_date < until_date)
);
CREATE INDEX platform_settings_by_name ON platform_settings (name, superseded_at);

-- News for one account: a code and the facts it needs, the web has the words.
CREATE TABLE platform_notices (
    id         {int64}   NOT NULL,
    account_id {int64}   NOT NULL,
    kind       {text}    NOT NULL,
    object_id  {int64},
    facts      {text}    NOT NULL,
    at         {instant} NOT NULL,
    read_at    {instant},
    CONSTRAINT platform_notices_pk PRIMARY KEY (id),
    CONSTRAINT platform_notices_of FOREIGN KEY (account_id) REFERENCES platform_accounts (id)
);
CREATE INDEX platform_notices_by_account ON platform_notices (account_id, id);
