-- Work that comes round: the last turn (a minute, a day) that one of the servers took.
CREATE TABLE platform_rounds (
    name {text}    NOT NULL,
    turn {int64}   NOT NULL,
    at   {instant} NOT NULL,
    CONSTRAINT platform_rounds_pk PRIMARY KEY (name)
);
