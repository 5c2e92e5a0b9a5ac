package io.hydrant.api.kms;

import io.hydrant.api.call.Operation;
import io.hydrant.api.port.KmsApi;
import java.util.List;

/** The KMS operations by name. */
public final class KmsOperations {
  private KmsOperations() {}

  /** Every operation of {@code TrentService} that is served. */
  public static List<Operation> all(KmsApi api) {
    return built(api).stream().<Operation>map(each -> new CheckedOperation(each, api)).toList();
  }

  private static List<Operation> built(KmsApi api) {
    return List.of(
        new CreateKeyJson(api),
        new DescribeKeyJson(api),
        new GetKeyPolicyJson(api),
        new PutKeyPolicyJson(api),
        new ListKeyPoliciesJson(api),
        new ListKeysJson(api),
        new UpdateKeyDescriptionJson(api),
        new TagResourceJson(api),
        new UntagResourceJson(api),
        new ListResourceTagsJson(api),
        new EnableKeyRotationJson(api),
        new DisableKeyRotationJson(api),
        new GetKeyRotationStatusJson(api),
        new RotateKeyOnDemandJson(api),
        new ListKeyRotationsJson(api),
        new UpdateAliasJson(api),
        new ListRetirableGrantsJson(api),
        new ReEncryptJson(api),
        new GenerateRandomJson(api),
        new EnableKeyJson(api),
        new DisableKeyJson(api),
        new ScheduleKeyDeletionJson(api),
        new CancelKeyDeletionJson(api),
        new CreateAliasJson(api),
        new ListAliasesJson(api),
        new DeleteAliasJson(api),
        new CreateGrantJson(api),
        new ListGrantsJson(api),
        new RetireGrantJson(api),
        new RevokeGrantJson(api),
        new GenerateDataKeyJson(api),
        new GenerateDataKeyWithoutPlaintextJson(api),
        new EncryptJson(api),
        new DecryptJson(api));
  }
}
