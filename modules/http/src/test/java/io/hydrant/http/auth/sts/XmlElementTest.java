package io.hydrant.http.auth.sts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class XmlElementTest {
  @Test
  void an_element_is_written_with_what_it_holds() {
    XmlElement element =
        XmlElement.of("a", XmlElement.of("b", "<1 & \"2\">"), XmlElement.of("c", ""));
    assertThat(element.write("urn:x"))
        .isEqualTo("<a xmlns=\"urn:x\"><b>&lt;1 &amp; &quot;2&quot;&gt;</b><c></c></a>\n");
  }

  @Property(tries = 300)
  void whatever_a_text_holds_it_is_xml_with_as_many_characters(@ForAll String text)
      throws Exception {
    String xml = XmlElement.of("a", text).write("urn:x");
    String read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement()
            .getTextContent();
    assertThat(read.codePoints().count()).isEqualTo(text.codePoints().count());
  }
}
