package io.hydrant.core.world;

/**
 * One thing that happens in the world.
 *
 * @param which picks the stream, the key or the task it happens to
 * @param much picks the key of a start, the number of records, the time that passes
 */
record Step(Kind kind, int which, int much, Fate fate) {
  enum Kind {
    CREATE,
    CREATIONS_GO_ON,
    DELETE,
    START,
    START_THEN_DISABLE_KEY,
    STOP,
    CALLS_GO_ON,
    MANY_STOPS,
    PUT,
    OPEN_KEY,
    STORE,
    ENABLE_KEY,
    DISABLE_KEY,
    SCHEDULE_KEY_DELETION,
    CANCEL_KEY_DELETION,
    REVOKE_GRANT,
    FORBID_RETIREMENT,
    SWEEP_RESERVATIONS,
    SWEEPS_GO_ON,
    CREATE_ALIAS,
    ALIASES_GO_ON,
    DELETE_ALIAS,
    MESSAGE_AGAIN,
    WORK,
    WORK_ON_ALL,
    ARRIVE,
    TIME,
    CRASH
  }
}
