package io.hydrant.s3.message;

import io.hydrant.s3.error.S3Errors;
import java.util.regex.Pattern;

/**
 * Checks headers that did not arrive as headers, but in a form or in an address: a line break in
 * one would add headers to later answers.
 */
public final class HeaderTexts {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}]*");

  private HeaderTexts() {}

  /**
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument
   */
  public static void require(String name, String value) {
    if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
      throw S3Errors.invalidArgument("No header can have this name and value.", name, value)
          .exception();
    }
  }
}
