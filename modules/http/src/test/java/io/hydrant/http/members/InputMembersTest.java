package io.hydrant.http.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.Operation;
import io.hydrant.api.firehose.FirehoseOperations;
import io.hydrant.api.kms.KmsOperations;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.api.port.KmsApi;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyCommand;
import io.hydrant.http.members.MemberTable.State;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the table of what every input member does against the shapes and against what operations
 * read: a member without an entry fails, and so does an entry that is not true.
 */
class InputMembersTest {
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");

  static Stream<Arguments> operations() {
    return Stream.concat(
        KmsOperations.all(answering(KmsApi.class)).stream().map(each -> Arguments.of("kms", each)),
        FirehoseOperations.all(answering(FirehoseApi.class)).stream()
            .map(each -> Arguments.of("firehose", each)));
  }

  /** An API that answers any call with a success. */
  private static <T> T answering(Class<T> api) {
    return api.cast(
        Proxy.newProxyInstance(
            api.getClassLoader(),
            new Class<?>[] {api},
            (proxy, method, arguments) -> {
              for (Object argument : arguments) {
                if (argument instanceof Function<?, ?>) {
                  command(argument);
                }
              }
              return CompletableFuture.completedFuture(Reply.success(new NoOutput()));
            }));
  }

  // The only functions that an API takes make a command for a key.
  @SuppressWarnings("unchecked")
  private static void command(Object function) {
    KeyArn key = new KeyArn("us-east-1", "000000000000", "key");
    assertThat(((Function<KeyArn, KeyCommand<?>>) function).apply(key).key()).isEqualTo(key);
  }

  private static DeclaredMembers declared(String service) {
    Set<String> refused = MemberTable.of(service).members(State.REFUSED);
    return new DeclaredMembers(
        service,
        member ->
            refused.contains(member)
                || member.endsWith("DestinationConfiguration")
                || member.endsWith("DestinationUpdate"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_member_of_the_shapes_has_its_entry(String service, Operation operation) {
    List<String> entries =
        MemberTable.of(service).members().stream()
            .filter(member -> member.startsWith(operation.name() + "."))
            .toList();
    assertThat(entries).containsExactlyInAnyOrderElementsOf(declared(service).of(operation.name()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void what_is_said_to_be_used_or_recorded_is_read_and_nothing_else(
      String service, Operation operation) {
    MemberTable table = MemberTable.of(service);
    Set<String> expected = new TreeSet<>(table.members(State.USED));
    expected.addAll(table.members(State.RECORDED));
    expected.removeIf(member -> !member.startsWith(operation.name() + "."));
    assertThat(read(service, operation)).isEqualTo(expected);
  }

  /** What is read of all inputs that lack one member or none, without those that are refused. */
  private static Set<String> read(String service, Operation operation) {
    DeclaredMembers declared = declared(service);
    Set<String> all = new TreeSet<>(declared.of(operation.name()));
    Set<String> refused = MemberTable.of(service).members(State.REFUSED);
    List<Predicate<String>> inputs = new ArrayList<>();
    inputs.add(member -> !refused.contains(member));
    for (String lacking : all) {
      inputs.add(member -> !refused.contains(member) && !member.equals(lacking));
    }
    Set<String> read = new TreeSet<>();
    for (Predicate<String> wanted : inputs) {
      WatchedNode input = declared.input(operation.name(), wanted);
      try {
        operation.handle(CALLER, input);
      } catch (NullPointerException required) {
        // The validator lets no call without a required member through.
      }
      read.addAll(input.read());
    }
    read.retainAll(all);
    read.removeAll(refused);
    return read;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void what_is_said_to_be_refused_is_refused_by_its_name(String service, Operation operation) {
    for (String member : MemberTable.of(service).members(State.REFUSED)) {
      if (member.startsWith(operation.name() + ".")) {
        WatchedNode input =
            declared(service)
                .input(
                    operation.name(), each -> !each.contains(".Recipient.") && isOr(each, member));
        Reply<JsonNode> reply = operation.handle(CALLER, input).toCompletableFuture().join();
        String name = member.substring(member.lastIndexOf('.') + 1);
        assertThat(reply)
            .isInstanceOfSatisfying(
                Reply.Failure.class,
                failure -> {
                  ServiceError error = failure.error();
                  assertThat(error.code()).isEqualTo("UnsupportedOperationException");
                  assertThat(error.message()).startsWith(name + " is not supported by Hydrant: ");
                });
      }
    }
  }

  private static boolean isOr(String each, String refused) {
    return each.equals(refused) || !MemberTable.of("kms").members(State.REFUSED).contains(each);
  }
}
