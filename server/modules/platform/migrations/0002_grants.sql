-- A role over a unit and all below it. The path is resolved on the day of the read, so a grant
-- moves with its unit.
CREATE TABLE platform_grants (
    id            {int64}   NOT NULL,
    account_id    {int64}   NOT NULL,
    role          {text}    NOT NULL,
    unit_id       {int64}   NOT NULL,
    from_date     {date}    NOT NULL,
    until_date    {date}    NOT NULL,
    granted_by    {int64},
    reason        {text}    NOT NULL,
    recorded_at   {instant} NOT NULL,
    superseded_at {instant} NOT NULL,
    replaces      {int64},
    CONSTRAINT platform_grants_pk PRIMARY KEY (id),
    CONSTRAINT platform_grants_of FOREIGN KEY (account_id) REFERENCES platform_accounts (id),
    CONSTRAINT platform_grants_period CHECK (from_date <= until_date)
);
CREATE INDEX platform_grants_by_account ON platform_grants (account_id, superseded_at);
CREATE INDEX platform_grants_by_unit ON platform_grants (unit_id, superseded_at);

-- A way back for who cannot sign in: one asks, another confirms and is shown a code once.
CREATE TABLE platform_recoveries (
    id         {int64}   NOT NULL,
    account_id {int64}   NOT NULL,
    status     {text}    NOT NULL,
    code_hash  {bytes},
    code_until {instant},
    CONSTRAINT platform_recoveries_pk PRIMARY KEY (id),
    CONSTRAINT platform_recoveries_of FOREIGN KEY (account_id) REFERENCES platform_accounts (id),
    CONSTRAINT platform_recoveries_status
        CHECK (status IN ('asked', 'confirmed', 'used', 'withdrawn'))
);
CREATE INDEX platform_recoveries_by_account ON platform_recoveries (account_id, id);
CREATE UNIQUE INDEX platform_recoveries_by_code ON platform_recoveries (code_hash);

CREATE TABLE platform_recovery_acts (
    id          {int64}   NOT NULL,
    recovery_id {int64}   NOT NULL,
    became      {text}    NOT NULL,
    done_by     {int64},
    done_at     {instant} NOT NULL,
    reason      {text}    NOT NULL,
    CONSTRAINT platform_recovery_acts_pk PRIMARY KEY (id),
    CONSTRAINT platform_recovery_acts_of
        FOREIGN KEY (recovery_id) REFERENCES platform_recoveries (id)
);
CREATE INDEX platform_recovery_acts_by_recovery ON platform_recovery_acts (recovery_id, id);
