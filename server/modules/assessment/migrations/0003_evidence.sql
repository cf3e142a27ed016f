-- Whose a file of evidence is. Before it belongs to a rating, its owner may remove it; what belongs
-- to none for a week is removed. Files that ratings name already belong to whoever rated.
CREATE TABLE assessment_evidence (
    hash {text} NOT NULL,
    account_id {int64} NOT NULL,
    bytes {int64} NOT NULL,
    uploaded_at {instant} NOT NULL,
    CONSTRAINT assessment_evidence_pk PRIMARY KEY (hash, account_id)
);
CREATE INDEX assessment_evidence_account ON assessment_evidence (account_id);

INSERT INTO assessment_evidence (hash, account_id, bytes, uploaded_at)
SELECT evidence_hash, rater_account_id, 0, MIN(recorded_at)
  FROM assessment_ratings
 WHERE evidence_hash IS NOT NULL AND rater_account_id IS NOT NULL
 GROUP BY evidence_hash, rater_account_id;

CREATE INDEX assessment_ratings_evidence ON assessment_ratings (evidence_hash)
 WHERE evidence_hash IS NOT NULL;
