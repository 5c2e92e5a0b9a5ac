package io.hydrant.replay;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.kms.Grant;
import io.hydrant.core.kms.GrantConstraints;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyManager;
import io.hydrant.core.kms.KeyOrigin;
import io.hydrant.core.kms.KeyPolicy;
import io.hydrant.core.kms.KeySpec;
import io.hydrant.core.kms.KeyUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The key of the night's stream; somebody disables it and enables it again. */
public final class KeyOfTheNight {
  public static final KeyArn ARN = new KeyArn("us-east-1", "000000000000", "key-1");
  public static final String ENTITY = "key|000000000000/us-east-1/key-1";
  public static final String INTERN = "arn:aws:iam::000000000000:user/intern";

  private KeyOfTheNight() {}

  private static KeyPolicy policy() {
    return KeyPolicy.stored(
        "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"kms:Decrypt\"}}",
        Structure.empty()
            .with(
                "Statement",
                Structure.empty()
                    .with("Effect", new Text("Deny"))
                    .with("Principal", new Text("*"))
                    .with("Action", new Text("kms:Decrypt"))));
  }

  static void write(MemoryJournal journal) {
    journal.with(
        ENTITY,
        new KeyEvent.KeyCreated(
            SampleJournal.at(-60),
            ARN,
            "orders",
            KeySpec.SYMMETRIC_DEFAULT,
            KeyUsage.ENCRYPT_DECRYPT,
            KeyOrigin.AWS_KMS,
            KeyManager.CUSTOMER,
            policy(),
            List.of(),
            Optional.of(Bytes.ofUtf8("wrapped"))),
        new KeyEvent.GrantCreated(
            SampleJournal.at(11),
            new Grant(
                "grant-1",
                SampleJournal.at(11),
                Optional.empty(),
                "firehose.amazonaws.com",
                Optional.of("firehose.amazonaws.com"),
                "000000000000",
                List.of("Decrypt", "GenerateDataKey"),
                new GrantConstraints(
                    Optional.of(Map.of("aws:firehose:arn", "orders")),
                    Optional.empty(),
                    Optional.empty()))));
    journal.with(
        ENTITY, by("DisableKey", "request-7"), new KeyEvent.KeyDisabled(SampleJournal.at(60)));
    journal.with(
        ENTITY, by("EnableKey", "request-8"), new KeyEvent.KeyEnabled(SampleJournal.at(100)));
  }

  private static EventMetadata by(String operation, String requestId) {
    return new EventMetadata(operation, INTERN, Optional.of(requestId));
  }
}
