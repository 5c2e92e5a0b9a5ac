package io.hydrant.s3.encryption;

import io.hydrant.api.port.DataKeyApi;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A KMS that wraps data keys by a prefix, and keeps the calls. */
final class FakeDataKeys implements DataKeys {
  static final String MANAGED = "arn:aws:kms:us-east-1:000000000000:key/managed";
  static final Bytes KEY = Bytes.ofUtf8("a data key of thirty-two bytes!!");

  final List<String> calls = new ArrayList<>();

  @Override
  public DataKeyApi.DataKey generate(Caller caller, String key, Map<String, String> context) {
    calls.add("generate " + caller.principalArn() + " " + key + " " + context);
    return new DataKeyApi.DataKey(key, KEY, Bytes.ofUtf8("wrapped"));
  }

  @Override
  public Bytes open(Caller caller, String keyArn, Bytes wrapped, Map<String, String> context) {
    calls.add("open " + caller.principalArn() + " " + keyArn + " " + context);
    return KEY;
  }

  @Override
  public String managedKey(Caller caller) {
    return MANAGED;
  }
}
