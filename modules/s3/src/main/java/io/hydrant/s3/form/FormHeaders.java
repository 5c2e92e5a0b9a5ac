package io.hydrant.s3.form;

import io.hydrant.s3.error.S3Errors;
import io.hydrant.s3.message.HeaderTexts;
import io.hydrant.s3.message.Headers;
import io.hydrant.s3.xml.XmlNode;
import io.hydrant.s3.xml.XmlReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The headers with which PutObject would store the same object as a form. */
final class FormHeaders {
  private static final Set<String> SAME =
      Set.of(
          "cache-control",
          "content-disposition",
          "content-encoding",
          "content-language",
          "content-type",
          "expires",
          "x-amz-sdk-checksum-algorithm",
          "x-amz-storage-class",
          "x-amz-website-redirect-location");

  private static final List<String> SAME_START =
      List.of(
          "x-amz-checksum-", "x-amz-meta-", "x-amz-object-lock-", "x-amz-server-side-encryption");

  private FormHeaders() {}

  /**
   * @throws io.hydrant.s3.error.S3Exception MalformedXML, or InvalidArgument for what no header can
   *     hold
   */
  static Headers of(FormFields fields) {
    Headers headers = Headers.NONE;
    for (FormFields.Field field : fields.all()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (name.equals("acl")) {
        headers = with(headers, "x-amz-acl", field.value());
      } else if (name.equals("tagging")) {
        headers = with(headers, "x-amz-tagging", tags(field.value()));
      } else if (SAME.contains(name) || SAME_START.stream().anyMatch(name::startsWith)) {
        headers = with(headers, name, field.value());
      }
    }
    return headers;
  }

  private static Headers with(Headers headers, String name, String value) {
    HeaderTexts.require(name, value);
    return headers.with(name, value);
  }

  /** Returns the tags of a document in the form of a query. */
  private static String tags(String document) {
    XmlNode tagging = XmlReader.read(document.getBytes(StandardCharsets.UTF_8), "Tagging");
    return tagging
        .child("TagSet")
        .orElseThrow(() -> S3Errors.malformedXml().exception())
        .children("Tag")
        .stream()
        .map(tag -> text(tag, "Key") + "=" + text(tag, "Value"))
        .collect(Collectors.joining("&"));
  }

  private static String text(XmlNode tag, String name) {
    return URLEncoder.encode(
        tag.text(name).orElseThrow(() -> S3Errors.malformedXml().exception()),
        StandardCharsets.UTF_8);
  }
}
