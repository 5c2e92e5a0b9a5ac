package io.hydrant.runtime.wire;

/** What follows in the bytes of a message. */
enum Tag {
  RECORD('R'),
  ENUM('E'),
  TEXT('"'),
  TRUE('t'),
  FALSE('f'),
  INT('i'),
  LONG('l'),
  DOUBLE('D'),
  DECIMAL('d'),
  INTEGER('n'),
  BYTES('b'),
  LIST('['),
  SET('<'),
  MAP('{'),
  SORTED_MAP('s'),
  EMPTY('-'),
  PRESENT('+'),
  INSTANT('@'),
  DURATION('~'),
  REF('>');

  private final char code;

  Tag(char code) {
    this.code = code;
  }

  byte code() {
    return (byte) code;
  }

  static Tag of(byte code) {
    for (Tag tag : values()) {
      if (tag.code() == code) {
        return tag;
      }
    }
    throw new WireException("No value starts with byte " + code);
  }
}
