package io.hydrant.s3.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.s3.error.S3Exception;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of hostile clients, and documents that hold any text. */
class XmlTest {
  private static XmlNode read(String document) {
    return XmlReader.read(document.getBytes(StandardCharsets.UTF_8), "a");
  }

  private static void assertMalformed(String document) {
    assertThatThrownBy(() -> read(document))
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.error().code()).isEqualTo("MalformedXML"));
  }

  @Test
  void elements_are_read_with_any_namespace_and_in_any_form_of_text() {
    XmlNode root =
        read(
            "<?xml version=\"1.0\"?><x:a xmlns:x=\"urn:x\"><b> 1 </b><b>&lt;<![CDATA[2]]></b></x:a>");
    assertThat(root.children("b")).extracting(XmlNode::text).containsExactly(" 1 ", "<2");
    assertThat(root.text("b")).contains(" 1 ");
    assertThat(root.child("c")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "text",
        "<a>",
        "<a></b>",
        "<a/><a/>",
        "<b/>",
        "<a>\u0001</a>",
        "<a>&#1;</a>",
        "<a>&unknown;</a>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a/>",
        "<!DOCTYPE a SYSTEM \"http://localhost:1/a.dtd\"><a/>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://localhost:1/p\">%p;]><a/>"
      })
  void what_is_malformed_or_has_a_document_type_is_refused(String document) {
    assertMalformed(document);
  }

  @Test
  void a_file_of_the_machine_is_never_read(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    assertMalformed("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>");
  }

  @Test
  void a_bomb_of_entities_is_refused() {
    StringBuilder types = new StringBuilder("<!ENTITY e0 \"text\">");
    for (int level = 1; level < 30; level++) {
      types.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(level, level - 1, level - 1));
    }
    assertMalformed("<!DOCTYPE a [" + types + "]><a>&e29;</a>");
  }

  @Test
  void depth_and_number_of_elements_are_bounded() {
    assertThat(read("<a>".repeat(32) + "</a>".repeat(32)).name()).isEqualTo("a");
    assertMalformed("<a>".repeat(33) + "</a>".repeat(33));
    assertMalformed("<a>".repeat(100_000));
    assertMalformed("<a>" + "<b/>".repeat(100_000) + "</a>");
  }

  @Property(tries = 300)
  void any_text_that_xml_can_hold_is_read_as_it_was_written(@ForAll String text) {
    String held =
        text.codePoints()
            .filter(code -> code >= ' ' && !(code >= 0xd800 && code < 0xe000) && code < 0xfffe)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String document = XmlWriter.document("a", xml -> xml.element("b", held));
    assertThat(read(document).text("b")).contains(held);
  }

  @Test
  void text_cannot_become_markup() {
    String document =
        XmlWriter.plain("a", xml -> xml.element("b", "</b><c>&\"\r\n\t").element("n", 1L));
    assertThat(document)
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<a><b>&lt;/b&gt;&lt;c&gt;&amp;&quot;&#xd;\n\t</b><n>1</n></a>");
  }

  @Test
  void a_character_that_xml_cannot_hold_is_written_as_a_number_as_s3_does() {
    assertThat(XmlWriter.plain("a", xml -> xml.element("b", "\u0001\ufffe")))
        .contains("<b>&#x1;&#xfffe;</b>");
  }

  @Test
  void a_document_that_was_read_is_written_without_what_s3_does_not_keep() {
    XmlNode root =
        read(
            "<a other=\"1\"><!-- no --><b xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " i:type=\"Kind\"> <c>&amp;</c> </b></a>");
    String written = XmlWriter.document(root);
    assertThat(written)
        .contains("<c>&amp;</c>")
        .contains("xsi:type=\"Kind\"")
        .doesNotContain("other", "<!--");
    assertThat(read(written).child("b").flatMap(XmlNode::type)).isEqualTo(Optional.of("Kind"));
  }
}
