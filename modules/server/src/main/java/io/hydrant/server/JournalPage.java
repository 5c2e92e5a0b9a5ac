package io.hydrant.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hydrant.http.AdminPages;
import io.hydrant.replay.exported.JournalExport;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.javadsl.StreamConverters;
import org.apache.pekko.util.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /_hydrant/journal}: the running node's journal as an exported file, without records'
 * data. It is written as fast as it is read, on a thread of its own.
 */
record JournalPage(JournalSource journal) implements AdminPages {
  static final String PATH = "/_hydrant/journal";
  private static final Logger LOG = LoggerFactory.getLogger(JournalPage.class);

  @Override
  public Optional<CompletionStage<HttpResponse>> page(HttpRequest request) {
    return request.getUri().path().equals(PATH)
        ? Optional.of(CompletableFuture.completedFuture(answer()))
        : Optional.empty();
  }

  private HttpResponse answer() {
    Source<ByteString, ?> lines =
        StreamConverters.asOutputStream()
            .mapMaterializedValue(
                out -> {
                  Thread writer = new Thread(() -> write(out), "journal export");
                  writer.setDaemon(true);
                  writer.start();
                  return out;
                });
    return HttpResponse.create()
        .withEntity(
            HttpEntities.create(
                ContentTypes.create(
                    MediaTypes.applicationWithOpenCharset("x-ndjson"),
                    org.apache.pekko.http.javadsl.model.HttpCharsets.UTF_8),
                lines));
  }

  private void write(OutputStream out) {
    try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8))) {
      JournalExport.write(journal, writer, false, UnaryOperator.identity());
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("The reader of the journal has gone", e);
    } catch (UnreadableJournalException | CompletionException e) {
      LOG.warn("The journal could not be handed out to its end: {}", e.getMessage());
    }
  }
}
