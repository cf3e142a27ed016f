-- Published: which unit took over what belonged to another, so that lists of plans, groups and
-- campaigns find them by the structure of now. Only the default target: each unit has one heir.
CREATE VIEW organisation_v_successions AS
SELECT old_unit_id, new_unit_id, effective_on, recorded_at
  FROM organisation_successions
 WHERE is_default = 1;
