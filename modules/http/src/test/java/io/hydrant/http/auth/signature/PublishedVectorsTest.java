package io.hydrant.http.auth.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.id.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests of AWS's own test suite for Signature Version 4, with the signatures it gives. */
class PublishedVectorsTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String DATE = "20150830T123600Z";
  private static final CredentialScope SCOPE =
      new CredentialScope("20150830", "us-east-1", "service", "aws4_request");

  /** The headers besides host and date are separated by semicolons. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          get-vanilla | GET | / | `` | `` | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
          get-vanilla-query-order-key-case | GET | /?Param2=value2&Param1=value1 | `` | `` | b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500
          get-unreserved | GET | /-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz | `` | `` | 07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f
          get-utf8 | GET | /ሴ | `` | `` | 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85
          get-space | GET | /example space/ | `` | `` | 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741
          get-relative | GET | /example/.. | `` | `` | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
          get-slash-dot-slash | GET | /./ | `` | `` | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
          get-slashes | GET | //example// | `` | `` | 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84
          get-header-key-duplicate | GET | / | my-header1:value2;my-header1:value2;my-header1:value1 | `` | c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea
          get-header-value-order | GET | / | My-Header1:value4;My-Header1:value1;My-Header1:value3;My-Header1:value2 | `` | 08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01
          get-header-value-trim | GET | / | My-Header1: value1;My-Header2: "a   b   c" | `` | acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736
          post-vanilla | POST | / | `` | `` | 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b
          post-vanilla-query | POST | /?Param1=value1 | `` | `` | 28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11
          post-header-value-case | POST | / | My-Header1:VALUE1 | `` | cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d
          post-x-www-form-urlencoded | POST | / | Content-Type:application/x-www-form-urlencoded | Param1=value1 | ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a
          """)
  void the_signature_is_that_of_the_suite(
      String name, String method, String target, String headers, String body, String signature) {
    List<SignedRequest.Header> all = new ArrayList<>();
    all.add(new SignedRequest.Header("Host", "example.amazonaws.com"));
    all.add(new SignedRequest.Header("X-Amz-Date", DATE));
    for (String header : headers.isEmpty() ? new String[0] : headers.split(";", -1)) {
      int colon = header.indexOf(':');
      all.add(new SignedRequest.Header(header.substring(0, colon), header.substring(colon + 1)));
    }
    List<String> signed = all.stream().map(SignedRequest.Header::name).distinct().sorted().toList();
    SignedRequest request = new SignedRequest(method, target, all, Bytes.ofUtf8(body));
    assertThat(SignatureV4.of(request, signed, SCOPE, DATE, SECRET)).isEqualTo(signature);
  }
}
