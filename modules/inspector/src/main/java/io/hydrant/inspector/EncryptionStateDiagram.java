package io.hydrant.inspector;

import io.hydrant.core.stream.EncryptionStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws the state machine of encryption and the path of one stream. */
final class EncryptionStateDiagram {
  private static final int WIDTH = 146;
  private static final int HEIGHT = 34;

  /** The position of a status in the drawing. */
  private record Place(EncryptionStatus status, int x, int y) {}

  private record Edge(EncryptionStatus from, EncryptionStatus to, String path) {}

  private static final List<Place> PLACES =
      List.of(
          new Place(EncryptionStatus.DISABLED, 10, 100),
          new Place(EncryptionStatus.ENABLING, 180, 20),
          new Place(EncryptionStatus.ENABLED, 360, 100),
          new Place(EncryptionStatus.ENABLING_FAILED, 360, 20),
          new Place(EncryptionStatus.DISABLING, 180, 180));

  private static final List<Edge> EDGES =
      List.of(
          new Edge(EncryptionStatus.DISABLED, EncryptionStatus.ENABLING, "M76 100 L180 45"),
          new Edge(EncryptionStatus.ENABLING, EncryptionStatus.ENABLED, "M300 54 L380 100"),
          new Edge(EncryptionStatus.ENABLED, EncryptionStatus.ENABLING, "M360 112 L255 54"),
          new Edge(EncryptionStatus.ENABLING, EncryptionStatus.ENABLING_FAILED, "M326 32 L360 32"),
          new Edge(EncryptionStatus.ENABLING_FAILED, EncryptionStatus.ENABLING, "M360 42 L326 42"),
          new Edge(
              EncryptionStatus.ENABLING_FAILED,
              EncryptionStatus.DISABLING,
              "M496 40 C545 120 430 205 326 200"),
          new Edge(EncryptionStatus.ENABLED, EncryptionStatus.DISABLING, "M410 134 L326 190"),
          new Edge(EncryptionStatus.DISABLED, EncryptionStatus.DISABLING, "M110 134 L190 180"),
          new Edge(EncryptionStatus.DISABLING, EncryptionStatus.DISABLED, "M180 200 L70 134"));

  private EncryptionStateDiagram() {}

  /**
   * @param path the statuses of the stream until the moment, oldest first
   */
  static String svg(List<EncryptionStatus> path) {
    Set<String> taken = new HashSet<>();
    for (int step = 1; step < path.size(); step++) {
      taken.add(path.get(step - 1) + ">" + path.get(step));
    }
    StringBuilder out = new StringBuilder();
    out.append("<svg viewBox=\"0 0 560 230\" role=\"img\" aria-label=\"");
    out.append(path.isEmpty() ? "Not encrypted" : "Passed: " + words(path)).append("\">");
    for (Edge edge : EDGES) {
      out.append("<path d=\"").append(edge.path()).append('"');
      out.append(taken.contains(edge.from() + ">" + edge.to()) ? " class=\"taken\"/>" : "/>");
    }
    for (Place place : PLACES) {
      boolean now = !path.isEmpty() && path.get(path.size() - 1) == place.status();
      out.append("<rect rx=\"6\" x=\"").append(place.x()).append("\" y=\"").append(place.y());
      out.append("\" width=\"").append(WIDTH).append("\" height=\"").append(HEIGHT);
      out.append(now ? "\" class=\"now\"/>" : "\"/>");
      out.append("<text x=\"").append(place.x() + WIDTH / 2).append("\" y=\"");
      out.append(place.y() + 22).append("\">").append(place.status()).append("</text>");
    }
    return out.append("</svg>").toString();
  }

  private static String words(List<EncryptionStatus> path) {
    return String.join(", ", path.stream().map(Enum::name).toList());
  }
}
