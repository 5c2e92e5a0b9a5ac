-- Entities of an imported journal whose work must go on without a call: Cluster Sharding remembers
-- those that it has started itself, and these it has not. A row goes when its entity has answered.

CREATE TABLE to_wake (
  persistence_id text PRIMARY KEY
);
