package io.hydrant.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import io.hydrant.http.admin.AdminPages;
import io.hydrant.replay.archive.JournalExport;
import io.hydrant.replay.archive.JournalPart;
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
import org.apache.pekko.http.javadsl.model.StatusCode;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.stream.javadsl.StreamConverters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /_hydrant/journal}: the running node's journal as an exported file, without records'
 * data, or the part of it that a {@link JournalQuery} asks for. {@code GET
 * /_hydrant/journal/entities}: the ids of all entities.
 *
 * <p>It is written as fast as it is read, on a thread of its own; a file without its end was cut
 * off.
 */
final class JournalExportRoute implements AdminPages {
  static final String PATH = "/_hydrant/journal";
  static final String ENTITIES = PATH + "/entities";
  private static final Logger LOG = LoggerFactory.getLogger(JournalExportRoute.class);
  private static final ContentType LINES =
      ContentTypes.create(MediaTypes.applicationWithOpenCharset("x-ndjson"), HttpCharsets.UTF_8);

  /** Each reader holds a thread for as long as it reads. */
  private static final int READERS_MAX = 4;

  private final Supplier<JournalSource> journal;
  private final Semaphore readers = new Semaphore(READERS_MAX);

  /**
   * @param journal opened for each reader
   */
  JournalExportRoute(Supplier<JournalSource> journal) {
    this.journal = journal;
  }

  @Override
  public Optional<CompletionStage<HttpResponse>> page(HttpRequest request) {
    String path = request.getUri().path();
    if (path.equals(ENTITIES)) {
      return now(stream(ContentTypes.APPLICATION_JSON, JournalExportRoute::entities));
    }
    return path.equals(PATH)
        ? now(
            JournalQuery.of(request.getUri().query().toList())
                .fold(
                    question -> stream(LINES, (source, out) -> export(source, out, question)),
                    error -> message(StatusCodes.BAD_REQUEST, error.message())))
        : Optional.empty();
  }

  private static Optional<CompletionStage<HttpResponse>> now(HttpResponse answer) {
    return Optional.of(CompletableFuture.completedFuture(answer));
  }

  private static void export(JournalSource source, Writer out, Optional<JournalPart> part) {
    if (part.isPresent()) {
      JournalExport.write(source, out, part.get());
    } else {
      JournalExport.write(source, out, false, UnaryOperator.identity());
    }
  }

  private static void entities(JournalSource source, Writer out) throws IOException {
    ObjectNode answer = Json.object();
    source.entities().forEach(answer.putArray("entities")::add);
    out.write(answer + "\n");
  }

  private static HttpResponse message(StatusCode status, String sentence) {
    return HttpResponse.create()
        .withStatus(status)
        .withEntity(ContentTypes.APPLICATION_JSON, Json.object().put("message", sentence) + "\n");
  }

  private HttpResponse stream(ContentType type, Content content) {
    if (!readers.tryAcquire()) {
      return message(
          StatusCodes.SERVICE_UNAVAILABLE,
          "Others are reading the journal; try again when they are done.");
    }
    return HttpResponse.create()
        .withEntity(
            HttpEntities.create(
                type,
                StreamConverters.asOutputStream()
                    .mapMaterializedValue(out -> begin(out, content))));
  }

  private OutputStream begin(OutputStream out, Content content) {
    Thread writer = new Thread(() -> write(out, content), "journal export");
    writer.setDaemon(true);
    writer.start();
    return out;
  }

  private void write(OutputStream out, Content content) {
    try (JournalSource source = journal.get();
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8))) {
      content.write(source, writer);
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("The client ended the export of the journal", e);
    } catch (CompletionException | UnreadableJournalException e) {
      LOG.warn("The export of the journal was not completed: {}", e.getMessage());
    } finally {
      readers.release();
    }
  }

  /** The part of a journal that is written. */
  @FunctionalInterface
  private interface Content {
    void write(JournalSource source, Writer out) throws IOException;
  }
}
