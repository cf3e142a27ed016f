-- The heads of all audit chains at a moment, signed with a key that is not in the database.
-- `heads` is JSON; `previous` is the signature of the seal before, so that a missing one shows.
CREATE TABLE platform_audit_seals (
    number     {int64}   NOT NULL,
    at         {instant} NOT NULL,
    heads      {text}    NOT NULL,
    previous   {bytes}   NOT NULL,
    public_key {bytes}   NOT NULL,
    signature  {bytes}   NOT NULL,
    CONSTRAINT platform_audit_seals_pk PRIMARY KEY (number)
);
