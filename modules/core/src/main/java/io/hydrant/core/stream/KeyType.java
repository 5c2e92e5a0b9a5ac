package io.hydrant.core.stream;

/** The two types of key a stream can be encrypted with, spelled as the API spells them. */
public enum KeyType {
  AWS_OWNED_CMK,
  CUSTOMER_MANAGED_CMK
}
