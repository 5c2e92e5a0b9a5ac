package io.hydrant.acceptance.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds answers against their shapes does object. */
class AnswerTest {
  private static List<String> problems(String target, int status, String json) {
    return new Answer(target, status, json.replace('\'', '"')).problems();
  }

  private static List<String> ofKey(String json) {
    return problems("TrentService.DescribeKey", 200, "{'KeyMetadata':" + json + "}");
  }

  private static List<String> refused(int status, String json) {
    return problems("Firehose_20150804.PutRecord", status, json);
  }

  @Test
  void a_fitting_answer_has_no_problem() {
    assertThat(ofKey("{'KeyId':'k','CreationDate':1.125,'KeyState':'Enabled'}")).isEmpty();
    assertThat(refused(400, "{'__type':'ResourceNotFoundException','message':'m'}")).isEmpty();
    assertThat(refused(503, "{'__type':'ServiceUnavailableException','message':'m'}")).isEmpty();
    assertThat(problems("TrentService.EnableKey", 200, "")).isEmpty();
    assertThat(problems("Nobody.Knows", 200, "?")).isEmpty();
  }

  @Test
  void each_wrong_value_is_reported_with_operation_and_path() {
    assertThat(ofKey("{'KeyId':'k','Colour':'red'}"))
        .singleElement()
        .asString()
        .startsWith("DescribeKey (200): .KeyMetadata.Colour: expected no such member");
    assertThat(ofKey("{}")).singleElement().asString().contains(".KeyMetadata.KeyId");
    assertThat(ofKey("{'KeyId':1}")).hasSize(1);
    assertThat(ofKey("{'KeyId':''}")).hasSize(1);
    assertThat(ofKey("{'KeyId':'k','KeyState':'Lost'}")).hasSize(1);
    assertThat(ofKey("{'KeyId':'k','Enabled':'true'}")).hasSize(1);
    assertThat(ofKey("{'KeyId':'k','CreationDate':1.1255}")).hasSize(1);
    assertThat(ofKey("{'KeyId':'k','CreationDate':'2026-11-23T00:00:00Z'}")).hasSize(1);
    assertThat(ofKey("{'KeyId':'k','EncryptionAlgorithms':'none'}")).hasSize(1);
    assertThat(problems("TrentService.GenerateRandom", 200, "{'Plaintext':'*'}")).hasSize(1);
  }

  @Test
  void so_is_a_body_where_there_is_none_and_none_where_there_is_one() {
    assertThat(problems("TrentService.EnableKey", 200, "{}")).hasSize(1);
    assertThat(problems("TrentService.DescribeKey", 200, "")).hasSize(1);
    assertThat(problems("TrentService.DescribeKey", 200, "{")).hasSize(1);
  }

  @Test
  void so_is_an_error_that_the_operation_cannot_have() {
    assertThat(refused(400, "{'__type':'ResourceInUseException','message':'m'}")).hasSize(1);
    assertThat(refused(400, "{'__type':'x#ResourceNotFoundException','message':'m'}")).hasSize(1);
    assertThat(refused(500, "{'__type':'ResourceNotFoundException','message':'m'}")).hasSize(1);
    assertThat(refused(400, "{'__type':'ResourceNotFoundException'}")).hasSize(1);
    assertThat(refused(400, "{'__type':'ResourceNotFoundException','message':'m','code':'c'}"))
        .hasSize(1);
  }
}
