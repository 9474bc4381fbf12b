-- Whose a handled update was is of no use: only its number is kept, to know a repeat.
UPDATE inbox SET chat_id = NULL WHERE handled_at IS NOT NULL;

-- Which installation the database belongs to, and when it was last alive: docs/decisions/015-restored-backups.md.
CREATE TABLE installation (
  id       INTEGER PRIMARY KEY,
  identity VARCHAR, -- null before the first start
  alive_at TIMESTAMP WITH TIME ZONE
);

INSERT INTO installation (id) VALUES (1);

-- One job forgets everything, every hour, where there were four.
DELETE FROM scheduled_tasks WHERE task_name IN
  ('forgetting', 'forgetting-told', 'forgetting-codes', 'forgetting-tallies');
