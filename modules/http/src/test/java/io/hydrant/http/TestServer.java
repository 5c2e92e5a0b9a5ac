package io.hydrant.http;

import io.hydrant.api.port.ClockControl;
import io.hydrant.api.port.ClusterView;
import io.hydrant.api.port.FaultControl;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.api.port.FlushControl;
import io.hydrant.api.port.KmsApi;
import io.hydrant.api.port.Sealing;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultPlan;
import io.hydrant.core.id.Bytes;
import io.hydrant.http.admin.AdminPages;
import io.hydrant.http.admin.AdminPorts;
import io.hydrant.http.auth.AuthenticationConfig;
import io.hydrant.http.auth.identity.IdentityFile;
import io.hydrant.http.connection.ConnectionBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.Host;

/** The whole server in this process, over services that answer something to everything. */
public final class TestServer implements AutoCloseable {
  public static final int BODY_BYTES_MAX = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "server");
  private final Function<HttpRequest, CompletionStage<HttpResponse>> handler;

  public TestServer() {
    this(BODY_BYTES_MAX);
  }

  public TestServer(long bodyBytesMax) {
    HttpSettings settings =
        new HttpSettings(
            "127.0.0.1",
            0,
            Set.of("hydrant.example"),
            new ConnectionBounds(100, PATIENCE, PATIENCE),
            "000000000000",
            bodyBytesMax,
            false);
    handler =
        HydrantServer.guarded(
            system,
            settings,
            HydrantServer.handler(
                system,
                settings,
                new AuthenticationConfig(IdentityFile.none(), new PlainSealing(), false),
                new ApiPorts(
                    AnsweringApi.of(FirehoseApi.class), AnsweringApi.of(KmsApi.class), List.of()),
                request -> CompletableFuture.completedFuture(HttpResponse.create().withStatus(204)),
                new AdminPorts(
                    ClusterView.alone(),
                    Optional.of(() -> CompletableFuture.completedFuture(Reply.success(""))),
                    new MovedClock(),
                    new KeptFaults(),
                    FlushControl.NONE,
                    true,
                    AdminPages.none())));
  }

  /** Fails where the server throws. */
  public Answer ask(HttpRequest request) {
    try {
      HttpResponse response =
          await(
              handler.apply(
                  request.getHeader("Host").isPresent()
                      ? request
                      : request.addHeader(Host.create("localhost"))));
      byte[] body =
          await(response.entity().toStrict(PATIENCE.toMillis(), system)).getData().toArray();
      return new Answer(response.status().intValue(), Bytes.wrap(body));
    } catch (CompletionException e) {
      throw new AssertionError("the server did not answer " + request, e);
    }
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    system.terminate();
    await(system.getWhenTerminated());
  }

  /** A clock that tells its time as the service's does. */
  private static final class MovedClock implements ClockControl {
    private Duration offset = Duration.ZERO;

    @Override
    public synchronized Instant now() {
      return Instant.EPOCH.plus(offset);
    }

    @Override
    public synchronized void advance(Duration by) {
      offset = offset.plus(by);
    }
  }

  /** Faults that are kept and strike no call. */
  private static final class KeptFaults implements FaultControl {
    private FaultPlan plan = FaultPlan.NONE;

    @Override
    public synchronized List<Fault> list() {
      return plan.faults();
    }

    @Override
    public synchronized Fault add(Fault fault) {
      plan = plan.plus(fault);
      return plan.faults().get(plan.faults().size() - 1);
    }

    @Override
    public synchronized void change(UnaryOperator<FaultPlan> change) {
      plan = change.apply(plan);
    }

    @Override
    public CompletionStage<Optional<ServiceError>> meet(CallDescription call) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
  }

  /** Seals nothing, so that tests can forge. */
  private static final class PlainSealing implements Sealing {
    @Override
    public byte[] seal(byte[] clear) {
      return clear;
    }

    @Override
    public Optional<byte[]> open(byte[] sealed) {
      return Optional.of(sealed);
    }
  }
}
