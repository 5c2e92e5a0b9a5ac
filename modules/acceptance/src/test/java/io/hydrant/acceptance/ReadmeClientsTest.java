package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients of the README put a record, each in five lines. */
class ReadmeClientsTest extends OneNode {
  private static final int LINES_MAX = 5;

  @TempDir Path folder;

  @BeforeAll
  void createStream() {
    create("orders", 60);
    encrypt("orders", newKey());
  }

  private static String client(String language) {
    List<String> texts =
        Documents.blocks(Documents.README)
            .filter(block -> block.language().equals(language))
            .map(Documents.Block::text)
            .toList();
    assertThat(texts).as(language).hasSize(1);
    assertThat(texts.get(0).lines()).hasSizeLessThanOrEqualTo(LINES_MAX);
    return texts.get(0);
  }

  private String output(List<String> command) throws Exception {
    return ClientProcess.output(endpoint(), folder, command);
  }

  @Test
  void java() throws Exception {
    Path source = folder.resolve("Client.java");
    Files.writeString(
        source,
        """
        import java.net.URI;
        import software.amazon.awssdk.core.SdkBytes;
        import software.amazon.awssdk.services.firehose.FirehoseClient;
        import software.amazon.awssdk.services.firehose.model.PutRecordResponse;
        import software.amazon.awssdk.services.firehose.model.Record;

        class Client {
          public static void main(String[] arguments) {
        """
            + client("java")
            + "}}");
    assertThat(
            output(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Dsoftware.amazon.awssdk.http.service.impl="
                        + "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService",
                    "-cp",
                    System.getProperty("java.class.path"),
                    source.toString())))
        .endsWith("true\n");
  }

  @Test
  void javascript() throws Exception {
    ClientProcess.needsJavaScript();
    assertThat(
            ClientProcess.output(
                endpoint(),
                ClientProcess.CLIENTS.resolve("javascript"),
                List.of("node", "--input-type=module", "--eval", client("javascript"))))
        .endsWith("true\n");
  }

  @Test
  void python() throws Exception {
    ClientProcess.needsPython();
    assertThat(output(List.of("/usr/bin/python3", "-c", client("python")))).endsWith("True\n");
  }

  @Test
  void go() throws Exception {
    ClientProcess.needsGo();
    Path source = folder.resolve("client.go");
    Files.writeString(
        source,
        """
        package main

        import (
          "context"
          "fmt"
          "os"

          "github.com/aws/aws-sdk-go-v2/aws"
          "github.com/aws/aws-sdk-go-v2/config"
          "github.com/aws/aws-sdk-go-v2/service/firehose"
          "github.com/aws/aws-sdk-go-v2/service/firehose/types"
        )

        func main() {
        """
            + client("go")
            + "fmt.Println(*answer.Encrypted, err)\n}\n");
    assertThat(output(List.of("go", "run", source.toString()))).endsWith("true <nil>\n");
  }

  @Test
  void curl() throws Exception {
    ClientProcess.needs("curl", "--version");
    assertThat(output(List.of("bash", "-c", client("bash")))).contains("\"Encrypted\":true");
  }
}
