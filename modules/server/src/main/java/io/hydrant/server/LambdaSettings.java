package io.hydrant.server;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.hydrant.delivery.lambda.FunctionPlaces;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the settings of Lambda: where functions are invoked. */
final class LambdaSettings {
  private static final String FUNCTIONS = "lambda.functions";
  private static final Pattern URL =
      Pattern.compile("https?://[a-zA-Z0-9.:\\[\\]-]+(/[a-zA-Z0-9._~/-]*)?");

  private static final int PORT_MAX = 65_535;

  /** A function's name or ARN, each with or without a qualifier. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_:$-]{1,400}");

  private static final String FORM = "like orders=http://127.0.0.1:9000,NAME=URL";

  private LambdaSettings() {}

  static FunctionPlaces of(Config hydrant) throws NodeStartException {
    Map<String, URI> functions = new HashMap<>();
    if (hydrant.getValue(FUNCTIONS) instanceof ConfigObject object) {
      for (Map.Entry<String, ConfigValue> each : object.entrySet()) {
        add(functions, each.getKey(), String.valueOf(each.getValue().unwrapped()));
      }
    } else {
      for (String each : ConfigReader.texts(hydrant, FUNCTIONS, Pattern.compile(".+=.+"), FORM)) {
        int sign = each.indexOf('=');
        add(functions, each.substring(0, sign).strip(), each.substring(sign + 1).strip());
      }
    }
    return new FunctionPlaces(endpoint(hydrant), functions);
  }

  private static Optional<URI> endpoint(Config hydrant) throws NodeStartException {
    Optional<String> given = ConfigReader.text(hydrant, "lambda.endpoint");
    for (String url : given.stream().toList()) {
      ConfigReader.check(
          isUrl(url),
          "hydrant.lambda.endpoint must be like http://127.0.0.1:3001, not " + url + ".");
    }
    return given.map(URI::create);
  }

  /** A host with an underscore is none for the JDK, and a call to it would fail each time. */
  private static boolean isUrl(String text) {
    try {
      URI url = new URI(text);
      return URL.matcher(text).matches() && url.getHost() != null && url.getPort() <= PORT_MAX;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void add(Map<String, URI> functions, String name, String url)
      throws NodeStartException {
    ConfigReader.check(
        NAME.matcher(name).matches() && isUrl(url),
        "hydrant." + FUNCTIONS + " must be " + FORM + ", not " + name + "=" + url + ".");
    functions.put(name, URI.create(url));
  }
}
