package io.hydrant.server;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of the admin routes.
 *
 * @param resetEnabled whether a request may delete all state
 * @param faultsFile faults to start with; empty for none
 * @param inspectorForms whether the inspector's pages can operate the clock and faults
 */
public record AdminSettings(
    boolean resetEnabled, Optional<Path> faultsFile, boolean inspectorForms) {
  static AdminSettings of(Config hydrant) throws NodeStartException {
    return new AdminSettings(
        hydrant.getBoolean("reset.enabled"),
        ConfigReader.text(hydrant, "faults.file").map(Path::of),
        ConfigReader.choice(hydrant, "inspector.forms", "off", "on").equals("on"));
  }
}
