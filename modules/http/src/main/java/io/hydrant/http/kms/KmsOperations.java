package io.hydrant.http.kms;

import io.hydrant.http.KmsApi;
import io.hydrant.http.Operation;
import java.util.List;

/** The operations of KMS that Hydrant has. */
public final class KmsOperations {
  private KmsOperations() {}

  public static List<Operation> all(KmsApi api) {
    return List.of(
        new CancelKeyDeletionJson(api),
        new CreateAliasJson(api),
        new CreateGrantJson(api),
        new CreateKeyJson(api),
        new DecryptJson(api),
        new DeleteAliasJson(api),
        new DescribeKeyJson(api),
        new DisableKeyJson(api),
        new EnableKeyJson(api),
        new EncryptJson(api),
        new GenerateDataKeyJson(api),
        new GenerateDataKeyWithoutPlaintextJson(api),
        new GetKeyPolicyJson(api),
        new ListAliasesJson(api),
        new ListGrantsJson(api),
        new ListKeysJson(api),
        new RetireGrantJson(api),
        new RevokeGrantJson(api),
        new ScheduleKeyDeletionJson(api));
  }
}
