-- Taking an import back records anew what it replaced: under these ids, made at the undo. Imports
-- undone before had their rows deleted and need none.
ALTER TABLE organisation_roster_import_rows ADD COLUMN restored_id {int64};
ALTER TABLE organisation_roster_import_facts ADD COLUMN restored_id {int64};

-- Whether a file is still an import's is asked when files are swept.
CREATE INDEX organisation_roster_imports_file ON organisation_roster_imports (file_hash);
