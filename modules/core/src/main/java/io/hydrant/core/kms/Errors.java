package io.hydrant.core.kms;

import io.hydrant.core.entity.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Every refusal of the KMS API, in KMS's own words as far as they are known. */
public final class Errors {
  private Errors() {}

  public static Refusal noSuchKey(KeyArn key) {
    return notFound("Key '" + key + "' does not exist");
  }

  public static Refusal invalidKeyId(String text) {
    return notFound("Invalid keyId '" + text + "'");
  }

  /** Recorded from AWS for the ARN of a key; for that of an alias it is assumed. */
  static Refusal arnOfAnotherRegion(String region) {
    return notFound("Invalid arn " + region);
  }

  public static Refusal noSuchAlias(AliasArn alias) {
    return notFound("Alias " + alias + " is not found.");
  }

  static Refusal noSuchGrant(String grantId) {
    return notFound("Grant ID " + grantId + " not found");
  }

  static Refusal noSuchPolicy() {
    return notFound("No such policy exists");
  }

  static Refusal disabled(KeyArn key) {
    return new Refusal("DisabledException", key + " is disabled.");
  }

  static Refusal pendingDeletion(KeyArn key) {
    return invalidState(key + " is pending deletion.");
  }

  static Refusal pendingImport(KeyArn key) {
    return invalidState(key + " is pending import.");
  }

  static Refusal notPendingDeletion(KeyArn key) {
    return invalidState(key + " is not pending deletion.");
  }

  /** Says nothing more on purpose: a wrong context and a forged cipher text look the same. */
  public static Refusal invalidCiphertext() {
    return new Refusal("InvalidCiphertextException", "");
  }

  public static Refusal incorrectKey() {
    return new Refusal(
        "IncorrectKeyException",
        "The key ID in the request does not identify a CMK that can perform this operation.");
  }

  static Refusal wrongUsage(KeyArn key, KeyUsage usage, String action) {
    return new Refusal(
        "InvalidKeyUsageException",
        key + " key usage is " + usage + " which is not valid for " + action + ".");
  }

  static Refusal wrongSpec(KeyArn key, KeySpec spec, String action) {
    return new Refusal(
        "InvalidKeyUsageException",
        key + " key spec is " + spec + " which is not valid for " + action + ".");
  }

  static Refusal policyLocksOut() {
    return new Refusal(
        "MalformedPolicyDocumentException",
        "The new key policy will not allow you to update the key policy in the future.");
  }

  static Refusal aliasExists(AliasArn alias) {
    return new Refusal(
        "AlreadyExistsException", "An alias with the name " + alias + " already exists");
  }

  static Refusal aliasOfAnotherKind() {
    return validation(
        "The current and the new KMS key of an alias must have the same key spec and key usage.");
  }

  static Refusal rotationUnsupported(KeyArn key, String why) {
    return new Refusal(
        "UnsupportedOperationException",
        key + " " + why + " which is not valid for this operation.");
  }

  static Refusal tooManyRotations(KeyArn key) {
    return new Refusal(
        "LimitExceededException", "The on-demand rotations of " + key + " are used up.");
  }

  static Refusal rotationUnderWay(KeyArn key) {
    return new Refusal("ConflictException", "A rotation of " + key + " is under way.");
  }

  static Refusal aliasPrefix() {
    return validation("Alias must start with the prefix \"alias/\".");
  }

  static Refusal aliasReserved() {
    return new Refusal(
        "NotAuthorizedException", "Aliases that begin with alias/aws/ are reserved by AWS.");
  }

  static Refusal duplicateTags() {
    return new Refusal("TagException", "Duplicate tag keys");
  }

  static Refusal tooManyTags() {
    return new Refusal("TagException", "Too many tags");
  }

  static Refusal reservedTag() {
    return new Refusal("TagException", "Tags beginning with aws: are reserved");
  }

  static Refusal twoSpecs() {
    return validation(
        "You cannot specify KeySpec and CustomerMasterKeySpec in the same request."
            + " CustomerMasterKeySpec is deprecated.");
  }

  static Refusal usageMissing() {
    return validation(
        "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
  }

  static Refusal usageMismatch(KeyUsage usage, KeySpec spec) {
    return validation("KeyUsage " + usage + " is not compatible with KeySpec " + spec);
  }

  static Refusal wrongAlgorithm(String algorithm) {
    return new Refusal(
        "InvalidKeyUsageException",
        "Algorithm " + algorithm + " and key spec SYMMETRIC_DEFAULT are incompatible.");
  }

  static Refusal unsupported(String what) {
    return new Refusal("UnsupportedOperationException", what + " is not supported.");
  }

  /** Request members that would change the answer, each with why Hydrant does not support it. */
  public static Refusal unsupportedMembers(SortedMap<String, String> reasons) {
    List<String> sentences = new ArrayList<>();
    reasons.forEach(
        (name, why) -> sentences.add(name + " is not supported by Hydrant: " + why + "."));
    return new Refusal("UnsupportedOperationException", String.join(" ", sentences));
  }

  static Refusal dataKeySizeArguments() {
    return validation("Please specify either number of bytes or key spec.");
  }

  public static Refusal onePrincipal(String role) {
    return validation("Please specify exactly one " + role + " principal.");
  }

  static Refusal grantArguments() {
    return validation("Please specify either a grant token, or a key ID and a grant ID.");
  }

  static Refusal invalidGrantToken() {
    return new Refusal("InvalidGrantTokenException", "The grant token is not valid.");
  }

  /** The model has the code; the words are assumed. */
  static Refusal invalidMarker() {
    return new Refusal("InvalidMarkerException", "The marker is not valid.");
  }

  /** Service model, CreateGrant, GranteeServicePrincipal; the words are assumed. */
  static Refusal serviceGrantee(String missing) {
    return validation("A grant for a service principal needs " + missing + ".");
  }

  static Refusal tooManyGrants(KeyArn key) {
    return new Refusal("LimitExceededException", key + " has too many grants.");
  }

  /**
   * Never answered to a client: the call has to be made once more with the key's aliases, see
   * {@link KeyCall#wantsAliases}.
   */
  static Refusal aliasesWanted() {
    return new Refusal(KeyCall.ALIASES_WANTED, "The key's aliases decide about this call.");
  }

  static Refusal dryRun() {
    return new Refusal(
        "DryRunOperationException",
        "The request would have succeeded, but the DryRun option is set.");
  }

  /** The node's root key does not open a key's material. */
  public static Refusal materialUnreadable(KeyArn key) {
    return new Refusal(
        "KMSInternalException",
        "The material of " + key + " does not open under this node's KMS root key.");
  }

  public static Refusal missing(String member) {
    return constraint("Value at '" + member + "'", "Member must not be null");
  }

  static Refusal below(String member, int value, int least) {
    return constraint(
        "Value '" + value + "' at '" + member + "'",
        "Member must have value greater than or equal to " + least);
  }

  static Refusal above(String member, int value, int most) {
    return constraint(
        "Value '" + value + "' at '" + member + "'",
        "Member must have value less than or equal to " + most);
  }

  /** Values themselves are left out where they may be secret. */
  static Refusal tooLong(String member, int most) {
    return constraint(
        "Value at '" + member + "'", "Member must have length less than or equal to " + most);
  }

  private static Refusal constraint(String subject, String constraint) {
    return validation(
        "1 validation error detected: " + subject + " failed to satisfy constraint: " + constraint);
  }

  private static Refusal validation(String message) {
    return new Refusal("ValidationException", message);
  }

  private static Refusal notFound(String message) {
    return new Refusal("NotFoundException", message);
  }

  private static Refusal invalidState(String message) {
    return new Refusal("KMSInvalidStateException", message);
  }
}
