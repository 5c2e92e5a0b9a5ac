package io.hydrant.s3.configuration;

import io.hydrant.s3.error.ObjectErrors;
import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.xml.XmlNode;
import io.hydrant.s3.xml.XmlWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The tags of objects and buckets. */
public final class Tags {
  public static final int OBJECT_MAX = 10;
  public static final int BUCKET_MAX = 50;
  private static final int KEY_MAX = 128;
  private static final int VALUE_MAX = 256;
  private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private Tags() {}

  /**
   * Reads the header {@code x-amz-tagging}, which has the form of a query.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument or InvalidTag
   */
  public static Map<String, String> ofHeader(Headers headers) {
    Map<String, String> tags = new TreeMap<>();
    for (String pair : headers.first("x-amz-tagging").orElse("").split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        add(
            tags,
            decoded(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return checked(tags, OBJECT_MAX);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw S3Errors.invalidArgument(
              "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query"
                  + " parameters without tag name duplicates.",
              "x-amz-tagging",
              text)
          .exception();
    }
  }

  /**
   * Reads a Tagging document.
   *
   * @param most the limit of tags
   * @throws io.hydrant.s3.error.S3Exception MalformedXML or InvalidTag
   */
  public static Map<String, String> of(XmlNode tagging, int most) {
    Map<String, String> tags = new TreeMap<>();
    XmlNode set = tagging.child("TagSet").orElseThrow(() -> S3Errors.malformedXml().exception());
    for (XmlNode tag : set.children("Tag")) {
      Optional<String> key = tag.text("Key");
      Optional<String> value = tag.text("Value");
      if (key.isEmpty() || value.isEmpty()) {
        throw S3Errors.malformedXml().exception();
      }
      add(tags, key.get(), value.get());
    }
    return checked(tags, most);
  }

  private static void add(Map<String, String> tags, String key, String value) {
    if (tags.put(key, value) != null) {
      throw ObjectErrors.invalidTag("Cannot provide multiple Tags with the same key").exception();
    }
  }

  private static Map<String, String> checked(Map<String, String> tags, int most) {
    if (tags.size() > most) {
      throw ObjectErrors.tooManyTags(most).exception();
    }
    tags.forEach(
        (key, value) -> {
          if (key.isEmpty() || key.length() > KEY_MAX || !TEXT.matcher(key).matches()) {
            throw ObjectErrors.invalidTag("The TagKey you have provided is invalid").exception();
          }
          if (value.length() > VALUE_MAX || !TEXT.matcher(value).matches()) {
            throw ObjectErrors.invalidTag("The TagValue you have provided is invalid").exception();
          }
          if (key.startsWith("aws:")) {
            throw ObjectErrors.invalidTag("System tags cannot be added/updated by requester")
                .exception();
          }
        });
    return tags;
  }

  /** Returns the Tagging document. */
  public static String document(Map<String, String> tags) {
    return XmlWriter.document(
        "Tagging",
        xml ->
            xml.element(
                "TagSet",
                set ->
                    tags.forEach(
                        (key, value) ->
                            set.element(
                                "Tag", tag -> tag.element("Key", key).element("Value", value)))));
  }
}
