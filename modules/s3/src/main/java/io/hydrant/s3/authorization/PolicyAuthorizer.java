package io.hydrant.s3.authorization;

import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.AccessRequest;
import io.hydrant.core.policy.CallerRequest;
import io.hydrant.core.policy.DenyReason;
import io.hydrant.core.policy.IdentityPolicyStore;
import io.hydrant.core.policy.NamedPolicy;
import io.hydrant.core.policy.PolicyErrors;
import io.hydrant.core.policy.Principal;
import io.hydrant.core.policy.ResourceAuthorization;
import io.hydrant.s3.bucket.Bucket;
import io.hydrant.s3.configuration.BucketPolicies;
import io.hydrant.s3.configuration.Subresource;
import io.hydrant.s3.error.BucketErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.error.S3Exception;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.name.BucketNames;
import io.hydrant.s3.operation.Authorizer;
import io.hydrant.s3.storage.BucketFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the policies of the bucket and those of the caller's identity. */
public final class PolicyAuthorizer implements Authorizer {
  private static final Map<String, String> QUERY_KEYS =
      Map.of("prefix", "s3:prefix", "delimiter", "s3:delimiter", "max-keys", "s3:max-keys");
  private static final Map<String, String> HEADER_KEYS =
      Map.of(
          "x-amz-acl", "s3:x-amz-acl",
          "x-amz-server-side-encryption", "s3:x-amz-server-side-encryption",
          "x-amz-server-side-encryption-aws-kms-key-id",
              "s3:x-amz-server-side-encryption-aws-kms-key-id",
          "x-amz-storage-class", "s3:x-amz-storage-class",
          "x-amz-copy-source", "s3:x-amz-copy-source",
          "x-amz-content-sha256", "s3:x-amz-content-sha256",
          "User-Agent", "aws:UserAgent",
          "Referer", "aws:Referer");

  private static final Set<String> NEEDS_NO_BUCKET = Set.of("CreateBucket", "ListAllMyBuckets");

  /**
   * What the root of the bucket's account may do whatever the policy says: it cannot be locked out.
   */
  private static final Set<String> RESCUES =
      Set.of("GetBucketPolicy", "PutBucketPolicy", "DeleteBucketPolicy");

  private final BucketFiles buckets;
  private final IdentityPolicyStore identities;
  private final InstantSource clock;

  public PolicyAuthorizer(
      BucketFiles buckets, IdentityPolicyStore identities, InstantSource clock) {
    this.buckets = buckets;
    this.identities = identities;
    this.clock = clock;
  }

  @Override
  public void require(S3Request request, String action, Target target) {
    Optional<Bucket> found =
        NEEDS_NO_BUCKET.contains(action) ? Optional.empty() : Optional.of(find(target.bucket()));
    if (RESCUES.contains(action) && found.filter(each -> isRoot(request, each)).isPresent()) {
      return;
    }
    AccessRequest asked = asked(request, "s3:" + action, target, found);
    Optional<String> account = request.caller().map(Caller::account);
    ResourceAuthorization policies =
        new ResourceAuthorization(
            found.map(Bucket::account).or(() -> account).orElse(""),
            found.flatMap(PolicyAuthorizer::policy),
            request
                .caller()
                .map(caller -> identities.policies(caller.principalArn()))
                .orElse(List.of()));
    Optional<DenyReason> denial = policies.denial(asked);
    if (denial.isPresent()) {
      throw refusal(request, asked, denial.get());
    }
  }

  private static boolean isRoot(S3Request request, Bucket bucket) {
    return request
        .caller()
        .map(CallerRequest::principal)
        .filter(new Principal.Root(bucket.account())::equals)
        .isPresent();
  }

  private static S3Exception refusal(S3Request request, AccessRequest asked, DenyReason denial) {
    return request
        .caller()
        .map(
            caller ->
                S3Errors.accessDenied(
                    PolicyErrors.accessDenied(
                            caller, asked.action(), asked.resource(), denial.ending(asked.action()))
                        .message()))
        .orElseGet(S3Errors::accessDenied)
        .exception();
  }

  /** No policy hides that a bucket does not exist. */
  private Bucket find(String bucket) {
    if (!BucketNames.isValid(bucket)) {
      throw BucketErrors.invalidBucketName(bucket).exception();
    }
    try {
      return buckets.find(bucket).orElseThrow(() -> BucketErrors.noSuchBucket(bucket).exception());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<NamedPolicy> policy(Bucket bucket) {
    return bucket
        .configuration(Subresource.POLICY.parameter())
        .map(
            document ->
                new NamedPolicy(
                    "the bucket policy",
                    BucketPolicies.read(bucket.name(), document.getBytes(StandardCharsets.UTF_8))));
  }

  private static String resource(Target target) {
    return target.bucket().isEmpty()
        ? "*"
        : "arn:aws:s3:::" + target.bucket() + target.key().map(name -> "/" + name).orElse("");
  }

  private AccessRequest asked(
      S3Request request, String action, Target target, Optional<Bucket> bucket) {
    Map<String, List<String>> keys = new HashMap<>();
    request.caller().ifPresent(caller -> keys.putAll(CallerRequest.keys(caller, clock.instant())));
    bucket.ifPresent(each -> keys.put("aws:ResourceAccount", List.of(each.account())));
    QUERY_KEYS.forEach(
        (parameter, name) ->
            request.query().first(parameter).ifPresent(value -> keys.put(name, List.of(value))));
    target.versionId().ifPresent(version -> keys.put("s3:VersionId", List.of(version)));
    HEADER_KEYS.forEach(
        (header, name) ->
            request.headers().first(header).ifPresent(value -> keys.put(name, List.of(value))));
    Principal principal =
        request.caller().map(CallerRequest::principal).orElseGet(Principal.Anonymous::new);
    return new AccessRequest(principal, action, resource(target), keys);
  }
}
