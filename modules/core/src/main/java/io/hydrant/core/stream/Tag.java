package io.hydrant.core.stream;

import java.util.Optional;

/** A tag; the value may be missing (the API allows a key alone). */
public record Tag(String key, Optional<String> value) {}
