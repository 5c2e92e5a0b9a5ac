package io.hydrant.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ConnectionRoomTest {
  private final Logger log = (Logger) LoggerFactory.getLogger(ConnectionRoom.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final ConnectionRoom room = new ConnectionRoom(10);

  @BeforeEach
  void listen() {
    log.setLevel(Level.WARN);
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void end() {
    log.detachAppender(lines);
    log.setLevel(null);
  }

  private void enter(int connections) {
    for (int i = 0; i < connections; i++) {
      room.enter();
    }
  }

  @Test
  void the_first_ones_have_room_and_the_others_not() {
    enter(9);
    assertThat(room.enter()).isTrue();
    assertThat(room.enter()).isFalse();
    assertThat(room.open()).isEqualTo(11);
    room.leave();
    room.leave();
    assertThat(room.enter()).isTrue();
  }

  @Test
  void the_log_says_once_that_the_room_is_full() {
    enter(15);
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement()
        .asString()
        .startsWith("10 connections are open, which is the most that are served at a time");
    room.leave();
    enter(1);
    assertThat(lines.list).hasSize(1);
  }

  @Test
  void the_log_says_so_again_when_there_was_room_in_between() {
    enter(11);
    room.leave();
    room.leave();
    enter(2);
    assertThat(lines.list).hasSize(2);
  }
}
