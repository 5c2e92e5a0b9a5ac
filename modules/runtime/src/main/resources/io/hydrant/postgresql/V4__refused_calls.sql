-- Calls that were refused, by whichever node: they left no event. The oldest make room for the newest.

CREATE TABLE refused_call (
  number bigserial PRIMARY KEY,
  entry text NOT NULL
);
