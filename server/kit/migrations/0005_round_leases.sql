-- A turn that was taken and not done, because its server went down, is taken again after its lease.
-- What was taken before this is done: nobody can tell any more.
ALTER TABLE platform_rounds ADD COLUMN done {int64};
UPDATE platform_rounds SET done = turn;
