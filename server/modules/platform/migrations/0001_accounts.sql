-- An account belongs to the unit that answers for it. unit_path is a projection of where that unit
-- stands (today, or when it last stood), so that a sub-tree of accounts is a range.
CREATE TABLE platform_accounts (
    id           {int64} NOT NULL,
    login        {text}  NOT NULL,
    login_folded {text}  NOT NULL,
    person_id    {int64},
    unit_id      {int64} NOT NULL,
    unit_path    {text}  NOT NULL,
    name         {text}  NOT NULL,
    name_folded  {text}  NOT NULL,
    sort_key     {text}  NOT NULL,
    language     {text}  NOT NULL,
    status       {text}  NOT NULL,
    version      {int64} NOT NULL,
    CONSTRAINT platform_accounts_pk PRIMARY KEY (id),
    CONSTRAINT platform_accounts_login UNIQUE (login_folded),
    CONSTRAINT platform_accounts_person UNIQUE (person_id),
    CONSTRAINT platform_accounts_status CHECK (status IN ('active', 'closed'))
);
CREATE INDEX platform_accounts_by_place ON platform_accounts (unit_path, sort_key, id);
CREATE INDEX platform_accounts_by_unit ON platform_accounts (unit_id);
CREATE INDEX platform_accounts_by_name ON platform_accounts (sort_key, id);

-- Who opened or closed an account, and why. Only added.
CREATE TABLE platform_account_acts (
    id         {int64}   NOT NULL,
    account_id {int64}   NOT NULL,
    became     {text}    NOT NULL,
    done_by    {int64},
    done_at    {instant} NOT NULL,
    reason     {text}    NOT NULL,
    CONSTRAINT platform_account_acts_pk PRIMARY KEY (id),
    CONSTRAINT platform_account_acts_of
        FOREIGN KEY (account_id) REFERENCES platform_accounts (id)
);
CREATE INDEX platform_account_acts_by_account ON platform_account_acts (account_id, id);

-- An account without a row here cannot sign in yet.
CREATE TABLE platform_passwords (
    account_id  {int64}   NOT NULL,
    hash        {text}    NOT NULL,
    must_change {bool}    NOT NULL CHECK (must_change IN (0, 1)),
    changed_at  {instant} NOT NULL,
    CONSTRAINT platform_passwords_pk PRIMARY KEY (account_id),
    CONSTRAINT platform_passwords_of FOREIGN KEY (account_id) REFERENCES platform_accounts (id)
);

-- The token itself is known to the browser only.
CREATE TABLE platform_sessions (
    id         {int64}   NOT NULL,
    account_id {int64}   NOT NULL,
    token_hash {bytes}   NOT NULL,
    agent      {text}    NOT NULL,
    peer       {text}    NOT NULL,
    began_at   {instant} NOT NULL,
    seen_at    {instant} NOT NULL,
    ended_at   {instant},
    CONSTRAINT platform_sessions_pk PRIMARY KEY (id),
    CONSTRAINT platform_sessions_token UNIQUE (token_hash),
    CONSTRAINT platform_sessions_of FOREIGN KEY (account_id) REFERENCES platform_accounts (id)
);
CREATE INDEX platform_sessions_by_account ON platform_sessions (account_id, id);

-- Passwords that did not fit, counted by login and by address. `key_hash` is of the folded login or
-- the address: what people type by mistake into a login field is not kept.
CREATE TABLE platform_sign_in_failures (
    kind         {text}    NOT NULL,
    key_hash     {bytes}   NOT NULL,
    failures     {int64}   NOT NULL,
    last_at      {instant} NOT NULL,
    closed_until {instant} NOT NULL,
    CONSTRAINT platform_sign_in_failures_pk PRIMARY KEY (kind, key_hash),
    CONSTRAINT platform_sign_in_failures_kind CHECK (kind IN ('login', 'peer'))
);
CREATE INDEX platform_sign_in_failures_by_age ON platform_sign_in_failures (last_at);
