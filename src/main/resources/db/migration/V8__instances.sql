-- Which of several instances is on duty: it alone fetches updates (or keeps the webhook) and handles them. An instance takes the row
-- with a conditional UPDATE and renews it while it lives; the times are the database's own, as the machines' clocks may differ.
CREATE TABLE duty (
  name       VARCHAR PRIMARY KEY,
  holder     VARCHAR, -- made up at each start of an instance; null where nobody is on duty
  held_until TIMESTAMP WITH TIME ZONE NOT NULL
);

INSERT INTO duty (name, holder, held_until) VALUES ('telegram', NULL, CURRENT_TIMESTAMP);
