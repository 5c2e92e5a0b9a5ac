package io.hydrant.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.EntityTypes;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamId;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.quota.KeyStreamQuota;
import io.hydrant.core.quota.KeyStreamQuotaEvent;
import io.hydrant.core.stream.EncryptionConfigurationInput;
import io.hydrant.core.stream.IsKeyInUse;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.entity.EntityKind;
import io.hydrant.runtime.entity.InMemoryEntities;
import io.hydrant.runtime.kms.KmsPort;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A key between a KMS that describes it and a quota of one stream for each key. */
class KeyResolutionTest {
  private static final String KEY = "arn:aws:kms:us-east-1:000000000000:key/a";
  private static final String ALIAS = "arn:aws:kms:us-east-1:000000000000:alias/a";
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");
  private static final StreamArn ORDERS = stream("orders");
  private static final StreamArn CLICKS = stream("clicks");
  private static final EncryptionConfigurationInput CUSTOMER =
      new EncryptionConfigurationInput(KeyType.CUSTOMER_MANAGED_CMK, Optional.of(ALIAS));
  private static final ResolvedKey RESOLVED =
      new ResolvedKey(KeyType.CUSTOMER_MANAGED_CMK, KEY, CALLER);

  private final List<String> calls = new ArrayList<>();
  private final Set<String> streamsUsingKey = new HashSet<>();
  private CompletionStage<Reply<String>> description =
      CompletableFuture.completedFuture(Reply.success(KEY));
  private final InMemoryEntities<KeyStreamQuota, KeyStreamQuotaEvent> quotas =
      new InMemoryEntities<>(new EntityKind<>(EntityTypes.KEY_STREAM_QUOTA));
  private final ServiceClock clock = new ServiceClock(quotas::now);
  private final KeyResolution resolution =
      new KeyResolution(kms(), new KeyStreamQuotaService(quotas, new Streams(), clock, 1));

  /** Streams that answer whether they use the key. */
  private final class Streams implements Entities<StreamState, StreamEvent> {
    // The command's answer is a boolean.
    @SuppressWarnings("unchecked")
    @Override
    public <O> CompletionStage<Reply<O>> ask(
        String entityId, Command<StreamState, StreamEvent, O> command, Optional<Caller> caller) {
      assertThat(command).isEqualTo(new IsKeyInUse(KEY));
      return CompletableFuture.completedFuture(
          (Reply<O>) Reply.success(streamsUsingKey.contains(entityId)));
    }
  }

  private KmsPort kms() {
    return (KmsPort)
        Proxy.newProxyInstance(
            KmsPort.class.getClassLoader(),
            new Class<?>[] {KmsPort.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName() + " " + arguments[arguments.length - 1]);
              return description;
            });
  }

  private static StreamArn stream(String name) {
    return new StreamArn("us-east-1", "000000000000", new StreamName(name));
  }

  private Reply<ResolvedKey> resolve(StreamArn stream, EncryptionConfigurationInput key) {
    return resolution.target(CALLER, stream, key).toCompletableFuture().join();
  }

  private static ServiceError error(Reply<ResolvedKey> reply) {
    return ((Reply.Failure<ResolvedKey>) reply).error();
  }

  private void passGrace() {
    quotas.advance(Duration.ofHours(1));
  }

  @Test
  void kms_describes_the_key_that_the_caller_names() {
    assertThat(resolve(ORDERS, CUSTOMER)).isEqualTo(Reply.success(RESOLVED));
    assertThat(calls).containsExactly("describeKey " + ALIAS);
  }

  @Test
  void a_call_without_a_key_gets_the_service_key_of_its_region_which_has_no_quota() {
    ResolvedKey owned = new ResolvedKey(KeyType.AWS_OWNED_CMK, KEY, CALLER);
    for (StreamArn stream : List.of(ORDERS, CLICKS)) {
      assertThat(resolve(stream, EncryptionConfigurationInput.DEFAULT))
          .isEqualTo(Reply.success(owned));
    }
    assertThat(calls).containsExactly("awsOwnedKey us-east-1", "awsOwnedKey us-east-1");
    assertThat(quotas.journal).isEmpty();
  }

  @Test
  void a_refusal_of_kms_is_an_invalid_key_and_reserves_nothing() {
    description =
        CompletableFuture.completedFuture(
            Reply.failure(new ServiceError("DisabledException", "the key is disabled")));
    ServiceError error = error(resolve(ORDERS, CUSTOMER));
    assertThat(error.code()).isEqualTo("InvalidKMSResourceException");
    assertThat(error.message()).contains("the key is disabled");
    assertThat(quotas.journal).isEmpty();
  }

  @Test
  void a_kms_that_does_not_answer_is_service_unavailable() {
    description = CompletableFuture.failedFuture(new IllegalStateException("KMS is away"));
    assertThat(error(resolve(ORDERS, CUSTOMER)).code()).isEqualTo("ServiceUnavailableException");
    assertThat(quotas.journal).isEmpty();
  }

  @Test
  void a_key_without_room_for_a_stream_is_a_limit_exceeded() {
    assertThat(resolve(ORDERS, CUSTOMER)).isEqualTo(Reply.success(RESOLVED));
    assertThat(error(resolve(CLICKS, CUSTOMER)).code()).isEqualTo("LimitExceededException");
    assertThat(resolve(ORDERS, CUSTOMER)).isEqualTo(Reply.success(RESOLVED));
  }

  @Test
  void a_stream_that_has_left_a_full_key_makes_room_for_another() {
    assertThat(resolve(ORDERS, CUSTOMER)).isEqualTo(Reply.success(RESOLVED));
    passGrace();
    assertThat(resolve(CLICKS, CUSTOMER)).isEqualTo(Reply.success(RESOLVED));
  }

  @Test
  void a_stream_that_uses_a_full_key_keeps_its_place() {
    assertThat(resolve(ORDERS, CUSTOMER)).isEqualTo(Reply.success(RESOLVED));
    streamsUsingKey.add(StreamId.of(ORDERS));
    passGrace();
    assertThat(error(resolve(CLICKS, CUSTOMER)).code()).isEqualTo("LimitExceededException");
  }
}
