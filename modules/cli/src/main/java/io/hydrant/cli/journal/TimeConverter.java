package io.hydrant.cli.journal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time in UTC, in the form that the commands print or in ISO 8601. */
final class TimeConverter implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String text) {
    try {
      return Instant.parse(text.trim().replaceFirst(" ", "T").replaceFirst("Z?$", "Z"));
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "A time is written like 2026-11-23T03:14:07Z, not " + text + ".");
    }
  }
}
