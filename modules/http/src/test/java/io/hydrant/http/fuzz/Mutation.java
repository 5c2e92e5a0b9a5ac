package io.hydrant.http.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Spoils valid inputs, one place or a few, each time in the same way for the same chance. */
final class Mutation {
  private final Random chance;

  Mutation(Random chance) {
    this.chance = chance;
  }

  byte[] of(ObjectNode valid) {
    ObjectNode input = valid.deepCopy();
    thin(input);
    for (int times = chance.nextInt(4); times > 0; times--) {
      spoil(input);
    }
    byte[] body = input.toString().getBytes(StandardCharsets.UTF_8);
    return chance.nextInt(8) == 0 ? withOddByte(body) : body;
  }

  /** Most inputs have few members; of a call with all destinations little would be looked at. */
  private void thin(ObjectNode input) {
    for (String name : List.copyOf(names(input))) {
      if (name.matches(".*(Configuration|Update)") && chance.nextInt(8) != 0) {
        input.remove(name);
      }
    }
  }

  private void spoil(ObjectNode input) {
    List<JsonNode> places = new ArrayList<>();
    collect(input, places);
    JsonNode place = places.get(chance.nextInt(places.size()));
    if (place instanceof ArrayNode list) {
      spoil(list);
    } else {
      spoilMember((ObjectNode) place);
    }
  }

  private void spoil(ArrayNode list) {
    RawValue odd = new RawValue(OddValues.any(chance));
    if (list.isEmpty() || chance.nextBoolean()) {
      list.addRawValue(odd);
    } else {
      list.setRawValue(chance.nextInt(list.size()), odd);
    }
  }

  private void spoilMember(ObjectNode object) {
    List<String> names = names(object);
    String name = names.isEmpty() ? "x" : names.get(chance.nextInt(names.size()));
    switch (chance.nextInt(8)) {
      case 0 -> object.remove(name);
      case 1 -> object.putRawValue("UnknownConfiguration", new RawValue(OddValues.any(chance)));
      case 2 -> object.putRawValue(OddValues.text(chance), new RawValue(OddValues.any(chance)));
      // The text of a raw value may go on after the value: a member more, or the same once more.
      case 3 -> object.putRawValue(name, new RawValue("1,\"" + name + "\":1"));
      default -> object.putRawValue(name, new RawValue(OddValues.any(chance)));
    }
  }

  private byte[] withOddByte(byte[] body) {
    byte[] odd = body.clone();
    odd[chance.nextInt(odd.length)] = (byte) chance.nextInt(256);
    return odd;
  }

  private static void collect(JsonNode node, List<JsonNode> places) {
    if (node.isContainerNode()) {
      places.add(node);
      node.forEach(each -> collect(each, places));
    }
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> all = object.fieldNames(); all.hasNext(); ) {
      names.add(all.next());
    }
    return names;
  }
}
