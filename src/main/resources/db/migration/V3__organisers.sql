-- What an organiser was asked to write: the next message of that chat is it. One thing a chat.
CREATE TABLE awaited (
  chat_id BIGINT PRIMARY KEY,
  kind    VARCHAR NOT NULL, -- ANSWER, REASON_TO_SWITCH_OFF, TRIAL_QUESTION
  subject VARCHAR NOT NULL, -- what it is about, in the words of whoever asked
  since   TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Organisers who paired; those of the setting ORGANISERS stand nowhere but there.
CREATE TABLE organiser (
  chat_id    BIGINT PRIMARY KEY,
  since      TIMESTAMP WITH TIME ZONE NOT NULL,
  invited_by BIGINT -- null: by the code that the program printed at its start
);

-- Codes that make an organiser of whoever writes them first. The code itself is stored nowhere.
CREATE TABLE pairing_code (
  code_hash VARCHAR PRIMARY KEY, -- SHA-256, hexadecimal
  issued_at TIMESTAMP WITH TIME ZONE NOT NULL,
  ends_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  issued_by BIGINT, -- null: the program, at its start
  used_by   BIGINT -- kept so that a turn that comes again is answered alike
);

-- Wrong codes of the last hour, for the pause after a few of them.
CREATE TABLE pairing_try (
  chat_id  BIGINT NOT NULL,
  tried_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX pairing_try_at ON pairing_try (tried_at);

-- Whoever tries a code takes this row first, in whatever instance, so that tries are counted one by one.
CREATE TABLE pairing_gate (
  id INTEGER PRIMARY KEY
);

INSERT INTO pairing_gate (id) VALUES (1);

-- Who switched the bot off or on, when and why.
CREATE TABLE switch_log (
  revision    BIGINT PRIMARY KEY,
  is_off      BOOLEAN NOT NULL,
  reason      VARCHAR NOT NULL, -- as residents read it; empty for on
  switched_at TIMESTAMP WITH TIME ZONE NOT NULL,
  switched_by BIGINT NOT NULL
);

-- Which of them holds: 0 where the bot was never switched.
CREATE TABLE bot_switch (
  id       INTEGER PRIMARY KEY,
  revision BIGINT NOT NULL
);

INSERT INTO bot_switch (id, revision) VALUES (1, 0);
