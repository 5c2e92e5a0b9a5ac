package io.hydrant.http.connection;

import com.typesafe.config.Config;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.impl.engine.http2.TelemetrySpi;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.scaladsl.Flow;
import org.apache.pekko.stream.scaladsl.Tcp;

/**
 * Puts the stage of a connection into those that may speak HTTP/2. Pekko takes no flow for them;
 * the hook that it has for telemetry is the only place that sees them begin and end.
 */
public final class TlsConnections implements TelemetrySpi {
  private final ConnectionStage stage;

  /** Pekko makes an instance. */
  public TlsConnections(ActorSystem system) {
    Config http = system.settings().config().getConfig("hydrant.http");
    ConnectionBounds bounds =
        new ConnectionBounds(
            http.getInt("connections-max"),
            http.getDuration("idle-timeout"),
            http.getDuration("request-timeout"));
    this.stage = new ConnectionStage(new ConnectionRoom(bounds.most()), bounds);
  }

  @Override
  public Flow<Tcp.IncomingConnection, Tcp.IncomingConnection, NotUsed> serverBinding() {
    return Flow.<Tcp.IncomingConnection>apply();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  @Override
  public org.apache.pekko.stream.scaladsl.BidiFlow<
          org.apache.pekko.http.scaladsl.model.HttpResponse,
          org.apache.pekko.http.scaladsl.model.HttpResponse,
          org.apache.pekko.http.scaladsl.model.HttpRequest,
          org.apache.pekko.http.scaladsl.model.HttpRequest,
          NotUsed>
      serverConnection() {
    BidiFlow<HttpRequest, HttpRequest, HttpResponse, HttpResponse, NotUsed> flow =
        BidiFlow.fromGraph(stage);
    // Pekko's requests for Java are those for Scala.
    return (org.apache.pekko.stream.scaladsl.BidiFlow) flow.reversed().asScala();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  @Override
  public org.apache.pekko.stream.scaladsl.BidiFlow<
          org.apache.pekko.http.scaladsl.model.HttpRequest,
          org.apache.pekko.http.scaladsl.model.HttpRequest,
          org.apache.pekko.http.scaladsl.model.HttpResponse,
          org.apache.pekko.http.scaladsl.model.HttpResponse,
          NotUsed>
      client() {
    return (org.apache.pekko.stream.scaladsl.BidiFlow) BidiFlow.identity().asScala();
  }
}
