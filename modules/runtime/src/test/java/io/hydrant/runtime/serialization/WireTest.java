package io.hydrant.runtime.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import io.hydrant.core.directory.DirectoryCommand;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.CallDescription;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.fault.FaultPlan;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.CorrelationContext;
import io.hydrant.core.stream.Admission;
import io.hydrant.runtime.buffer.BufferMessage;
import io.hydrant.runtime.cluster.ClusterMessage;
import io.hydrant.runtime.entity.EntityMessage;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;

/** What nodes tell each other, as bytes and back. */
class WireTest {
  private static final int INSTANCES = 20;
  private static final CorrelationContext ORIGIN =
      CorrelationContext.request("6f1e")
          .in("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  /** One actor is all there is. */
  private static final ActorRefCodec REFS =
      new ActorRefCodec() {
        private final ActorRef<Object> only = TestInbox.create().getRef();

        @Override
        public String text(ActorRef<?> ref) {
          return "only";
        }

        @Override
        public ActorRef<?> ref(String text) {
          return only;
        }
      };

  private static final WireMapper MAPPER = new WireMapper(REFS);

  private static Object across(Object message) {
    return MAPPER.read(MAPPER.write(message));
  }

  @SuppressWarnings("unchecked")
  private static <T> ActorRef<T> ref() {
    return (ActorRef<T>) REFS.ref("");
  }

  @Test
  void every_command_and_every_answer_can_go_to_another_node() {
    Set<String> obstacles = new TreeSet<>();
    CoreClasses.commands()
        .forEach(
            command -> {
              obstacles.addAll(Crossing.obstaclesOf(command));
              Crossing.outputsOf(command)
                  .forEach(output -> obstacles.addAll(Crossing.obstaclesOf(output)));
            });
    assertThat(obstacles).isEmpty();
  }

  @Test
  void every_command_arrives_as_it_was_sent() {
    Instances instances = new Instances(4573);
    for (Class<?> type : CoreClasses.commands()) {
      for (int i = 0; i < INSTANCES; i++) {
        Object command = instances.of(type);
        assertThat(across(command)).isEqualTo(command);
      }
    }
  }

  @Test
  void every_answer_arrives_as_it_was_sent() {
    Instances instances = new Instances(4573);
    for (Class<?> command : CoreClasses.commands()) {
      for (Type output : Crossing.outputsOf(command)) {
        for (int i = 0; i < INSTANCES; i++) {
          Reply<?> reply = Reply.success(instances.of(output));
          assertThat(across(reply)).isEqualTo(reply);
        }
      }
    }
    Reply<?> refusal = Reply.failure(new ServiceError("Code", "message", Map.of("code", "detail")));
    assertThat(across(refusal)).isEqualTo(refusal);
  }

  @Test
  void every_message_to_an_entity_of_another_node_arrives_as_it_was_sent() {
    Command<?, ?, NoOutput> command = new DirectoryCommand.DeregisterName("orders", 1);
    for (Optional<Caller> caller :
        List.of(Optional.<Caller>empty(), Optional.of(Caller.root("000000000000", "us-east-1")))) {
      assertArrives(execute(command, caller));
    }
    Admission admission = (Admission) new Instances(1).of(Admission.class);
    assertArrives(
        new BufferMessage.Put(
            "put-1",
            admission,
            List.of(Bytes.EMPTY, Bytes.ofUtf8("record\n")),
            ORIGIN,
            WireTest.ref()));
    assertArrives(
        new BufferMessage.Ask<>(
            new io.hydrant.core.buffer.BufferCommand.NextPosition(), WireTest.ref()));
  }

  @Test
  void every_message_about_faults_and_the_clock_arrives_as_it_was_sent() {
    Instances instances = new Instances(7);
    assertArrives(
        new ClusterMessage.DecideFault(
            (CallDescription) instances.of(CallDescription.class), WireTest.ref()));
    ServiceError error = (ServiceError) instances.of(ServiceError.class);
    for (Optional<Double> share : List.of(Optional.<Double>empty(), Optional.of(0.1))) {
      Fault.Effect effect = new Fault.Effect(Duration.ofHours(1), true, Optional.of(error), share);
      assertArrives(new ClusterMessage.FaultDecided(Optional.of(effect)));
    }
    assertArrives(new ClusterMessage.FaultDecided(Optional.empty()));
    ClusterMessage.SharedState state =
        new ClusterMessage.SharedState(
            Duration.ofDays(1), 3, (FaultPlan) instances.of(FaultPlan.class));
    assertArrives(state);
    assertArrives(new ClusterMessage.Sync(state, WireTest.ref()));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object execute(Command<?, ?, NoOutput> command, Optional<Caller> caller) {
    return new EntityMessage.Execute(command, caller, ORIGIN, WireTest.<Reply<NoOutput>>ref());
  }

  private static void assertArrives(Object message) {
    assertThat(across(message)).isEqualTo(message);
  }

  @Test
  void what_is_no_data_does_not_leave_the_node() {
    for (Object local :
        List.of(
            new EntityMessage.Wake<>(),
            new EntityMessage.TaskEnded<>("task", Optional.empty(), Optional.empty()),
            new BufferMessage.Ready(Optional.of(1L)),
            Reply.success(new Object()),
            Reply.success((Runnable) () -> {}))) {
      assertThatThrownBy(() -> MAPPER.write(local))
          .isInstanceOf(WireException.class)
          .hasMessageContaining("has no name in messages between nodes");
    }
  }

  /** A class that is renamed keeps its name on the wire: change the right side of the table. */
  @Test
  void every_value_of_the_core_has_a_name_on_the_wire() {
    assertThat(WireNames.types()).containsAll(CoreClasses.values());
  }

  @Test
  void nothing_but_messages_is_made_from_what_arrives() {
    byte[] bytes = MAPPER.write(Reply.success("x"));
    String foreign = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] forged =
        foreign.replace("Reply.Success", "java.net.URI:").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(forged).isNotEqualTo(bytes);
    assertThatThrownBy(() -> MAPPER.read(forged)).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> WireTypes.named("java.lang.ProcessBuilder"))
        .isInstanceOf(WireException.class);
  }

  @Test
  void a_message_that_is_cut_off_or_changed_is_refused() {
    byte[] bytes = MAPPER.write(Reply.success(List.of("orders", Optional.of(1), Bytes.EMPTY)));
    for (int end = 0; end < bytes.length; end++) {
      byte[] cut = Arrays.copyOf(bytes, end);
      assertThatThrownBy(() -> MAPPER.read(cut)).isInstanceOf(WireException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> MAPPER.read(longer)).isInstanceOf(WireException.class);
  }

  @Test
  void a_node_of_the_next_version_may_send_more_and_one_of_the_last_less() throws Exception {
    BufferMessage.Put put =
        new BufferMessage.Put(
            "put-1",
            (Admission) new Instances(1).of(Admission.class),
            List.of(Bytes.ofUtf8("record")),
            ORIGIN,
            WireTest.ref());
    ObjectMapper cbor = new CBORMapper();
    ObjectNode more = (ObjectNode) cbor.readTree(MAPPER.write(put));
    more.putObject("unheardOf").put("@", "io.hydrant.core.id.NotHere").put("with", 1);
    ((ObjectNode) more.get("admission")).put("unheardOf", "of");
    assertThat(MAPPER.read(cbor.writeValueAsBytes(more))).isEqualTo(put);

    ObjectNode less = (ObjectNode) cbor.readTree(MAPPER.write(put));
    less.remove("records");
    ((ObjectNode) less.get("admission")).remove("sealedUnder");
    BufferMessage.Put arrived = (BufferMessage.Put) MAPPER.read(cbor.writeValueAsBytes(less));
    assertThat(arrived.records()).isEmpty();
    assertThat(arrived.admission().sealedUnder()).isEmpty();
    assertThat(arrived.replyTo()).isEqualTo(put.replyTo());
  }
}
