-- The audit: each row holds the hash of the one before it in its chain, so that an altered, missing
-- or reordered row shows. `change` is JSON, or a sealed box of it where person_id is given.
CREATE TABLE platform_audit (
    chain           {int64}   NOT NULL,
    sequence        {int64}   NOT NULL,
    id              {int64}   NOT NULL,
    at              {instant} NOT NULL,
    account_id      {int64},
    act             {text}    NOT NULL,
    object_id       {int64},
    unit_id         {int64},
    person_id       {int64},
    change          {bytes}   NOT NULL,
    request_id      {text}    NOT NULL,
    idempotency_key {text},
    previous_hash   {bytes}   NOT NULL,
    hash            {bytes}   NOT NULL,
    CONSTRAINT platform_audit_pk PRIMARY KEY (chain, sequence)
);
CREATE UNIQUE INDEX platform_audit_by_id ON platform_audit (id);
CREATE INDEX platform_audit_by_object ON platform_audit (object_id, id);
CREATE INDEX platform_audit_by_account ON platform_audit (account_id, id);
CREATE INDEX platform_audit_by_person ON platform_audit (person_id, id);
CREATE INDEX platform_audit_by_unit ON platform_audit (unit_id, id);
CREATE INDEX platform_audit_by_act ON platform_audit (act, id);
CREATE INDEX platform_audit_by_key ON platform_audit (account_id, idempotency_key);

-- The last row of each chain, locked by the transaction that adds the next.
CREATE TABLE platform_audit_heads (
    chain    {int64}   NOT NULL,
    sequence {int64}   NOT NULL,
    at       {instant} NOT NULL,
    hash     {bytes}   NOT NULL,
    CONSTRAINT platform_audit_heads_pk PRIMARY KEY (chain)
);

-- The key of a person, sealed under the master key of the data folder. Without it every personal
-- change in the audit is noise, in backups too.
CREATE TABLE platform_person_keys (
    person_id  {int64}   NOT NULL,
    sealed_key {bytes},
    created_at {instant} NOT NULL,
    erased_at  {instant},
    CONSTRAINT platform_person_keys_pk PRIMARY KEY (person_id),
    CONSTRAINT platform_person_keys_erased CHECK ((sealed_key IS NULL) = (erased_at IS NOT NULL))
);

CREATE TABLE platform_jobs (
    id           {int64}   NOT NULL,
    kind         {text}    NOT NULL,
    input        {text}    NOT NULL,
    unit_id      {int64},
    asked_by     {int64},
    status       {text}    NOT NULL,
    stage        {text}    NOT NULL,
    done         {int64}   NOT NULL,
    total        {int64}   NOT NULL,
    checkpoint   {text}    NOT NULL,
    result       {text},
    refusal_code {text},
    faults       {text},
    attempts     {int64}   NOT NULL,
    runner       {text},
    lease_until  {instant},
    next_at      {instant} NOT NULL,
    cancel_asked {bool}    NOT NULL CHECK (cancel_asked IN (0, 1)),
    created_at   {instant} NOT NULL,
    started_at   {instant},
    ended_at     {instant},
    CONSTRAINT platform_jobs_pk PRIMARY KEY (id),
    CONSTRAINT platform_jobs_status
        CHECK (status IN ('waiting', 'running', 'done', 'refused', 'failed', 'cancelled'))
);
CREATE INDEX platform_jobs_by_status ON platform_jobs (status, next_at, id);
CREATE INDEX platform_jobs_by_unit ON platform_jobs (unit_id, id);
CREATE INDEX platform_jobs_by_account ON platform_jobs (asked_by, id);

CREATE TABLE platform_outbox (
    id    {int64}   NOT NULL,
    event {text}    NOT NULL,
    body  {text}    NOT NULL,
    at    {instant} NOT NULL,
    CONSTRAINT platform_outbox_pk PRIMARY KEY (id)
);

-- What a hearer has still to hear. The row goes in the transaction in which it was heard.
CREATE TABLE platform_outbox_deliveries (
    hearer    {text}    NOT NULL,
    outbox_id {int64}   NOT NULL,
    attempts  {int64}   NOT NULL,
    next_at   {instant} NOT NULL,
    error     {text},
    CONSTRAINT platform_outbox_deliveries_pk PRIMARY KEY (hearer, outbox_id),
    CONSTRAINT platform_outbox_deliveries_of
        FOREIGN KEY (outbox_id) REFERENCES platform_outbox (id)
);
CREATE INDEX platform_outbox_deliveries_by_event ON platform_outbox_deliveries (outbox_id);

-- First answers to requests that carried an Idempotency-Key. No status: still running, or the
-- server went down before it could keep the reply.
CREATE TABLE platform_idempotency (
    account_id   {int64}   NOT NULL,
    key          {text}    NOT NULL,
    request_hash {bytes}   NOT NULL,
    at           {instant} NOT NULL,
    lease_until  {instant} NOT NULL,
    status       {int64},
    content_type {text},
    headers      {text},
    reply        {bytes},
    CONSTRAINT platform_idempotency_pk PRIMARY KEY (account_id, key)
);
CREATE INDEX platform_idempotency_by_age ON platform_idempotency (at);
