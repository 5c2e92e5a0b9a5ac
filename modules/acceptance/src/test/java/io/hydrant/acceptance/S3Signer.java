package io.hydrant.acceptance;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests of S3 that no SDK sends, as a client that knows a secret. */
record S3Signer(String accessKeyId, String secret) {
  static final String EMPTY_HASH = hash(new byte[0]);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A signed head, and what signs the chunks behind it. */
  record Signed(HttpRequest.Builder request, String date, String signature) {}

  private static byte[] hmac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String now() {
    return DATE.format(Instant.now());
  }

  static String scope(String date) {
    return date.substring(0, 8) + "/us-east-1/s3/aws4_request";
  }

  /** Returns the signature of a text with the key of a day. */
  String sign(String date, String text) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : scope(date).split("/", -1)) {
      key = hmac("HmacSHA256", key, part);
    }
    return HexFormat.of().formatHex(hmac("HmacSHA256", key, text));
  }

  /** Returns the signature of version 2 of a text. */
  String signVersion2(String text) {
    return Base64.getEncoder()
        .encodeToString(hmac("HmacSHA1", secret.getBytes(StandardCharsets.UTF_8), text));
  }

  /** Signs a request without a query, with these headers. */
  Signed head(String method, URI address, String contentHash, String... headers) {
    String date = now();
    SortedMap<String, String> all = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    all.put("x-amz-content-sha256", contentHash);
    all.put("x-amz-date", date);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    all.forEach(request::header);
    all.put("host", address.getAuthority());
    StringBuilder canonical = new StringBuilder(method + "\n" + address.getRawPath() + "\n\n");
    all.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\n'));
    String names = String.join(";", all.keySet());
    canonical.append('\n').append(names).append('\n').append(contentHash);
    String signature =
        sign(
            date,
            String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                date,
                scope(date),
                hash(canonical.toString().getBytes(StandardCharsets.UTF_8))));
    request.header(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential="
            + accessKeyId
            + "/"
            + scope(date)
            + ", SignedHeaders="
            + names
            + ", Signature="
            + signature);
    return new Signed(request, date, signature);
  }

  /** Returns the signature of a chunk behind another one, or behind the head. */
  String chunk(String date, String previous, String content) {
    return sign(
        date,
        String.join(
            "\n",
            "AWS4-HMAC-SHA256-PAYLOAD",
            date,
            scope(date),
            previous,
            EMPTY_HASH,
            hash(content.getBytes(StandardCharsets.UTF_8))));
  }
}
