package io.hydrant.s3.xml;

import io.hydrant.s3.error.S3Errors;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the documents that clients send. Document types and entities are refused, depth and number
 * of elements are bounded.
 */
public final class XmlReader {
  private static final int DEPTH_MAX = 32;
  private static final int ELEMENTS_MAX = 100_000;
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final XMLInputFactory FACTORY = factory();

  private static final class Open {
    private final String name;
    private final Optional<String> type;
    private final StringBuilder text = new StringBuilder();
    private final List<XmlNode> children = new ArrayList<>();

    Open(String name, Optional<String> type) {
      this.name = name;
      this.type = type;
    }
  }

  private XmlReader() {}

  /**
   * Reads a document whose root has that name.
   *
   * @throws io.hydrant.s3.error.S3Exception MalformedXML
   */
  public static XmlNode read(byte[] document, String root) {
    requireUtf8(document);
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
      XmlNode node = read(reader);
      if (!node.name().equals(root)) {
        throw S3Errors.malformedXml().exception();
      }
      return node;
    } catch (XMLStreamException e) {
      throw S3Errors.malformedXml().exception();
    }
  }

  /** The parser would write about other bytes to the process's error stream. */
  private static void requireUtf8(byte[] document) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
    } catch (CharacterCodingException e) {
      throw S3Errors.malformedXml().exception();
    }
  }

  private static XmlNode read(XMLStreamReader reader) throws XMLStreamException {
    Deque<Open> open = new ArrayDeque<>();
    Optional<XmlNode> root = Optional.empty();
    int elements = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++elements > ELEMENTS_MAX || open.size() == DEPTH_MAX) {
            throw S3Errors.malformedXml().exception();
          }
          open.push(
              new Open(
                  reader.getLocalName(),
                  Optional.ofNullable(reader.getAttributeValue(INSTANCE, "type"))));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.element().text.append(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Open ended = open.pop();
          XmlNode node = new XmlNode(ended.name, ended.text.toString(), ended.type, ended.children);
          if (open.isEmpty()) {
            root = Optional.of(node);
          } else {
            open.element().children.add(node);
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw S3Errors.malformedXml().exception();
        default -> {
          // Comments and processing instructions mean nothing.
        }
      }
    }
    return root.orElseThrow(() -> S3Errors.malformedXml().exception());
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
