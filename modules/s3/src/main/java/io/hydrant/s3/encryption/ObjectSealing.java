package io.hydrant.s3.encryption;

import io.hydrant.api.port.DataKeyApi;
import io.hydrant.api.port.Sealing;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.AliasArn;
import io.hydrant.core.kms.ManagedKey;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.object.ObjectEncryption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes and opens the data keys of objects. */
public final class ObjectSealing {
  private static final String CONTEXT_ARN = "aws:s3:arn";
  private static final int KEY_BYTES = 32;

  private final DataKeys kms;
  private final Sealing node;
  private final boolean encryptAtRest;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param node seals the data keys of SSE-S3
   * @param encryptAtRest whether objects under SSE-S3 are encrypted in their files
   */
  public ObjectSealing(DataKeys kms, Sealing node, boolean encryptAtRest) {
    this.kms = kms;
    this.node = node;
    this.encryptAtRest = encryptAtRest;
  }

  /**
   * The encryption of one object.
   *
   * @param dataKey empty where the file holds the bytes as they are
   */
  public record Sealed(ObjectEncryption encryption, Optional<Bytes> dataKey) {
    /** Returns the cipher of a file of the object. */
    public Optional<SegmentCipher> cipher(String contentId) {
      return dataKey.map(key -> new SegmentCipher(key, contentId));
    }
  }

  /**
   * Makes the data key of an object to write.
   *
   * @param caller is asked for SSE-KMS only
   */
  public Sealed begin(EncryptionChoice choice, Supplier<Caller> caller, String bucket, String key) {
    return choice.fold(
        managed -> managed(),
        chosen -> kms(chosen, caller.get(), bucket, key),
        ObjectSealing::customer);
  }

  private Sealed managed() {
    if (!encryptAtRest) {
      return new Sealed(new ObjectEncryption.Managed(Optional.empty()), Optional.empty());
    }
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return new Sealed(
        new ObjectEncryption.Managed(Optional.of(base64(node.seal(key)))),
        Optional.of(Bytes.wrap(key)));
  }

  private Sealed kms(EncryptionChoice.Kms chosen, Caller caller, String bucket, String key) {
    Map<String, String> context = new TreeMap<>(chosen.context());
    String arn = "arn:aws:s3:::" + bucket;
    context.put(CONTEXT_ARN, chosen.bucketKey() ? arn : arn + "/" + key);
    DataKeyApi.DataKey dataKey = kms.generate(caller, keyId(chosen, caller), context);
    return new Sealed(
        new ObjectEncryption.Kms(
            dataKey.keyArn(), base64(dataKey.wrapped().unsafeArray()), context, chosen.bucketKey()),
        Optional.of(dataKey.plaintext()));
  }

  /** The AWS managed key exists from its first use on, also where a request names its alias. */
  private String keyId(EncryptionChoice.Kms chosen, Caller caller) {
    return chosen
        .key()
        .filter(key -> !isManagedKey(key, caller))
        .orElseGet(() -> kms.managedKey(caller));
  }

  private static boolean isManagedKey(String key, Caller caller) {
    AliasArn managed = new AliasArn(caller.region(), caller.account(), ManagedKey.S3_ALIAS);
    return key.equals(managed.name()) || key.equals(managed.toString());
  }

  private static Sealed customer(EncryptionChoice.Customer chosen) {
    return new Sealed(new ObjectEncryption.Customer(chosen.keyMd5()), Optional.of(chosen.key()));
  }

  /**
   * Returns the data key of an object to read.
   *
   * @param customer the key that the client gave for it
   * @throws io.hydrant.s3.error.S3Exception where the key is missing or KMS refuses
   */
  public Sealed open(
      ObjectEncryption encryption,
      Supplier<Caller> caller,
      Optional<EncryptionChoice.Customer> customer) {
    return new Sealed(
        encryption,
        encryption.fold(
            managed -> withoutCustomer(customer, () -> managed.sealedKey().map(this::unsealed)),
            stored ->
                withoutCustomer(
                    customer,
                    () ->
                        Optional.of(
                            kms.open(
                                caller.get(),
                                stored.keyArn(),
                                Bytes.wrap(Base64.getDecoder().decode(stored.wrappedKey())),
                                stored.context()))),
            stored -> Optional.of(customerKey(stored, customer))));
  }

  /** Checks the key that a client gave, as {@link #open} does, without opening anything. */
  public static void check(
      ObjectEncryption encryption, Optional<EncryptionChoice.Customer> customer) {
    encryption.fold(
        managed -> withoutCustomer(customer, () -> encryption),
        kms -> withoutCustomer(customer, () -> encryption),
        stored -> customerKey(stored, customer));
  }

  private static <T> T withoutCustomer(
      Optional<EncryptionChoice.Customer> customer, Supplier<T> result) {
    if (customer.isPresent()) {
      throw S3Errors.invalidRequest("The encryption parameters are not applicable to this object.")
          .exception();
    }
    return result.get();
  }

  private static Bytes customerKey(
      ObjectEncryption.Customer stored, Optional<EncryptionChoice.Customer> customer) {
    EncryptionChoice.Customer given =
        customer.orElseThrow(
            () ->
                S3Errors.invalidRequest(
                        "The object was stored using a form of Server Side Encryption. The correct"
                            + " parameters must be provided to retrieve the object.")
                    .exception());
    if (!given.keyMd5().equals(stored.keyMd5())) {
      throw S3Errors.accessDenied().exception();
    }
    return given.key();
  }

  private Bytes unsealed(String sealedKey) {
    return Bytes.wrap(
        node.open(Base64.getDecoder().decode(sealedKey))
            .orElseThrow(
                () ->
                    new UncheckedIOException(
                        new IOException(
                            "The data key of an object was sealed under another root key"))));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
