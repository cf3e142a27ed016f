-- So many answers of a sitting were given under another version of the engine: they are taken as they
-- are when the sitting is given again, and it goes on from there under the version it names.
ALTER TABLE assessment_sittings ADD COLUMN carried {int64} NOT NULL DEFAULT 0;
