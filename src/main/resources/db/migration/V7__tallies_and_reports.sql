-- How many answers a day brought, for the organisers' panel. No chat and no text, so nobody can be found in it. Kept 400 days.
CREATE TABLE tally (
  tally_day DATE NOT NULL, -- in the zone of the event that was asked about
  kind      VARCHAR NOT NULL, -- fact, passage, small_talk, clarification, not_known, out_of_scope
  topic     VARCHAR NOT NULL, -- the one asked for first; empty where none was recognised
  answers   BIGINT NOT NULL,
  PRIMARY KEY (tally_day, kind, topic)
);

-- What is wrong with the organisers' files, and whether they were told. A row goes when its end was told, too.
CREATE TABLE trouble (
  kind        VARCHAR NOT NULL, -- FILE, QUESTION
  trouble_key VARCHAR NOT NULL, -- a digest of what is wrong
  subject     VARCHAR NOT NULL, -- the file; for a question the files that had changed before
  state       VARCHAR NOT NULL, -- SEEN, TOLD, MENDED
  since       TIMESTAMP WITH TIME ZONE NOT NULL, -- of the state; those of one report share it
  PRIMARY KEY (kind, trouble_key)
);

-- Whether the questions under pytania/ had a good answer when they were last asked.
CREATE TABLE question_memory (
  question_key VARCHAR PRIMARY KEY, -- a digest of the question and of what its answer must hold
  passed       BOOLEAN NOT NULL
);
