package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.S3Configurations.conversion;
import static io.hydrant.core.destination.S3Configurations.converted;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which table is looked up before a creation, and the refusals of one that cannot be read. */
class TableCheckTest {
  private static final Caller CALLER = Caller.root("000000000000", "eu-west-1");

  private static Optional<TableReference> toLookUp(Structure s3) {
    return TableCheck.toLookUp(CALLER, members("ExtendedS3DestinationConfiguration", s3));
  }

  @Test
  void the_table_of_a_conversion_is_looked_up() {
    assertThat(toLookUp(converted(conversion())).orElseThrow())
        .isEqualTo(
            new TableReference(
                "000000000000",
                "us-east-1",
                "db",
                "t",
                "LATEST",
                conversion()
                    .structure("SchemaConfiguration")
                    .flatMap(schema -> schema.text("RoleARN"))
                    .orElseThrow()));
  }

  @Test
  void a_stream_that_converts_nothing_needs_no_table() {
    assertThat(toLookUp(converted(conversion().with("Enabled", new Bool(false))))).isEmpty();
    assertThat(toLookUp(Structure.empty())).isEmpty();
    assertThat(TableCheck.toLookUp(CALLER, Structure.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NOT_FOUND | InvalidArgumentException | The specified table/database could not be found. Please ensure that the table/database exists and that the values provided in the schema configuration are correct, especially with regards to casing. Why.",
        "ACCESS_DENIED | InvalidArgumentException | Access was denied when calling Glue. Please ensure that the role specified in the data format conversion configuration has the necessary permissions. Why.",
        "INVALID_SCHEMA | InvalidArgumentException | The schema is invalid. Why.",
        "UNAVAILABLE | ServiceUnavailableException | Glue did not answer; try again. Why."
      })
  void each_problem_has_its_refusal(TableProblem problem, String code, String message) {
    assertThat(TableErrors.of(problem, "Why.")).isEqualTo(new ServiceError(code, message));
  }
}
