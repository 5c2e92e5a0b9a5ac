package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Fold;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One key of account 000000000000 and all that happens to it. */
final class KeyHistory {
  static final Caller OWNER = Caller.root("000000000000", "us-east-1");
  static final Caller STRANGER = Caller.root("111111111111", "us-east-1");
  static final KeyArn ARN =
      new KeyArn("us-east-1", "000000000000", "11111111-2222-3333-4444-555555555555");
  static final Bytes MATERIAL = Bytes.ofUtf8("wrapped");
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final List<KeyEvent> events = new ArrayList<>();
  Key state = new Key.Absent();
  Instant now = START;

  static KeyHistory created() {
    return created(CreateKey.Input.DEFAULT);
  }

  static KeyHistory created(CreateKey.Input input) {
    KeyHistory history = new KeyHistory();
    history.ask(new CreateKey(OWNER, ARN, input, KeyManager.CUSTOMER, MATERIAL));
    return history;
  }

  static CreateKey.Input input(KeySpec spec, KeyUsage usage) {
    return new CreateKey.Input(
        Optional.empty(),
        "",
        Optional.of(usage),
        Optional.of(spec),
        Optional.empty(),
        KeyOrigin.AWS_KMS,
        false,
        false,
        List.of());
  }

  static CreateKey.Input input(
      Optional<KeyPolicy> policy, KeyOrigin origin, boolean bypassLockoutCheck, List<Tag> tags) {
    return new CreateKey.Input(
        policy,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        origin,
        false,
        bypassLockoutCheck,
        tags);
  }

  <O> Reply<O> ask(Command<Key, KeyEvent, O> command) {
    Decision<KeyEvent, O> decision = command.decide(state, now);
    events.addAll(decision.events());
    state = Fold.fold(state, decision.events());
    return decision.reply();
  }

  Reply<KeyMaterial> encrypt(Caller caller, Map<String, String> context) {
    return ask(new Encrypt(caller, ARN, 10, context, Encrypt.SYMMETRIC_DEFAULT, false));
  }

  Reply<KeyMaterial> generate(Caller caller, Map<String, String> context) {
    return ask(new GenerateDataKey(caller, ARN, DataKeyRequest.aes256(context)));
  }

  Reply<CreateGrant.Output> grant(String id, Optional<String> name, GrantConstraints constraints) {
    return ask(
        new CreateGrant(
            OWNER,
            ARN,
            new CreateGrant.Input(
                Optional.of(STRANGER.principalArn()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("Encrypt", "GenerateDataKey"),
                constraints,
                name,
                false),
            id));
  }

  static String code(Reply<?> reply) {
    return reply.fold(output -> "success", error -> error.code());
  }

  static String message(Reply<?> reply) {
    return reply.fold(output -> "success", error -> error.message());
  }
}
