package io.hydrant.runtime.kms;

import io.hydrant.api.call.Replies;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.AliasArn;
import io.hydrant.core.kms.CreateKey;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyManager;
import io.hydrant.core.kms.KeyMetadata;
import io.hydrant.core.kms.RegisterKey;
import io.hydrant.core.kms.ReserveAlias;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Creates keys: an entity for each key, and its entry in the directory of its account. */
record KeyCreation(KeyEntities keys, MaterialCipher cipher) {
  /** Creates the key first and registers it second: after a crash in between no caller knows it. */
  CompletionStage<Reply<KeyMetadata>> create(
      Caller caller, CreateKey.Input input, KeyManager manager) {
    KeyArn arn = new KeyArn(caller.region(), caller.account(), newKeyId(input));
    CreateKey command = new CreateKey(caller, arn, input, manager, cipher.newMaterial(arn, 1));
    return Replies.then(
        keys.ask(command),
        metadata -> Replies.map(keys.ask(caller, new RegisterKey(arn)), done -> metadata));
  }

  private static String newKeyId(CreateKey.Input input) {
    String id = UUID.randomUUID().toString();
    return input.multiRegion() ? KeyArn.MULTI_REGION_PREFIX + id.replace("-", "") : id;
  }

  /** Returns the key of a service's own alias, and creates it at the first call. */
  CompletionStage<Reply<KeyArn>> serviceKey(
      Caller service, String aliasName, CreateKey.Input input) {
    AliasArn alias = new AliasArn(service.region(), service.account(), aliasName);
    return keys.resolve(alias)
        .thenCompose(
            found ->
                found.fold(
                    arn -> Replies.now(Reply.success(arn)),
                    missing ->
                        Replies.then(
                            create(service, input, KeyManager.AWS),
                            made -> keys.ask(service, new ReserveAlias(alias, made.arn())))));
  }
}
