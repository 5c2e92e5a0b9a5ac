package io.hydrant.core.kms;

import io.hydrant.core.entity.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The errors of the KMS API, in KMS's own words as far as they are known. */
public final class KmsErrors {
  private KmsErrors() {}

  public static ServiceError noSuchKey(KeyArn key) {
    return notFound("Key '" + key + "' does not exist");
  }

  public static ServiceError invalidKeyId(String text) {
    return notFound("Invalid keyId '" + text + "'");
  }

  /** Recorded from AWS for the ARN of a key; for that of an alias it is assumed. */
  static ServiceError arnOfAnotherRegion(String region) {
    return notFound("Invalid arn " + region);
  }

  public static ServiceError noSuchAlias(AliasArn alias) {
    return notFound("Alias " + alias + " is not found.");
  }

  static ServiceError noSuchGrant(String grantId) {
    return notFound("Grant ID " + grantId + " not found");
  }

  static ServiceError noSuchPolicy() {
    return notFound("No such policy exists");
  }

  static ServiceError disabled(KeyArn key) {
    return new ServiceError("DisabledException", key + " is disabled.");
  }

  static ServiceError pendingDeletion(KeyArn key) {
    return invalidState(key + " is pending deletion.");
  }

  static ServiceError pendingImport(KeyArn key) {
    return invalidState(key + " is pending import.");
  }

  static ServiceError notPendingDeletion(KeyArn key) {
    return invalidState(key + " is not pending deletion.");
  }

  /**
   * Has no message on purpose: it must not distinguish a wrong context from a forged ciphertext.
   */
  public static ServiceError invalidCiphertext() {
    return new ServiceError("InvalidCiphertextException", "");
  }

  public static ServiceError incorrectKey() {
    return new ServiceError(
        "IncorrectKeyException",
        "The key ID in the request does not identify a CMK that can perform this operation.");
  }

  static ServiceError wrongUsage(KeyArn key, KeyUsage usage, String action) {
    return new ServiceError(
        "InvalidKeyUsageException",
        key + " key usage is " + usage + " which is not valid for " + action + ".");
  }

  static ServiceError wrongSpec(KeyArn key, KeySpec spec, String action) {
    return new ServiceError(
        "InvalidKeyUsageException",
        key + " key spec is " + spec + " which is not valid for " + action + ".");
  }

  static ServiceError policyLocksOut() {
    return new ServiceError(
        "MalformedPolicyDocumentException",
        "The new key policy will not allow you to update the key policy in the future.");
  }

  static ServiceError aliasExists(AliasArn alias) {
    return new ServiceError(
        "AlreadyExistsException", "An alias with the name " + alias + " already exists");
  }

  static ServiceError aliasOfAnotherKind() {
    return validation(
        "The current and the new KMS key of an alias must have the same key spec and key usage.");
  }

  static ServiceError rotationUnsupported(KeyArn key, String why) {
    return new ServiceError(
        "UnsupportedOperationException",
        key + " " + why + " which is not valid for this operation.");
  }

  static ServiceError tooManyRotations(KeyArn key) {
    return new ServiceError(
        "LimitExceededException", "The on-demand rotations of " + key + " are used up.");
  }

  static ServiceError rotationUnderWay(KeyArn key) {
    return new ServiceError("ConflictException", "A rotation of " + key + " is under way.");
  }

  static ServiceError aliasPrefix() {
    return validation("Alias must start with the prefix \"alias/\".");
  }

  static ServiceError aliasReserved() {
    return new ServiceError(
        "NotAuthorizedException", "Aliases that begin with alias/aws/ are reserved by AWS.");
  }

  static ServiceError duplicateTags() {
    return new ServiceError("TagException", "Duplicate tag keys");
  }

  static ServiceError tooManyTags() {
    return new ServiceError("TagException", "Too many tags");
  }

  static ServiceError reservedTag() {
    return new ServiceError("TagException", "Tags beginning with aws: are reserved");
  }

  static ServiceError twoSpecs() {
    return validation(
        "You cannot specify KeySpec and CustomerMasterKeySpec in the same request."
            + " CustomerMasterKeySpec is deprecated.");
  }

  static ServiceError usageMissing() {
    return validation(
        "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
  }

  static ServiceError usageMismatch(KeyUsage usage, KeySpec spec) {
    return validation("KeyUsage " + usage + " is not compatible with KeySpec " + spec);
  }

  static ServiceError wrongAlgorithm(String algorithm) {
    return new ServiceError(
        "InvalidKeyUsageException",
        "Algorithm " + algorithm + " and key spec SYMMETRIC_DEFAULT are incompatible.");
  }

  static ServiceError unsupported(String what) {
    return new ServiceError("UnsupportedOperationException", what + " is not supported.");
  }

  /** Returns the error for members that Hydrant does not support, each with the reason. */
  public static ServiceError unsupportedMembers(SortedMap<String, String> reasons) {
    List<String> sentences = new ArrayList<>();
    reasons.forEach(
        (name, why) -> sentences.add(name + " is not supported by Hydrant: " + why + "."));
    return new ServiceError("UnsupportedOperationException", String.join(" ", sentences));
  }

  static ServiceError dataKeySizeArguments() {
    return validation("Please specify either number of bytes or key spec.");
  }

  public static ServiceError onePrincipal(String role) {
    return validation("Please specify exactly one " + role + " principal.");
  }

  static ServiceError grantArguments() {
    return validation("Please specify either a grant token, or a key ID and a grant ID.");
  }

  static ServiceError invalidGrantToken() {
    return new ServiceError("InvalidGrantTokenException", "The grant token is not valid.");
  }

  /** The code is from the service model; the message is assumed. */
  static ServiceError invalidMarker() {
    return new ServiceError("InvalidMarkerException", "The marker is not valid.");
  }

  /** Service model, CreateGrant, GranteeServicePrincipal; the message is assumed. */
  static ServiceError serviceGrantee(String missing) {
    return validation("A grant for a service principal needs " + missing + ".");
  }

  static ServiceError tooManyGrants(KeyArn key) {
    return new ServiceError("LimitExceededException", key + " has too many grants.");
  }

  /** Never reaches a client: the shell repeats the call with the aliases of the key. */
  static ServiceError aliasesWanted() {
    return new ServiceError(
        AuthorizedKeyCommand.ALIASES_WANTED, "The key's aliases decide about this call.");
  }

  static ServiceError dryRun() {
    return new ServiceError(
        "DryRunOperationException",
        "The request would have succeeded, but the DryRun option is set.");
  }

  /** Returns the error for material that the node's root key does not decrypt. */
  public static ServiceError materialUnreadable(KeyArn key) {
    return new ServiceError(
        "KMSInternalException",
        "The material of " + key + " does not open under this node's KMS root key.");
  }

  public static ServiceError missing(String member) {
    return constraint("Value at '" + member + "'", "Member must not be null");
  }

  static ServiceError below(String member, int value, int least) {
    return constraint(
        "Value '" + value + "' at '" + member + "'",
        "Member must have value greater than or equal to " + least);
  }

  static ServiceError above(String member, int value, int most) {
    return constraint(
        "Value '" + value + "' at '" + member + "'",
        "Member must have value less than or equal to " + most);
  }

  /** Omits values that may be secret. */
  static ServiceError tooLong(String member, int most) {
    return constraint(
        "Value at '" + member + "'", "Member must have length less than or equal to " + most);
  }

  private static ServiceError constraint(String subject, String constraint) {
    return validation(
        "1 validation error detected: " + subject + " failed to satisfy constraint: " + constraint);
  }

  private static ServiceError validation(String message) {
    return new ServiceError("ValidationException", message);
  }

  private static ServiceError notFound(String message) {
    return new ServiceError("NotFoundException", message);
  }

  private static ServiceError invalidState(String message) {
    return new ServiceError("KMSInvalidStateException", message);
  }
}
