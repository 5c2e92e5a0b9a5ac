package io.hydrant.http.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.KeyOrigin;
import io.hydrant.core.kms.KeySpec;
import io.hydrant.core.kms.KeyUsage;
import io.hydrant.core.kms.Tag;
import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** CreateKey on the wire. */
record CreateKeyJson(KmsApi api) implements Operation {
  @Override
  public String name() {
    return "CreateKey";
  }

  @Override
  public CompletionStage<Reply<JsonNode>> handle(Caller caller, JsonNode input) {
    return Answers.json(api.createKey(caller, read(input)), KeyMetadataJson::output);
  }

  private static CreateKey.Input read(JsonNode input) {
    List<Tag> tags = new ArrayList<>();
    input
        .path("Tags")
        .forEach(
            tag -> tags.add(new Tag(Members.text(tag, "TagKey"), Members.text(tag, "TagValue"))));
    return new CreateKey.Input(
        Members.optionalText(input, "Policy"),
        Members.optionalText(input, "Description").orElse(""),
        Members.optionalText(input, "KeyUsage").map(KeyUsage::valueOf),
        Members.optionalText(input, "KeySpec").map(KeySpec::valueOf),
        Members.optionalText(input, "CustomerMasterKeySpec").map(KeySpec::valueOf),
        Members.optionalText(input, "Origin").map(KeyOrigin::valueOf).orElse(KeyOrigin.AWS_KMS),
        Members.isTrue(input, "MultiRegion"),
        tags);
  }
}
