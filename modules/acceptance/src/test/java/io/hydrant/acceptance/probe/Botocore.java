package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The newest botocore that the machine's Pythons have: AWS publishes the models of its services
 * with it.
 */
record Botocore(String version, Path data) {
  /** Earlier ones lack destinations and sources that Firehose has by now. */
  private static final String OLDEST = "1.43";

  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
  private static final String WHERE =
      "import botocore, os;"
          + " print(botocore.__version__, os.path.join(os.path.dirname(botocore.__file__), 'data'))";
  private static final Map<String, String> FOLDERS =
      Map.of("firehose", "firehose/2015-08-04", "kms", "kms/2014-11-01");

  /** Empty where there is none that is new enough. */
  static Optional<Botocore> newest() {
    return Holder.NEWEST;
  }

  /** The service model, as it is published. */
  JsonNode model(String service) {
    Path folder = data.resolve(FOLDERS.get(service));
    Path zipped = folder.resolve("service-2.json.gz");
    try (InputStream in =
        Files.exists(zipped)
            ? new GZIPInputStream(Files.newInputStream(zipped))
            : Files.newInputStream(folder.resolve("service-2.json"))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Botocore> of(String python) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", WHERE)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String[] shown =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .strip()
              .split(" ", 2);
      return process.waitFor() == 0
          ? Stream.of(new Botocore(shown[0], Path.of(shown[1])))
          : Stream.empty();
    } catch (IOException e) {
      return Stream.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Integer> numbers(String version) {
    return Stream.of(version.split("\\.")).map(Integer::valueOf).toList();
  }

  private static int compared(String one, String other) {
    List<Integer> ones = numbers(one);
    List<Integer> others = numbers(other);
    for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
      if (!ones.get(i).equals(others.get(i))) {
        return ones.get(i) - others.get(i);
      }
    }
    return 0;
  }

  /** Pythons are asked once. */
  private static final class Holder {
    private static final Optional<Botocore> NEWEST =
        PYTHONS.stream()
            .flatMap(Botocore::of)
            .filter(each -> compared(each.version(), OLDEST) >= 0)
            .max(Comparator.comparing(Botocore::version, Botocore::compared));
  }
}
