package io.hydrant.inspector;

import io.hydrant.api.port.ClockControl;
import io.hydrant.api.port.FaultControl;
import io.hydrant.core.EntityTypes;
import io.hydrant.core.fault.Fault;
import io.hydrant.http.admin.AdminPages;
import io.hydrant.replay.source.JournalSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;

/** Routes requests to the inspector's pages, which have no scripts. */
public final class InspectorRoutes implements AdminPages {
  static final String STREAMS = "/_hydrant/streams/";
  static final String KEYS = "/_hydrant/keys/";

  /** The time for an overview: a busy node needs less, and a person waits longer. */
  private static final Duration OVERVIEW_LIMIT = Duration.ofSeconds(4);

  private static final Pattern THREE_PARTS =
      Pattern.compile("[A-Za-z0-9-]{1,32}/[a-z0-9-]{1,32}/[A-Za-z0-9_.-]{1,64}");
  private static final Pattern STEP = Pattern.compile("[0-9]{1,9}");
  private static final ContentType HTML = ContentTypes.TEXT_HTML_UTF8;
  private static final ContentType CSS =
      ContentTypes.create(MediaTypes.TEXT_CSS, HttpCharsets.UTF_8);

  private final OverviewReading overview;
  private final HistoryPages histories;
  private final ClockControl clock;
  private final FaultControl faults;
  private final boolean forms;

  /**
   * @param journal opens the journal for one page
   * @param entities reads the ids of all entities from the journal
   * @param forms true where the overview can operate the clock and the faults
   */
  public InspectorRoutes(
      Supplier<JournalSource> journal,
      Supplier<CompletionStage<List<String>>> entities,
      LiveStreams streams,
      LiveKeys keys,
      ClockControl clock,
      FaultControl faults,
      boolean forms) {
    this.forms = forms;
    this.overview = new OverviewReading(entities, streams, keys, OVERVIEW_LIMIT);
    this.histories = new HistoryPages(journal);
    this.clock = clock;
    this.faults = faults;
  }

  /** Returns the page at that path, for GET requests; empty for other paths. */
  @Override
  public Optional<CompletionStage<HttpResponse>> page(HttpRequest request) {
    String path = request.getUri().path();
    if (path.equals("/_hydrant") || path.equals(Layout.HOME)) {
      return Optional.of(
          overview(OverviewQuestion.of(request.getUri().query()))
              .thenApply(page -> answer(HTML, page.write())));
    }
    if (path.equals(Layout.STYLE)) {
      return Optional.of(CompletableFuture.completedFuture(answer(CSS, Style.CSS)));
    }
    Optional<Integer> step =
        request
            .getUri()
            .query()
            .get("at")
            .filter(text -> STEP.matcher(text).matches())
            .map(Integer::parseInt);
    return under(STREAMS, path)
        .map(id -> histories.stream(EntityTypes.STREAM.prefix() + id, path, step))
        .or(
            () ->
                under(KEYS, path)
                    .map(id -> histories.key(EntityTypes.KEY.prefix() + id, path, step)))
        .map(page -> page.thenApply(InspectorRoutes::answer));
  }

  private static HttpResponse answer(HistoryPages.Page page) {
    HttpResponse answer = answer(HTML, page.html());
    return page.isThere() ? answer : answer.withStatus(StatusCodes.SERVICE_UNAVAILABLE);
  }

  private static Optional<String> under(String folder, String path) {
    return Optional.of(path)
        .filter(text -> text.startsWith(folder))
        .map(text -> text.substring(folder.length()))
        .filter(id -> THREE_PARTS.matcher(id).matches());
  }

  private CompletionStage<Overview> overview(OverviewQuestion question) {
    Instant now = clock.now();
    return overview
        .rows(question, now)
        .thenApply(
            rows ->
                new Overview(
                    now,
                    question,
                    rows.streams(),
                    rows.keys(),
                    rows.missing(),
                    faults.list().stream().map(InspectorRoutes::inWords).toList(),
                    forms));
  }

  private static String inWords(Fault fault) {
    return fault.id()
        + ": "
        + fault.service()
        + " "
        + fault.operation()
        + fault.on().map(on -> " on " + on).orElse("")
        + ", struck "
        + fault.applied()
        + " times";
  }

  /** Answers with headers that allow only the style sheet to load, and no framing. */
  private static HttpResponse answer(ContentType type, String text) {
    return HttpResponse.create()
        .addHeader(
            RawHeader.create(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'"))
        .addHeader(RawHeader.create("X-Content-Type-Options", "nosniff"))
        .addHeader(RawHeader.create("Referrer-Policy", "same-origin"))
        .withEntity(HttpEntities.create(type, text.getBytes(StandardCharsets.UTF_8)));
  }
}
