package io.hydrant.api.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.kms.KeyMetadata;
import io.hydrant.core.kms.KeySpec;
import io.hydrant.core.kms.KeyState;
import java.util.List;

/** The JSON of KeyMetadata. */
public final class KeyMetadataJson {
  private KeyMetadataJson() {}

  /** Writes the output of CreateKey and DescribeKey. */
  public static ObjectNode output(KeyMetadata key) {
    ObjectNode out = Json.object();
    out.set("KeyMetadata", write(key));
    return out;
  }

  private static ObjectNode write(KeyMetadata key) {
    ObjectNode out = Json.object();
    out.put("AWSAccountId", key.arn().account());
    out.put("KeyId", key.arn().keyId());
    out.put("Arn", key.arn().toString());
    out.put("CreationDate", Json.seconds(key.creationDate()));
    out.put("Enabled", key.state() == KeyState.ENABLED);
    out.put("Description", key.description());
    out.put("KeyUsage", key.usage().name());
    out.put("KeyState", key.state().wireName());
    key.deletionDate().ifPresent(date -> out.put("DeletionDate", Json.seconds(date)));
    out.put("Origin", key.origin().name());
    out.put("KeyManager", key.manager().name());
    out.put("CustomerMasterKeySpec", key.spec().name());
    out.put("KeySpec", key.spec().name());
    algorithms(out, key);
    key.currentMaterialId().ifPresent(id -> out.put("CurrentKeyMaterialId", id));
    out.put("MultiRegion", key.arn().isMultiRegion());
    if (key.arn().isMultiRegion()) {
      primary(out.putObject("MultiRegionConfiguration"), key);
    }
    return out;
  }

  /** Writes a multi-Region key as its own primary, since there are no replicas. */
  private static void primary(ObjectNode out, KeyMetadata key) {
    out.put("MultiRegionKeyType", "PRIMARY");
    out.putObject("PrimaryKey").put("Arn", key.arn().toString()).put("Region", key.arn().region());
    out.putArray("ReplicaKeys");
  }

  private static void algorithms(ObjectNode out, KeyMetadata key) {
    switch (key.usage()) {
      case ENCRYPT_DECRYPT -> put(out, "EncryptionAlgorithms", encryption(key.spec()));
      case SIGN_VERIFY -> put(out, "SigningAlgorithms", signing(key.spec()));
      case GENERATE_VERIFY_MAC ->
          put(out, "MacAlgorithms", List.of(key.spec().name().replace("HMAC_", "HMAC_SHA_")));
      case KEY_AGREEMENT -> put(out, "KeyAgreementAlgorithms", List.of("ECDH"));
    }
  }

  private static void put(ObjectNode out, String name, List<String> algorithms) {
    var list = out.putArray(name);
    algorithms.forEach(list::add);
  }

  private static List<String> encryption(KeySpec spec) {
    return switch (spec) {
      case RSA_2048, RSA_3072, RSA_4096 -> List.of("RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256");
      case SM2 -> List.of("SM2PKE");
      default -> List.of("SYMMETRIC_DEFAULT");
    };
  }

  private static List<String> signing(KeySpec spec) {
    return switch (spec) {
      case ECC_NIST_P256, ECC_SECG_P256K1 -> List.of("ECDSA_SHA_256");
      case ECC_NIST_P384 -> List.of("ECDSA_SHA_384");
      case ECC_NIST_P521 -> List.of("ECDSA_SHA_512");
      case ECC_NIST_EDWARDS25519 -> List.of("ED25519_SHA_512", "ED25519_PH_SHA_512");
      case SM2 -> List.of("SM2DSA");
      case ML_DSA_44, ML_DSA_65, ML_DSA_87 -> List.of("ML_DSA_SHAKE_256");
      default ->
          List.of(
              "RSASSA_PKCS1_V1_5_SHA_256",
              "RSASSA_PKCS1_V1_5_SHA_384",
              "RSASSA_PKCS1_V1_5_SHA_512",
              "RSASSA_PSS_SHA_256",
              "RSASSA_PSS_SHA_384",
              "RSASSA_PSS_SHA_512");
    };
  }
}
