-- Which KMS root key wraps the key material in this database: a node with another one could open
-- nothing and would write what no other node can open.

CREATE TABLE root_key (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  fingerprint text NOT NULL
);
