package io.hydrant.core.directory;

import static io.hydrant.core.directory.DirectoryHistory.ACCOUNT;
import static io.hydrant.core.directory.DirectoryHistory.DIRECT;
import static io.hydrant.core.directory.DirectoryHistory.KINESIS;
import static io.hydrant.core.directory.DirectoryHistory.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.directory.DirectoryCommand.DeregisterName;
import io.hydrant.core.directory.DirectoryCommand.RegisterName;
import io.hydrant.core.entity.Reply;
import org.junit.jupiter.api.Test;

class StreamDirectoryTest {
  private final DirectoryHistory history = new DirectoryHistory();

  @Test
  void a_late_removal_leaves_a_later_stream_its_name() {
    history.register(DIRECT, 2);
    history.handle(new DeregisterName(ORDERS, 1));
    assertThat(history.listed()).containsExactly(ORDERS);
    history.handle(new DeregisterName(ORDERS, 2));
    assertThat(history.listed()).isEmpty();
  }

  @Test
  void a_late_registration_stores_nothing() {
    history.register(KINESIS, 3);
    StreamDirectory before = history.directory();
    history.register(DIRECT, 2);
    assertThat(history.directory()).isEqualTo(before);
    history.register(KINESIS, 3);
    assertThat(history.directory()).isEqualTo(before);
  }

  @Test
  void a_later_stream_replaces_the_entry_of_an_earlier_one() {
    history.register(KINESIS, 1);
    history.register(DIRECT, 2);
    history.assertEntry(DIRECT, 2);
  }

  @Test
  void a_stream_that_exists_is_listed_beyond_the_quota_and_counts_in_it() {
    history.handle(RegisterName.ofCreation("first", DIRECT, ACCOUNT, 1, 1));
    history.handle(RegisterName.ofExisting(ORDERS, DIRECT, ACCOUNT, 1));
    assertThat(history.listed()).containsExactly("first", ORDERS);
    assertThat(history.handle(RegisterName.ofCreation("third", DIRECT, ACCOUNT, 2, 1)))
        .isInstanceOf(Reply.Failure.class);
    assertThat(history.handle(RegisterName.ofCreation(ORDERS, DIRECT, ACCOUNT, 1, 2)))
        .as("a name that is counted already")
        .isInstanceOf(Reply.Success.class);
  }

  @Test
  void a_name_is_never_registered_twice_for_the_same_stream() {
    history.register(DIRECT, 1);
    DirectoryEvent again = new DirectoryEvent.NameRegistered(history.now(), ORDERS, DIRECT, 1);
    assertThatThrownBy(() -> again.evolve(history.directory()))
        .isInstanceOf(IllegalStateException.class);
  }
}
