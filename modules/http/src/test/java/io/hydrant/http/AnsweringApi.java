package io.hydrant.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hydrant.api.json.DocumentJson;
import io.hydrant.api.json.Json;
import io.hydrant.core.document.Document;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyCommand;
import io.hydrant.core.stream.CreateDeliveryStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A service that answers something ordinary to everything. Its arguments must be whole: no null
 * anywhere, and every document can be written back.
 */
final class AnsweringApi {
  private AnsweringApi() {}

  static <A> A of(Class<A> api) {
    return api.cast(
        Proxy.newProxyInstance(
            api.getClassLoader(),
            new Class<?>[] {api},
            (proxy, method, arguments) -> {
              for (Object argument : arguments) {
                Values.requireWhole(argument, method.getName());
              }
              Type output = argument(argument(method.getGenericReturnType()));
              for (Object argument : arguments) {
                if (argument instanceof Function<?, ?>) {
                  KeyCommand<?> command = command(argument);
                  Values.requireWhole(command, method.getName());
                  output = argument(command.getClass().getGenericInterfaces()[0]);
                }
              }
              return CompletableFuture.completedFuture(answer(arguments, output));
            }));
  }

  // The only functions that an API takes make a command for a key.
  @SuppressWarnings("unchecked")
  private static KeyCommand<?> command(Object function) {
    return ((Function<KeyArn, KeyCommand<?>>) function)
        .apply(new KeyArn("us-east-1", "000000000000", "key"));
  }

  /** Creating a stream is judged by its rules, which read what the shapes let through. */
  private static Reply<Object> answer(Object[] arguments, Type output)
      throws JsonProcessingException {
    for (Object argument : arguments) {
      if (argument instanceof CreateDeliveryStream.Input input) {
        written(input.configurations());
        var wrong = CreateDeliveryStream.check(new StreamName("orders"), input);
        if (wrong.isPresent()) {
          return Reply.failure(wrong.get());
        }
      }
    }
    return Reply.success(Values.sample(output));
  }

  private static void written(Document document) throws JsonProcessingException {
    Json.MAPPER.writeValueAsBytes(DocumentJson.write(document));
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }
}
