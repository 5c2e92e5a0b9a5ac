package io.hydrant.cli.terminal;

import picocli.CommandLine;

/** Reads the version from the manifest of the jar. */
public final class VersionProvider implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return new String[] {"hydrant " + (version == null ? "(not packaged)" : version)};
  }
}
