package io.hydrant.core.world;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.CreateGrant;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.DataKeyRequest;
import io.hydrant.core.kms.Decrypt;
import io.hydrant.core.kms.DescribeKey;
import io.hydrant.core.kms.Encrypt;
import io.hydrant.core.kms.GenerateDataKey;
import io.hydrant.core.kms.Grant;
import io.hydrant.core.kms.GrantConstraints;
import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyCommand;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.kms.KeyManager;
import io.hydrant.core.kms.KeyUsageRules;
import io.hydrant.core.kms.RetireGrant;
import io.hydrant.core.stream.StreamTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** KMS as Firehose reaches it: the real rules of keys and grants, around an envelope of text. */
final class SimulatedKms {
  static final String OWNED = arn("aws-firehose", "owned");
  static final List<String> CUSTOMER_KEYS =
      List.of(arn(World.ACCOUNT, "a"), arn(World.ACCOUNT, "b"), arn(World.ACCOUNT, "c"));

  private static final String SERVICE = "firehose.amazonaws.com";
  private static final List<String> OPERATIONS =
      List.of("Decrypt", "GenerateDataKey", "RetireGrant");

  private final World world;
  private final Map<String, Ledger<Key, KeyEvent>> keys = new LinkedHashMap<>();
  private int serial;
  private boolean retirementAllowed = true;

  SimulatedKms(World world) {
    this.world = world;
    create(OWNED, KeyManager.AWS);
    CUSTOMER_KEYS.forEach(key -> create(key, KeyManager.CUSTOMER));
  }

  private void create(String arn, KeyManager manager) {
    KeyArn key = key(arn);
    keys.put(arn, new Ledger<>(arn, new Key.Absent()));
    Caller owner = Caller.root(key.account(), World.REGION);
    ask(new CreateKey(owner, key, CreateKey.Input.DEFAULT, manager, Bytes.ofUtf8("material")));
  }

  private static String arn(String account, String id) {
    return new KeyArn(World.REGION, account, id).toString();
  }

  static KeyArn key(String arn) {
    return KeyArn.parse(arn).orElseThrow();
  }

  /** With its own key the service is that key's owner, with a customer's it needs the grant. */
  private static Caller firehose(String arn) {
    return arn.equals(OWNED)
        ? Caller.root("aws-firehose", World.REGION)
        : new Caller(World.ACCOUNT, World.REGION, SERVICE, Optional.empty());
  }

  <O> Reply<O> ask(KeyCommand<O> command) {
    return keys.get(command.key().toString()).ask(command, world.now());
  }

  Map<String, Ledger<Key, KeyEvent>> ledgers() {
    return keys;
  }

  /** Grants that Firehose had made, and those that clients gave it otherwise, oldest id first. */
  List<Grant> grants(String arn) {
    return keys.get(arn).state().live(world.now()).stream()
        .flatMap(key -> key.grants().values().stream())
        .toList();
  }

  Optional<ServiceError> unusable(String arn) {
    return ask(new DescribeKey(World.CLIENT, key(arn)))
        .fold(metadata -> KeyUsageRules.refusal(metadata, "GenerateDataKey"), Optional::of);
  }

  Reply<String> createGrant(StreamTask.CreateGrant task) {
    String arn = task.target().keyArn();
    Reply<String> made = grant(arn, Optional.of(task.arn().toString()), task.grantName());
    // The answer to an earlier try may have been lost: then that grant is the answer.
    return made.fold(
        id -> made,
        error ->
            grants(arn).stream()
                .filter(grant -> grant.name().filter(task.grantName()::equals).isPresent())
                .findFirst()
                .map(grant -> Reply.success(grant.id()))
                .orElse(made));
  }

  /**
   * @param stream empty: for every stream
   */
  Reply<String> grant(String arn, Optional<String> stream, String name) {
    Optional<Map<String, String>> context = stream.map(SimulatedKms::context);
    CreateGrant.Input input =
        new CreateGrant.Input(
            Optional.of(SERVICE),
            Optional.empty(),
            Optional.of(SERVICE),
            Optional.empty(),
            OPERATIONS,
            new GrantConstraints(context, Optional.empty(), Optional.empty()),
            Optional.of(name),
            false);
    String fresh = String.format("grant-%04d", ++serial);
    return ask(new CreateGrant(World.CLIENT, key(arn), input, fresh))
        .map(
            made -> {
              world.observe(new Observed.GrantMade(arn, made.grantId(), name));
              return made.grantId();
            });
  }

  Reply<Bytes> generateDataKey(String arn, String stream, int epoch) {
    DataKeyRequest request = DataKeyRequest.aes256(context(stream));
    return ask(new GenerateDataKey(firehose(arn), key(arn), request))
        .map(
            permitted -> {
              world.observe(new Observed.DataKeyUsed(arn, name(stream), epoch));
              return new Envelope.Wrapped(arn, stream, ++serial).bytes();
            });
  }

  /** The data key in clear. */
  Reply<String> decrypt(String arn, Bytes wrapped, String stream, int epoch) {
    Envelope.Wrapped read = Envelope.Wrapped.of(wrapped);
    if (!read.keyArn().equals(arn) || !read.stream().equals(stream)) {
      throw new Objection("epochs", "a data key of " + read + " taken for " + arn + ", " + stream);
    }
    return ask(new Decrypt(
            firehose(arn), key(arn), 1, context(stream), Encrypt.SYMMETRIC_DEFAULT, false))
        .map(
            permitted -> {
              world.observe(new Observed.DataKeyUsed(arn, name(stream), epoch));
              return read.opened();
            });
  }

  /** Whether the policies of the keys let Firehose retire grants. */
  void allowRetirement(boolean allowed) {
    retirementAllowed = allowed;
  }

  /** Empty: retired. A grant that is gone already counts as retired. */
  Optional<ServiceError> retireGrant(String arn, String grant) {
    if (!retirementAllowed) {
      return Optional.of(new ServiceError("AccessDeniedException", "not authorized"));
    }
    Reply<NoOutput> reply = ask(new RetireGrant(firehose(arn), key(arn), grant, false));
    return reply.fold(
        done -> {
          world.observe(new Observed.GrantRetired(arn, grant));
          return Optional.empty();
        },
        error -> Optional.of(error).filter(no -> !no.code().equals("NotFoundException")));
  }

  private static String name(String streamArn) {
    return streamArn.substring(streamArn.lastIndexOf('/') + 1);
  }

  private static Map<String, String> context(String stream) {
    return Map.of("aws:firehose:arn", stream);
  }
}
