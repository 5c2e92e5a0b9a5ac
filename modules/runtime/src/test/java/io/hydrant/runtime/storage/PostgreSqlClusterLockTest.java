package io.hydrant.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes and the advisory lock of a database in memory. */
class PostgreSqlClusterLockTest {
  private final Database database = new Database();
  private final PostgreSqlClusterLock first = new PostgreSqlClusterLock(database);
  private final PostgreSqlClusterLock second = new PostgreSqlClusterLock(database);

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  /** One advisory lock as PostgreSQL keeps it: a session never conflicts with itself. */
  private static final class Database implements PostgreSqlClusterLock.Database {
    private final Set<Session> sharing = new HashSet<>();
    private Optional<Session> exclusive = Optional.empty();
    private boolean down;

    @Override
    public synchronized Connection connect() throws SQLException {
      if (down) {
        throw new SQLException("the database is down");
      }
      Session session = new Session(this);
      return proxy(
          Connection.class,
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "createStatement" -> session.statement();
                case "isValid" -> session.open;
                default -> session.close();
              });
    }

    private synchronized void stop() {
      down = true;
      sharing.forEach(session -> session.open = false);
      exclusive.ifPresent(session -> session.open = false);
      sharing.clear();
      exclusive = Optional.empty();
    }

    private synchronized void startAgain() {
      down = false;
    }

    private synchronized boolean call(Session session, String sql) throws SQLException {
      if (!session.open) {
        throw new SQLException("the connection is closed");
      }
      boolean othersShare = sharing.stream().anyMatch(each -> each != session);
      boolean otherIsExclusive = exclusive.filter(each -> each != session).isPresent();
      String lock = "(" + PostgreSqlClusterLock.LOCK + ")";
      if (sql.equals("SELECT pg_try_advisory_lock" + lock)) {
        boolean free = !othersShare && !otherIsExclusive;
        exclusive = free ? Optional.of(session) : exclusive;
        return free;
      }
      if (sql.equals("SELECT pg_try_advisory_lock_shared" + lock)) {
        return !otherIsExclusive && (sharing.contains(session) || sharing.add(session));
      }
      assertThat(sql).isEqualTo("SELECT pg_advisory_unlock" + lock);
      boolean held = exclusive.filter(each -> each == session).isPresent();
      exclusive = held ? Optional.empty() : exclusive;
      return held;
    }
  }

  private static final class Session {
    private final Database database;
    private boolean open = true;

    Session(Database database) {
      this.database = database;
    }

    private Statement statement() {
      return proxy(
          Statement.class,
          (proxy, method, arguments) ->
              method.getName().equals("executeQuery") ? row((String) arguments[0]) : null);
    }

    private ResultSet row(String sql) throws SQLException {
      boolean answer = database.call(this, sql);
      return proxy(
          ResultSet.class,
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "next" -> true;
                case "getBoolean" -> answer;
                default -> null;
              });
    }

    private Object close() {
      synchronized (database) {
        open = false;
        database.sharing.remove(this);
        database.exclusive = database.exclusive.filter(each -> each != this);
        return null;
      }
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            PostgreSqlClusterLockTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Test
  void one_node_alone_holds_the_lock_exclusively() {
    assertThat(first.tryExclusive()).isTrue();
    assertThat(second.tryExclusive()).isFalse();
    assertThat(first.tryExclusive()).isTrue();
  }

  @Test
  void no_node_founds_a_second_cluster_while_a_member_holds_the_lock() {
    assertThat(first.tryExclusive()).isTrue();
    first.holdShared();
    assertThat(second.tryExclusive()).isFalse();
    second.holdShared();
    first.close();
    assertThat(new PostgreSqlClusterLock(database).tryExclusive()).isFalse();
  }

  @Test
  void members_share_the_lock() {
    assertThat(first.tryExclusive()).isTrue();
    second.renew();
    assertThat(database.sharing).isEmpty();
    first.renew();
    second.renew();
    assertThat(database.sharing).hasSize(2);
    assertThat(database.exclusive).isEmpty();
  }

  @Test
  void a_lock_is_free_when_its_last_holder_closes_it() {
    first.renew();
    first.close();
    assertThat(second.tryExclusive()).isTrue();
  }

  @Test
  void a_database_that_does_not_answer_grants_nothing() {
    database.stop();
    assertThat(first.tryExclusive()).isFalse();
    first.renew();
    database.startAgain();
    assertThat(first.tryExclusive()).isTrue();
  }

  @Test
  void a_founder_that_lost_its_connection_must_take_the_lock_again() {
    assertThat(first.tryExclusive()).isTrue();
    database.stop();
    database.startAgain();
    assertThat(second.tryExclusive()).isTrue();
    assertThat(first.tryExclusive()).isFalse();
  }

  @Test
  void a_member_takes_the_shared_lock_again_after_the_database_was_away() {
    first.renew();
    database.stop();
    first.renew();
    database.startAgain();
    first.renew();
    assertThat(second.tryExclusive()).isFalse();
  }
}
