package io.hydrant.server.journal;

import io.hydrant.replay.exported.ExportedJournal;
import io.hydrant.replay.source.JournalSource;
import io.hydrant.replay.source.UnreadableJournalException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The journal of a node that runs: fetched as a file, read like one. */
final class RunningNode {
  private RunningNode() {}

  static JournalSource journal(URI node) {
    try {
      Path file =
          Files.createTempFile(
              "hydrant-journal-",
              ".jsonl",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      file.toFile().deleteOnExit();
      var answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(node.resolve("/_hydrant/journal")).build(),
                  BodyHandlers.ofFile(file));
      if (answer.statusCode() != 200) {
        throw new UnreadableJournalException(
            node + " answers " + answer.statusCode() + " instead of its journal.");
      }
      return ExportedJournal.open(file);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableJournalException(
          "There is no answer from " + node + "; does a node run there?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableJournalException("Interrupted.", e);
    }
  }
}
