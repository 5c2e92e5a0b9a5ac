package io.hydrant.cli.journal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code hydrant journal}: reads a journal back. */
@Command(
    name = "journal",
    description = "Reads a journal back: what happened, who did it, why, and what if.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ListCommand.class,
      ShowCommand.class,
      StateCommand.class,
      DiffCommand.class,
      TimelineCommand.class,
      FollowCommand.class,
      SearchCommand.class,
      WhyCommand.class,
      WhatIfCommand.class,
      VerifyCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      RunCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "An ENTITY is a name that `list` shows, or a part of a name that fits no other:",
      "  stream/000000000000/us-east-1/orders, \"stream orders\", orders, or a key's id.",
      "Times are those of the node's clock, in UTC."
    })
public final class JournalCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
