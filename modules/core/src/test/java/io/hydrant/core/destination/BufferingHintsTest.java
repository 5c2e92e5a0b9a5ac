package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.hints;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BufferingHintsTest {
  @ParameterizedTest
  @CsvSource({
    "S3, 5, 300",
    "EXTENDED_S3, 5, 300",
    "REDSHIFT, 5, 300",
    "ELASTICSEARCH, 5, 300",
    "OPENSEARCH, 5, 300",
    "OPENSEARCH_SERVERLESS, 5, 300",
    "SPLUNK, 5, 60",
    "HTTP_ENDPOINT, 5, 300",
    "SNOWFLAKE, 1, 0",
    "ICEBERG, 5, 300"
  })
  void each_kind_has_a_default_of_its_own(DestinationType type, int sizeInMBs, int seconds) {
    assertThat(BufferingHints.of(Kinds.with(type)))
        .isEqualTo(new BufferingHints(sizeInMBs, seconds));
  }

  @Property
  void given_hints_replace_the_default(@ForAll DestinationType type) {
    Structure given = hints(7, 70);
    Destination destination =
        type == DestinationType.REDSHIFT
            ? Kinds.with(type, "S3Configuration", s3("BufferingHints", given))
            : Kinds.with(type, "BufferingHints", given);
    assertThat(BufferingHints.of(destination)).isEqualTo(new BufferingHints(7, 70));
  }

  @Property
  void the_hints_that_are_used_are_the_hints_that_are_described(@ForAll DestinationType type) {
    Destination destination = Kinds.with(type);
    Structure described =
        DestinationDescriptions.describe(destination)
            .structure(type.descriptionMember())
            .orElseThrow();
    Structure shown =
        type == DestinationType.REDSHIFT
            ? described.structure("S3DestinationDescription").orElseThrow()
            : described;
    assertThat(shown.structure("BufferingHints"))
        .contains(BufferingHints.of(destination).asDocument());
  }

  @Test
  void the_hints_of_a_backup_bucket_do_not_count() {
    Destination splunk =
        Kinds.with(DestinationType.SPLUNK, "S3Configuration", s3("BufferingHints", hints(64, 900)));
    assertThat(BufferingHints.of(splunk)).isEqualTo(new BufferingHints(5, 60));
  }

  @Test
  void a_redshift_stream_without_its_bucket_has_the_default_of_buckets() {
    assertThat(BufferingHints.of(new Destination(DestinationType.REDSHIFT, members())))
        .isEqualTo(BufferingHints.DEFAULT);
  }
}
