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
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.stream.javadsl.StreamConverters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /_hydrant/journal}: the running node's journal as an exported file, without records'
 * data. It is written as fast as it is read, on a thread of its own; a file without its end was cut
 * off.
 */
final class JournalPage implements AdminPages {
  static final String PATH = "/_hydrant/journal";
  private static final Logger LOG = LoggerFactory.getLogger(JournalPage.class);
  private static final ContentType LINES =
      ContentTypes.create(MediaTypes.applicationWithOpenCharset("x-ndjson"), HttpCharsets.UTF_8);

  /** Each reader holds a thread for as long as it reads. */
  private static final int READERS_MAX = 4;

  private final Supplier<JournalSource> journal;
  private final Semaphore readers = new Semaphore(READERS_MAX);

  /**
   * @param journal opened for each reader
   */
  JournalPage(Supplier<JournalSource> journal) {
    this.journal = journal;
  }

  @Override
  public Optional<CompletionStage<HttpResponse>> page(HttpRequest request) {
    return request.getUri().path().equals(PATH)
        ? Optional.of(CompletableFuture.completedFuture(answer()))
        : Optional.empty();
  }

  private HttpResponse answer() {
    if (!readers.tryAcquire()) {
      return HttpResponse.create()
          .withStatus(StatusCodes.SERVICE_UNAVAILABLE)
          .withEntity(
              ContentTypes.APPLICATION_JSON,
              "{\"message\":\"Others are reading the journal; try again when they are done.\"}\n");
    }
    return HttpResponse.create()
        .withEntity(
            HttpEntities.create(
                LINES,
                StreamConverters.asOutputStream().mapMaterializedValue(JournalPage.this::begin)));
  }

  private OutputStream begin(OutputStream out) {
    Thread writer = new Thread(() -> write(out), "journal export");
    writer.setDaemon(true);
    writer.start();
    return out;
  }

  private void write(OutputStream out) {
    try (JournalSource source = journal.get();
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8))) {
      JournalExport.write(source, writer, false, UnaryOperator.identity());
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("The reader of the journal has gone", e);
    } catch (UnreadableJournalException | CompletionException e) {
      LOG.warn("The journal could not be handed out to its end: {}", e.getMessage());
    } finally {
      readers.release();
    }
  }
}
