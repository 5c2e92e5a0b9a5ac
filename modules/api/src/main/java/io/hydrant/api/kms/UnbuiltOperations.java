package io.hydrant.api.kms;

import java.util.Set;

/** The operations of KMS that are no part of Hydrant: AWS has them, their names are known. */
public final class UnbuiltOperations {
  /** Named as in the service model. */
  public static final Set<String> NAMES =
      Set.of(
          "ConnectCustomKeyStore",
          "CreateCustomKeyStore",
          "DeleteCustomKeyStore",
          "DeleteImportedKeyMaterial",
          "DeriveSharedSecret",
          "DescribeCustomKeyStores",
          "DisconnectCustomKeyStore",
          "GenerateDataKeyPair",
          "GenerateDataKeyPairWithoutPlaintext",
          "GenerateMac",
          "GetKeyLastUsage",
          "GetParametersForImport",
          "GetPublicKey",
          "ImportKeyMaterial",
          "ReplicateKey",
          "Sign",
          "UpdateCustomKeyStore",
          "UpdatePrimaryRegion",
          "Verify",
          "VerifyMac");

  private UnbuiltOperations() {}
}
