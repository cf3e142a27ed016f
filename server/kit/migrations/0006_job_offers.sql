-- What a job has to show before it has ended, as JSON, and whether somebody said that it is enough.
ALTER TABLE platform_jobs ADD COLUMN offer {text} NOT NULL DEFAULT '';
ALTER TABLE platform_jobs ADD COLUMN accept_asked {bool} NOT NULL DEFAULT 0;
