package io.hydrant.core.destination;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;

/**
 * The rules for the name of an OpenSearch or Elasticsearch domain. Recorded from AWS, September
 * 2026.
 */
final class OpenSearchRules {
  static final List<String> REQUIRED = List.of("RoleARN", "IndexName", "S3Configuration");

  /** The members that only a creation has. */
  private static final List<String> FIXED = List.of("S3BackupMode", "VpcConfiguration");

  private OpenSearchRules() {}

  /** The endpoint or the ARN of the domain, and not both. */
  static Optional<ServiceError> check(Structure configuration) {
    boolean arn = configuration.has("DomainARN");
    boolean endpoint = configuration.has("ClusterEndpoint");
    if (arn && endpoint) {
      return Optional.of(KindErrors.twoOpenSearchDomains());
    }
    return arn || endpoint ? Optional.empty() : Optional.of(KindErrors.noOpenSearchDomain());
  }

  /**
   * Checks a domain of a version that has no types. AWS reads the domain's version; there is no
   * domain here, so the configuration that is named after OpenSearch implies the versions without
   * types, and the one that is named after Elasticsearch for those with them.
   */
  static Optional<ServiceError> checkWithoutTypes(Structure configuration) {
    return check(configuration)
        .or(
            () ->
                configuration
                    .text("TypeName")
                    .filter(name -> !name.isEmpty())
                    .map(name -> KindErrors.typeName()));
  }

  /**
   * The configuration after an update. Whichever name of the domain the update gives takes the
   * place of the other, because an update cannot take a member away: assumed.
   */
  static Structure updated(Structure merged, Structure update) {
    if (update.has("DomainARN") == update.has("ClusterEndpoint")) {
      return merged;
    }
    return merged.without(update.has("DomainARN") ? "ClusterEndpoint" : "DomainARN");
  }

  /**
   * The configuration after a change between the forms of OpenSearch, with what is fixed at
   * creation. "You can't change this backup mode after you create the Firehose stream", and no
   * update has a member for either.
   */
  static Structure kept(Destination before, DestinationType to, Structure replaced) {
    Structure kept = replaced;
    if (before.type().isOpenSearch() && to.isOpenSearch()) {
      for (String member : FIXED) {
        if (before.configuration().get(member).isPresent()) {
          kept = kept.with(member, before.configuration().get(member).get());
        }
      }
    }
    return kept;
  }
}
