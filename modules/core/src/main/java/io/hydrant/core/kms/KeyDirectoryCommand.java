package io.hydrant.core.kms;

import io.hydrant.core.entity.Command;

/** A command to the directory of keys of one account in one region. */
public sealed interface KeyDirectoryCommand<O> extends Command<KeyDirectory, KeyDirectoryEvent, O>
    permits RegisterKey,
        RecordDeletionDate,
        ResolveAlias,
        AliasesOfKey,
        ReserveAlias,
        GenerateRandom,
        ListKeys,
        CreateAlias,
        UpdateAlias,
        ListAliases,
        DeleteAlias {}
