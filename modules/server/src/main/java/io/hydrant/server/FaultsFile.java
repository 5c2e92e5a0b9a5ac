package io.hydrant.server;

import io.hydrant.api.json.FaultJson;
import io.hydrant.api.json.Json;
import io.hydrant.core.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Faults that a node starts with: the JSON of the admin route, in a file. */
final class FaultsFile {
  private FaultsFile() {}

  static List<Fault> read(Optional<Path> file) throws NodeStartException {
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      return FaultJson.readAll(Json.MAPPER.readTree(Files.readAllBytes(file.get())));
    } catch (FaultJson.BadFaultException e) {
      throw new NodeStartException("The faults in " + file.get() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new NodeStartException(
          "The file of faults " + file.get() + " cannot be read as JSON.", e);
    }
  }
}
