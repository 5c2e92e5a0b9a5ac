package io.hydrant.api.kms;

import java.util.Set;

/** The operations of AWS KMS that Hydrant does not support. */
public final class UnbuiltOperations {
  /** The names, as in the service model. */
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
